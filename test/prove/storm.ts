// A storm: many questions over one or two processes that are killed, with an Azure and a Teams that misbehave; and what
// came of each question in the end. Used by the tests beside it: a short one in every run, the whole with PROVE=1.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type Person, people } from "../../simulator/people.ts";
import { newFilesKey } from "../fixtures/new-keys.ts";
import { policyCopy } from "../fixtures/policy-files.ts";
import { chatOf, messageFrom, type Place, wordsOf } from "../flow/harness.ts";
import type { Behaviour, Shown } from "../flow/teams.ts";
import type { KillPoint } from "./kill-points/point.ts";
import type { StorePlace, World } from "./product-process.ts";

/** A seeded source of chance (mulberry32): the same seed gives the same storm, as far as time lets it. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One process of the product that can be killed and comes back on the same port and store. */
export type Replica = Readonly<{
  url: string;
  /** SIGKILL, and started again; resolves when it is ready, with the milliseconds that took. */
  kill(): Promise<number>;
  /** Told where to kill itself: only one that was started with kill points. */
  arm(point: KillPoint): void;
  /** Killed by itself: started again, as after `kill`; null where it is still alive after so many milliseconds. */
  revive(within: number): Promise<number | null>;
  /** SIGTERM, and not started again; resolves when it is gone. */
  stop(): Promise<void>;
  /** Everything it wrote to stderr and stdout. */
  log(): string;
}>;

type Starting = Readonly<{
  /** Of the policy: changes may be asked for. */
  changes?: boolean;
  /** Of the policy: those on call are called. */
  escalates?: boolean;
  /** How many calls to Teams all processes may make in a second, where it is not more than the stand-in takes. */
  callsPerSecond?: number | undefined;
  /** It can be told to kill itself: `kill-points/`. */
  killPoints?: boolean;
}>;

/** One for all replicas, as it has to be. */
const filesKey = await newFilesKey();

export async function startReplica(
  { azure }: World,
  store: StorePlace,
  port: number,
  { changes = false, escalates = false, callsPerSecond = 1_000, killPoints = false }: Starting = {},
): Promise<Replica> {
  let log = "";
  let child: ChildProcess;
  const start = async (): Promise<number> => {
    const from = performance.now();
    const { PATH = "", HOME = "" } = process.env;
    const hooks = killPoints ? ["--import", "./test/prove/kill-points/register.ts"] : [];
    child = spawn(process.execPath, [...hooks, "src/main.ts"], {
      env: {
        NODE_COMPILE_CACHE: "node_modules/.cache/node",
        ...{ PATH, HOME, ...azure.environment, ...store },
        ...{ PORT: String(port), HOST: "127.0.0.1", LOG_LEVEL: "warn" },
        ...{
          POLICY_FILE: policyCopy({ looksInside: false, changes, escalates }),
          TEAMS_SERVICE_HOSTS: "127.0.0.1",
          TEAMS_FILE_HOSTS: "127.0.0.1",
          FILES_KEY_FILE: filesKey,
          TEAMS_CALLS_PER_SECOND: String(callsPerSecond),
        },
      },
      stdio: ["ignore", "pipe", "pipe", ...(killPoints ? (["ipc"] as const) : [])],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        log = (log + chunk.toString()).slice(-200_000);
      });
    for (;;) {
      const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
      if (ready?.ok) return performance.now() - from;
      if (child.exitCode !== null) throw new Error(`The process ended by itself:\n${log.slice(-2_000)}`);
      if (performance.now() - from > 300_000) throw new Error(`Not ready after 300 s:\n${log.slice(-2_000)}`);
      await pause(50);
    }
  };
  const end = async (signal: "SIGKILL" | "SIGTERM"): Promise<void> => {
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    kill: async () => {
      await end("SIGKILL");
      return start();
    },
    arm: (point) => void child.send(point),
    revive: async (within) => {
      const gone = child.signalCode === null && child.exitCode === null ? once(child, "exit") : null;
      const late = sleep(within, "late", { ref: false });
      return (await Promise.race([gone, late])) === "late" ? null : start();
    },
    stop: () => end("SIGTERM"),
    log: () => log,
  };
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export type Asked = Readonly<{ probe: string; person: Person; place: Place }>;

const askers = [people.alex, people.megan, people.patti];

/** The nth question: a command with a word of its own, by one of three people, in their chat or one of many threads. */
export function questionOf(index: number): Asked {
  const person = askers[index % askers.length] ?? people.alex;
  const thread: Place = {
    id: `19:channel-${index % 40}@thread.tacv2;messageid=${index}`,
    conversationType: "channel",
  };
  return { probe: `probe-${index}-`, person, place: index % 5 === 0 ? chatOf(person) : thread };
}

/** As Teams delivers: again with the same id until it is taken. */
export async function ask(world: World, urls: () => readonly string[], asked: Asked): Promise<void> {
  const { azure, teams } = world;
  const text = `run \`kubectl get pods -n web -l probe=${asked.probe}\` on prod-1`;
  const activity = messageFrom(asked.person, asked.place, teams.serviceUrl, azure.scenario.appId, {
    text,
    textFormat: "plain",
  });
  await deliver(world, urls, activity);
}

/** As Teams does; the answer to a press is what it shows. */
export async function deliver(
  { azure }: World,
  urls: () => readonly string[],
  activity: Record<string, unknown>,
): Promise<unknown> {
  const headers = {
    "content-type": "application/json",
    connection: "close",
    authorization: `Bearer ${await azure.signActivity(activity)}`,
  };
  for (let attempt = 0; attempt < 240; attempt += 1) {
    const all = urls();
    const url = all[attempt % all.length] ?? "";
    const signal = AbortSignal.timeout(15_000);
    const response = await fetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify(activity),
      signal,
    }).catch(() => null);
    if (response?.ok) return response.json().catch(() => null);
    await pause(500);
  }
  throw new Error("A message was never taken.");
}

