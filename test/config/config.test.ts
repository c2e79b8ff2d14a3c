// Settings: what is needed, and that everything wrong is named at once.
import { readdirSync, readFileSync } from "node:fs";
import { readCloud, readConfig, readStore } from "../../src/config/config.ts";
import { sentenceOf } from "../../src/config/problem.ts";

const valid = {
  MICROSOFT_APP_ID: "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14",
  MICROSOFT_APP_TENANT_ID: "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7",
  MICROSOFT_APP_PASSWORD: "secret",
  OAUTH_CONNECTION_NAME: "aks-oncall",
  POLICY_FILE: "policies/example.yaml",
};

const bot = {
  BOT_LOGIN_URL: "https://login.example/tenant",
  BOT_OAUTH_SCOPE: "https://api.example",
  BOT_TOKEN_ISSUER: "https://api.example",
  BOT_OAUTH_URL: "https://token.example",
  BOT_OPENID_METADATA_URL: "https://login.example/openid",
  BOT_EMULATOR_OPENID_METADATA_URL: "https://login.example/openid",
  BOT_CALLER_ID: "urn:botframework:azure",
  BOT_VALIDATE_AUTHORITY: "false",
};

const reader = {
  READER_CLIENT_ID: "5b0f8c1d-3e62-4f97-a0d4-9c7e1b2f6a35",
  READER_OBJECT_ID: "0f3b6a58-1d27-4c94-8e60-7a5d2b9c4e13",
  READER_NAME: "aks-oncall-reader",
};

const problems = (variables: Record<string, string | undefined>): readonly string[] => {
  const read = readConfig(variables);
  return read.ok ? [] : read.problems.map(sentenceOf);
};

describe("the least that works", () => {
  test("has defaults for the rest", () => {
    expect(readConfig(valid)).toMatchObject({
      ok: true,
      config: {
        port: 3978,
        store: { dataDir: ".data" },
        allowedTenants: [valid.MICROSOFT_APP_TENANT_ID],
        teamsServiceHosts: ["smba.trafficmanager.net", ".teams.microsoft.com"],
        teamsPerSecond: 30,
        rereadSeconds: 10,
        bot: null,
        alerts: { azureMonitor: null, alertmanager: null, grafana: null, pagerDuty: null },
        telemetry: { door: null, traces: { url: null }, metrics: { url: null } },
        reader: null,
      },
    });
  });

  test("a read-only identity is there where all of it is set", () => {
    const [clientId, objectId] = [reader.READER_CLIENT_ID, reader.READER_OBJECT_ID];
    expect(readConfig({ ...valid, ...reader })).toMatchObject({
      config: { reader: { clientId, objectId, name: "aks-oncall-reader", tokenFile: null } },
    });
  });

  test("ids are compared as Entra spells them, in lower case", () => {
    const upper = (name: keyof typeof valid) => ({ [name]: valid[name].toUpperCase() });
    const ids = { ...upper("MICROSOFT_APP_ID"), ...upper("MICROSOFT_APP_TENANT_ID") };
    const caller = { ALERTS_CALLER_APP_ID: "461E8683-5575-4561-AC7F-899CC907D62A" };
    const read = { ...valid, ...ids, ...caller, ALERTS_APP_ID: valid.MICROSOFT_APP_ID.toUpperCase() };
    expect(readConfig(read)).toMatchObject({
      config: {
        app: { id: valid.MICROSOFT_APP_ID, tenantId: valid.MICROSOFT_APP_TENANT_ID },
        allowedTenants: [valid.MICROSOFT_APP_TENANT_ID],
        alerts: {
          azureMonitor: {
            appId: valid.MICROSOFT_APP_ID,
            callerAppId: "461e8683-5575-4561-ac7f-899cc907d62a",
          },
        },
      },
    });
  });

  test("documents stand where it is said, without the slash at the end", () => {
    const docsUrl = (given: string | undefined) => readConfig({ ...valid, DOCS_URL: given });
    expect(docsUrl("https://git.example.com/docs/")).toMatchObject({
      config: { docsUrl: "https://git.example.com/docs" },
    });
    expect(docsUrl(undefined)).toMatchObject({ config: { docsUrl: "" } });
  });

  test("the address for browsers is a host alone", () => {
    const publicUrl = (given: string | undefined) => readConfig({ ...valid, PUBLIC_URL: given });
    expect(publicUrl("https://oncall.example.com/")).toMatchObject({
      config: { publicUrl: "https://oncall.example.com" },
    });
    expect(publicUrl(undefined)).toMatchObject({ config: { publicUrl: null } });
  });

  test("nothing set: every missing setting is named", () => {
    const found = problems({}).join("\n");
    for (const name of Object.keys(valid)) expect(found).toContain(name);
  });
});

