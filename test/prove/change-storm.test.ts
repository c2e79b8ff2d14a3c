// Two processes on one database, killed again and again; an Azure and a Teams that misbehave; changes, reads and diagnoses
// at once: each change is sent at most once, everything asked has one end, and nobody waits for somebody else's many.
// A short one in every run, the whole with PROVE=1.

import { type Person, people } from "../../simulator/people.ts";
import type { Fault } from "../../simulator/simulator.ts";
import { newKeyFile } from "../fixtures/new-keys.ts";
import type { Behaviour } from "../flow/teams.ts";
import { freePort } from "../free-port.ts";
import { type Databases, databases } from "../store/postgres-server.ts";
import {
  approveTwice,
  askChange,
  askText,
  type Change,
  changeOf,
  endOf,
  faultsBeside,
  faultsOf,
  notSeen,
  seenTooSoon,
  settledWithApprovals,
  trailOf,
  unseenAndUntold,
  withDeployments,
  wordsAbout,
  writesOf,
} from "./changes.ts";
import { startWorld, type World } from "./product-process.ts";
import { chanceFrom, pause, startReplica } from "./storm.ts";

const whole = process.env.PROVE === "1";
const count = Number(process.env.COUNT ?? (whole ? 1_000 : 16));
const seed = Number(process.env.SEED ?? 20_261_129);
const podMilliseconds = 100;
const atOnce = 12;

let server: Databases;
beforeAll(async () => {
  server = await databases();
});
afterAll(() => server.stop());

/** Most is asked by one person. */
const askerOf = (index: number): Person => (index % 5 === 0 ? people.patti : people.alex);
const wantedByMany = ["hot-0-x", "hot-1-x", "hot-2-x"];

type Asked = Change & Readonly<{ kind: "own" | "shared" | "left" | "read" | "diagnosis" }>;

/** Of ten: five changes of one object each, one that nobody approves, one of an object that many want; reads; a diagnosis. */
function askedOf(index: number): Asked {
  const person = askerOf(index);
  const at = index % 10;
  const shared = wantedByMany[index % wantedByMany.length];
  if (at === 6) return { ...changeOf(index, person, shared), kind: "shared" };
  const kind = at < 5 ? "own" : at === 5 ? "left" : at < 9 ? "read" : "diagnosis";
  return kind === "diagnosis"
    ? { ...changeOf(index, person), word: "prod-1", kind }
    : { ...changeOf(index, person), kind };
}

const rankOf = ({ person }: Asked): number => (person === people.alex ? 0 : 1);

const isChange = ({ kind }: Asked): boolean => ["own", "shared", "left"].includes(kind);

async function send(world: World, urls: () => readonly string[], asked: Asked): Promise<void> {
  if (isChange(asked)) return askChange(world, urls, asked);
  const read = `run \`kubectl get pods -n web -l probe=${asked.word}\` on prod-1`;
  return askText(world, urls, asked, asked.kind === "read" ? read : "diagnose prod-1");
}

/** How Azure fails, over what it was asked to do and over what it did. */
const armFaults = (chance: () => number): readonly Fault[] => {
  const sending = { method: "POST", path: "runCommand" };
  const reading = { path: "commandResults" };
  const all: readonly Fault[] = [
    { match: sending, status: 429, headers: { "retry-after": "1" }, times: 2 },
    { match: sending, status: 500, times: 1 },
    { match: sending, status: 500, taken: true, times: 1 },
    { match: sending, reset: true, times: 1 },
    { match: sending, reset: true, taken: true, times: 1 },
    { match: sending, delay: 3_000, taken: true, times: 1 },
    { match: reading, status: 429, headers: { "retry-after": "1" }, times: 3 },
    { match: reading, status: 500, times: 3 },
    { match: reading, reset: true, times: 2 },
    { match: reading, delay: 3_000, times: 2 },
  ];
  return all.filter(() => chance() < 0.15);
};

/** Teams refuses, and says so: what it does not say is the other storm's. */
const teamsFaults = (chance: () => number) => (): Behaviour => {
  const refusals = [429, 500, 502, 503];
  const status = refusals[Math.floor(chance() * refusals.length)] ?? 500;
  return chance() < 0.15 ? { kind: "refuse", status, retryAfter: 1 } : { kind: "take" };
};

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

