// What is written down for every decision. Rows are chained by hash once sealed, and the chain is signed.

export type AuditEntry = Readonly<{
  /** ISO time, UTC. */
  time: string;
  /** Entra object id and tenant of who acted; an application's id for an alert, `system` for the product itself. */
  actor: string;
  tenant: string | null;
  /** For example `command.submit`, `diagnose.submit`, `run.finish`, `output.read`, `signin`. */
  action: string;
  outcome: "allowed" | "denied" | "refused" | "succeeded" | "failed" | "lost" | "recorded";
  /** Resource id of the cluster, or null. */
  cluster: string | null;
  runId: string | null;
  /** The policy rule that decided, if one did. */
  rule: string | null;
  /** Small facts, redacted: never tokens, never output. */
  detail: Readonly<Record<string, string | number | boolean | null>>;
}>;

/** `rowId`: order of writing, with gaps. */
export type StoredEntry = AuditEntry & Readonly<{ id: string; rowId: number }>;

/**
 * `seq` counts sealed rows from 1 without gaps; `key` is the id of the key in use then, null before there was one.
 * The last row of each sealed batch carries a `signature`, which speaks for every row before it too. In the unsealed
 * tail all five are null.
 */
export type AuditEvent = StoredEntry &
  Readonly<{
    seq: number | null;
    previousHash: string | null;
    hash: string | null;
    key: string | null;
    signature: string | null;
  }>;