describe("refused", () => {
  test.each([
    [
      "an empty app id",
      { MICROSOFT_APP_ID: "  " },
      "MICROSOFT_APP_ID is not set: without it the Bot Framework would accept",
    ],
    ["an app id that is no GUID", { MICROSOFT_APP_ID: "my-bot" }, "MICROSOFT_APP_ID is not valid"],
    [
      "a token's file beside a secret",
      { MICROSOFT_APP_TOKEN_FILE: "/var/run/secrets/azure/tokens/azure-identity-token" },
      "MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TOKEN_FILE are set",
    ],
    ["no credential", { MICROSOFT_APP_PASSWORD: undefined }, "none is set"],
    [
      "two credentials",
      { MICROSOFT_APP_CERTIFICATE_PATH: "bot.pem" },
      "MICROSOFT_APP_PASSWORD and MICROSOFT_APP_CERTIFICATE_PATH are set",
    ],
    [
      "two stores",
      { DATA_DIR: "data", DATABASE_URL: "postgres://host/db" },
      "DATABASE_URL or DATA_DIR, not both",
    ],
    [
      "a database without a key for its audit trail",
      { DATABASE_URL: "postgres://host/db" },
      "DATABASE_URL is set: set AUDIT_KEY_FILE or AUDIT_KEY_VAULT_KEY too",
    ],
    [
      "two keys",
      { AUDIT_KEY_FILE: "key.pem", AUDIT_KEY_VAULT_KEY: "https://v.vault.azure.net/keys/audit" },
      "AUDIT_KEY_FILE or AUDIT_KEY_VAULT_KEY, not both",
    ],
    [
      "a key in no vault",
      { AUDIT_KEY_VAULT_KEY: "audit" },
      "AUDIT_KEY_VAULT_KEY is not valid: must be the identifier of a key",
    ],
    [
      "two books of heads",
      { AUDIT_HEAD_FILE: "heads.jsonl", AUDIT_HEAD_BLOB: "https://a.blob.core.windows.net/audit" },
      "AUDIT_HEAD_FILE or AUDIT_HEAD_BLOB, not both",
    ],
    [
      "a channel by its name",
      { OPERATORS_CHANNEL: "On-call" },
      "OPERATORS_CHANNEL is not valid: must be the id of a channel or chat",
    ],
    [
      "documents without https",
      { DOCS_URL: "git/docs" },
      "DOCS_URL is not valid: must be an https:// address",
    ],
    [
      "an address for browsers with a path",
      { PUBLIC_URL: "https://oncall.example.com/bot" },
      "PUBLIC_URL is not valid: must be https:// and a host, and nothing behind it",
    ],
    [
      "half a read-only identity",
      { READER_CLIENT_ID: "5b0f8c1d-3e62-4f97-a0d4-9c7e1b2f6a35", READER_NAME: "aks-oncall-reader" },
      "READER_OBJECT_ID missing: the read-only identity is set up whole or not at all.",
    ],
    [
      "a token file of no identity",
      { READER_TOKEN_FILE: "/var/run/secrets/azure/tokens/azure-identity-token" },
      "READER_CLIENT_ID, READER_OBJECT_ID, READER_NAME missing: the read-only identity is set up whole",
    ],
    [
      "the bot's own application as the read-only identity",
      { ...reader, READER_CLIENT_ID: valid.MICROSOFT_APP_ID.toUpperCase() },
      "READER_CLIENT_ID is MICROSOFT_APP_ID: the read-only identity must be one of its own",
    ],
    [
      "the identity that the bot signs in with as the read-only identity",
      {
        ...reader,
        MICROSOFT_APP_PASSWORD: undefined,
        MICROSOFT_APP_MANAGED_IDENTITY_ID: reader.READER_CLIENT_ID,
      },
      "READER_CLIENT_ID is MICROSOFT_APP_MANAGED_IDENTITY_ID: the read-only identity must be one of its own",
    ],
    [
      "a read-only identity that is no GUID",
      { ...reader, READER_OBJECT_ID: "reader" },
      "READER_OBJECT_ID is not valid: must be a GUID",
    ],
    ["another database", { DATABASE_URL: "mysql://host/db" }, "DATABASE_URL is not valid"],
    ["a port that is none", { PORT: "http" }, "PORT is not valid: must be a whole number from 0 to 65535."],
    [
      "a bot that may not say anything",
      { TEAMS_CALLS_PER_SECOND: "0" },
      "TEAMS_CALLS_PER_SECOND is not valid: must be a whole number, at least 1.",
    ],
    [
      "readings that would be too old",
      { AZURE_REREAD_SECONDS: "60" },
      "AZURE_REREAD_SECONDS is not valid: must be a whole number of seconds from 0 to 10.",
    ],
    [
      "an unknown cloud",
      { AZURE_CLOUD: "moon" },
      "AZURE_CLOUD is not valid: must be one of public, usGovernment, china.",
    ],
    [
      "a cloud without encryption",
      { ARM_ENDPOINT: "http://arm" },
      "ARM_ENDPOINT is not valid: must be an https:// address",
    ],
    ["half of a private cloud's endpoints", { BOT_LOGIN_URL: "https://x" }, "BOT_OAUTH_SCOPE"],
    [
      "alerts that join for no number of hours",
      { ALERTS_JOIN_HOURS: "73" },
      "ALERTS_JOIN_HOURS is not valid: must be a whole number of hours from 0 to 72",
    ],
    ["alerts for an app that is no GUID", { ALERTS_APP_ID: "my-app" }, "ALERTS_APP_ID is not valid"],
    [
      "a caller of alerts, and no app",
      { ALERTS_CALLER_APP_ID: valid.MICROSOFT_APP_ID },
      "set ALERTS_APP_ID too",
    ],
    [
      "a secret that can be guessed",
      { ALERTS_ALERTMANAGER_TOKEN: "hunter22" },
      "ALERTS_ALERTMANAGER_TOKEN is not valid: must be a secret of at least 20",
    ],
    [
      "two secrets, one of them with a space",
      { ALERTS_PAGERDUTY_SIGNING_SECRET: "0123456789abcdef0123,0123456789 abcdef0123" },
      "ALERTS_PAGERDUTY_SIGNING_SECRET is not valid",
    ],
    [
      "Grafana with both of its proofs",
      {
        ALERTS_GRAFANA_TOKEN: "0123456789abcdef0123",
        ALERTS_GRAFANA_SIGNING_SECRET: "0123456789abcdef0123",
      },
      "ALERTS_GRAFANA_TOKEN and ALERTS_GRAFANA_SIGNING_SECRET are both set: set one of them.",
    ],
    [
      "alerts in a cloud whose Azure Monitor is not known",
      { ALERTS_APP_ID: valid.MICROSOFT_APP_ID, AZURE_CLOUD: "usGovernment" },
      "set ALERTS_CALLER_APP_ID too",
    ],
    ["China without its endpoints", { AZURE_CLOUD: "china" }, "set every BOT_… endpoint"],
  ])("%s", (_name, change, problem) => {
    expect(problems({ ...valid, ...change }).join("\n")).toContain(problem);
  });
});

