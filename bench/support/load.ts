// Many questions at a bot, as Teams would deliver them: signed, a few at a time, each with an id of its own.
import { Agent, request } from "node:http";
import { people } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import { chatOf, messageFrom } from "../../test/flow/harness.ts";
import type { Teams } from "../../test/flow/teams.ts";

/** Messages under way at once. */
const parallel = 16;

export type Load = Readonly<{
  /** Messages answered in a second, from the first question to the last answer. */
  rate: number;
  /** Milliseconds until the bot took each message. */
  acks: readonly number[];
}>;

/** Asks `text` `count` times and waits until as many answers have come. Throws when the bot does not take one. */
export async function load(
  azure: Simulator,
  teams: Teams,
  botUrl: string,
  text: string,
  count: number,
): Promise<Load> {
  // Each in a chat of its own, as many people's are: Teams takes only so many messages a second in one.
  let chats = 0;
  const ask = () => {
    chats += 1;
    const place = {
      ...chatOf(people.alex),
      id: `${chatOf(people.alex).id}-${process.hrtime.bigint()}-${chats}`,
    };
    return messageFrom(people.alex, place, teams.serviceUrl, azure.scenario.appId, { text });
  };
  // One token for all, as Teams does: it speaks for the service URL, not for the message.
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${await azure.signActivity(ask())}`,
  };
  const agent = new Agent({ keepAlive: true, maxSockets: parallel });
  const acks: number[] = [];
  const before = teams.shown().length;
  const from = performance.now();
  let left = count;
  const sender = async () => {
    while (left > 0) {
      left -= 1;
      const sent = performance.now();
      const status = await post(agent, botUrl, headers, JSON.stringify(ask()));
      if (status !== 200 && status !== 202) throw new Error(`The bot answered ${status} to a message.`);
      acks.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: parallel }, sender));
  await answered(teams, before + count);
  const rate = count / ((performance.now() - from) / 1000);
  agent.destroy();
  return { rate, acks };
}

const post = (agent: Agent, url: string, headers: Record<string, string>, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sending = request(url, { method: "POST", agent, headers }, (response) => {
      response.once("end", () => resolve(response.statusCode ?? 0)).resume();
    });
    sending.once("error", reject);
    sending.end(body);
  });

async function answered(teams: Teams, count: number): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (teams.shown().length < count) {
    if (performance.now() > deadline)
      throw new Error(`${count - teams.shown().length} of the messages were not answered within 60 s.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
