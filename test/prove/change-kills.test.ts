// Killed at every step of a change's life, and at some moment after it: the change reaches the cluster at most once, and its
// card and the trail say what is so. A sample in every run, all of it with PROVE=1.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { people } from "../../simulator/people.ts";
import { newKeyFile } from "../fixtures/new-keys.ts";
import { freePort } from "../free-port.ts";
import { type Databases, databases } from "../store/postgres-server.ts";
import {
  approveTwice,
  askChange,
  type Change,
  changeOf,
  endOf,
  faultsOf,
  settledWithApprovals,
  trailOf,
  withDeployments,
  wordsAbout,
} from "./changes.ts";
import type { Step } from "./kill-points/point.ts";
import { type StorePlace, startWorld, type World } from "./product-process.ts";
import { sampleBy } from "./sample.ts";
import { chanceFrom, pause, type Replica, startReplica } from "./storm.ts";

const whole = process.env.PROVE === "1";
const seed = Number(process.env.SEED ?? 20_261_128);
const rounds = 4;
const podMilliseconds = 300;

/** `wire`: what becomes of the POST that it is killed over: ARM has taken it, or never sees it. */
type Moment = Readonly<{ name: string; step: Step; when: "before" | "after"; wire?: "taken" | "lost" }>;
/** `after`: so many milliseconds from that step on. */
type Kill = Moment & Readonly<{ after: number }>;

const around = (step: Step, before: string, after: string): readonly Moment[] => [
  { name: before, step, when: "before" },
  { name: after, step, when: "after" },
];

const overTheWire = (what: "look" | "change"): readonly Moment[] => [
  { name: `${what} about to be sent`, step: `send:${what}`, when: "before" },
  { name: `${what} on the wire, not taken by ARM`, step: `send:${what}`, when: "before", wire: "lost" },
  { name: `${what} on the wire, taken by ARM`, step: `send:${what}`, when: "before", wire: "taken" },
];

/** In the order of a change's life. */
const moments: readonly Moment[] = [
  ...around("create", "asked, not written", "asked and written"),
  { name: "job of the look taken", step: "take:look", when: "before" },
  ...around("write:running", "look about to begin", "look begun"),
  ...overTheWire("look"),
  { name: "look polled", step: "poll:look", when: "after" },
  ...around("write:pendingApproval", "looked, not written", "proposed"),
  ...around("write:decision", "approval pressed, not written", "approval written"),
  { name: "job of the change taken", step: "take:change", when: "before" },
  ...around("write:applying", "change about to begin", "change begun, not sent"),
  ...overTheWire("change"),
  ...around("write:sent", "taken by ARM, its id not written", "its id written"),
  { name: "change polled", step: "poll:change", when: "after" },
  ...around("write:succeeded", "ended, not written", "end written"),
  ...around("show:end", "end not shown", "end shown"),
];

/** Long enough for a POST to be on the wire, and shorter than its answer takes. */
const onTheWire = 600;
const lateMilliseconds = 2_500;

/** Each moment as it is, and then again some time later, by chance: anywhere in what comes after it. */
function allKills(chance: () => number): readonly Kill[] {
  return Array.from({ length: rounds }, (_, round) =>
    moments.map((moment) => ({
      ...moment,
      name: `${moment.name} (${round})`,
      after: (moment.wire === undefined ? 0 : onTheWire) + (round === 0 ? 0 : Math.round(chance() * 900)),
    })),
  ).flat();
}

type Lived = Readonly<{ change: Change; kill: Kill; killed: boolean }>;

/** Asks, and approves by two presses at once where it is proposed; is killed on the way, and started again. */
async function live(
  world: World,
  replica: Replica,
  change: Change,
  kill: Kill,
  signal: "SIGKILL" | "SIGTERM",
): Promise<Lived> {
  const urls = () => [replica.url];
  const { step, when, after, wire } = kill;
  const overWire = (what: Step) =>
    world.azure.setFaults(wire && step === what ? [faultOver(wire, change)] : []);
  let down = false;
  overWire("send:look");
  replica.arm({ object: change.object, step, when, after, signal });
  const approving = async (): Promise<void> => {
    for (; !down; await pause(30)) {
      if (endOf(world, change) !== "waits") continue;
      overWire("send:change");
      if (await approveTwice(world, urls, change)) return;
    }
  };
  const asking = Promise.all([askChange(world, urls, change), approving()]);
  const killed = (await replica.revive(20_000)) !== null;
  down = true;
  world.azure.setFaults([]);
  await asking;
  // One kill for each: of a card whose posting two processes were killed in only its person's chat is told.
  for (let wait = 0; wait < 400 && endOf(world, change) === "none"; wait += 1) await pause(50);
  return { change, kill, killed };
}

