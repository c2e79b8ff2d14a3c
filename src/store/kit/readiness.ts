// Whether rows can be written now, said within two seconds whatever the database does.
import { randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { errorCodeOf, isFull, isRefusal } from "./database-errors.ts";
import type { NewRow } from "./new-row.ts";
import type { Tables } from "./tables.ts";

export type Readiness = Readonly<{
  /** A query failed since there is no space: being able to read proves nothing any more. */
  full(): void;
  /** Null when rows can be written, else one sentence. */
  problem(probe: Kysely<Tables>): Promise<string | null>;
}>;

/** What an orchestrator waits for is two seconds. */
const withinMilliseconds = 1_700;

/** Anybody may ask: an answer stands for so long. */
const freshMilliseconds = 1_000;

/** The database is asked once a second, however many ask. `now`: a clock that is never set, in milliseconds. */
export function createReadiness(now: () => number = () => performance.now()): Readiness {
  let wasFull = false;
  let looking: Promise<string | null> = Promise.resolve(null);
  let freshUntil = Number.NEGATIVE_INFINITY;
  const look = async (probe: Kysely<Tables>): Promise<string | null> => {
    try {
      await (wasFull ? write(probe) : read(probe));
      wasFull = false;
      return null;
    } catch (error) {
      if (isFull(error)) wasFull = true;
      return sentence(error);
    } finally {
      freshUntil = now() + freshMilliseconds;
    }
  };
  return {
    full: () => {
      wasFull = true;
    },
    problem: (probe) => {
      if (now() >= freshUntil) {
        freshUntil = Number.POSITIVE_INFINITY;
        looking = look(probe);
      }
      return Promise.race([looking, late()]);
    },
  };
}

const silent = "The database does not answer.";
const late = (): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve(silent), withinMilliseconds).unref());

function sentence(error: unknown): string {
  const code = errorCodeOf(error) ?? "";
  if (code === "53100") return "The database takes nothing more: its disk is full.";
  if (code === "53300") return "The database has no connection left for this process.";
  if (code === "25006") return "The database can only be read.";
  return isRefusal(error) && !code.startsWith("5") ? `The database refuses to be asked (${code}).` : silent;
}

/** After a failover, a connection may still lead to what has become a copy that can only be read. */
async function read(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{
    off: boolean;
  }>`select current_setting('transaction_read_only') = 'on' as off`.execute(db);
  if (rows[0]?.off) throw new ReadOnlyError();
}

/** Larger than a page, and not to be compressed, so that a table has to grow for it; and then taken back. */
async function write(db: Kysely<Tables>): Promise<void> {
  const key = `readiness|${randomBytes(8).toString("hex")}`;
  const text = randomBytes(20_000).toString("base64");
  const now = new Date().toISOString();
  const probe: NewRow<"questions"> = { key, text, conversation: "{}", received_at: now, owner: key };
  await db
    .transaction()
    .execute(async (transaction) => {
      await transaction.insertInto("questions").values(probe).execute();
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
}

class TakenBack extends Error {}

/** In PostgreSQL's words. */
class ReadOnlyError extends Error {
  readonly code = "25006";
  readonly severity = "ERROR";
}
