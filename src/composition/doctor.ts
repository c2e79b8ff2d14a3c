// Puts together what `doctor` asks, for one configuration: who is asked about what, and what is expected of it.
import { createHmac, randomBytes } from "node:crypto";
import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { z } from "zod";
import { type Expected, examine, type Looks } from "../app/doctor/examine.ts";
import type { RequesterCredential } from "../app/ports/azure.ts";
import type { LocalLooks, NetworkLooks } from "../app/ports/doctor.ts";
import { vaultWrap } from "../azure/arm/vault-key.ts";
import {
  post,
  reachHost,
  readConnection,
  readCredential,
  readTenant,
} from "../azure/doctor/network-looks.ts";
import { operatorLooks } from "../azure/doctor/operator-looks.ts";
import { personLooks } from "../azure/doctor/person-looks.ts";
import { createAppToken } from "../azure/entra/app-token.ts";
import { challengeAnswerPath } from "../azure/entra/challenge-page.ts";
import type { Config } from "../config/config.ts";
import { type AlertSource, alertSources } from "../core/alert/alert.ts";
import { dryRunHeader } from "../core/alert/sources/contract.ts";
import { sources } from "../core/alert/sources/sources.ts";
import type { DoctorLine, NotRead } from "../core/doctor/line.ts";
import { neededPermissions } from "../core/doctor/permissions.ts";
import { redirectUris } from "../core/doctor/registration.ts";
import { schedulesOf } from "../core/policy/on-call.ts";
import type { Policy } from "../core/policy/policy.ts";
import { errorCodeOf, errorMessageOf } from "../store/kit/database-errors.ts";
import { lookAtStore } from "../store/kit/store-look.ts";
import { timeAt } from "./clock.ts";
import { botChannel, databaseOf, entraApp } from "./identity.ts";
import { bookOf, openTrail } from "./keys.ts";

export type DoctorOptions = Readonly<{
  /** Null where nobody has signed in on this machine. */
  as: RequesterCredential | null;
  /** Null where the policy cannot be read. */
  policy: Policy | null;
  /** False where the settings have none that could be tried. */
  hasCredential: boolean;
  /** Shows a person where to sign in; null where nobody is asked to. */
  tell: ((message: string) => void) | null;
  /** Where `npm run package` puts what it builds. */
  packageFolder: string;
  now: Date;
}>;

/** Everything but the settings and files themselves, which the start looks at too. */
export function examineProduct(config: Config, options: DoctorOptions): Promise<readonly DoctorLine[]> {
  const app = entraApp(config);
  const expected = expectedOf(config, options);
  const { as, tell, hasCredential } = options;
  const looks: Looks = {
    operator: operatorLooks({
      ...{ as, environment: app.environment, appId: expected.appId, connection: expected.connection },
      apis: expected.permissions.map(({ appId }) => appId),
    }),
    network: networkLooks(config),
    local: localLooks(config, options),
    // A person's sign-in is exchanged with the bot's own credential.
    person: tell && hasCredential ? personLooks({ ...app, tell }) : null,
  };
  return examine(looks, expected);
}

function expectedOf(config: Config, { policy, now, hasCredential }: DoctorOptions): Expected {
  const { app, alerts, cloud, oauthConnection: connection, port, publicUrl } = config;
  const schedules = (policy ? schedulesOf(policy, null) : []).map(({ source }) => source.from);
  const shared = alertSources.filter((source) => secretsOf(config, source) !== null);
  return {
    ...{ appId: app.id, tenantId: app.tenantId, connection, now, hasCredential },
    redirectUris: [
      redirectUris[cloud.name],
      ...(publicUrl === null ? [] : [`${publicUrl}${challengeAnswerPath}`]),
    ],
    secretHint: app.auth.kind === "secret" ? app.auth.secret.slice(0, 3) : null,
    permissions: neededPermissions({
      people: schedules.some((from) => from !== "group"),
      shifts: schedules.includes("shifts"),
    }),
    hosts: hostsOf(config),
    alertSources: shared,
    azureMonitor: alerts.azureMonitor,
    ownOrigin: `http://127.0.0.1:${port}`,
  };
}

const isLoopback = (host: string): boolean => /^(localhost|127\.0\.0\.1)(:|$)/.test(host);

/** What is called without anybody asking, each host once. */
function hostsOf(config: Config): readonly string[] {
  const { environment } = entraApp(config);
  const { metadataUrl, oauthUrl } = botChannel(config);
  const { audit, filesKey, onCall } = config;
  const urls = [
    ...[environment.authorityHost, environment.armEndpoint, environment.graphEndpoint, metadataUrl, oauthUrl],
    ...(audit.key.kind === "vault" ? [audit.key.id] : []),
    ...(filesKey.kind === "vault" ? [filesKey.id] : []),
    ...(audit.heads?.kind === "blob" ? [audit.heads.url] : []),
    ...[onCall.pagerduty?.origin, onCall.opsgenie?.origin].filter((origin) => origin !== undefined),
    ...Object.values(onCall.calendars),
  ];
  const teams = config.teamsServiceHosts.filter((host) => !host.startsWith(".") && !isLoopback(host));
  return [...new Set([...urls.map((url) => new URL(url).host), ...teams])];
}

