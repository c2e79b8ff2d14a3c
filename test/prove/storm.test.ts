// Delivered, not only computed: kills, two processes, an Azure and a Teams that misbehave. Short here, whole with PROVE=1.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runHere } from "../doors/cli/terminal.ts";
import { newKeyFile } from "../fixtures/new-keys.ts";
import { freePort } from "../free-port.ts";
import { type PostgresServer, query, startPostgres } from "../store/postgres-server.ts";
import { type StorePlace, startWorld, type World } from "./product-process.ts";
import {
  type Asked,
  answered,
  ask,
  badTeams,
  chanceFrom,
  judge,
  look,
  pause,
  questionOf,
  settled,
  startReplica,
  type Verdict,
} from "./storm.ts";

const whole = process.env.PROVE === "1";
const seed = Number(process.env.SEED ?? 20_261_126);

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const sent = ({ azure }: World): number =>
  azure
    .requests()
    .filter(({ method, path, status }) => method === "POST" && /runcommand$/i.test(path) && status === 202)
    .length;

/** As whoever runs the product would look. */
async function chainHolds(store: StorePlace): Promise<boolean> {
  const { code, out } = await runHere(["audit", "verify"], { variables: { ...store } });
  if (code !== 0) process.stderr.write(`${out}\n`);
  return code === 0;
}

const onServer = async () => ({
  DATABASE_URL: await server.newDatabase(),
  AUDIT_KEY_FILE: await newKeyFile(),
});

type Table = Record<string, string | number | boolean>;
const rows: Table[] = [];
afterAll(() => {
  if (rows.length > 0) process.stderr.write(`${rows.map((row) => JSON.stringify(row)).join("\n")}\n`);
});

function report(what: string, verdict: Verdict, more: Table): void {
  rows.push({ what, ...verdict, neverShown: verdict.neverShown.length, ...more });
}

test("two processes, both killed again and again; Teams and Azure misbehave: each question has one end", async () => {
  const count = whole ? 600 : 24;
  const chance = chanceFrom(seed);
  const store = await onServer();
  const world = await startWorld(300);
  const replicas = [
    await startReplica(world, store, await freePort()),
    await startReplica(world, store, await freePort()),
  ];
  const urls = () => replicas.map(({ url }) => url).sort(() => chance() - 0.5);
  world.teams.behave(badTeams(chance, 0.25, true));
  world.azure.setFaults([
    { match: { method: "POST", path: "runCommand" }, status: 503, times: Math.ceil(count / 20) },
    { match: { path: "commandResults" }, status: 500, times: Math.ceil(count / 10) },
  ]);
  const asked = Array.from({ length: count }, (_, index) => questionOf(index));
  const fewestKills = whole ? 21 : 1;
  let storm = true;
  let kills = 0;
  const killer = (async () => {
    // On a slow machine a restart takes its time, and as many are wanted there.
    while (storm || kills < fewestKills) {
      await pause(whole ? 1_000 + chance() * 2_000 : 500 + chance() * 1_500);
      if (!storm && kills >= fewestKills) break;
      await replicas[kills % 2]?.kill();
      kills += 1;
    }
  })();
  // Spread, so that something is asked at every moment of the storm.
  await inWaves(world, urls, asked, 8, () => pause(chance() * (whole ? 1_500 : 3_000)));
  await pause(whole ? 10_000 : 3_000);
  storm = false;
  await killer;
  if (whole) {
    // Away for two minutes, hanging half of the time.
    world.teams.behave(() => (chance() < 0.5 ? { kind: "hang" } : { kind: "reset", taken: false }));
    const more = Array.from({ length: 30 }, (_, index) => questionOf(count + index));
    asked.push(...more);
    await inWaves(world, urls, more, 8);
    await pause(120_000);
  }
  world.teams.behave(() => ({ kind: "take" }));
  world.azure.setFaults([]);
  const shown = await answered(world, asked, 120_000);
  const recovery = shown + (await settledWithLooks(world, urls, asked, 120_000));
  const verdict = judge(world, asked, sent(world));
  report("storm", verdict, {
    kills,
    answeredSeconds: Math.round(shown / 1_000),
    recoverySeconds: Math.round(recovery / 1_000),
    chain: await chainHolds(store),
  });
  for (const replica of replicas) await replica.stop();
  await world.close();
  expect(kills).toBeGreaterThanOrEqual(fewestKills);
  expect(verdict).toMatchObject({ neverShown: [], leftOpen: 0, moreThanTwice: 0 });
  expect(verdict.commandsSent).toBeLessThanOrEqual(asked.length);
  const twiceSent = await query(
    store.DATABASE_URL,
    "select run_id from audit where action = 'command.start' group by run_id having count(*) > 1",
  );
  expect(twiceSent).toEqual([]);
  expect(rows.at(-1)?.chain).toBe(true);
});