test("a storm of changes", async () => {
  const chance = chanceFrom(seed);
  const asked = Array.from({ length: count }, (_, index) => askedOf(index));
  const objects = [...new Set(asked.filter(isChange).map(({ object }) => object))];
  const world = await startWorld(podMilliseconds, withDeployments(objects));
  const store = { DATABASE_URL: await server.newDatabase(), AUDIT_KEY_FILE: await newKeyFile() };
  const replicas = [
    await startReplica(world, store, await freePort(), { changes: true }),
    await startReplica(world, store, await freePort(), { changes: true }),
  ];
  const urls = () => replicas.map(({ url }) => url).sort(() => chance() - 0.5);
  world.teams.behave(teamsFaults(chance));
  const [sentAt, firstAt] = [new Map<Asked, number>(), new Map<Asked, number>()];
  let storm = true;
  let kills = 0;
  const killer = (async () => {
    for (; storm; kills += 1) {
      await pause(2_000 + chance() * 4_000);
      await replicas[kills % 2]?.kill();
    }
  })();
  const weather = (async () => {
    for (; storm; await pause(700)) world.azure.setFaults(armFaults(chance));
  })();
  const pressed = new Set<Asked>();
  const approver = (async () => {
    for (; storm; await pause(300)) {
      for (const one of sentAt.keys())
        if (!firstAt.has(one) && !["none", "open"].includes(endOf(world, one)))
          firstAt.set(one, performance.now());
      const waiting = [...sentAt.keys()].filter(
        (one) => one.kind !== "left" && isChange(one) && endOf(world, one) === "waits" && !pressed.has(one),
      );
      await Promise.all(
        waiting.slice(0, 8).map(async (one) => {
          if (await approveTwice(world, urls, one)) pressed.add(one);
        }),
      );
    }
  })();
  // Whoever asks for little asks last: in one queue for everybody they would wait for all the others.
  const left = asked.toSorted((one, other) => rankOf(one) - rankOf(other));
  const sender = async () => {
    for (let one = left.shift(); one; one = left.shift()) {
      sentAt.set(one, performance.now());
      await send(world, urls, one);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  const deadline = performance.now() + (whole ? 900_000 : 40_000);
  while (performance.now() < deadline && firstAt.size < asked.length) await pause(500);
  storm = false;
  await Promise.all([killer, weather, approver]);
  world.teams.behave(() => ({ kind: "take" }));
  world.azure.setFaults([]);
  const changes = asked.filter(isChange);
  const toEnd = asked.filter(({ kind }) => kind !== "left");
  const settled = await settledWithApprovals(world, urls, toEnd, whole ? 300_000 : 120_000);
  // What nobody approves has no end, but a look that is still under way has one.
  const isLooking = (one: Asked) => one.kind === "left" && endOf(world, one) === "open";
  for (let waits = 0; waits < 240 && asked.some(isLooking); waits += 1) await pause(500);
  for (const replica of replicas) await replica.stop();
  const trail = await trailOf(store);

  const faults = [...unseenAndUntold(world, asked)];
  const ends: Record<string, number> = {};
  const limits = { notSeen: 0, seenTooSoon: 0 };
  for (const one of asked) {
    const end = endOf(world, one);
    const key = `${isChange(one) ? "change" : one.kind} ${end}`;
    ends[key] = (ends[key] ?? 0) + 1;
    const found = !isChange(one)
      ? []
      : one.kind === "shared"
        ? faultsBeside(world, trail, one)
        : await faultsOf(world, trail, one);
    if (found.includes(notSeen)) limits.notSeen += 1;
    if (found.includes(seenTooSoon)) limits.seenTooSoon += 1;
    const wrong = found.filter((each) => each !== notSeen && each !== seenTooSoon);
    if (one.kind === "left" && end !== "waits" && end !== "untouched")
      wrong.push(`nobody approved it: ${end}`);
    if (wrong.length > 0)
      faults.push(`${one.kind} ${one.object}: ${wrong.join("; ")}\n${wordsAbout(world, one)}`);
  }
  for (const object of wantedByMany) {
    const of = changes.filter((one) => one.object === object).map((one) => endOf(world, one));
    const done = of.filter((end) => end === "done").length;
    const perhaps = of.filter((end) => end === "unknown").length;
    const writes = await writesOf(world, object);
    if (writes < done || writes > done + perhaps) faults.push(`${object}: ${done} done, ${writes} writes`);
  }
  const waits = (person: Person) =>
    [...firstAt].filter(([one]) => one.person === person).map(([one, at]) => at - (sentAt.get(one) ?? at));
  const firstSeconds = {
    many: middle(waits(people.alex)) / 1_000,
    few: middle(waits(people.patti)) / 1_000,
  };
  const row = {
    what: "storm of changes",
    asked: count,
    kills,
    ends,
    ...limits,
    settledSeconds: settled / 1_000,
  };
  process.stderr.write(`${JSON.stringify({ ...row, firstSeconds, chain: trail.holds })}\n`);
  await world.close();
  expect(faults).toEqual([]);
  expect(kills).toBeGreaterThan(0);
  expect(trail.holds).toBe(true);
});
