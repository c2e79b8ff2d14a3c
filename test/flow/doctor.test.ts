// `doctor` against the local Azure and a running product: on a healthy one it finds nothing, and of each thing that is
// broken it names that one, and who can mend it.
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { z } from "zod";
import { alertSecrets, botAppId, type Person, people, tenantId } from "../../simulator/people.ts";
import type { Fault } from "../../simulator/simulator.ts";
import type { CheckId, Mender } from "../../src/core/doctor/line.ts";
import { exitCodes } from "../../src/doors/cli/stop.ts";
import { whoMends } from "../../src/presenters/messages/operator/doctor.ts";
import { doctorDocument } from "../doors/cli/documents.ts";
import { runAlone, runProcess } from "../doors/cli/terminal.ts";
import { policyCopy } from "../fixtures/policy-files.ts";
import { query } from "../store/postgres-server.ts";
import { type Harness, startHarness } from "./harness.ts";

let it: Harness;
let settings: Record<string, string>;
beforeAll(async () => {
  it = await startHarness();
  const { store, audit } = it.config;
  settings = {
    ...it.azure.environment,
    POLICY_FILE: policyCopy({ looksInside: false }),
    DATABASE_URL: "databaseUrl" in store ? store.databaseUrl : "",
    AUDIT_KEY_FILE: "file" in audit.key ? audit.key.file : "",
    PORT: new URL(it.botUrl()).port,
    TEAMS_SERVICE_HOSTS: "127.0.0.1",
    TEAMS_FILE_HOSTS: "127.0.0.1",
  };
});
afterAll(() => it.close());
afterEach(async () => {
  it.azure.setFaults([]);
  it.azure.setBotUrl(it.botUrl());
  await it.azure.loadScenario("simulator/scenarios/hub-spoke.json");
});

type Changes = Readonly<{
  /** Undefined: it is not set. */
  variables?: Readonly<Record<string, string | undefined>>;
  registration?: object;
  azureBot?: object;
  principals?: (all: readonly object[]) => readonly object[];
  faults?: readonly Fault[];
  as?: Pick<Person, "oid">;
  before?: () => Promise<void> | void;
  flags?: readonly string[];
}>;

async function examined({ flags = [], as = people.alex, ...change }: Changes) {
  const { scenario } = it.azure;
  const { registration = {}, azureBot = {} } = change;
  const principals = (change.principals?.(scenario.principals) ??
    scenario.principals) as typeof scenario.principals;
  await it.azure.loadScenario({ ...scenario, registration, azureBot, principals });
  it.azure.setFaults(change.faults ?? []);
  await change.before?.();
  const signedIn = { AZURE_CLIENT_ID: as.oid, AZURE_CLIENT_SECRET: "any", AZURE_TENANT_ID: tenantId };
  const all = Object.entries({ ...settings, ...signedIn, ...change.variables });
  const variables = Object.fromEntries(
    all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
  const ran = await runAlone(["doctor", "-o", "json", ...flags], variables);
  const { lines } = doctorDocument.parse(JSON.parse(ran.out));
  return { ...ran, lines, of: (state: string) => lines.filter((line) => line.state === state) };
}

const folder = mkdtempSync(join(tmpdir(), "aks-oncall-doctor-"));
const fileWith = (name: string, text: string, mode = 0o600): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  // Whatever mask of modes another test left behind.
  chmodSync(path, mode);
  return path;
};

test("healthy: everything is right", async () => {
  const { code, lines, of, err } = await examined({});
  expect([of("wrong"), of("unknown"), err]).toEqual([[], [], ""]);
  expect(code).toBe(exitCodes.good);
  const asked = new Set(lines.map(({ check }) => check));
  for (const check of ["credential", "connection", "consent", "endpointAnswer", "alertDoor", "storeRights"])
    expect(asked).toContain(check);
  // The test alerts were proved and read, and nothing was kept of them.
  const sent = lines.filter(({ check }) => check === "alertDoor").map(({ state, found }) => [state, found]);
  expect(sent).toEqual(Array(3).fill(["right", "answered with 200"]));
  expect(await query(settings.DATABASE_URL ?? "", "select * from alerts")).toEqual([]);
});

const other = "0f3b6a58-1d27-4c94-8e60-7a5d2b9c4e13";
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const secretUntil = (days: number) => ({
  registration: { application: { passwordCredentials: [{ hint: "loc", endDateTime: inDays(days) }] } },
});
const application = (change: object) => ({ registration: { application: change } });
const arm = "797f4846-ba00-4fd7-ba43-dac1f8f63013";
const aks = "6dae42f8-4368-4678-94ff-3960e28e3630";
const graph = "00000003-0000-0000-c000-000000000000";
const connection = (change: object) => ({ azureBot: { connection: change } });
const databaseAs = (user: string) => {
  const url = new URL(settings.DATABASE_URL ?? "");
  Object.assign(url, { username: user, password: "doctor" });
  return url.href;
};

