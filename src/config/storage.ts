// The settings that say where the product keeps its data, how long, with which keys, and where heads of the audit trail are
// written down.
import { join } from "node:path";
import { z } from "zod";
import { databaseScope } from "../azure/entra/database-token.ts";
import { problemOf, type SettingProblem } from "./problem.ts";

const guid = z.guid({ error: "must be a GUID like 11111111-2222-3333-4444-555555555555" }).toLowerCase();

export const storeSchema = z.object({
  DATABASE_URL: z.string().startsWith("postgres", { error: "must begin with postgres://" }).optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_MANAGED_IDENTITY_ID: guid.optional(),
});

/** The names of all that say where the product keeps its data and its keys. */
export const storageSettings = (): readonly string[] =>
  [storeSchema, auditSchema, filesSchema].flatMap(({ shape }) => Object.keys(shape));

/** `managedIdentity`: the client id of the one that signs in there; without it the URL has a password. */
export type DataLocation = Readonly<{ databaseUrl: string; managedIdentity?: string } | { dataDir: string }>;

export function storeOf(env: z.infer<typeof storeSchema>): DataLocation {
  const { DATABASE_URL: databaseUrl, DATABASE_MANAGED_IDENTITY_ID: managedIdentity } = env;
  if (databaseUrl === undefined) return { dataDir: env.DATA_DIR ?? ".data" };
  return { databaseUrl, ...(managedIdentity === undefined ? {} : { managedIdentity }) };
}

type Given = Readonly<Record<string, unknown>>;

const both = (given: Given, one: string, other: string): readonly SettingProblem[] =>
  given[one] !== undefined && given[other] !== undefined
    ? [problemOf(one, `${one} and ${other} are both set`, `set ${one} or ${other}, not both`)]
    : [];

export const storeContradictions = (given: Given): readonly SettingProblem[] => [
  ...both(given, "DATABASE_URL", "DATA_DIR"),
  ...identityContradictions(given),
];

/** A token of Entra is sent to nobody but Azure's own servers. */
function identityContradictions({ DATABASE_URL: url, DATABASE_MANAGED_IDENTITY_ID: id }: Given) {
  if (id === undefined) return [];
  const server = typeof url === "string" && URL.canParse(url) ? new URL(url) : null;
  const setting = "DATABASE_MANAGED_IDENTITY_ID";
  const expected = "postgres://NAME_OF_THE_IDENTITY@SERVER.postgres.database.azure.com:5432/DATABASE";
  const wrong = (found: string) => [problemOf("DATABASE_URL", `${setting} is set, and ${found}`, expected)];
  if (server === null) return wrong("DATABASE_URL names no server");
  if (server.password !== "") return wrong("DATABASE_URL has a password");
  return databaseScope(server.hostname) === null
    ? wrong("DATABASE_URL names no server of Azure Database for PostgreSQL")
    : [];
}

const vaultKey = z.url({
  protocol: /^https$/,
  error: "must be the identifier of a key, like https://VAULT.vault.azure.net/keys/NAME",
});
const blob = z.url({
  protocol: /^https$/,
  error: "must be an address like https://ACCOUNT.blob.core.windows.net/CONTAINER/heads.jsonl",
});

export const auditSchema = z.object({
  AUDIT_KEY_FILE: z.string().optional(),
  AUDIT_KEY_VAULT_KEY: vaultKey.optional(),
  AUDIT_HEAD_FILE: z.string().optional(),
  AUDIT_HEAD_BLOB: blob.optional(),
  OPERATORS_CHANNEL: z
    .string()
    .regex(/^19:[^;\s]+$/, { error: "must be the id of a channel or chat, like 19:…@thread.tacv2" })
    .optional(),
});

type AuditSettings = z.infer<typeof auditSchema>;

export type AuditConfig = Readonly<{
  /** `made`: in the data folder, and made there when it is not. `ephemeral`: of this process alone, for no data at all. */
  key: Readonly<
    { kind: "file" | "made"; file: string } | { kind: "vault"; id: string } | { kind: "ephemeral" }
  >;
  /** Where heads are written down, `made`: in the data folder; null: nowhere. */
  heads: Readonly<{ kind: "file" | "made"; file: string } | { kind: "blob"; url: string }> | null;
  /** The channel in which the day's head is posted; null: nowhere. */
  operatorsChannel: string | null;
}>;

/** The folder holds key and heads beside the database, where nobody else may look. */
export function auditOf(env: AuditSettings, store: DataLocation): AuditConfig {
  return {
    key: keyOf(env, store),
    heads: headsOf(env, store),
    operatorsChannel: env.OPERATORS_CHANNEL ?? null,
  };
}

