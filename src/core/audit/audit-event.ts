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

// Where a trail does not fit together, as data; the catalogue says what was done to it.

type Nothing = Readonly<Record<never, never>>;

/** Rows by their `seq`; `head`: the row before, or the last. */
type Values = {
  rowMissing: { row: number; next: number; head: number };
  rowOutOfOrder: { row: number; head: number };
  notContinued: { row: number; head: number };
  changed: { row: number };
  withoutKey: { row: number };
  /** Its signature; `signed`: the last row whose signature fits. */
  forged: { row: number; signed: number };
  /** The hash that was written down elsewhere. */
  otherRow: { row: number; hash: string };
  endCutOff: { row: number; head: number };
  writtenTwice: { row: number; hashes: readonly [string, string] };
  noneSigned: Nothing;
  endUnsigned: { signed: number; head: number };
  anchorUnreadable: Nothing;
  anchorUnsigned: Nothing;
  removedUnsaid: { upTo: number };
  /** All of them from before `before`, while everything since `kept` is to be kept. */
  removedTooEarly: { upTo: number; before: string; kept: string };
};

export type TrailFault = { [K in keyof Values]: Readonly<{ is: K } & Values[K]> }[keyof Values];

/** `atSeq`: the row where the chain breaks, 0 for a row that has no place yet. */
export type Broken = Readonly<{ ok: false; atSeq: number; reason: TrailFault }>;

export const broken = (atSeq: number, reason: TrailFault): Broken => ({ ok: false, atSeq, reason });
