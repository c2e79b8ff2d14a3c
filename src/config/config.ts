// Environment → Config: the only reader of the environment. Every problem is reported at once, by name.
import { z } from "zod";
import { type BotEndpoints, type SdkName, sdkNames } from "../doors/teams/port.ts";
import { type AlertsConfig, alertsContradictions, alertsOf, alertsSchema } from "./alerts.ts";
import { misspelt } from "./misspelt.ts";
import { type OnCallConfig, onCallOf, onCallSchema } from "./on-call.ts";
import { problemOf, type SettingProblem } from "./problem.ts";
import { type ReaderConfig, readerContradictions, readerOf, readerSchema } from "./reader.ts";
import {
  type AuditConfig,
  auditContradictions,
  auditOf,
  auditSchema,
  type DataLocation,
  type FilesKey,
  filesContradictions,
  filesKeyOf,
  filesSchema,
  type Retention,
  retentionContradictions,
  retentionOf,
  retentionSchema,
  storeContradictions,
  storeOf,
  storeSchema,
} from "./storage.ts";
import { botContradictions, botEndpoints, botSchema, fileHosts, serviceHosts } from "./teams.ts";
import { type TelemetryConfig, telemetryContradictions, telemetryOf, telemetrySchema } from "./telemetry.ts";

/** Compared with what tokens say, where Entra writes ids in lower case. */
const guid = z.guid({ error: "must be a GUID like 11111111-2222-3333-4444-555555555555" }).toLowerCase();
const httpsUrl = z.url({ protocol: /^https$/, error: "must be an https:// address" });
const perSecond = { error: "must be a whole number, at least 1" };
const reread = { error: "must be a whole number of seconds from 0 to 10" };
const port = { error: "must be a whole number from 0 to 65535" };
const oneOf = <const Names extends readonly string[]>(names: Names) =>
  z.enum(names, { error: `must be one of ${names.join(", ")}` });
const items = (text: string) => text.split(",").map((item) => item.trim());
const list = z.string().transform((text) => items(text).filter((item) => item !== ""));

/** Without the slash at its end. */
const publicUrl = httpsUrl.refine((url) => new URL(url).origin === url.replace(/\/$/, ""), {
  error: "must be https:// and a host, and nothing behind it",
});
const docsSchema = z.object({ DOCS_URL: httpsUrl.transform((url) => url.replace(/\/+$/, "")).optional() });

const cloudSchema = z.object({
  AZURE_CLOUD: oneOf(["public", "usGovernment", "china"]).default("public"),
  AZURE_AUTHORITY_HOST: httpsUrl.optional(),
  ARM_ENDPOINT: httpsUrl.optional(),
  ARM_SCOPE: z.string().optional(),
  GRAPH_ENDPOINT: httpsUrl.optional(),
});

/** Every variable the product reads; `.env.example` explains each. Empty counts as not set. */
const environmentSchema = z.object({
  ...storeSchema.shape,
  ...cloudSchema.shape,
  ...docsSchema.shape,
  ...retentionSchema.shape,
  ...botSchema.shape,
  ...alertsSchema.shape,
  ...onCallSchema.shape,
  ...readerSchema.shape,
  ...auditSchema.shape,
  ...filesSchema.shape,
  ...telemetrySchema.shape,
  MICROSOFT_APP_ID: guid,
  MICROSOFT_APP_TENANT_ID: guid,
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_CERTIFICATE_PATH: z.string().optional(),
  MICROSOFT_APP_MANAGED_IDENTITY_ID: guid.optional(),
  MICROSOFT_APP_TOKEN_FILE: z.string().optional(),
  OAUTH_CONNECTION_NAME: z.string(),
  POLICY_FILE: z.string(),
  AZURE_REREAD_SECONDS: z.coerce.number(reread).int(reread).min(0, reread).max(10, reread).default(10),
  PUBLIC_URL: publicUrl.transform((url) => new URL(url).origin).optional(),
  PORT: z.coerce.number(port).int(port).min(0, port).max(65_535, port).default(3978),
  HOST: z.string().default("0.0.0.0"),
  LOG_LEVEL: oneOf(["debug", "info", "warn", "error", "silent"]).default("info"),
  ALLOWED_TENANT_IDS: list.pipe(z.array(guid)).optional(),
  TEAMS_SDK: oneOf(sdkNames).default("botbuilder"),
  TEAMS_SERVICE_HOSTS: list.optional(),
  TEAMS_FILE_HOSTS: list.optional(),
  TEAMS_CALLS_PER_SECOND: z.coerce.number(perSecond).int(perSecond).min(1, perSecond).default(30),
});