type Case = readonly [name: string, changes: () => Changes, check: CheckId, who: Mender, found: RegExp];

test.each<Case>([
  // Settings and files.
  [
    "a name that is misspelt",
    () => ({ variables: { AUDIT_KEYFILE: "x" } }),
    "setting",
    "operator",
    /no setting/,
  ],
  [
    "a setting that is missing",
    () => ({ variables: { OAUTH_CONNECTION_NAME: undefined } }),
    "setting",
    "operator",
    /not set/,
  ],
  [
    "a port that is none",
    () => ({ variables: { PORT: "http" } }),
    "setting",
    "operator",
    /PORT is not valid/,
  ],
  ["two stores", () => ({ variables: { DATA_DIR: "data" } }), "setting", "operator", /both set/],
  [
    "two credentials",
    () => ({ variables: { MICROSOFT_APP_MANAGED_IDENTITY_ID: other } }),
    "setting",
    "operator",
    /are set/,
  ],
  [
    "no policy file",
    () => ({ variables: { POLICY_FILE: join(folder, "none.yaml") } }),
    "file",
    "operator",
    /ENOENT/,
  ],
  [
    "a wrong policy",
    () => ({ variables: { POLICY_FILE: fileWith("wrong.yaml", "rulez: []") } }),
    "file",
    "operator",
    /wrong\.yaml/,
  ],
  [
    "a key that others may read",
    () => ({ variables: { AUDIT_KEY_FILE: fileWith("open.pem", "x", 0o644) } }),
    "file",
    "operator",
    /read by others/,
  ],
  [
    "no key for files",
    () => ({ variables: { FILES_KEY_FILE: join(folder, "none.key") } }),
    "file",
    "operator",
    /is not there/,
  ],
  [
    "heads in no folder",
    () => ({ variables: { AUDIT_HEAD_FILE: join(folder, "none", "heads") } }),
    "file",
    "operator",
    /ENOENT/,
  ],
  [
    "a certificate without its key",
    () => ({
      variables: {
        MICROSOFT_APP_PASSWORD: undefined,
        MICROSOFT_APP_CERTIFICATE_PATH: fileWith("bot.pem", "x"),
      },
    }),
    ...(["file", "operator", /certificate and its private key/] as const),
  ],
  // Entra.
  [
    "another tenant",
    () => ({ variables: { MICROSOFT_APP_TENANT_ID: other } }),
    "tenant",
    "operator",
    /0f3b6a58/,
  ],
  [
    "a wrong secret",
    () => ({ variables: { MICROSOFT_APP_PASSWORD: "wrong" } }),
    "credential",
    "appOwner",
    /AADSTS7000215/,
  ],
  ["a secret that ended", () => secretUntil(-1), "credential", "appOwner", /AADSTS7000222/],
  ["a secret that ends soon", () => secretUntil(5), "secretEnd", "appOwner", /it ends on/],
  [
    "no app registration",
    () => ({ registration: { application: null } }),
    "registration",
    "appOwner",
    /none/,
  ],
  [
    "an app for every tenant",
    () => application({ signInAudience: "AzureADMultipleOrgs" }),
    "audience",
    "appOwner",
    /Multiple/,
  ],
  [
    "an id URI without botid-",
    () => application({ identifierUris: [`api://${botAppId}`] }),
    "apiUri",
    "appOwner",
    /api:/,
  ],
  ["no scope", () => application({ api: { oauth2PermissionScopes: [] } }), "scope", "appOwner", /none/],
  [
    "tokens of version 1",
    () => application({ api: { requestedAccessTokenVersion: 1 } }),
    "tokenVersion",
    "appOwner",
    /1/,
  ],
  [
    "a client of Teams that is not pre-authorised",
    () =>
      application({
        api: {
          preAuthorizedApplications: [
            {
              appId: "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
              delegatedPermissionIds: ["0d5c4b6a-2f31-4e8c-9b70-61c8e3f5a924"],
            },
          ],
        },
      }),
    ...(["teamsClient", "appOwner", /none/] as const),
  ],
  [
    "another redirect",
    () => application({ web: { redirectUris: ["https://x.example"] } }),
    "redirect",
    "appOwner",
    /x\.example/,
  ],
  [
    "no consent for ARM",
    () => ({ registration: { consents: { [arm]: "" } } }),
    "consent",
    "consentAdmin",
    /user_impersonation missing/,
  ],
  [
    "no consent for AKS",
    () => ({ registration: { consents: { [aks]: "" } } }),
    "consent",
    "consentAdmin",
    /user\.read missing/,
  ],
  [
    "no groups",
    () => ({ registration: { consents: { [graph]: "User.Read" } } }),
    "consent",
    "consentAdmin",
    /GroupMember\.Read\.All/,
  ],
  [
    "no role for Azure Monitor",
    () => ({ registration: { alertRole: false } }),
    "alertRole",
    "consentAdmin",
    /none/,
  ],
  // The Azure Bot.
  [
    "another connection's name",
    () => ({ variables: { OAUTH_CONNECTION_NAME: "aks-oncal" } }),
    "connection",
    "azureContributor",
    /none/,
  ],
  ["no connection", () => ({ azureBot: { connection: null } }), "connection", "azureContributor", /none/],
  [
    "a connection for another app",
    () => connection({ clientId: other }),
    "oauthClient",
    "azureContributor",
    /0f3b6a58/,
  ],
  [
    "an exchange URL without botid-",
    () => connection({ parameters: [{ key: "tokenExchangeUrl", value: `api://${botAppId}` }] }),
    ...(["oauthExchange", "azureContributor", /api:/] as const),
  ],
  [
    "the scope of another API",
    () => connection({ scopes: "User.Read" }),
    "oauthScope",
    "azureContributor",
    /User\.Read/,
  ],
  [
    "a bot for every tenant",
    () => ({ azureBot: { bot: { msaAppType: "MultiTenant" } } }),
    "bot",
    "azureContributor",
    /Multi/,
  ],
  [
    "a bot of another tenant",
    () => ({ azureBot: { bot: { msaAppTenantId: other } } }),
    "botTenant",
    "azureContributor",
    /0f3b/,
  ],
  [
    "an endpoint without https",
    () => ({ azureBot: { bot: { endpoint: "http://bot.example/api/messages" } } }),
    "endpoint",
    "azureContributor",
    /http:/,
  ],
  ["no channel", () => ({ azureBot: { channel: null } }), "channel", "azureContributor", /none/],
  [
    "a channel that is off",
    () => ({ azureBot: { channel: { properties: { isEnabled: false } } } }),
    "channel",
    "azureContributor",
    /false/,
  ],
  [
    "nothing behind the front",
    () => ({ before: () => it.azure.setBotUrl("http://127.0.0.1:1/api/messages") }),
    "endpointAnswer",
    "operator",
    /502/,
  ],
  ["no subscription", () => ({ as: people.adele }), "subscriptions", "azureContributor", /none/],
  // Alerts, store, keys, machine.
  [
    "a secret of PagerDuty's that the bot does not know",
    () => ({ variables: { ALERTS_PAGERDUTY_SIGNING_SECRET: "another-secret-of-pagerduty" } }),
    "alertDoor",
    "operator",
    /401/,
  ],
  [
    "no database",
    () => ({ variables: { DATABASE_URL: "postgres://x:secret@127.0.0.1:1/x" } }),
    "store",
    "databaseOwner",
    /cannot be opened/,
  ],
  [
    "a role without rights",
    () => ({
      before: () =>
        query(
          settings.DATABASE_URL ?? "",
          "create role doctor_without login password 'doctor'",
          "grant usage on schema pgboss to doctor_without",
          "grant select, insert, update on all tables in schema public to doctor_without",
        ).then(() => {}),
      variables: { DATABASE_URL: databaseAs("doctor_without") },
    }),
    ...(["storeRights", "databaseOwner", /delete on .* missing/] as const),
  ],
  [
    "a vault without the key",
    () => ({
      variables: { AUDIT_KEY_FILE: undefined, AUDIT_KEY_VAULT_KEY: `${it.azure.url}/keys/audit` },
      faults: [{ match: { path: "^/keys" }, status: 403 }],
    }),
    "auditKey",
    "keyOwner",
    /cannot be used/,
  ],
  [
    "a key for files in a vault that Entra gives no token for",
    () => ({ variables: { FILES_KEY_VAULT_KEY: `${it.azure.url}/keys/files` } }),
    ...(["filesKey", "keyOwner", /AADSTS500011/] as const),
  ],
  [
    "heads that may not be read",
    () => ({
      variables: { AUDIT_HEAD_BLOB: `${it.azure.url}/heads` },
      faults: [{ match: { path: "^/heads" }, status: 403 }],
    }),
    "auditHeads",
    "keyOwner",
    /403/,
  ],
  [
    "a host that cannot be reached",
    () => ({ variables: { ON_CALL_PAGERDUTY_TOKEN: "t", ON_CALL_PAGERDUTY_URL: "https://127.0.0.1:48" } }),
    "host",
    "network",
    /ECONNREFUSED/,
  ],
  [
    "a clock that is behind",
    () => ({
      faults: [
        {
          match: { path: "openidconfiguration" },
          status: 200,
          headers: { date: new Date(Date.now() + 3_600_000).toUTCString() },
        },
      ],
    }),
    "clock",
    "operator",
    /60 minutes behind/,
  ],
])("%s", async (_, changes, check, who, found) => {
  const { code, of } = await examined(changes());
  expect(of("wrong")).toMatchObject([{ check, who: whoMends[who], found: expect.stringMatching(found) }]);
  expect(code).toBe(exitCodes.broken);
});

