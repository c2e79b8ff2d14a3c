// One question through the whole chain: typed, signed by the gateway, taken by the bot, answered into Teams.
import { people } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import { chatOf, messageFrom, wordsOf } from "../../test/flow/harness.ts";
import type { Teams } from "../../test/flow/teams.ts";

const timeoutMs = 60_000;

/** Milliseconds from the sent activity to the first card, and to the state of it that shows `done`. */
export type Answered = Readonly<{ firstMs: number; finalMs: number }>;

/** Asks as Alex in the personal chat. Throws when no card matches `done` in time, with what was said instead. */
export async function ask(azure: Simulator, teams: Teams, text: string, done: RegExp): Promise<Answered> {
  const { firstMs, states } = await askForStates(azure, teams, text, [done]);
  return { firstMs, finalMs: states[0] ?? Number.NaN };
}

/** The same, of a card that goes through several states: milliseconds to each of them, in this order. */
export async function askForStates(
  azure: Simulator,
  teams: Teams,
  text: string,
  expected: readonly RegExp[],
): Promise<Readonly<{ firstMs: number; states: readonly number[] }>> {
  const before = teams.shown().length;
  const activity = messageFrom(people.alex, chatOf(people.alex), teams.serviceUrl, azure.scenario.appId, {
    text,
  });
  const from = performance.now();
  // Not awaited: how fast the bot takes the message is not asked here.
  const sent = fetch(azure.gatewayUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(activity),
  });
  let firstMs = 0;
  const states: number[] = [];
  while (performance.now() - from < timeoutMs) {
    const said = teams.shown().slice(before);
    if (said.length > 0 && firstMs === 0) firstMs = performance.now() - from;
    const next = expected[states.length];
    if (next !== undefined && said.some((message) => next.test(wordsOf(message.activity))))
      states.push(performance.now() - from);
    if (states.length === expected.length) {
      await sent;
      return { firstMs, states };
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const words = teams
    .shown()
    .slice(before)
    .map((message) => wordsOf(message.activity));
  throw new Error(`"${text}" was not answered as expected within 60 s. Said: ${words.join(" — ")}`);
}