test.each([
  ["public Azure's own", {}, "461e8683-5575-4561-ac7f-899cc907d62a"],
  ["the one given", { ALERTS_CALLER_APP_ID: valid.MICROSOFT_APP_TENANT_ID }, valid.MICROSOFT_APP_TENANT_ID],
])("who delivers alerts: %s", (_name, change, callerAppId) => {
  const appId = valid.MICROSOFT_APP_ID;
  expect(readConfig({ ...valid, ALERTS_APP_ID: appId, ...change })).toMatchObject({
    config: { alerts: { azureMonitor: { appId, callerAppId } } },
  });
});

test.each<[string, Readonly<Record<string, string>>, object]>([
  ["nowhere", {}, { pagerduty: null, opsgenie: null, calendars: {} }],
  [
    "the services' own addresses",
    { ON_CALL_PAGERDUTY_TOKEN: "token", ON_CALL_OPSGENIE_KEY: "key" },
    {
      pagerduty: { origin: "https://api.pagerduty.com", token: "token" },
      opsgenie: { origin: "https://api.opsgenie.com", key: "key" },
    },
  ],
  [
    "those of another region, without the slash at the end",
    { ON_CALL_PAGERDUTY_TOKEN: "token", ON_CALL_PAGERDUTY_URL: "https://api.eu.pagerduty.com/" },
    { pagerduty: { origin: "https://api.eu.pagerduty.com", token: "token" } },
  ],
  [
    "calendars by name",
    { ON_CALL_CALENDARS: "rota=https://x.example/a,b.ics?k=1=2  other=https://y.example/c.ics" },
    { calendars: { rota: "https://x.example/a,b.ics?k=1=2", other: "https://y.example/c.ics" } },
  ],
])("where schedules are read: %s", (_, change, onCall) => {
  expect(readConfig({ ...valid, ...change })).toMatchObject({ ok: true, config: { onCall } });
});