type Shared = Readonly<{ by: "password" | "signature"; secrets: readonly string[] }> | null;

const secretsOf = ({ alerts }: Config, source: AlertSource): Shared =>
  source === "azureMonitor" ? null : alerts[source];

function networkLooks(config: Config): NetworkLooks {
  const app = entraApp(config);
  const appToken = createAppToken(app);
  const { audience, oauthUrl, metadataUrl } = botChannel(config);
  const token = () => appToken(`${audience}/.default`);
  const { id: appId, tenantId } = config.app;
  return {
    tenant: () => readTenant(app.environment, tenantId),
    credential: () => readCredential(token),
    connection: () => readConnection({ oauthUrl, appId, connection: config.oauthConnection, token }),
    clockOff: async () => {
      const told = await timeAt(metadataUrl).catch(() => null);
      return told === null ? null : Date.now() - told;
    },
    host: reachHost,
    knock: (url) => post(url, "{}", {}),
    dryRun: (source, origin) => {
      const { path, testBody } = sources[source];
      const body = JSON.stringify(testBody?.(new Date().toISOString()) ?? {});
      const headers = { ...proofOf(config, source, body), [dryRunHeader]: "1" };
      return post(`${origin}${path}`, body, headers);
    },
  };
}

/** As the source itself would prove who it is, with the first of its secrets. */
function proofOf(config: Config, source: AlertSource, body: string): Readonly<Record<string, string>> {
  const shared = secretsOf(config, source);
  const [secret = ""] = shared?.secrets ?? [];
  const proof = sources[source].authenticate.find(({ by }) => by === shared?.by);
  if (proof?.by !== "signature") return { authorization: `Bearer ${secret}` };
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  return { [proof.header]: `${proof.prefix}${signature}` };
}

function localLooks(config: Config, { packageFolder, hasCredential }: DoctorOptions): LocalLooks {
  const { audit } = config;
  const appToken = createAppToken(entraApp(config));
  const { audience } = botChannel(config);
  /** Where Entra does not take the bot's own credential, vault and storage account are not to blame. */
  const refused = async () =>
    !hasCredential || !(await readCredential(() => appToken(`${audience}/.default`))).ok;
  return {
    store: () => lookAtStore(databaseOf(config.store)),
    auditKey: async () => {
      const { key } = audit;
      if (key.kind === "vault" && (await refused())) return notAsked("credential");
      // One that is made at the first start is not made here.
      if (key.kind === "made" && !(await isThere(key.file))) return null;
      const trail = await openTrail(audit, appToken);
      if (trail.ok) return said(() => trail.key.signer.sign("doctor"));
      // What is wrong with a file that a setting names, its own line says.
      return key.kind === "file" ? notAsked("file") : trail.reason;
    },
    filesKey: async () => {
      const { filesKey } = config;
      if (filesKey.kind !== "vault") return undefined;
      if (await refused()) return notAsked("credential");
      const { wrap, unwrap } = vaultWrap(filesKey.id, appToken);
      return said(async () => unwrap(await wrap(randomBytes(32))));
    },
    auditHeads: async () => {
      if (audit.heads?.kind === "blob" && (await refused())) return notAsked("credential");
      const book = bookOf(audit.heads, appToken);
      return book === null ? null : said(() => book.last());
    },
    package: () => packageProblem(packageFolder, config.app.id),
  };
}

const notAsked = (what: string): NotRead => ({ is: "notHere", said: what });

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

async function said(look: () => Promise<unknown>): Promise<string | null> {
  try {
    await look();
    return null;
  } catch (error) {
    return errorMessageOf(error);
  }
}

const manifestShape = z.object({
  bots: z.array(z.object({ botId: z.string() })).min(1),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
});

/** The newest one that was built here; undefined where there is none. */
async function packageProblem(folder: string, appId: string): Promise<string | null | undefined> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCodeOf(error) === "ENOENT") return [];
    throw error;
  });
  const name = names
    .filter((each) => /^aks-oncall-.*\.zip$/.test(each))
    .toSorted()
    .at(-1);
  if (name === undefined) return undefined;
  try {
    const files = unzipSync(new Uint8Array(await readFile(join(folder, name))));
    const manifest = manifestShape.parse(JSON.parse(new TextDecoder().decode(files["manifest.json"])));
    const { bots, webApplicationInfo: sign } = manifest;
    const ids = [...bots.map(({ botId }) => botId), sign.id];
    const isOurs = ids.every((id) => id === appId) && sign.resource === `api://botid-${appId}`;
    return isOurs ? null : `${name} was built for the application ${[...new Set(ids)].join(", ")}.`;
  } catch (error) {
    return `${name} is no Teams package (${errorMessageOf(error)}).`;
  }
}
