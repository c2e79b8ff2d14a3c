// A PostgreSQL server, which may be stopped, restarted, cut off or hung: every wait has an end, a lost connection is
// a failed query and nothing more, and a connection in an unknown state is closed, never given to the next.
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import type { QueryConfig } from "pg";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { parseIntoClientConfig } from "pg-connection-string";
import { bossOptions, type Connection, type ServerLocation, type StoreLog } from "./connection.ts";
import { isFull, isRefusal, isStalePlan } from "./database-errors.ts";
import { storableValues } from "./stored-text.ts";
import type { Tables } from "./tables.ts";

/** Milliseconds; `answer` is the client's own patience, since a server that hangs enforces nothing. */
const limits = (connect: number, lock: number, statement: number, answer: number) => ({
  connectionTimeoutMillis: connect,
  lock_timeout: lock,
  statement_timeout: statement,
  query_timeout: answer,
  idle_in_transaction_session_timeout: 10_000,
  // What drops connections without a word is noticed while they are idle, too.
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
});

/** Somebody waits: what fails is said well within the 15 s after which Teams sends a message again. */
const asking = limits(2_000, 3_000, 4_000, 5_000);
/** To connect and to ask take less than two seconds together. */
const looking = limits(700, 700, 700, 800);
const working = limits(2_000, 10_000, 15_000, 20_000);
/** Nobody waits for these. */
const maintaining = limits(5_000, 60_000, 300_000, 310_000);

/** Opens no connection yet: the first query does. `full`: as in `connect`. */
export function connectServer(place: ServerLocation, log: StoreLog, full: () => void): Connection {
  const server = serverOf(place);
  const open = (max: number, within: ReturnType<typeof limits>): Kysely<Tables> => {
    const pool = new pg.Pool({ ...server, max, ...within });
    const lost = (error: Error) => log.warn("database connection lost", { error: error.message });
    pool.on("error", lost);
    // The pool hears only of idle connections; unheard, the loss of any other would end the process.
    pool.on("connect", (client) => client.on("error", lost));
    const dialect = new PostgresDialect({ pool: discarding(pool, full) });
    return new Kysely<Tables>({ dialect, plugins: [storableValues] });
  };
  const [db, probe, maintenance] = [open(10, asking), open(1, looking), open(2, maintaining)];
  const boss = new PgBoss({ ...bossOptions, ...server, max: 4, ...working });
  const close = async () => {
    await Promise.all([db.destroy(), probe.destroy(), maintenance.destroy()]);
  };
  return { db, probe, maintenance, boss, alone: false, close };
}

/** A URL without a password would take the place of one that is given beside it, so it is taken apart here. */
function serverOf({ databaseUrl, password }: ServerLocation) {
  if (password === undefined) return { connectionString: databaseUrl };
  const {
    host = "",
    port = 5432,
    user = "",
    database = "",
    ssl = false,
  } = parseIntoClientConfig(databaseUrl);
  return { host, port, user, database, ssl, password };
}

/** kysely gives every connection back as if it were well. One that did not answer is asked nothing more, and closed. */
const discarding = (pool: pg.Pool, full: () => void, prepared = namedStatements()): PostgresPool => ({
  options: pool.options,
  connect: async () => {
    const client = await pool.connect();
    let unknown: { error: unknown } | null = null;
    let stale = false;
    const query = async (text: string, parameters: readonly unknown[]) => {
      if (unknown) throw unknown.error;
      try {
        return await client.query(prepared(text, parameters));
      } catch (error) {
        if (isStalePlan(error)) {
          // Planned anew by the next connection; within a transaction nothing can be said any more.
          stale = true;
          return await client.query(text, [...parameters]).catch(() => Promise.reject(error));
        }
        if (isFull(error)) full();
        if (!isRefusal(error)) unknown = { error };
        throw error;
      }
    };
    return {
      // Its other form is for cursors, which we have none of.
      query: query as unknown as PostgresPoolClient["query"],
      release: () => client.release(unknown !== null || stale),
    };
  },
  end: () => pool.end(),
});

/** Lists of any length make texts without end, and a connection keeps each that has a name. */
const mostNames = 200;

/**
 * Statements by name, for the connections of one pool: the server parses one once for each connection and, said a few times,
 * plans it no more. Most of ours are said again and again, and parsing and planning cost it more than doing them.
 */
export function namedStatements(): (text: string, parameters: readonly unknown[]) => QueryConfig {
  const names = new Map<string, string>();
  return (text, parameters) => {
    const unnamed = { text, values: [...parameters] };
    if (!names.has(text) && names.size < mostNames) names.set(text, `oncall_${names.size}`);
    const name = names.get(text);
    return name === undefined ? unnamed : { ...unnamed, name };
  };
}