test.each([
  ["no encryption", { ON_CALL_CALENDARS: "rota=http://x.example/secret.ics" }],
  ["no name", { ON_CALL_CALENDARS: "https://x.example/secret.ics" }],
  [
    "one name twice",
    { ON_CALL_CALENDARS: "rota=https://x.example/secret.ics rota=https://y.example/secret.ics" },
  ],
  ["a service without encryption", { ON_CALL_OPSGENIE_URL: "http://x.example/secret" }],
])("schedules are read nowhere with %s, and no address is repeated", (_, change) => {
  const found = problems({ ...valid, ...change });
  expect(found).toHaveLength(1);
  expect(found.join()).toMatch(/^ON_CALL_\w+ is not valid: must be /);
  expect(found.join()).not.toContain("secret");
});

test("a cloud that no SDK knows is taken whole", () => {
  expect(readConfig({ ...valid, ...bot })).toMatchObject({
    ok: true,
    config: { bot: { validateAuthority: false } },
  });
});

test("the SDK that Teams is spoken to with", () => {
  expect(readConfig(valid)).toMatchObject({ config: { teamsSdk: "botbuilder" } });
  expect(readConfig({ ...valid, TEAMS_SDK: "teams-apps" })).toMatchObject({
    config: { teamsSdk: "teams-apps" },
  });
  expect(problems({ ...valid, TEAMS_SDK: "express" })).toEqual([
    "TEAMS_SDK is not valid: must be one of botbuilder, teams-apps.",
  ]);
  const elsewhere = { ...bot, BOT_OPENID_METADATA_URL: "https://x.example/keys" };
  expect(problems({ ...valid, ...elsewhere, TEAMS_SDK: "teams-apps" })).toEqual([
    "BOT_OPENID_METADATA_URL has to end in /openidconfiguration for TEAMS_SDK=teams-apps.",
  ]);
});

describe("a part of the settings, for the command line", () => {
  const ofAzure = "postgres://oncall@oncall.postgres.database.azure.com:5432/db?sslmode=verify-full";
  const identity = "11111111-2222-4333-8444-555555555555";
  test("the cloud, without the bot's settings", () => {
    expect(
      readCloud({ AZURE_CLOUD: "usGovernment", ARM_ENDPOINT: "", GRAPH_ENDPOINT: "https://graph" }),
    ).toEqual({
      ok: true,
      settings: { name: "usGovernment", graphEndpoint: "https://graph" },
    });
    expect(readCloud({ AZURE_CLOUD: "moon" })).toMatchObject({
      problems: [{ setting: "AZURE_CLOUD", found: "AZURE_CLOUD is not valid" }],
    });
  });

  test.each([
    [{}, { ok: true, settings: { dataDir: ".data" } }],
    [{ DATA_DIR: "data" }, { ok: true, settings: { dataDir: "data" } }],
    [{ DATABASE_URL: "postgres://host/db" }, { ok: true, settings: { databaseUrl: "postgres://host/db" } }],
    [
      { DATABASE_URL: ofAzure, DATABASE_MANAGED_IDENTITY_ID: identity },
      { ok: true, settings: { databaseUrl: ofAzure, managedIdentity: identity } },
    ],
    [
      { DATA_DIR: "data", DATABASE_URL: "postgres://host/db" },
      {
        ok: false,
        problems: [
          {
            setting: "DATABASE_URL",
            found: "DATABASE_URL and DATA_DIR are both set",
            expected: "set DATABASE_URL or DATA_DIR, not both",
          },
        ],
      },
    ],
  ])("the store of %p", (variables, settings) => {
    expect(readStore(variables)).toEqual(settings);
  });

  test.each([
    [undefined, "DATABASE_URL names no server"],
    [ofAzure.replace("@", ":secret@"), "DATABASE_URL has a password"],
    [
      "postgres://oncall@postgres.database.azure.com.example/db",
      "DATABASE_URL names no server of Azure Database for PostgreSQL",
    ],
  ])("a managed identity signs in at no other database: %s", (url, found) => {
    expect(readStore({ DATABASE_URL: url, DATABASE_MANAGED_IDENTITY_ID: identity })).toEqual({
      ok: false,
      problems: [
        {
          setting: "DATABASE_URL",
          found: `DATABASE_MANAGED_IDENTITY_ID is set, and ${found}`,
          expected: "postgres://NAME_OF_THE_IDENTITY@SERVER.postgres.database.azure.com:5432/DATABASE",
        },
      ],
    });
  });
});

