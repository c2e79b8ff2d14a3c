// Resident memory of the product's process over many runs: commands of many people, each sent into the cluster as them,
// followed, masked, kept and shown.
import type { Person } from "../../simulator/people.ts";
import { type Chain, withChain } from "../support/chain.ts";
import { personOf, withPeople } from "../support/people.ts";
import { type Measurement, megabytes, type Row, seconds } from "../support/row.ts";
import { runOnce } from "../support/run-once.ts";
import { openPostgres } from "../support/stores.ts";

/** Under way at once. */
const parallel = 32;
const parts = 4;

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
        rows.push({
          what: `Resident memory after ${part * inPart} runs, on PostgreSQL`,
          figure: megabytes(await bot.residentMb()),
        });
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
      await runOnce(chain, person, "kubectl get namespaces on prod-1", /kube-system/);
    }
  };
  await Promise.all(Array.from({ length: parallel }, (_, index) => work(personOf(index))));
}