type Environment = z.infer<typeof environmentSchema>;

type ClientAuth = Readonly<
  | { kind: "secret"; secret: string }
  | { kind: "certificate"; path: string }
  | { kind: "managedIdentity"; clientId: string }
  | { kind: "tokenFile"; path: string }
>;

export type Config = Readonly<{
  port: number;
  host: string;
  logLevel: string;
  policyFile: string;
  app: Readonly<{ id: string; tenantId: string; auth: ClientAuth }>;
  oauthConnection: string;
  allowedTenants: readonly string[];
  teamsSdk: SdkName;
  /** Hosts that a Teams `serviceUrl` may name; `.x` matches every host below x. */
  teamsServiceHosts: readonly string[];
  /** The same of the addresses that files are put to; none: Teams takes no files from bots. */
  teamsFileHosts: readonly string[];
  cloud: Readonly<{
    name: "public" | "usGovernment" | "china";
    authorityHost?: string;
    armEndpoint?: string;
    armScope?: string;
    graphEndpoint?: string;
  }>;
  /** Calls that Teams takes of the bot in a second, over all its chats and processes. */
  teamsPerSecond: number;
  /** How long what was read of a cluster answers the same person again. */
  rereadSeconds: number;
  /** Where this product's `docs` folder can be read; empty where nobody said. */
  docsUrl: string;
  /** Where people reach the product in a browser, without a slash at its end. Null where they do not. */
  publicUrl: string | null;
  bot: BotEndpoints | null;
  alerts: AlertsConfig;
  telemetry: TelemetryConfig;
  onCall: OnCallConfig;
  /** The bot's own read-only identity; null: there is none. */
  reader: ReaderConfig | null;
  store: DataLocation;
  retention: Retention;
  audit: AuditConfig;
  filesKey: FilesKey;
}>;

type Problems = Readonly<{ ok: false; problems: readonly SettingProblem[] }>;

/** The environment, as `process.env` has it. */
export type Variables = Readonly<Record<string, string | undefined>>;

type Settings<T> = Readonly<{ ok: true; settings: T }> | Problems;

type ConfigResult = Readonly<{ ok: true; config: Config }> | Problems;

export const credentialVariables = [
  "MICROSOFT_APP_PASSWORD",
  "MICROSOFT_APP_CERTIFICATE_PATH",
  "MICROSOFT_APP_MANAGED_IDENTITY_ID",
  "MICROSOFT_APP_TOKEN_FILE",
] as const satisfies readonly (keyof Environment)[];

/** Reads and checks the whole environment; `problems` names every missing or contradictory setting. */
export function readConfig(variables: Variables): ConfigResult {
  const given = givenIn(variables);
  const parsed = environmentSchema.safeParse(given);
  const retention = retentionSchema.safeParse(given);
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => describe(issue, given))),
    ...contradictions(given),
    ...(retention.success ? retentionContradictions(retention.data) : []),
    ...misspelt(given, Object.keys(environmentSchema.shape)),
  ];
  return parsed.success && problems.length === 0
    ? { ok: true, config: toConfig(parsed.data) }
    : { ok: false, problems };
}

/** The settings that say which Azure is meant: all that is needed to ask it as whoever has signed in on this machine. */
export const readCloud = (variables: Variables): Settings<Config["cloud"]> =>
  readPart(variables, cloudSchema, cloudOf);

/** Where this product's `docs` folder can be read; empty where nobody said. */
export const readDocsUrl = (variables: Variables): Settings<string> =>
  readPart(variables, docsSchema, docsUrlOf);

/** The settings that say where the product keeps its data. */
export function readStore(variables: Variables): Settings<Config["store"]> {
  const problems = storeContradictions(givenIn(variables));
  if (problems.length > 0) return { ok: false, problems };
  return readPart(variables, storeSchema, storeOf);
}

/** The settings that say how the audit trail can be proved: its key, its heads, and how long it is kept. */
export const readAudit = (
  variables: Variables,
): Settings<Readonly<{ audit: AuditConfig; auditDays: number }>> =>
  readPart(
    variables,
    z.object({ ...auditSchema.shape, ...storeSchema.shape, ...retentionSchema.shape }),
    (env) => ({ audit: auditOf(env, storeOf(env)), auditDays: retentionOf(env).auditDays }),
  );

