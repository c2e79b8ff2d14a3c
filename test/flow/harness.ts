// The whole chain in one process: local Azure and gateway, the product as `npm start` wires it, and Teams' side.
import { writeFile } from "node:fs/promises";
import tls from "node:tls";
import { type Person, people, tenantId } from "../../simulator/people.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import type { Timeouts } from "../../src/app/ports/services.ts";
import { createLog } from "../../src/composition/log.ts";
import { readPolicyFile } from "../../src/composition/policy-file.ts";
import { type Product, startProduct } from "../../src/composition/product.ts";
import { type Config, readConfig } from "../../src/config/config.ts";
import { sentenceOf } from "../../src/config/problem.ts";
import { newKeyFile } from "../fixtures/new-keys.ts";
import { policyCopy } from "../fixtures/policy-files.ts";
import { asInUtc } from "../presenters/card-text.ts";
import { databases } from "../store/postgres-server.ts";
import { type Shown, startTeams, type Teams } from "./teams.ts";

type Json = Record<string, unknown>;

export type Place = Readonly<{ id: string; conversationType: "personal" | "groupChat" | "channel" }>;
export const chatOf = (person: Person): Place => ({
  id: `a:chat-of-29:${person.oid}`,
  conversationType: "personal",
});
export const channelThread: Place = {
  id: "19:incidents@thread.tacv2;messageid=1700000000001",
  conversationType: "channel",
};

const elsewhere: Place = { id: "a:elsewhere", conversationType: "personal" };

export type Harness = {
  azure: Simulator;
  teams: Teams;
  config: Config;
  /** Longer than the product's own, so that a busy machine changes no answer; a test of slowness shortens it. */
  timeouts: { -readonly [Of in keyof Timeouts]: number };
  /** Every line the product logged as a warning or an error. */
  logged: string[];
  /** Sends what a person types; the gateway's answer. */
  send(person: Person, text: string, place?: Place, more?: Json): Promise<Response>;
  /** Sends any activity as Teams would. */
  deliver(activity: Json): Promise<Response>;
  activity(person: Person, place: Place, more: Json): Json;
  /** Waits for a message of the bot, newer than the call, whose words match; fails with what was said instead. */
  answer(after: number, words: RegExp, place?: Place): Promise<Shown>;
  /** Types and waits. */
  ask(person: Person, text: string, words: RegExp, place?: Place): Promise<Shown>;
  press(person: Person, place: Place, data: Json, more?: Json): Promise<Json>;
  /** What was shown after the first `after` messages, once two questions asked now, elsewhere, were answered too. */
  shownSince(after: number): Promise<readonly Shown[]>;
  /** The product's own address, past the gateway. */
  botUrl(): string;
  /** Where its metrics are asked for. */
  metricsUrl(): string;
  setPolicy(text: string): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** All words of a message or card, in order, as one text; times as a reader in UTC sees them. */
export function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join("\n");
  if (typeof value !== "object" || value === null) return "";
  return Object.entries(value)
    .filter(([key]) => key !== "fallback")
    .map(([key, inner]) =>
      typeof inner === "string" && shownKeys.has(key) ? asInUtc(inner) : wordsOf(inner),
    )
    .filter((text) => text !== "")
    .join("\n");
}
const shownKeys = new Set(["text", "title", "value", "codeSnippet"]);

/** The cards among messages: what mentions whoever waited long is none. */
export const cardsOf = (messages: readonly Shown[]): readonly Shown[] =>
  messages.filter(({ activity }) => activity.attachments !== undefined);

type Pressable = Readonly<{ title: string; data: Json }>;

/** Every button of a message or card, in order, without the fallbacks. */
export function buttonsOf(value: unknown): readonly Pressable[] {
  if (Array.isArray(value)) return value.flatMap(buttonsOf);
  if (typeof value !== "object" || value === null) return [];
  const { type, title, data }: Json = { ...value };
  if (type === "Action.Execute") return [{ title: String(title), data: { ...Object(data) } }];
  return Object.entries(value).flatMap(([key, inner]) => (key === "fallback" ? [] : buttonsOf(inner)));
}

/** Milliseconds: for what never comes. */
const longest = 240_000;
export const longPatience: Timeouts = {
  names: longest,
  press: longest,
  waiting: longest,
  progress: longest,
};

let activities = 0;

