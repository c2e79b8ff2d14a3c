// What the queue is told about its jobs, as it keeps that itself; and what it complains of.
import { EventEmitter } from "node:events";
import type { PgBoss } from "pg-boss";
import { startBoss } from "../../../src/store/run/jobs.ts";
import { databases, query } from "../postgres-server.ts";
import { auditEntry, eventually, handlers, opened, recordingLog, run } from "../samples.ts";

const aDay = 86_400;

test("how often a job is tried, how soon a dead worker is noticed, and what goes when", async () => {
  const server = await databases();
  const databaseUrl = await server.newDatabase();
  const product = await opened({ databaseUrl });
  const queues = await query(
    databaseUrl,
    `select name, retry_limit, retry_delay, heartbeat_seconds, expire_seconds, deletion_seconds, dead_letter, notify
     from pgboss.queue where name !~ '^__' order by name`,
  );
  await product.close();
  await server.stop();
  const times = { heartbeat_seconds: 10, expire_seconds: aDay, deletion_seconds: aDay };
  const queue = { ...times, dead_letter: null, notify: true };
  expect(queues).toEqual([
    { ...queue, name: "retention", retry_limit: 3, retry_delay: 600, heartbeat_seconds: 60, notify: false },
    // Never a second time: whoever finds that its worker is gone gets it.
    { ...queue, name: "run", retry_limit: 0, retry_delay: 0, dead_letter: "run-abandoned" },
    { ...queue, name: "run-abandoned", retry_limit: 200, retry_delay: 2 },
  ]);
});

test("an outage is logged once and not by every worker; warnings are logged each", async () => {
  const calls: string[] = [];
  const boss = Object.assign(new EventEmitter(), {
    start: async () => void calls.push("start"),
    createQueue: async (name: string) => void calls.push(name),
  });
  const log = recordingLog();
  await startBoss(boss as unknown as PgBoss, log);
  expect(calls[0]).toBe("start");
  for (const message of ["gone", "gone, too"]) boss.emit("error", new Error(message));
  for (const message of ["slow", "slow, too"]) boss.emit("warning", { message });
  expect(log.lines).toEqual([
    'job queue error {"error":"gone"}',
    'job queue warning {"warning":"slow"}',
    'job queue warning {"warning":"slow, too"}',
  ]);
});

test("after a restart with more runs in the queue than there are connections, on a slow database, each is executed", async () => {
  const server = await databases();
  const databaseUrl = await server.newDatabase();
  const product = await opened({ databaseUrl });
  const runs = Array.from({ length: 40 }, () => run());
  for (const each of runs) await product.store.createRun(each, null, [], auditEntry());
  // Each taking of a run, or of many, takes a second; who waits for a connection gives up after two.
  await query(
    databaseUrl,
    `create function slow() returns trigger language plpgsql as $$ begin
      if exists (select from taken where worker is not null) then perform pg_sleep(1); end if; return null; end $$`,
    `create trigger slow after update on runs referencing new table as taken
      for each statement execute function slow()`,
  );
  const [executed, recovered]: [string[], string[]] = [[], []];
  await product.jobs.start(
    handlers({
      execute: async (id) => void executed.push(id),
      recover: async (id) => void recovered.push(id),
    }),
  );
  await eventually(() => executed.length + recovered.length >= runs.length);
  await product.close();
  await server.stop();
  expect(recovered).toEqual([]);
  expect(executed.toSorted()).toEqual(runs.map(({ id }) => id).toSorted());
});