function keyOf(env: AuditSettings, store: DataLocation): AuditConfig["key"] {
  if (env.AUDIT_KEY_FILE !== undefined) return { kind: "file", file: env.AUDIT_KEY_FILE };
  if (env.AUDIT_KEY_VAULT_KEY !== undefined) return { kind: "vault", id: env.AUDIT_KEY_VAULT_KEY };
  return "dataDir" in store && store.dataDir !== ":memory:"
    ? { kind: "made", file: join(store.dataDir, "audit-key.pem") }
    : { kind: "ephemeral" };
}

function headsOf(env: AuditSettings, store: DataLocation): AuditConfig["heads"] {
  if (env.AUDIT_HEAD_FILE !== undefined) return { kind: "file", file: env.AUDIT_HEAD_FILE };
  if (env.AUDIT_HEAD_BLOB !== undefined) return { kind: "blob", url: env.AUDIT_HEAD_BLOB };
  return "dataDir" in store && store.dataDir !== ":memory:"
    ? { kind: "made", file: join(store.dataDir, "audit-heads.jsonl") }
    : null;
}

export function auditContradictions(given: Given): readonly SettingProblem[] {
  const problems = [
    ...both(given, "AUDIT_KEY_FILE", "AUDIT_KEY_VAULT_KEY"),
    ...both(given, "AUDIT_HEAD_FILE", "AUDIT_HEAD_BLOB"),
  ];
  const { DATABASE_URL: url, AUDIT_KEY_FILE: file, AUDIT_KEY_VAULT_KEY: vault } = given;
  return url !== undefined && file === undefined && vault === undefined
    ? [
        ...problems,
        problemOf(
          "AUDIT_KEY_FILE",
          "DATABASE_URL is set",
          "set AUDIT_KEY_FILE or AUDIT_KEY_VAULT_KEY too, the audit trail is sealed with a key that is not in the database",
        ),
      ]
    : problems;
}

export const filesSchema = z.object({
  FILES_KEY_FILE: z.string().optional(),
  FILES_KEY_VAULT_KEY: vaultKey.optional(),
});

export const filesContradictions = (given: Given): readonly SettingProblem[] =>
  both(given, "FILES_KEY_FILE", "FILES_KEY_VAULT_KEY");

/**
 * What sent files are sealed with. `made`: in the data folder. `vault`: wrapped by a key there. `ephemeral`: of this process
 * alone. `none`: then nobody's file is taken.
 */
export type FilesKey = Readonly<
  { kind: "file" | "made"; file: string } | { kind: "vault"; id: string } | { kind: "ephemeral" | "none" }
>;

/** Never in the database: who has that alone reads no file. */
export function filesKeyOf(env: z.infer<typeof filesSchema>, store: DataLocation): FilesKey {
  if (env.FILES_KEY_FILE !== undefined) return { kind: "file", file: env.FILES_KEY_FILE };
  if (env.FILES_KEY_VAULT_KEY !== undefined) return { kind: "vault", id: env.FILES_KEY_VAULT_KEY };
  if (!("dataDir" in store)) return { kind: "none" };
  return store.dataDir === ":memory:"
    ? { kind: "ephemeral" }
    : { kind: "made", file: join(store.dataDir, "files.key") };
}

const days = z.coerce
  .number({ error: "must be a whole number of days" })
  .int("must be a whole number of days")
  .min(1, "must be at least 1 day");

export const retentionSchema = z.object({
  RETENTION_OUTPUT_DAYS: days.default(30),
  RETENTION_AUDIT_DAYS: days.default(365),
});

type RetentionSettings = z.infer<typeof retentionSchema>;

/** In days: outputs, diagnoses and conversations that are not used; the audit trail. */
export type Retention = Readonly<{ outputDays: number; auditDays: number }>;

export const retentionOf = (env: RetentionSettings): Retention => ({
  outputDays: env.RETENTION_OUTPUT_DAYS,
  auditDays: env.RETENTION_AUDIT_DAYS,
});

/** An output without the audit entries that led to it would prove nothing. */
export const retentionContradictions = (env: RetentionSettings): readonly SettingProblem[] =>
  env.RETENTION_AUDIT_DAYS < env.RETENTION_OUTPUT_DAYS
    ? [
        problemOf(
          "RETENTION_AUDIT_DAYS",
          `RETENTION_AUDIT_DAYS is ${env.RETENTION_AUDIT_DAYS} and RETENTION_OUTPUT_DAYS is ${env.RETENTION_OUTPUT_DAYS}`,
          "keep the audit trail at least as long as outputs",
        ),
      ]
    : [];