describe("names that are written wrongly", () => {
  test.each([
    ["AUDIT_KEYFILE", "AUDIT_KEYFILE is no setting: AUDIT_KEY_FILE may be meant."],
    ["TEAMS_SERVICE_HOST", "TEAMS_SERVICE_HOST is no setting: TEAMS_SERVICE_HOSTS may be meant."],
    ["ALLOWED_TENANTS", "ALLOWED_TENANTS is no setting: ALLOWED_TENANT_IDS may be meant."],
    ["DATABSE_URL", "DATABSE_URL is no setting: DATABASE_URL may be meant."],
    ["log_level", "log_level is no setting: LOG_LEVEL may be meant."],
    ["AUDIT_XYZ", "AUDIT_XYZ is no setting: .env.example lists all of them."],
  ])("%s: listed with the nearest", (name, problem) => {
    expect(problems({ ...valid, [name]: "x" })).toEqual([problem]);
  });

  test.each([
    ...["PATH", "HOSTNAME", "AZURE_CLIENT_ID", "NODE_OPTIONS", "TEAMS_DEVELOPER_NAME", "TEAMS_VALID_DOMAINS"],
    // What Kubernetes sets for services that are called bot, audit and teams.
    ...["BOT_SERVICE_HOST", "BOT_SERVICE_PORT", "BOT_SERVICE_PORT_HTTP", "BOT_PORT", "AUDIT_PORT_443_TCP"],
    ...["AUDIT_PORT_443_TCP_ADDR", "TEAMS_PORT_443_TCP_PROTO"],
  ])("%s: not ours to judge", (name) => {
    expect(problems({ ...valid, [name]: "x" })).toEqual([]);
  });

  test("near to a setting that is there: somebody else's", () => {
    expect(problems({ ...valid, LOG_LEVEL: "info", LOGLEVEL: "5" })).toEqual([]);
  });
});

test("every variable of the schema is explained in .env.example", () => {
  const example = readFileSync(".env.example", "utf8");
  const files = readdirSync("src/config");
  const source = files.map((name) => readFileSync(`src/config/${name}`, "utf8")).join("\n");
  const names = [...source.matchAll(/^ {2}([A-Z_]{4,}):/gm)].map((match) => match[1] ?? "");
  expect(names.length).toBeGreaterThan(25);
  expect(names.filter((name) => !new RegExp(`^#?${name}=`, "m").test(example))).toEqual([]);
});

