// No alert is lost and no card left wrong: bad answers of Teams, kills, two processes. Short here, whole with PROVE=1.

import { newKeyFile } from "../fixtures/new-keys.ts";
import { freePort } from "../free-port.ts";
import { type PostgresServer, startPostgres } from "../store/postgres-server.ts";
import {
  eightFaults,
  type Firing,
  type Followed,
  fire,
  follow,
  judgeCards,
  lookAtCards,
  type Reply,
  shownOf,
} from "./alert-storm.ts";
import { startWorld, type World } from "./product-process.ts";
import { chanceFrom, pause, type Replica, startReplica } from "./storm.ts";

const whole = process.env.PROVE === "1";
const seed = Number(process.env.SEED ?? 20_261_130);

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());

const figures: Record<string, unknown>[] = [];
afterAll(() => void process.stderr.write(`${figures.map((one) => JSON.stringify(one)).join("\n")}\n`));

type Stage = Readonly<{
  world: World;
  url: string;
  replicas: readonly Replica[];
  urls: () => readonly string[];
  close(): Promise<void>;
}>;

async function openStage(followed: Followed, chance: () => number): Promise<Stage> {
  const url = await server.newDatabase();
  const store = { DATABASE_URL: url, AUDIT_KEY_FILE: await newKeyFile() };
  const world = await startWorld(300);
  const replicas = [
    await startReplica(world, store, await freePort()),
    await startReplica(world, store, await freePort()),
  ];
  await follow(world, url, followed);
  return {
    ...{ world, url, replicas },
    urls: () => replicas.map((replica) => replica.url).sort(() => chance() - 0.5),
    close: async () => {
      for (const replica of replicas) await replica.stop();
      await world.close();
    },
  };
}

const firings = (count: number, clusters: number, chance: () => number): readonly Firing[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ n, cluster: Math.floor(chance() * clusters) },
    severity: Math.floor(chance() * 5),
  }));

test("bad answers of eight kinds and kills: each alert stands on one card that says what is true", async () => {
  const [count, clusters, kills] = whole ? [300, 100, 10] : [24, 8, 2];
  const chance = chanceFrom(seed);
  const stage = await openStage({ clusters, channelsOf: () => [0, 1] }, chance);
  const { world, replicas, urls } = stage;
  world.teams.behave(eightFaults(chance, 0.1));
  const fired = firings(count, clusters, chance);
  let killed = 0;
  const killer = (async () => {
    for (; killed < kills; killed += 1) {
      await pause(500 + chance() * 3_000);
      await replicas[killed % 2]?.kill();
    }
  })();
  const statuses: number[] = [];
  const one = async (firing: Firing) => {
    statuses.push((await fire(world, urls, firing, "Fired", 100)).status);
    await pause(chance() * 4_000);
    if (firing.n % 2 === 0) await fire(world, urls, firing, "Resolved", 100);
  };
  const left = [...fired];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await one(next);
  };
  await Promise.all([...Array.from({ length: 8 }, worker), killer]);
  const from = performance.now();
  const judged = () => judgeCards(world, stage.url, 2 * count);
  let verdict = await judged();
  while (performance.now() - from < (whole ? 300_000 : 120_000)) {
    if (verdict.nowhere === 0 && verdict.wrong === 0 && verdict.twins === 0) break;
    await lookAtCards(world, urls);
    await pause(2_000);
    verdict = await judged();
  }
  figures.push({ what: "alerts in a storm", count, killed, ...verdict });
  await stage.close();
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect([verdict, killed]).toEqual([{ nowhere: 0, wrong: 0, twins: 0 }, kills]);
});

test("many at once: each is answered 200, none is kept from its card by the others", async () => {
  const [count, clusters, milliseconds] = whole ? [3_000, 100, 180_000] : [60, 10, 0];
  const chance = chanceFrom(seed);
  // So many channels that what is to be shown is within what Teams takes of one.
  const channelsOf = (cluster: number) => [cluster % 20];
  const stage = await openStage({ clusters, channelsOf }, chance);
  const { world, urls } = stage;
  const replies: Reply[] = [];
  const answered = new Map<number, number[]>();
  const waits: number[] = [];
  let going = true;
  const watcher = (async () => {
    const seen = new Map<number, number>();
    while (going) {
      for (const [cluster, times] of answered) {
        const before = seen.get(cluster) ?? 0;
        const now = Math.min(shownOf(world, cluster, cluster % 20), times.length);
        for (const at of times.slice(before, now)) waits.push(performance.now() - at);
        seen.set(cluster, Math.max(now, before));
      }
      await pause(500);
    }
  })();
  await Promise.all(
    firings(count, clusters, chance).map(async (firing) => {
      await pause(chance() * milliseconds);
      const reply = await fire(world, urls, firing, "Fired", 1);
      replies.push(reply);
      answered.set(firing.cluster, [...(answered.get(firing.cluster) ?? []), reply.at]);
    }),
  );
  const until = performance.now() + 120_000;
  while (waits.length < count && performance.now() < until) await pause(500);
  going = false;
  await watcher;
  const verdict = await judgeCards(world, stage.url, count);
  const refused = replies.filter(({ status }) => status !== 200).length;
  const longest = (all: readonly number[]) => Math.round(all.reduce((most, one) => Math.max(most, one), 0));
  figures.push({
    ...{ what: "alerts at once", count, refused, ...verdict },
    longestAnswer: longest(replies.map((reply) => reply.milliseconds)),
    longestWait: longest(waits),
  });
  await stage.close();
  expect([refused, waits.length, verdict]).toEqual([0, count, { nowhere: 0, wrong: 0, twins: 0 }]);
  if (whole) expect(longest(waits)).toBeLessThanOrEqual(30_000);
});
