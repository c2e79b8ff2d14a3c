// No diagnosis of any scenario says two things that exclude each other, whoever of the people asks, from wherever.
import { people } from "../../../simulator/people.ts";
import { createClusterReader } from "../../../src/azure/collect/cluster-reader.ts";
import { type LocalAzure, startLocalAzure } from "../../azure/local-azure.ts";
import { scenario } from "../../azure/scenario.ts";
import { expectEach } from "../../each-holds.ts";
import { sampleBy } from "../../prove/sample.ts";
import { clientOf, questionOf, scenarioRows } from "../../scenarios.ts";
import { scenarioFile } from "../../simulator/support.ts";
import { contradictionsIn } from "./claims.ts";
import { diagnosesOf } from "./every-view.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const asked = scenarioRows.flatMap((row) =>
  Object.entries(people).map(
    ([who, person]) => [`${row.name}: ${questionOf(row)}, by ${who}`, row, person] as const,
  ),
);

test.each(sampleBy(asked, ([title]) => title, "contradictions", 24))("%s", async (title, row, person) => {
  await azure.simulator.loadScenario(scenarioFile(row.name));
  const listed = azure.simulator.scenario.resources.find(({ id }) =>
    id.toLowerCase().endsWith(`/managedclusters/${row.cluster}`),
  );
  const id = row.id ?? listed?.id ?? "";
  const reader = createClusterReader(azure.options);
  const snapshot = await reader.collect(await azure.signIn(person), id, clientOf(row));
  expectEach(
    sampleBy(diagnosesOf(title, snapshot), ([name]) => name, title, 4).map(
      ([name, judge]) => [name, judge()] as const,
    ),
    (diagnosis) => expect(contradictionsIn(diagnosis)).toEqual([]),
  );
});
