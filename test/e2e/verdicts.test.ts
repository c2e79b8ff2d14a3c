// Every scenario of the local Azure, read and judged: verdict and cause. Asked in chat and on the command line:
// test/prove/scenarios.
import { people } from "../../simulator/people.ts";
import { createClusterReader } from "../../src/azure/collect/cluster-reader.ts";
import { type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { scenario } from "../azure/scenario.ts";
import { diagnose } from "../diagnosed.ts";
import { clientOf, questionOf, scenarioRows } from "../scenarios.ts";
import { scenarioFile } from "../simulator/support.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

test.each(scenarioRows.map((row) => [`${row.name}: ${questionOf(row)}`, row] as const))(
  "%s",
  async (_title, row) => {
    const { name, cluster, verdict, cause } = row;
    await azure.simulator.loadScenario(scenarioFile(name));
    const listed = azure.simulator.scenario.resources.find((resource) =>
      resource.id.toLowerCase().endsWith(`/managedclusters/${cluster}`),
    );
    const id = row.id ?? listed?.id;
    const reader = createClusterReader({ ...azure.options, budgetMs: 20_000 });
    const snapshot = await reader.collect(await azure.signIn(people.alex), id ?? "", clientOf(row));
    const { verdict: found, rootCause } = diagnose(snapshot);
    expect([found, rootCause?.check ?? null]).toEqual([verdict, cause]);
  },
);