/** Of a secret, nothing is printed. */
test("secrets are in no line", async () => {
  const { out } = await examined({ variables: { MICROSOFT_APP_PASSWORD: "a-wrong-one-of-mine" } });
  for (const secret of ["a-wrong-one-of-mine", ...Object.values(alertSecrets)])
    expect(out).not.toContain(secret);
});

type Unread = readonly [name: string, changes: Changes, checks: readonly CheckId[]];

test.each<Unread>([
  [
    "nobody has signed in",
    { variables: { AZURE_CLIENT_ID: undefined } },
    ["registration", "consent", "alertRole", "subscriptions", "bot"],
  ],
  [
    "consents may not be read",
    { faults: [{ match: { path: "oauth2PermissionGrants" }, status: 403 }] },
    ["consent"],
  ],
  ["the bot may not be read", { faults: [{ match: { path: "botServices(\\?|$)" }, status: 403 }] }, ["bot"]],
  [
    "the token service does not answer",
    { faults: [{ match: { path: "botsignin" }, status: 503 }] },
    ["connection"],
  ],
])("%s: not known, and never right", async (_, changes, checks) => {
  const { code, of } = await examined(changes);
  expect(of("wrong")).toEqual([]);
  expect(of("unknown").map(({ check }) => check)).toEqual(checks);
  expect(code).toBe(exitCodes.unknown);
});

