// No alert is lost and no card left wrong: bad answers of Teams, kills, two processes. Short here, whole with PROVE=1.

import { newKeyFile } from "../fixtures/new-keys.ts";
import { freePort } from "../free-port.ts";
import { type PostgresServer, startPostgres } from "../store/postgres-server.ts";
import {
  alertsShown,
  eightFaults,
  type Firing,
  type Followed,
  fire,
  follow,
  judgeCards,
  judgeOrder,
  judgeTwins,
  lookAtCards,
  type Reply,
  shownKey,
} from "./alert-storm.ts";
import { startWorld, type World } from "./product-process.ts";
import { chanceFrom, pause, type Replica, startReplica } from "./storm.ts";
import { connectorWithLimits } from "./teams-limits.ts";

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

async function openStage(followed: Followed, chance: () => number, callsPerSecond?: number): Promise<Stage> {
  const url = await server.newDatabase();
  const store = { DATABASE_URL: url, AUDIT_KEY_FILE: await newKeyFile() };
  const world = await startWorld(300);
  const replicas = [
    await startReplica(world, store, await freePort(), { callsPerSecond }),
    await startReplica(world, store, await freePort(), { callsPerSecond }),
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

type Waits = Readonly<{
  /** It was answered 200 now. */
  answered(cluster: number): void;
  /** Of those whose alert stands on a card: milliseconds since it was answered. */
  all: readonly number[];
  stop(): Promise<void>;
}>;

/** Looks on, all the time, how long each answered alert is on no card: of a cluster, those that were answered first count first. */
function watchWaits(world: World, channelsOf: (cluster: number) => readonly number[]): Waits {
  const answered = new Map<string, number[]>();
  const seen = new Map<string, number>();
  const all: number[] = [];
  let going = true;
  const look = () => {
    const shown = alertsShown(world);
    for (const [key, times] of answered) {
      const before = seen.get(key) ?? 0;
      const now = Math.max(before, Math.min(shown.get(key) ?? 0, times.length));
      for (const at of times.slice(before, now)) all.push(performance.now() - at);
      seen.set(key, now);
    }
  };
  const watching = (async () => {
    for (; going; await pause(500)) look();
  })();
  return {
    all,
    answered: (cluster) => {
      for (const channel of channelsOf(cluster)) {
        const key = shownKey(cluster, channel);
        answered.set(key, [...(answered.get(key) ?? []), performance.now()]);
      }
    },
    stop: async () => {
      going = false;
      await watching;
    },
  };
}

const seconds = (milliseconds: number): number => Math.round(milliseconds / 100) / 10;
/** The longest of all but the slowest hundredth, and the longest. */
function spread(waits: readonly number[]) {
  const sorted = waits.toSorted((one, other) => one - other);
  const upTo = (share: number) => seconds(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  return { half: upTo(0.5), "99 %": upTo(0.99), longest: upTo(1) };
}

test("bad answers of eight kinds, Teams' limits and kills: each alert stands on one card that says what is true", async () => {
  const [count, clusters, kills, milliseconds] = whole ? [3_000, 100, 10, 420_000] : [24, 8, 2, 4_000];
  const chance = chanceFrom(seed);
  const channelsOf = (cluster: number) => [cluster % 20];
  const stage = await openStage({ clusters, channelsOf }, chance, 30);
  const { world, replicas, urls } = stage;
  const connector = connectorWithLimits(eightFaults(chance, 0.1));
  world.teams.behave(connector.treat);
  const waits = watchWaits(world, channelsOf);
  const killedAt: number[] = [];
  const killer = (async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      await pause((0.5 + chance()) * (milliseconds / kills));
      const revived = replicas[kill % 2]?.kill();
      killedAt.push(performance.now());
      await revived;
    }
  })();
  const statuses: number[] = [];
  const one = async (firing: Firing) => {
    await pause(chance() * milliseconds);
    const { status } = await fire(world, urls, firing, "Fired", 200);
    statuses.push(status);
    waits.answered(firing.cluster);
    await pause(chance() * 4_000);
    if (firing.n % 2 === 0) await fire(world, urls, firing, "Resolved", 200);
  };
  await Promise.all([...firings(count, clusters, chance).map(one), killer]);
  const from = performance.now();
  const judged = () => judgeCards(world, stage.url, count);
  let verdict = await judged();
  while (performance.now() - from < (whole ? 300_000 : 120_000)) {
    if (verdict.nowhere === 0 && verdict.wrong === 0 && verdict.twins === 0) break;
    await lookAtCards(world, urls);
    await pause(2_000);
    verdict = await judged();
  }
  await waits.stop();
  const order = judgeOrder(world);
  const twins = judgeTwins(world, connector, killedAt);
  figures.push({
    ...{ what: "alerts in a storm", count, killed: killedAt.length },
    ...{ lost: verdict.nowhere, wrong: verdict.wrong, twins: { posted: twins.posted, left: verdict.twins } },
    ...{ outOfOrder: order.backwards + order.early, overLimits: connector.tooMany() },
    ...{ waitSeconds: spread(waits.all), settledSeconds: seconds(performance.now() - from) },
  });
  await stage.close();
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(verdict).toEqual({ nowhere: 0, wrong: 0, twins: 0 });
  expect([order, twins.unexplained]).toEqual([{ backwards: 0, early: 0 }, []]);
  expect(killedAt).toHaveLength(kills);
});

test("many at once: each is answered 200, none is kept from its card by the others", async () => {
  const [count, clusters, milliseconds] = whole ? [3_000, 100, 180_000] : [60, 10, 0];
  const chance = chanceFrom(seed);
  // So many channels that what is to be shown is within what Teams takes of one.
  const channelsOf = (cluster: number) => [cluster % 20];
  const stage = await openStage({ clusters, channelsOf }, chance);
  const { world, urls } = stage;
  const replies: Reply[] = [];
  const waits = watchWaits(world, channelsOf);
  await Promise.all(
    firings(count, clusters, chance).map(async (firing) => {
      await pause(chance() * milliseconds);
      replies.push(await fire(world, urls, firing, "Fired", 1));
      waits.answered(firing.cluster);
    }),
  );
  const until = performance.now() + 120_000;
  while (waits.all.length < count && performance.now() < until) await pause(500);
  await waits.stop();
  const verdict = await judgeCards(world, stage.url, count);
  const refused = replies.filter(({ status }) => status !== 200).length;
  figures.push({
    ...{ what: "alerts at once", count, refused, ...verdict },
    answerSeconds: spread(replies.map((reply) => reply.milliseconds)),
    waitSeconds: spread(waits.all),
  });
  await stage.close();
  expect([refused, waits.all.length, verdict]).toEqual([0, count, { nowhere: 0, wrong: 0, twins: 0 }]);
  if (whole) expect(spread(waits.all).longest).toBeLessThanOrEqual(30);
});
