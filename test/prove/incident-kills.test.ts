// Killed once an incident is in hand, and nothing is begun yet: it is diagnosed, and those on call are called, all the same.
import { people } from "../../simulator/people.ts";
import { newKeyFile } from "../fixtures/new-keys.ts";
import { freePort } from "../free-port.ts";
import { type Databases, databases, query } from "../store/postgres-server.ts";
import { fire, follow } from "./alert-storm.ts";
import type { KillPoint } from "./kill-points/point.ts";
import { startWorld, until, type World } from "./product-process.ts";
import { type Replica, startReplica } from "./storm.ts";

let server: Databases;
let world: World;
beforeAll(async () => {
  [server, world] = await Promise.all([databases(), startWorld()]);
});
afterAll(() => Promise.all([server?.stop(), world?.close()]));

/** Alex stands for the one cluster in the one channel that follows it. */
async function standsForIt(url: string): Promise<void> {
  const { tenantId } = world.azure.scenario;
  const { oid, displayName } = people.alex;
  world.teams.setMembers([{ id: `29:${oid}`, aadObjectId: oid, name: displayName, tenantId }]);
  const requester = JSON.stringify({ objectId: oid, tenantId, displayName });
  await query(
    url,
    `insert into volunteers select cluster_key, place, '${tenantId}/${oid}', '29:${oid}', '${requester}', now(),
       now() + interval '1 hour' from watches`,
  );
}

const firing = { n: 1, cluster: 0, severity: 1 };
const passes = (url: string, column: string) =>
  query(url, `update incidents set ${column} = ${column} - interval '10 minutes'`);
const count = async (url: string, rows: string): Promise<number> =>
  Number((await query(url, `select count(*) as n from ${rows}`))[0]?.n);

const inHand = (step: KillPoint["step"]): KillPoint => ({
  ...{ step, object: "", when: "before", after: 0, signal: "SIGKILL" },
});

const runs = "runs where task ->> 'forIncident' is not null";
const calls = "outbox where content #>> '{answer,kind}' = 'incidentEscalated'";

test.each<[string, KillPoint["step"], string, string]>([
  ["diagnosed", "in hand:diagnosis", "looking_until", runs],
  ["called to", "in hand:call", "calling_until", calls],
])("killed before it is %s: a minute later it is", async (_, step, hold, rows) => {
  const url = await server.newDatabase();
  const store = { DATABASE_URL: url, AUDIT_KEY_FILE: await newKeyFile() };
  const starting = { escalates: true, killPoints: true };
  const replica: Replica = await startReplica(world, store, await freePort(), starting);
  await follow(world, url, { clusters: 1, channelsOf: () => [0] });
  if (rows === runs) await standsForIt(url);
  replica.arm(inHand(step));
  await fire(world, () => [replica.url], firing, "Fired", 10);
  await until(
    "its card stands there",
    async () => (await count(url, "outbox where message_id is not null")) > 0,
    20,
  );
  if (rows === calls) await passes(url, "untaken_since");
  expect(await replica.revive(20_000)).not.toBeNull();
  expect(await count(url, rows)).toBe(0);
  expect(await count(url, `incidents where ${hold} > now()`)).toBe(1);
  await passes(url, hold);
  await until("it is begun", async () => (await count(url, rows)) === 1, 20);
  await until(
    "nobody has it in hand",
    async () => (await count(url, `incidents where ${hold} is null`)) === 1,
    5,
  );
  await replica.stop();
});
