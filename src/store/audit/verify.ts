// Proves the audit trail: its chain, its signatures, what retention removed, and what was written down elsewhere.

import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import {
  anchorAction,
  type ChainHead,
  type CheckSignature,
  type Removed,
  readAnchor,
} from "../../core/audit/anchor.ts";
import { type AuditEvent, type Broken, broken } from "../../core/audit/audit-event.ts";
import {
  chainFrom,
  chainStart,
  endChain,
  type Followed,
  followChain,
  type Proof,
} from "../../core/audit/chain.ts";
import { connect, whyNotOpened } from "../kit/connect.ts";
import type { DatabaseLocation, StoreLog } from "../kit/connection.ts";
import { exists } from "../kit/private-folder.ts";
import type { Tables } from "../kit/tables.ts";
import { allEvents, sha256, toEvent } from "./entries.ts";

/** `outside`: heads that were written down elsewhere. `removedBefore`: retention may have removed what is older. */
export type TrailEvidence = Readonly<{
  check: CheckSignature;
  outside: readonly ChainHead[];
  removedBefore: Date;
}>;

/**
 * `removed`: what retention took; the check begins behind it. `heads`: how many were compared; `headUpTo`: the last of
 * them, 0: none.
 */
export type TrailCheck = Readonly<
  | (Omit<Followed, "from"> & { sealed: number; removed: Removed | null; heads: number; headUpTo: number })
  | Broken
>;

/** What reads the trail, and changes nothing. */
export type AuditTrail = Readonly<{
  verify(against: TrailEvidence): Promise<TrailCheck>;
  /** Every event: sealed ones in order, then the unsealed tail. */
  events(): AsyncIterable<AuditEvent>;
}>;

export const auditTrail = (db: Kysely<Tables>): AuditTrail => ({
  // One snapshot: what is sealed or removed meanwhile does not look like a broken chain.
  verify: (against) =>
    db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute((snapshot) => verifyTrail(snapshot, against)),
  events: () => eachEvent(db),
});

async function* eachEvent(db: Kysely<Tables>): AsyncGenerator<AuditEvent> {
  for await (const page of allEvents(db)) yield* page;
}

/** Checks the whole trail; the first thing that does not fit ends it. */
async function verifyTrail(db: Kysely<Tables>, against: TrailEvidence): Promise<TrailCheck> {
  const twofold = twofoldHead(against.outside);
  if (twofold !== null) return twofold;
  const beginning = await beginningOf(db, against);
  if (!beginning.ok) return beginning;
  const proof: Proof = {
    sha256,
    check: against.check,
    outside: new Map(against.outside.map(({ seq, hash }) => [seq, hash])),
  };
  let followed: Followed = beginning.followed;
  for await (const page of allEvents(db)) {
    const next = followChain(page, proof, followed);
    if (!next.ok) return next;
    followed = next;
  }
  const end = endChain(followed, proof);
  if (!end.ok) return end;
  const { from, ...rest } = end;
  const compared = against.outside.map(({ seq }) => seq).filter((seq) => seq >= from.seq && seq > 0);
  // A book of some years holds more than a call takes arguments.
  const headUpTo = compared.reduce((last, seq) => Math.max(last, seq), 0);
  const sealed = end.head.seq - from.seq;
  return { ...rest, sealed, removed: beginning.removed, heads: compared.length, headUpTo };
}

/** A trail that was cut and went on has written down the same place again: the later head must not hide the earlier. */
function twofoldHead(heads: readonly ChainHead[]): Broken | null {
  const first = new Map<number, string>();
  for (const { seq, hash } of heads) {
    const known = first.get(seq) ?? hash;
    if (known !== hash) return broken(seq, { is: "writtenTwice", row: seq, hashes: [known, hash] });
    first.set(seq, hash);
  }
  return null;
}

type Beginning = Readonly<{ ok: true; followed: Followed; removed: Removed | null }> | Broken;

/** Row 1, or the row behind what an anchor says was removed: any other beginning is a removal that nobody signed. */
async function beginningOf(db: Kysely<Tables>, against: TrailEvidence): Promise<Beginning> {
  const first = await firstSealed(db);
  if (first === null || first <= 1) return { ok: true, followed: chainFrom(chainStart), removed: null };
  const anchor = await anchorOf(db, first - 1);
  if (!anchor) return broken(first, { is: "removedUnsaid", upTo: first - 1 });
  const read = readAnchor(anchor, against.check);
  if (!read?.removed) return broken(anchor.seq ?? 0, read?.reason ?? { is: "anchorUnreadable" });
  const { removed, unknownKey } = read;
  const { seq, hash, before } = removed;
  const kept = against.removedBefore.toISOString();
  if (before > kept) return broken(first, { is: "removedTooEarly", upTo: seq, before, kept });
  const followed = chainFrom({ seq, hash });
  const unknownKeys = unknownKey === null ? null : { keys: [unknownKey], upTo: removed.seq };
  return { ok: true, followed: { ...followed, unknownKeys }, removed };
}

async function firstSealed(db: Kysely<Tables>): Promise<number | null> {
  const { first } = await db
    .selectFrom("audit")
    .select(({ fn }) => fn.min("seq").as("first"))
    .executeTakeFirstOrThrow();
  return first === null ? null : Number(first);
}

/** The newest entry that says that everything up to this row was removed. */
async function anchorOf(db: Kysely<Tables>, upTo: number): Promise<AuditEvent | null> {
  const row = await db
    .selectFrom("audit")
    .selectAll()
    .where("action", "=", anchorAction)
    .where(sql`detail ->> 'upTo'`, "=", String(upTo))
    .orderBy("row_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? toEvent(row) : null;
}

// Opens the audit trail alone, to read it: no schema is changed, nothing is sealed, no job is started.

type OpenedAudit = Readonly<
  | {
      ok: true;
      audit: AuditTrail;
      /** The sentence for what a query threw: a server is reached by the first of them. */
      whyNotRead(error: unknown): string;
      close(): Promise<void>;
    }
  | { ok: false; reason: string }
>;

/** `reason` is one sentence: who uses the folder, that there is none, or what the database said. */
export async function openAudit(place: DatabaseLocation, log: StoreLog): Promise<OpenedAudit> {
  if ("dataDir" in place && !(await exists(join(place.dataDir, "pg"))))
    return {
      ok: false,
      reason: `There is no database in the folder ${place.dataDir}: set DATA_DIR or DATABASE_URL as for the bot.`,
    };
  try {
    const connected = await connect(place, log);
    if (!connected.ok) return connected;
    const { maintenance, close } = connected.connection;
    return {
      ok: true,
      audit: auditTrail(maintenance),
      whyNotRead: (error) => whyNotOpened(place, error),
      close,
    };
  } catch (error) {
    return { ok: false, reason: whyNotOpened(place, error) };
  }
}
