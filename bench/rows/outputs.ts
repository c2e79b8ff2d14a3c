// Resident memory of the product's process over outputs as large as AKS hands out: each is masked in a thread, cut to
// fit its card, and kept.
import type { Scenario } from "../../simulator/scenario/schema.ts";
import { type Chain, withChain } from "../support/chain.ts";
import { personOf, withPeople } from "../support/people.ts";
import { type Measurement, megabytes, type Row } from "../support/row.ts";
import { runOnce } from "../support/run-once.ts";
import { openPostgres } from "../support/stores.ts";

/** Under way at once. */
const parallel = 4;
/** AKS cuts at 512 kB. */
const outputBytes = 500_000;
/** Longer than a thread without work is kept. */
const restMs = 45_000;
const shown = /Lines 1 to 40 of/;

export const outputs: Measurement = {
  name: "outputs",
  measure: ({ quick }) =>
    withChain(openPostgres, async (chain): Promise<readonly Row[]> => {
      const { azure, bot } = chain;
      const scenario = withLongLogs(withPeople(azure.scenario, parallel));
      await azure.loadScenario({ ...scenario, runCommand: { startDelayMs: 0 } });
      const count = quick ? 8 : 50;
      await showAll(chain, count);
      const [after, most] = [await bot.residentMb(), await bot.peakMb()];
      await new Promise((resolve) => setTimeout(resolve, restMs));
      const what = `${count} outputs of 500 kB, ${parallel} at once, on PostgreSQL`;
      return [
        { what: `Resident memory after ${what}`, figure: `${megabytes(after)}, at most ${megabytes(most)}` },
        { what: "The same, 45 s later", figure: megabytes(await bot.residentMb()) },
      ];
    }),
};

async function showAll(chain: Chain, count: number): Promise<void> {
  let left = count;
  const work = async (index: number) => {
    while (left > 0) {
      left -= 1;
      await runOnce(chain, personOf(index), "kubectl logs api-0 -n default --tail=-1 on prod-1", shown);
    }
  };
  await Promise.all(Array.from({ length: parallel }, (_, index) => work(index)));
}

/** One pod more in each cluster, whose log is that long. */
function withLongLogs(scenario: Scenario): Scenario {
  const line = (number: number) =>
    `2026-11-30T03:12:${String(number % 60).padStart(2, "0")}Z INFO request ${number} path=/api/orders/${number} status=200 token=k3y-${number}-Zq81xLw0 duration=12ms\n`;
  let log = "";
  for (let number = 0; log.length < outputBytes; number += 1) log += line(number);
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name: "api-0",
      namespace: "default",
      creationTimestamp: "-P1D",
      annotations: { "simulator/log": log },
    },
    spec: { containers: [{ name: "api", image: "contoso.azurecr.io/api:1.4.2" }] },
    status: { phase: "Running" },
  };
  return {
    ...scenario,
    kubernetes: Object.fromEntries(
      Object.entries(scenario.kubernetes).map(([id, cluster]) => [
        id,
        { ...cluster, objects: [...cluster.objects, pod] },
      ]),
    ),
  };
}
