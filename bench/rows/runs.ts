// Resident memory of the product's process over many runs: commands of many people, each sent into the cluster as them,
// followed, masked, kept and shown.
import type { Person } from "../../simulator/people.ts";
import { messageFrom, waitForAnswer } from "../../test/flow/harness.ts";
import { type Chain, withChain } from "../support/chain.ts";
import { personOf, withPeople } from "../support/people.ts";
import { type Measurement, type Row, seconds } from "../support/row.ts";
import { openPostgres } from "../support/stores.ts";

/** Under way at once. */
const parallel = 32;
const parts = 4;
const patienceMs = 120_000;

export const runs: Measurement = {
  name: "runs",
  measure: ({ quick }) =>
    withChain(openPostgres, async (chain): Promise<readonly Row[]> => {
      const { azure, bot } = chain;
      const scenario = withPeople(azure.scenario, parallel);
      await azure.loadScenario({ ...scenario, runCommand: { startDelayMs: 0 } });
      const inPart = quick ? 50 : 2_500;
      const rows: Row[] = [];
      const from = performance.now();
      for (let part = 1; part <= parts; part += 1) {
        await runAll(chain, inPart);
        azure.clearRequests();
        const resident = await bot.residentMb();
        const figure = resident === null ? "not measured: only Linux says it" : `${Math.round(resident)} MB`;
        rows.push({ what: `Resident memory after ${part * inPart} runs, on PostgreSQL`, figure });
      }
      const each = (performance.now() - from) / (parts * inPart);
      return [...rows, { what: `A run among ${parallel} at once`, figure: `every ${seconds(each)}` }];
    }),
};

async function runAll(chain: Chain, count: number): Promise<void> {
  let left = count;
  const work = async (person: Person) => {
    while (left > 0) {
      left -= 1;
      await runOnce(chain, person, left);
    }
  };
  await Promise.all(Array.from({ length: parallel }, (_, index) => work(personOf(index))));
}

/** In a thread of its own, of a channel for each person: in one channel Teams takes two messages a second. */
async function runOnce({ azure, teams }: Chain, person: Person, index: number): Promise<void> {
  const place = {
    id: `19:runs-${person.oid}@thread.tacv2;messageid=${process.hrtime.bigint()}${index}`,
    conversationType: "channel",
  } as const;
  const before = teams.shown().length;
  const text = "kubectl get namespaces on prod-1";
  const activity = messageFrom(person, place, teams.serviceUrl, azure.scenario.appId, { text });
  const taken = await fetch(azure.gatewayUrl, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close" },
    body: JSON.stringify(activity),
  });
  if (!taken.ok) throw new Error(`The bot answered ${taken.status} to a message.`);
  await waitForAnswer(teams, before, /kube-system/, patienceMs, place);
}