test("no answer of Teams' is lost: nothing stands twice, whatever else it does", async () => {
  const count = whole ? 200 : 16;
  const chance = chanceFrom(seed + 1);
  const store = await onServer();
  const world = await startWorld(100);
  const replica = await startReplica(world, store, await freePort());
  const urls = () => [replica.url];
  world.teams.behave(badTeams(chance, 0.3, false));
  const asked = Array.from({ length: count }, (_, index) => questionOf(index));
  await inWaves(world, urls, asked, 8);
  await settled(world, asked, 30_000);
  world.teams.behave(() => ({ kind: "take" }));
  const recovery = await settledWithLooks(world, urls, asked, 120_000);
  const verdict = judge(world, asked, sent(world));
  report("nothing lost", verdict, { recoverySeconds: Math.round(recovery / 1_000) });
  await replica.stop();
  await world.close();
  expect(verdict).toMatchObject({ neverShown: [], leftOpen: 0, twice: 0, moreThanTwice: 0 });
});

describe("killed at every step and at random", () => {
  const kills = whole ? 100 : 1;
  test.each<[string, () => Promise<StorePlace>]>([
    ["in a folder", async () => ({ DATA_DIR: await mkdtemp(join(tmpdir(), "aks-oncall-kills-")) })],
    ["on PostgreSQL", onServer],
  ])("%s: every question has one end, and nothing is sent twice", async (name, place) => {
    const chance = chanceFrom(seed + 2);
    const store = await place();
    const world = await startWorld(200);
    const replica = await startReplica(world, store, await freePort());
    const urls = () => [replica.url];
    const asked: Asked[] = [];
    let slowest = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const three = [0, 1, 2].map((index) => questionOf(kill * 3 + index));
      asked.push(...three);
      const asking = Promise.all(three.map((one) => ask(world, urls, one)));
      await pause(chance() * 1_800);
      slowest = Math.max(slowest, await replica.kill());
      await asking;
    }
    const recovery = await settledWithLooks(world, urls, asked, 60_000);
    const verdict = judge(world, asked, sent(world));
    await replica.stop();
    report(name, verdict, {
      kills,
      slowestStartSeconds: Math.round(slowest / 100) / 10,
      recoverySeconds: Math.round(recovery / 1_000),
      chain: await chainHolds(store),
    });
    await world.close();
    if ("DATA_DIR" in store) await rm(store.DATA_DIR, { recursive: true, force: true });
    expect(verdict).toMatchObject({ neverShown: [], leftOpen: 0, moreThanTwice: 0 });
    expect(verdict.commandsSent).toBeLessThanOrEqual(asked.length);
    expect(rows.at(-1)?.chain).toBe(true);
  });
});

/** So many at a time, as a busy night has them. */
async function inWaves(
  world: World,
  urls: () => readonly string[],
  asked: readonly Asked[],
  atOnce: number,
  between: () => Promise<unknown> = async () => {},
): Promise<void> {
  const left = [...asked];
  const sender = async () => {
    for (let one = left.shift(); one; one = left.shift()) {
      await ask(world, urls, one);
      await between();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
}

/** In the end everybody looks at their chats, and again while something goes on: a client asks whenever it shows a card. */
/** Of a process that is gone its questions are found only after a while, and until then nothing of them is shown. */
const isLeft = ({ leftOpen, neverShown }: Verdict): boolean => leftOpen > 0 || neverShown.length > 0;

async function settledWithLooks(
  world: World,
  urls: () => readonly string[],
  asked: readonly Asked[],
  milliseconds: number,
): Promise<number> {
  // Whoever waits for an answer looks at once; here nobody does for a while, so that what needs no look is seen.
  let waited = await settled(world, asked, milliseconds / 12);
  do {
    await look(world, urls);
    waited += await settled(world, asked, milliseconds / 12);
  } while (waited < milliseconds && isLeft(judge(world, asked, 0)));
  return waited;
}
