// One person's 200 messages in ten seconds, and what two colleagues notice of them.
import { type Person, people } from "../../simulator/people.ts";
import { messageFrom, waitForAnswer } from "../../test/flow/harness.ts";
import { type Chain, withChain } from "../support/chain.ts";
import { type Measurement, milliseconds, quantile, seconds, timed } from "../support/row.ts";
import { openPostgres } from "../support/stores.ts";

const withinMs = 10_000;
const patienceMs = 120_000;
const text = "can i kubectl get pods on prod-1";

export const flood: Measurement = {
  name: "flood",
  measure: ({ quick }) =>
    withChain(openPostgres, async (chain) => {
      const count = quick ? 20 : 200;
      const colleague = async () => {
        const times: number[] = [];
        for (let question = 0; question < 5; question += 1) {
          await pause(withinMs / 5);
          times.push(await timed(async () => (await asked(chain, people.megan)).answer()));
        }
        return times;
      };
      const acks: number[] = [];
      const one = async (index: number) => {
        await pause((index * withinMs) / count);
        const from = performance.now();
        const { answer } = await asked(chain, people.alex);
        acks.push(performance.now() - from);
        await answer();
      };
      const all = timed(() => Promise.all(Array.from({ length: count }, (_, index) => one(index))));
      const theirs = (await Promise.all([colleague(), colleague()])).flat();
      const figure = `ack p99 ${milliseconds(quantile(acks, 0.99))}, all answered after ${seconds(await all)}`;
      return [
        { what: `${count} messages of one person in 10 s`, figure },
        {
          what: "Two colleagues meanwhile: the slowest of ten answers",
          figure: seconds(Math.max(...theirs)),
        },
      ];
    }),
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** In a place of its own, since a place has its own pace of answers. Throws where it is not taken, or fails. */
async function asked({ azure, teams }: Chain, person: Person) {
  const id = `19:flood-${process.hrtime.bigint()}@thread.v2`;
  const place = { id, conversationType: "groupChat" } as const;
  const before = teams.shown().length;
  const taken = await fetch(azure.gatewayUrl, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close" },
    body: JSON.stringify(messageFrom(person, place, teams.serviceUrl, azure.scenario.appId, { text })),
  });
  if (!taken.ok) throw new Error(`The bot answered ${taken.status} to a message.`);
  return { answer: () => waitForAnswer(teams, before, /[Aa]llowed|may/, patienceMs, place) };
}