/** Not of whoever is recovered beside it. */
const faultOver = (wire: "taken" | "lost", { person }: Change) => ({
  match: { method: "POST", path: "runCommand", caller: person.oid },
  delay: lateMilliseconds,
  times: 1,
  ...(wire === "taken" ? { taken: true as const } : { reset: true as const }),
});

let server: Databases;
beforeAll(async () => {
  server = await databases();
});
afterAll(() => server.stop());

const say = (row: Record<string, unknown>) => process.stderr.write(`${JSON.stringify(row)}\n`);

const chance = chanceFrom(seed);
/** `ONLY`: part of the names of those that are wanted, all of them. */
const only = process.env.ONLY;
const kills = allKills(chance).filter(({ name }) => only === undefined || name.includes(only));

const inFolder = async () => ({ DATA_DIR: await mkdtemp(join(tmpdir(), "aks-oncall-changes-")) });
const onServer = async () => ({
  DATABASE_URL: await server.newDatabase(),
  AUDIT_KEY_FILE: await newKeyFile(),
});

/** What is wrong with any of them in the end; by the way, each is printed. */
async function faultsAfter(
  place: string,
  newStore: () => Promise<StorePlace>,
  chosen: readonly Kill[],
  signal: "SIGKILL" | "SIGTERM",
): Promise<readonly string[]> {
  const askers = [people.patti, people.alex];
  const changes = chosen.map((_, index) => ({
    ...changeOf(index, askers[index % 2] ?? people.alex),
    byFile: index % 3 === 0,
  }));
  const world = await startWorld(podMilliseconds, withDeployments(changes.map(({ object }) => object)));
  const store = await newStore();
  const replica = await startReplica(world, store, await freePort(), { changes: true, killPoints: true });
  const lived: Lived[] = [];
  for (const [index, kill] of chosen.entries()) {
    const change = changes[index];
    if (change) lived.push(await live(world, replica, change, kill, signal));
  }
  const patience = whole ? 300_000 : 120_000;
  const settledMilliseconds = await settledWithApprovals(world, () => [replica.url], changes, patience);
  await replica.stop();
  const trail = await trailOf(store);
  const faults = trail.holds ? [] : ["the chain is broken"];
  for (const { change, kill, killed } of lived) {
    const end = endOf(world, change);
    const found = [
      ...(await faultsOf(world, trail, change)),
      ...(killed ? [] : ["not killed"]),
      ...(["none", "open"].includes(end) ? ["its end stands nowhere"] : []),
      ...(signal === "SIGTERM" && end !== "done" ? ["not handed over"] : []),
    ];
    say({ place, signal, kill: kill.name, after: kill.after, end, found });
    if (found.length > 0) faults.push(`${kill.name}: ${found.join("; ")}\n${wordsAbout(world, change)}`);
  }
  const settledSeconds = Math.round(settledMilliseconds / 1_000);
  say({ place, signal, kills: lived.length, settledSeconds, chain: trail.holds });
  if (faults.length > 0) process.stderr.write(replica.log().slice(-3_000));
  await world.close();
  if ("DATA_DIR" in store) await rm(store.DATA_DIR, { recursive: true, force: true });
  return faults;
}

test.each<[string, () => Promise<StorePlace>, number]>([
  ["in a folder", inFolder, 1],
  ["on PostgreSQL", onServer, 1],
])("killed %s: done at most once, and told as it is", async (place, newStore, size) => {
  const chosen = sampleBy(
    kills,
    ({ name }) => name,
    `${seed} ${place}`,
    only === undefined ? size : kills.length,
  );
  expect(await faultsAfter(place, newStore, chosen, "SIGKILL")).toEqual([]);
});

/** Of what is on the wire then the answer comes within the time that is given to it. */
const handedOver = moments.filter(({ wire, name }) => wire !== "lost" && !/shown|written$/.test(name));

test("told to end at any step: the next process goes on with it, and it is done", async () => {
  const chosen = sampleBy(handedOver, ({ name }) => name, `${seed} ended`, 1);
  const kills = chosen.map((moment) => ({ ...moment, after: moment.wire === undefined ? 0 : onTheWire }));
  expect(await faultsAfter("on PostgreSQL", onServer, kills, "SIGTERM")).toEqual([]);
});