describe("a person's sign-in, by device code", () => {
  const challenge = {
    error: "interaction_required",
    error_description: "AADSTS50079: Due to a configuration change made by your administrator.",
    suberror: "basic_action",
    claims: '{"access_token":{"polids":{"essential":true,"values":["x"]}}}',
    error_codes: [50079],
  };
  const consent = {
    error: "invalid_grant",
    error_description: "AADSTS65001: The user or administrator has not consented to use the application.",
    suberror: "consent_required",
    error_codes: [65001],
  };
  const asAlex = async (tokenErrors: object) => {
    const principals: Changes["principals"] = (all) =>
      all.map((each) => ("oid" in each && each.oid === people.alex.oid ? { ...each, tokenErrors } : each));
    const ended = examined({ flags: ["--as-person"], principals, as: people.megan });
    const timer = setInterval(() => it.azure.signInDevices(people.alex.oid), 100);
    return ended.finally(() => clearInterval(timer));
  };

  test("every exchange is right", async () => {
    const { of, lines, err } = await asAlex({});
    expect(of("unknown")).toEqual([]);
    expect(err).toMatch(/enter the code \d{9}/);
    expect(of("wrong")).toEqual([]);
    expect(lines.filter(({ check }) => check === "exchange")).toHaveLength(3);
  });

  test.each([
    [
      "Conditional Access",
      "https://management.azure.com",
      challenge,
      "accessAdmin",
      /Conditional Access .*AADSTS50079/,
    ],
    ["no consent", aks, consent, "consentAdmin", /AADSTS65001/],
  ] as const)("%s", async (_, audience, error, who, found) => {
    const { of } = await asAlex({ [audience]: error });
    expect(of("wrong")).toMatchObject([
      { check: "exchange", who: whoMends[who], found: expect.stringMatching(found) },
    ]);
  });
});

