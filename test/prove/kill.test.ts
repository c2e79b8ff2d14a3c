// A worker is killed in the middle of a run: nothing is lost, nothing is sent twice, and the run is recovered.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenedStore, openStore } from "../../src/store/open-store.ts";
import { type PostgresServer, startPostgres } from "../store/postgres-server.ts";
import {
  clock,
  eventually,
  handlers,
  keyFile,
  opened,
  recordingLog,
  retention,
  trail,
} from "../store/samples.ts";

let folder: string;
let server: PostgresServer;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aks-oncall-kill-"));
  server = await startPostgres();
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Starts `killed-worker.ts` and resolves when it is in the middle of its run. */
async function startWorker(where: string, calls: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, "killed-worker.ts");
  const child = spawn(process.execPath, [script, where, calls], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, AUDIT_KEY_FILE: keyFile },
  });
  children.push(child);
  if (!child.stdout) throw new Error("The child has no output.");
  expect(String((await once(child.stdout, "data"))[0])).toBe("in the middle\n");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** Works on the same database until the killed run was recovered, and then looks at what is stored. */
async function expectRecovery(
  { store, jobs, audit }: OpenedStore,
  calls: string,
  seconds: number,
): Promise<void> {
  const call = (name: string) => (id: string) => appendFile(calls, `${name} ${id}\n`);
  await jobs.start(handlers({ execute: call("execute"), recover: call("recover") }));
  const called = async () => (await readFile(calls, "utf8")).trim().split("\n");
  await eventually(async () => (await called()).length > 1, seconds);
  expect(await called()).toEqual(["execute R-KILLED", "recover R-KILLED"]);
  expect((await store.run("R-KILLED"))?.status.state).toBe("running");
  await eventually(async () => {
    const check = await audit.verify();
    return check.ok && check.sealed === 2 && check.unsealed === 0;
  });
}

test("in a folder: the lock outlives nobody, and the run is recovered at the next start", async () => {
  const dataDir = join(folder, "data");
  const calls = join(folder, "folder-calls");
  const child = await startWorker(dataDir, calls);
  const second = await openStore({ dataDir, clock, log: recordingLog(), retention, trail });
  expect(second).toEqual({
    ok: false,
    reason: expect.stringContaining(`${dataDir} is in use by process ${child.pid}`),
  });
  await kill(child);
  const next = await opened({ dataDir });
  await expectRecovery(next, calls, 10);
  await next.close();
});

test("on a server: another process misses the heartbeat and recovers the run within 30 s", async () => {
  const databaseUrl = await server.newDatabase();
  const calls = join(folder, "server-calls");
  const child = await startWorker(databaseUrl, calls);
  const other = await opened({ databaseUrl });
  await kill(child);
  await expectRecovery(other, calls, 30);
  await other.close();
});