describe("the audit trail", () => {
  const auditIn = (variables: Record<string, string>) => {
    const read = readConfig({ ...valid, ...variables });
    if (!read.ok) throw new Error(read.problems.map(sentenceOf).join("\n"));
    return read.config.audit;
  };

  test("in a folder, key and heads are beside the database unless said otherwise", () => {
    expect(auditIn({ DATA_DIR: "data" })).toEqual({
      key: { kind: "made", file: "data/audit-key.pem" },
      heads: { kind: "made", file: "data/audit-heads.jsonl" },
      operatorsChannel: null,
    });
    expect(auditIn({ DATA_DIR: ":memory:" })).toMatchObject({ key: { kind: "ephemeral" }, heads: null });
  });

  test.each([
    [{ AUDIT_KEY_FILE: "key.pem" }, { key: { kind: "file", file: "key.pem" }, heads: null }],
    [
      {
        AUDIT_KEY_VAULT_KEY: "https://v.vault.azure.net/keys/audit",
        AUDIT_HEAD_BLOB: "https://a.blob.core.windows.net/audit",
      },
      {
        key: { kind: "vault", id: "https://v.vault.azure.net/keys/audit" },
        heads: { kind: "blob", url: "https://a.blob.core.windows.net/audit" },
      },
    ],
    [
      { AUDIT_KEY_FILE: "key.pem", AUDIT_HEAD_FILE: "heads", OPERATORS_CHANNEL: "19:ops@thread.tacv2" },
      { heads: { kind: "file", file: "heads" }, operatorsChannel: "19:ops@thread.tacv2" },
    ],
  ])("on a server, nothing is made by itself: %j", (variables, audit) => {
    expect(auditIn({ DATABASE_URL: "postgres://host/db", ...variables })).toMatchObject(audit);
  });
});

describe("retention", () => {
  test("thirty days and a year, unless said otherwise", () => {
    expect(readConfig(valid)).toMatchObject({ config: { retention: { outputDays: 30, auditDays: 365 } } });
    const given = { ...valid, RETENTION_OUTPUT_DAYS: "7", RETENTION_AUDIT_DAYS: "7" };
    expect(readConfig(given)).toMatchObject({ config: { retention: { outputDays: 7, auditDays: 7 } } });
  });

  test.each([
    [{ RETENTION_OUTPUT_DAYS: "0" }, "RETENTION_OUTPUT_DAYS is not valid: must be at least 1 day."],
    [{ RETENTION_OUTPUT_DAYS: "1.5" }, "RETENTION_OUTPUT_DAYS is not valid: must be a whole number of days."],
    [
      { RETENTION_AUDIT_DAYS: "a year" },
      "RETENTION_AUDIT_DAYS is not valid: must be a whole number of days.",
    ],
    [
      { RETENTION_OUTPUT_DAYS: "90", RETENTION_AUDIT_DAYS: "60" },
      "RETENTION_AUDIT_DAYS is 60 and RETENTION_OUTPUT_DAYS is 90: keep the audit trail at least as long as outputs.",
    ],
    [
      { RETENTION_OUTPUT_DAYS: "400" },
      "RETENTION_AUDIT_DAYS is 365 and RETENTION_OUTPUT_DAYS is 400: keep the audit trail at least as long as outputs.",
    ],
  ])("%j: refused", (variables, problem) => {
    expect(problems({ ...valid, ...variables })).toEqual([problem]);
  });

  test("is judged beside what else is wrong", () => {
    const given = { ...valid, PORT: "99999", RETENTION_OUTPUT_DAYS: "400" };
    expect(problems(given)).toEqual([
      expect.stringContaining("PORT is not valid"),
      expect.stringContaining("RETENTION_AUDIT_DAYS is 365"),
    ]);
  });
});

test.each([
  [{}, 3],
  [{ ALERTS_JOIN_HOURS: "0" }, 0],
  [{ ALERTS_JOIN_HOURS: "12" }, 12],
])("for how long alerts join a resolved incident: %j", (given, joinHours) => {
  expect(readConfig({ ...valid, ...given })).toMatchObject({ config: { alerts: { joinHours } } });
});

const [first, second] = ["0123456789abcdef0123", "fedcba9876543210fedc"];

test.each([
  [{ ALERTS_ALERTMANAGER_TOKEN: first }, { alertmanager: { by: "password", secrets: [first] } }],
  [{ ALERTS_GRAFANA_TOKEN: first }, { grafana: { by: "password", secrets: [first] } }],
  [{ ALERTS_GRAFANA_SIGNING_SECRET: first }, { grafana: { by: "signature", secrets: [first] } }],
  [
    { ALERTS_PAGERDUTY_SIGNING_SECRET: `${first}, ${second}` },
    { pagerDuty: { by: "signature", secrets: [first, second] } },
  ],
])("secrets of alert sources: %j", (given, alerts) => {
  expect(readConfig({ ...valid, ...given })).toMatchObject({ config: { alerts } });
});