test.each<[string, NonNullable<Changes["variables"]>, number, readonly CheckId[], RegExp]>([
  [
    "no key and two stores",
    { AUDIT_KEY_FILE: undefined, DATA_DIR: "/x" },
    2,
    ["store"],
    /^(store|audit|filesKey)/,
  ],
  [
    "no credential",
    { MICROSOFT_APP_PASSWORD: undefined },
    1,
    ["connection", "credential"],
    /^(credential|connection|secretEnd)$/,
  ],
  [
    "two credentials",
    { MICROSOFT_APP_TOKEN_FILE: "/x" },
    1,
    ["connection", "credential"],
    /^(credential|connection|secretEnd)$/,
  ],
  [
    "a credential misspelt",
    { MICROSOFT_APP_PASSWORD: undefined, MICROSOFT_APP_PASWORD: "x" },
    2,
    ["connection", "credential"],
    /^(credential|connection|secretEnd)$/,
  ],
  ["no connection", { OAUTH_CONNECTION_NAME: undefined }, 1, ["connection"], /^(connection|oauth)/],
  ["no policy", { POLICY_FILE: undefined }, 1, [], /^$/],
  ["a secret that is too short", { ALERTS_GRAFANA_SIGNING_SECRET: "short" }, 1, [], /^alertDoor$/],
  ["a reader in part", { READER_NAME: "reader" }, 1, [], /^$/],
  ["metrics without a token", { METRICS_PORT: "1", METRICS_HOST: "0.0.0.0" }, 1, [], /^$/],
  ["a port that is none", { PORT: "http" }, 1, [], /^$/],
])("%s: a line among all, and all else is asked", async (_name, variables, wrong, unknown, rests) => {
  const { lines, of } = await examined({ variables });
  const healthy = await examined({});
  const others = (all: typeof lines) =>
    all.filter(({ check }) => !/^(setting|file)$/.test(check) && !rests.test(check)).map(({ what }) => what);
  expect(others(lines)).toEqual(others(healthy.lines));
  expect(of("wrong").filter(({ check }) => check === "setting")).toHaveLength(wrong);
  expect(of("wrong").filter(({ check }) => check !== "setting" && check !== "file")).toEqual([]);
  expect(
    of("unknown")
      .map(({ check }) => check)
      .toSorted(),
  ).toEqual(unknown);
});

test.each([
  ["which bot", { MICROSOFT_APP_ID: undefined }],
  ["which tenant", { MICROSOFT_APP_TENANT_ID: "contoso" }],
  ["which cloud", { ARM_ENDPOINT: "management" }],
])("who does not say %s is asked about nothing else: it would be another", async (_what, variables) => {
  const { lines } = await examined({ variables });
  expect(lines.filter(({ check }) => check !== "setting" && check !== "file")).toEqual([]);
});

test("a Teams package for another application, told by a process of its own", async () => {
  const here = mkdtempSync(join(tmpdir(), "aks-oncall-package-"));
  mkdirSync(join(here, "dist"));
  const manifest = {
    bots: [{ botId: other }],
    webApplicationInfo: { id: other, resource: `api://botid-${other}` },
  };
  const zip = zipSync({ "manifest.json": strToU8(JSON.stringify(manifest)) });
  writeFileSync(join(here, "dist", "aks-oncall-0.1.0.zip"), zip);
  const signedIn = {
    AZURE_CLIENT_ID: people.alex.oid,
    AZURE_CLIENT_SECRET: "any",
    AZURE_TENANT_ID: tenantId,
  };
  writeFileSync(
    join(here, ".env"),
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}`)
      .join("\n"),
  );
  const certificates = { NODE_EXTRA_CA_CERTS: it.azure.caFile };
  const { code, out } = await runProcess(["doctor"], { ...signedIn, ...certificates }, "", here);
  expect(code).toBe(exitCodes.broken);
  const wrong = out.split("\n").filter((line) => /^[✖?]/.test(line));
  expect(wrong).toEqual([expect.stringMatching(/^✖ Teams package: .* built for the application 0f3b6a58/)]);
  expect(out).toMatch(/ right, 1 wrong, 0 not known\.\n/);
});

test.each([
  [
    "a wrong secret",
    { MICROSOFT_APP_PASSWORD: "wrong" },
    /own credential: Entra refuses it \(AADSTS7000215\)/,
  ],
  [
    "no connection of that name",
    { OAUTH_CONNECTION_NAME: "another" },
    /OAuth connection, .* \(another\): none/,
  ],
])("%s: /readyz says no, and why", async (_, variables, problem) => {
  const product = await startHarness(undefined, undefined, variables);
  try {
    const url = new URL("/readyz", product.botUrl());
    const shape = z.object({ status: z.string(), problem: z.string().optional() });
    const ask = async () => shape.parse(await (await fetch(url)).json());
    let answer = await ask();
    // It is asked once the product runs.
    while (answer.status === "ready") answer = await ask();
    expect(answer).toEqual({ status: "not ready", problem: expect.stringMatching(problem) });
  } finally {
    await product.close();
  }
});
