// One command asked for in chat, from the message to the card that shows its output.
import type { Person } from "../../simulator/people.ts";
import { messageFrom, waitForAnswer } from "../../test/flow/harness.ts";
import type { Chain } from "./chain.ts";

const patienceMs = 120_000;

/** In a thread of its own, of a channel for each person: in one channel Teams takes two messages a second. */
export async function runOnce(
  { azure, teams }: Chain,
  person: Person,
  text: string,
  answered: RegExp,
): Promise<void> {
  const place = {
    id: `19:runs-${person.oid}@thread.tacv2;messageid=${process.hrtime.bigint()}`,
    conversationType: "channel",
  } as const;
  const before = teams.shown().length;
  const activity = messageFrom(person, place, teams.serviceUrl, azure.scenario.appId, { text });
  const taken = await fetch(azure.gatewayUrl, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close" },
    body: JSON.stringify(activity),
  });
  if (!taken.ok) throw new Error(`The bot answered ${taken.status} to a message.`);
  await waitForAnswer(teams, before, answered, patienceMs, place);
}
