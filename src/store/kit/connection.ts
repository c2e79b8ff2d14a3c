// What a database is to the store, be it PGlite in a folder or in memory, or a PostgreSQL server: the same SQL runs on
// each of them.
import type { Kysely } from "kysely";
import type { ConstructorOptions, PgBoss } from "pg-boss";
import type { Tables } from "./tables.ts";

export type Connection = Readonly<{
  /** For what somebody waits for: nothing takes longer than seconds. */
  db: Kysely<Tables>;
  /** For changes of the schema and work on whole tables: long statements may take their time. */
  maintenance: Kysely<Tables>;
  /** For looks at readiness: never behind other queries, and given up within a second or two. */
  probe: Kysely<Tables>;
  boss: PgBoss;
  /** True when no other process can be at work on this database. */
  alone: boolean;
  close(): Promise<void>;
}>;
export type ConnectionResult = Readonly<{ ok: true; connection: Connection } | { ok: false; reason: string }>;

/** `password`: asked for each connection where the URL has none, as by a server that takes tokens of Entra. */
export type ServerLocation = Readonly<{ databaseUrl: string; password?: () => Promise<string> }>;

/** `dataDir` is a folder for PGlite, or `:memory:`, which keeps nothing. */
export type DatabaseLocation = ServerLocation | Readonly<{ dataDir: string }>;

/** Dead workers are looked for every second; both intervals are needed. Nothing is scheduled by the clock. */
export const bossOptions = {
  useListenNotify: true,
  superviseIntervalSeconds: 1,
  monitorIntervalSeconds: 1,
  schedule: false,
  registerInstance: false,
} satisfies ConstructorOptions;

/** What the store logs with; the product's own log fits. Constant messages; never a row's content. */
export type StoreLog = Readonly<
  Record<"warn" | "error", (message: string, fields: Record<string, unknown>) => void>
>;
