// Heads of the audit trail on their way out of the database, and a look whether the database still has them.
import type { Kysely } from "kysely";
import type { Clock } from "../app/ports.ts";
import { type HeadBook, headLine } from "../core/audit/heads.ts";
import type { ChainHead } from "../core/audit/signature.ts";
import { insertAudit } from "./audit.ts";
import { messageOf } from "./error-text.ts";
import { chainHead, systemEntry } from "./seal-audit.ts";
import type { StoreLog } from "./store-log.ts";
import type { Tables } from "./tables.ts";

/** At most one head a minute: enough to date a row, and few enough to keep for years. */
export const lookMilliseconds = 60_000;

export type TrailWatch = Readonly<{
  /** The newest head that this process has sealed. */
  sealed(head: ChainHead): void;
  /** Looks for it in the database, and writes it down, unless that was done. */
  look(): Promise<void>;
}>;

/** `book`: null keeps heads in memory only, where they still show that the database was set back meanwhile. */
export async function trailWatch(
  db: Kysely<Tables>,
  book: HeadBook | null,
  clock: Clock,
  log: StoreLog,
): Promise<TrailWatch> {
  let newest = await lastOf(book, log);
  let written = newest;
  const look = async () => {
    const head = newest;
    if (head && !(await isThere(db, head))) {
      newest = null;
      await noteCut(db, head, log);
    }
    if (!head || head.seq === written?.seq) return;
    await book?.append(headLine(head, clock.now()));
    written = head;
  };
  await look();
  return {
    sealed: (head) => {
      newest = head;
    },
    look,
  };
}

/** A book that cannot be read now keeps nobody from starting. */
async function lastOf(book: HeadBook | null, log: StoreLog): Promise<ChainHead | null> {
  try {
    return (await book?.last()) ?? null;
  } catch (error) {
    log.warn("audit heads could not be read", { error: messageOf(error) });
    return null;
  }
}

/** Where retention has removed it, younger rows are there. */
async function isThere(db: Kysely<Tables>, { seq, hash }: ChainHead): Promise<boolean> {
  const next = await db
    .selectFrom("audit")
    .select(["seq", "hash"])
    .where("seq", ">=", seq)
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  return next !== undefined && (Number(next.seq) > seq || next.hash === hash);
}

/** Written on the trail itself, so that it is found there whatever becomes of the log. */
async function noteCut(db: Kysely<Tables>, head: ChainHead, log: StoreLog): Promise<void> {
  const { seq: endsAt } = await chainHead(db);
  log.error("audit trail was cut or replaced", { seq: head.seq, hash: head.hash, endsAt });
  await insertAudit(db, systemEntry("audit.cut", { seq: head.seq, hash: head.hash, endsAt }, "failed"));
}
