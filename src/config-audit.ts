// The settings that say with which key the audit trail is sealed, and where its heads are written down; a part of
// `config.ts`.
import { join } from "node:path";
import { z } from "zod";

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
type Place = Readonly<{ databaseUrl: string } | { dataDir: string }>;

export type AuditConfig = Readonly<{
  /** `made`: in the data folder, and made there when it is not. `passing`: of this process alone, for no data at all. */
  key: Readonly<
    { kind: "file" | "made"; file: string } | { kind: "vault"; id: string } | { kind: "passing" }
  >;
  /** Where heads are written down, `made`: in the data folder; null: nowhere. */
  heads: Readonly<{ kind: "file" | "made"; file: string } | { kind: "blob"; url: string }> | null;
  /** The channel in which the day's head is posted; null: nowhere. */
  operatorsChannel: string | null;
}>;

/** The folder holds key and heads beside the database, where nobody else may look. */
export function auditOf(env: AuditSettings, store: Place): AuditConfig {
  return {
    key: keyOf(env, store),
    heads: headsOf(env, store),
    operatorsChannel: env.OPERATORS_CHANNEL ?? null,
  };
}

function keyOf(env: AuditSettings, store: Place): AuditConfig["key"] {
  if (env.AUDIT_KEY_FILE !== undefined) return { kind: "file", file: env.AUDIT_KEY_FILE };
  if (env.AUDIT_KEY_VAULT_KEY !== undefined) return { kind: "vault", id: env.AUDIT_KEY_VAULT_KEY };
  return "dataDir" in store && store.dataDir !== ":memory:"
    ? { kind: "made", file: join(store.dataDir, "audit-key.pem") }
    : { kind: "passing" };
}

function headsOf(env: AuditSettings, store: Place): AuditConfig["heads"] {
  if (env.AUDIT_HEAD_FILE !== undefined) return { kind: "file", file: env.AUDIT_HEAD_FILE };
  if (env.AUDIT_HEAD_BLOB !== undefined) return { kind: "blob", url: env.AUDIT_HEAD_BLOB };
  return "dataDir" in store && store.dataDir !== ":memory:"
    ? { kind: "made", file: join(store.dataDir, "audit-heads.jsonl") }
    : null;
}

export function auditContradictions(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const both = (one: string, other: string) =>
    given[one] !== undefined && given[other] !== undefined ? [`Set ${one} or ${other}, not both.`] : [];
  const problems = [
    ...both("AUDIT_KEY_FILE", "AUDIT_KEY_VAULT_KEY"),
    ...both("AUDIT_HEAD_FILE", "AUDIT_HEAD_BLOB"),
  ];
  const { DATABASE_URL: url, AUDIT_KEY_FILE: file, AUDIT_KEY_VAULT_KEY: vault } = given;
  return url !== undefined && file === undefined && vault === undefined
    ? [
        ...problems,
        "DATABASE_URL is set: set AUDIT_KEY_FILE or AUDIT_KEY_VAULT_KEY too, the audit trail is sealed with a key that is not in the database.",
      ]
    : problems;
}