function readPart<Part, T>(
  variables: Variables,
  schema: z.ZodType<Part>,
  toSettings: (part: Part) => T,
): Settings<T> {
  const given = givenIn(variables);
  const parsed = schema.safeParse(given);
  return parsed.success
    ? { ok: true, settings: toSettings(parsed.data) }
    : { ok: false, problems: parsed.error.issues.map((issue) => describe(issue, given)) };
}

const givenIn = (variables: Variables): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );

function describe(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): SettingProblem {
  const name = String(issue.path[0]);
  if (given[name] !== undefined) return problemOf(name, `${name} is not valid`, issue.message);
  const unsafe = "without it the Bot Framework would accept every request unauthenticated";
  return problemOf(name, `${name} is not set`, name === "MICROSOFT_APP_ID" ? unsafe : "");
}

function contradictions(given: Variables): readonly SettingProblem[] {
  const has = (name: string) => given[name] !== undefined;
  const problems: SettingProblem[] = [
    ...storeContradictions(given),
    ...alertsContradictions(given),
    ...readerContradictions(given),
    ...auditContradictions(given),
    ...filesContradictions(given),
    ...botContradictions(given),
    ...telemetryContradictions(given),
  ];
  const credentials = credentialVariables.filter(has);
  if (credentials.length !== 1) {
    const all = credentialVariables.join(", ");
    const found =
      credentials.length === 0 ? `Of ${all}, none is set` : `${credentials.join(" and ")} are set`;
    problems.push(problemOf(credentials[0] ?? credentialVariables[0], found, `set exactly one of ${all}`));
  }
  return problems;
}

function toConfig(env: Environment): Config {
  return {
    port: env.PORT,
    host: env.HOST,
    logLevel: env.LOG_LEVEL,
    policyFile: env.POLICY_FILE,
    app: { id: env.MICROSOFT_APP_ID, tenantId: env.MICROSOFT_APP_TENANT_ID, auth: clientAuth(env) },
    oauthConnection: env.OAUTH_CONNECTION_NAME,
    allowedTenants: env.ALLOWED_TENANT_IDS ?? [env.MICROSOFT_APP_TENANT_ID],
    teamsPerSecond: env.TEAMS_CALLS_PER_SECOND,
    teamsSdk: env.TEAMS_SDK,
    teamsServiceHosts: env.TEAMS_SERVICE_HOSTS ?? serviceHosts[env.AZURE_CLOUD],
    teamsFileHosts: env.TEAMS_FILE_HOSTS ?? fileHosts[env.AZURE_CLOUD],
    cloud: cloudOf(env),
    rereadSeconds: env.AZURE_REREAD_SECONDS,
    docsUrl: docsUrlOf(env),
    publicUrl: env.PUBLIC_URL ?? null,
    bot: botEndpoints(env),
    alerts: alertsOf(env),
    telemetry: telemetryOf(env),
    onCall: onCallOf(env),
    reader: readerOf(env),
    store: storeOf(env),
    retention: retentionOf(env),
    audit: auditOf(env, storeOf(env)),
    filesKey: filesKeyOf(env, storeOf(env)),
  };
}

const cloudOf = (env: z.infer<typeof cloudSchema>): Config["cloud"] => ({
  name: env.AZURE_CLOUD,
  ...(env.AZURE_AUTHORITY_HOST ? { authorityHost: env.AZURE_AUTHORITY_HOST } : {}),
  ...(env.ARM_ENDPOINT ? { armEndpoint: env.ARM_ENDPOINT } : {}),
  ...(env.ARM_SCOPE ? { armScope: env.ARM_SCOPE } : {}),
  ...(env.GRAPH_ENDPOINT ? { graphEndpoint: env.GRAPH_ENDPOINT } : {}),
});

const docsUrlOf = ({ DOCS_URL = "" }: z.infer<typeof docsSchema>): string => DOCS_URL;

function clientAuth(env: Environment): ClientAuth {
  if (env.MICROSOFT_APP_PASSWORD) return { kind: "secret", secret: env.MICROSOFT_APP_PASSWORD };
  if (env.MICROSOFT_APP_CERTIFICATE_PATH)
    return { kind: "certificate", path: env.MICROSOFT_APP_CERTIFICATE_PATH };
  if (env.MICROSOFT_APP_TOKEN_FILE) return { kind: "tokenFile", path: env.MICROSOFT_APP_TOKEN_FILE };
  return { kind: "managedIdentity", clientId: env.MICROSOFT_APP_MANAGED_IDENTITY_ID ?? "" };
}