/** An activity as Teams sends it; `more` replaces fields. */
export function messageFrom(
  person: Person,
  place: Place,
  serviceUrl: string,
  appId: string,
  more: Json,
): Json {
  activities += 1;
  return {
    type: "message",
    id: `activity-${process.pid}-${activities}`,
    channelId: "msteams",
    serviceUrl,
    from: { id: `29:${person.oid}`, name: person.displayName, aadObjectId: person.oid },
    recipient: { id: `28:${appId}`, name: "AKS On-Call" },
    conversation: { ...place, isGroup: place.conversationType !== "personal", tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: "en-US",
    ...more,
  };
}

/** Waits until it is there; Jest ends what never comes. */
export async function until<T>(found: () => T | undefined | false): Promise<T> {
  for (;;) {
    const it = found();
    if (it !== undefined && it !== false) return it;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Waits for a message of the bot, newer than `after`, whose words match; fails with what was said instead. */
export async function waitForAnswer(
  teams: Teams,
  after: number,
  words: RegExp,
  milliseconds: number,
  place?: Place,
  logged: () => readonly string[] = () => [],
): Promise<Shown> {
  const deadline = Date.now() + milliseconds;
  const candidates = () =>
    teams
      .shown()
      .slice(after)
      .filter((message) => place === undefined || message.conversation === place.id);
  while (Date.now() < deadline) {
    const found = candidates().find((message) => words.test(wordsOf(message.activity)));
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const said = candidates()
    .map((message) => wordsOf(message.activity))
    .join("\n———\n");
  throw new Error(`No answer matched ${words}. Said:\n${said}\nLogged:\n${logged().join("\n")}`);
}

/** `looksInside`: a diagnosis sends commands into the cluster, too. Without a `place`, on a PostgreSQL server of its own: it starts in a fraction of the time that PGlite takes. */
export async function startHarness(
  scenario = "simulator/scenarios/hub-spoke.json",
  place?: { dataDir: string } | { databaseUrl: string },
  more: Readonly<Record<string, string>> = {},
  { looksInside = false }: Readonly<{ looksInside?: boolean }> = {},
): Promise<Harness> {
  const server = place === undefined ? await databases() : undefined;
  const store = place ?? { databaseUrl: (await server?.newDatabase()) ?? "" };
  const azure = await startSimulator({ scenario, localDir: ".local/test" });
  await azure.loadScenario({ ...azure.scenario, runCommand: { startDelayMs: 50 } });
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), azure.caPem]);
  const teams = await startTeams();
  // Its own copy, so that a test can change it.
  const policyFile = policyCopy({ looksInside });
  const read = readConfig({
    ...azure.environment,
    PORT: "0",
    HOST: "127.0.0.1",
    POLICY_FILE: policyFile,
    ...("dataDir" in store
      ? { DATA_DIR: store.dataDir }
      : { DATABASE_URL: store.databaseUrl, AUDIT_KEY_FILE: await newKeyFile() }),
    // The suite runs on each: `TEAMS_SDK=teams-apps npm run test:e2e`.
    TEAMS_SDK: process.env.TEAMS_SDK,
    TEAMS_SERVICE_HOSTS: "127.0.0.1",
    TEAMS_FILE_HOSTS: "127.0.0.1",
    // The stand-in takes more.
    TEAMS_CALLS_PER_SECOND: "1000",
    // Tests change Azure from one question to the next.
    AZURE_REREAD_SECONDS: "0",
    ...more,
  });
  if (!read.ok) throw new Error(read.problems.map(sentenceOf).join("\n"));
  const { config } = read;
  const policy = await readPolicyFile(config.policyFile);
  if (!policy.ok) throw new Error(policy.problems.join("\n"));
  const logged: string[] = [];
  const log = createLog("warn", {
    write: (line) => {
      const { level: _, time: _at, pid: _of, hostname: _on, msg, ...fields } = JSON.parse(line);
      logged.push(`${msg} ${JSON.stringify(fields)}`);
    },
  });
  const timeouts = { ...longPatience };
  const start = async (): Promise<Product> => {
    const started = await startProduct(config, policy, log, timeouts);
    if (!started.ok) throw new Error(started.reason);
    azure.setBotUrl(`http://127.0.0.1:${started.product.port}/api/messages`);
    return started.product;
  };
  let product = await start();

  const activity: Harness["activity"] = (person, place, more) =>
    messageFrom(person, place, teams.serviceUrl, azure.scenario.appId, more);
  const deliver = (body: Json) =>
    fetch(azure.gatewayUrl, {
      method: "POST",
      // Each on its own connection: one that was idle while the product restarted may be closed under us.
      headers: { "content-type": "application/json", connection: "close" },
      body: JSON.stringify(body),
    });
  const send: Harness["send"] = (person, text, place = chatOf(person), more = {}) =>
    deliver(activity(person, place, { text, textFormat: "plain", ...more }));

  const answer: Harness["answer"] = (after, words, place) =>
    waitForAnswer(teams, after, words, longest, place, () => logged);

  return {
    azure,
    teams,
    config,
    timeouts,
    logged,
    activity,
    deliver,
    send,
    answer,
    async ask(person, text, words, place = chatOf(person)) {
      const before = teams.shown().length;
      await send(person, text, place);
      return answer(before, words, place);
    },
    async press(person, place, data, more = {}) {
      const value = { action: { type: "Action.Execute", verb: data.verb, data }, trigger: "manual" };
      const response = await deliver(
        activity(person, place, { type: "invoke", name: "adaptiveCard/action", value, ...more }),
      );
      return (await response.json()) as Json;
    },
    async shownSince(after) {
      for (let question = 0; question < 2; question += 1) {
        const before = teams.shown().length;
        await send(people.alex, "help", elsewhere);
        await answer(before, /AKS On-Call/, elsewhere);
      }
      return teams
        .shown()
        .slice(after)
        .filter(({ conversation }) => conversation !== elsewhere.id);
    },
    metricsUrl: () => `http://127.0.0.1:${product.metricsPort}/metrics`,
    botUrl: () => `http://127.0.0.1:${product.port}/api/messages`,
    async setPolicy(text) {
      await writeFile(config.policyFile, text);
      await product.reloadPolicy();
    },
    async restart() {
      await product.close();
      product = await start();
    },
    async close() {
      await product.close();
      await azure.close();
      await teams.close();
      await server?.stop();
    },
  };
}
