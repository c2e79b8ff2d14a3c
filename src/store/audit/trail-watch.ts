// Heads of the audit trail on their way out of the database, and a look whether the database still has them.
import { appendFile, readFile } from "node:fs/promises";
import type { Kysely } from "kysely";
import type { Clock } from "../../app/ports/services.ts";
import { type HeadBook, headLine, lastHead } from "../../core/audit/anchor.ts";
import type { ChainHead } from "../../core/audit/signature.ts";
import type { StoreLog } from "../kit/connection.ts";
import { codeOf, messageOf } from "../kit/database-errors.ts";
import type { Tables } from "../kit/tables.ts";
import { insertAudit } from "./entries.ts";
import { chainHead, systemEntry } from "./seal.ts";

/** At most one head a minute: enough to date a row, and few enough to keep for years. */
export const lookMilliseconds = 60_000;

type TrailWatch = Readonly<{
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
  const last = await lastOf(book, log);
  let written = last;
  /** The last that was looked for, and what was sealed behind it: a trail that was set back grows over them at once. */
  let known = last === null ? [] : [last];
  const look = async () => {
    const heads = known;
    const head = heads.at(-1);
    const gone = await firstGone(db, heads);
    // Said once; what this process has sealed meanwhile is looked for the next time.
    const since = known.filter((each) => !heads.includes(each));
    known = gone === null && head ? [head, ...since] : since;
    if (gone !== null) await noteCut(db, gone, log);
    if (!head || isSame(head, written)) return;
    await book?.append(headLine(head, clock.now()));
    written = head;
  };
  await look();
  return {
    sealed: (head) => {
      known = [...known, head];
    },
    look,
  };
}

const isSame = (one: ChainHead, other: ChainHead | null): boolean =>
  one.seq === other?.seq && one.hash === other.hash;

/** A book that cannot be read now keeps nobody from starting. */
async function lastOf(book: HeadBook | null, log: StoreLog): Promise<ChainHead | null> {
  try {
    return (await book?.last()) ?? null;
  } catch (error) {
    log.warn("audit heads could not be read", { error: messageOf(error) });
    return null;
  }
}

/** Null where all of them are there. What retention has removed lies before the first row. */
async function firstGone(db: Kysely<Tables>, heads: readonly ChainHead[]): Promise<ChainHead | null> {
  if (heads.length === 0) return null;
  const rows = await db
    .selectFrom("audit")
    .select(["seq", "hash"])
    .where(
      "seq",
      "in",
      heads.map(({ seq }) => seq),
    )
    .execute();
  // Read last: what goes in between goes with what stands before it.
  const { first } = await db
    .selectFrom("audit")
    .select(({ fn }) => fn.min("seq").as("first"))
    .executeTakeFirstOrThrow();
  const there = new Map(rows.map(({ seq, hash }) => [Number(seq), hash]));
  const isThere = ({ seq, hash }: ChainHead) =>
    there.get(seq) === hash || (first !== null && seq < Number(first));
  return heads.find((head) => !isThere(head)) ?? null;
}

/** Written on the trail itself, so that it is found there whatever becomes of the log. */
async function noteCut(db: Kysely<Tables>, head: ChainHead, log: StoreLog): Promise<void> {
  const { seq: endsAt } = await chainHead(db);
  log.error("audit trail was cut or replaced", { seq: head.seq, hash: head.hash, endsAt });
  await insertAudit(db, systemEntry("audit.cut", { seq: head.seq, hash: head.hash, endsAt }, "failed"));
}

/** A book of heads in a file that is only ever appended to. `chattr +a`, or another machine's disk, keeps it so. */
export const fileBook = (file: string): HeadBook => ({
  append: (line) => appendFile(file, `${line}\n`, { mode: 0o600 }),
  last: async () => {
    try {
      return lastHead(await readFile(file, "utf8"));
    } catch (error) {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    }
  },
});
