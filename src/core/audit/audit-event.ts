// What is written down for every decision. Rows are chained by hash once sealed.

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

/** `seq` counts sealed rows from 1 without gaps; the unsealed tail has `null` for all three. */
export type AuditEvent = AuditEntry &
  Readonly<{ id: string; seq: number | null; previousHash: string | null; hash: string | null }>;