/** What a person's client does when it shows a card that asks for it: it fetches the newer one (Adaptive Cards, `refresh`). */
export async function look(world: World, urls: () => readonly string[]): Promise<void> {
  const { azure, teams } = world;
  for (const message of teams.shown()) {
    const refresh = refreshOf(message);
    const person = askers.find(({ oid }) => refresh?.userIds.includes(`29:${oid}`));
    if (!refresh || !person) continue;
    const place: Place = {
      id: message.conversation,
      conversationType: message.conversation.startsWith("a:") ? "personal" : "channel",
    };
    await deliver(
      world,
      urls,
      messageFrom(person, place, teams.serviceUrl, azure.scenario.appId, {
        ...{ type: "invoke", name: "adaptiveCard/action", replyToId: message.id },
        value: { action: refresh.action, trigger: "automatic" },
      }),
    );
  }
}

type Refresh = Readonly<{ action: Record<string, unknown>; userIds: readonly string[] }>;
function refreshOf({ activity }: Shown): Refresh | null {
  const [attachment] = (activity.attachments ?? []) as { content?: { refresh?: Refresh } }[];
  return attachment?.content?.refresh ?? null;
}

export type Verdict = Readonly<{
  asked: number;
  /** Questions without any final card, or notice, in any place. */
  neverShown: readonly string[];
  /** Questions whose final card stands twice, and more often. */
  twice: number;
  moreThanTwice: number;
  /** Messages that still say that something goes on. */
  leftOpen: number;
  commandsSent: number;
}>;

const goesOn = ({ activity }: Shown): boolean => /^… /m.test(wordsOf(activity));
/** It names no question, but says that an answer may not have arrived. */
const notice = /Teams did not say whether it took/;

export function judge({ teams }: World, asked: readonly Asked[], commandsSent: number): Verdict {
  const messages = teams.shown().map((message) => ({ message, words: wordsOf(message.activity) }));
  const noticed = new Set(
    messages.filter(({ words }) => notice.test(words)).map(({ message }) => message.conversation),
  );
  const counts = asked.map(({ probe, person, place }) => ({
    probe,
    finals: messages.filter(({ message, words }) => words.includes(probe) && !goesOn(message)).length,
    told: noticed.has(place.id) || noticed.has(chatOf(person).id),
  }));
  return {
    asked: asked.length,
    neverShown: counts.filter(({ finals, told }) => finals === 0 && !told).map(({ probe }) => probe),
    twice: counts.filter(({ finals }) => finals === 2).length,
    moreThanTwice: counts.filter(({ finals }) => finals > 2).length,
    leftOpen: messages.filter(({ message }) => goesOn(message)).length,
    commandsSent,
  };
}

/** Faults of Teams, `share` of all calls: every kind that was seen, answers lost on the way among them. */
export function badTeams(chance: () => number, share: number, lose: boolean): () => Behaviour {
  const faults: readonly Behaviour[] = [
    { kind: "refuse", status: 502 },
    { kind: "refuse", status: 429, retryAfter: 1 },
    { kind: "refuse", status: 429 },
    { kind: "refuse", status: 412 },
    { kind: "refuse", status: 413 },
    { kind: "refuse", status: 403 },
    { kind: "refuse", status: 404 },
    ...(lose
      ? ([{ kind: "reset", taken: true }, { kind: "reset", taken: false }, { kind: "hang" }] as const)
      : []),
  ];
  return () =>
    chance() < share ? (faults[Math.floor(chance() * faults.length)] ?? { kind: "take" }) : { kind: "take" };
}

/** Waits until every question has its end, or the time is over. */
export const settled = (world: World, asked: readonly Asked[], milliseconds: number): Promise<number> =>
  waited(world, asked, milliseconds, ({ neverShown, leftOpen }) => neverShown.length === 0 && leftOpen === 0);

/** Until every answer stands somewhere, whatever an older card still says. */
export const answered = (world: World, asked: readonly Asked[], milliseconds: number): Promise<number> =>
  waited(world, asked, milliseconds, ({ neverShown }) => neverShown.length === 0);

async function waited(
  world: World,
  asked: readonly Asked[],
  milliseconds: number,
  until: (verdict: Verdict) => boolean,
): Promise<number> {
  const from = performance.now();
  while (performance.now() - from < milliseconds && !until(judge(world, asked, 0))) await pause(200);
  return performance.now() - from;
}
