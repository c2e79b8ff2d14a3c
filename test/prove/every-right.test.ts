// Each thing that a diagnosis reads, refused by Azure in turn: no other cause is named, and nothing turns green.

import { people } from "../../simulator/people.ts";
import { createClusterReader } from "../../src/azure/collect/cluster-reader.ts";
import type { Verdict } from "../../src/core/diagnosis/cause.ts";
import type { SaidDiagnosis } from "../../src/presenters/diagnosis/localize-diagnosis.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { scenario } from "../azure/scenario.ts";
import { diagnose } from "../diagnosed.ts";
import { clientOf, questionOf, type ScenarioRow, scenarioRows } from "../scenarios.ts";
import { scenarioFile } from "../simulator/support.ts";
import { sampleBy, sampleOf } from "./sample.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const clusterIn = ({ cluster, id }: ScenarioRow): string => {
  if (id !== undefined) return id;
  const found = azure.simulator.scenario.resources.find((resource) =>
    resource.id.toLowerCase().endsWith(`/microsoft.containerservice/managedclusters/${cluster}`),
  );
  if (found === undefined) throw new Error(`No cluster ${cluster} in this scenario.`);
  return found.id;
};

const diagnoseAs = async (row: ScenarioRow): Promise<SaidDiagnosis> => {
  const credential = await azure.signIn(people.alex);
  return diagnose(
    await createClusterReader({ ...azure.options, budgetMs: 20_000 }).collect(
      credential,
      clusterIn(row),
      clientOf(row),
    ),
  );
};

/** Whether a network has a manager, and what a gateway learned, nothing tells but these answers, which many people may not ask for. */
const isUnnoticed = (path: string): boolean =>
  /\/(listNetworkManagerEffectiveSecurityAdminRules|networkManagers|getBgpPeerStatus)$/i.test(path);

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const refuse = (path: string): void =>
  azure.simulator.setFaults([
    {
      match: { path: `^${literally(path)}(\\?|$)` },
      status: 403,
      body: {
        error: {
          code: "AuthorizationFailed",
          message: `The client does not have authorization to perform action 'Microsoft.Example/read' over scope '${path}'.`,
        },
      },
    },
  ]);

/** Verdicts that are no greener than the true one. A fault looks graver where a way past it cannot be seen. */
const allowed: Readonly<Record<Verdict, readonly Verdict[]>> = {
  healthy: ["healthy", "unknown"],
  degraded: ["degraded", "broken", "unknown"],
  broken: ["broken", "degraded", "unknown"],
  unknown: ["unknown"],
};

const cases = scenarioRows.map((row) => [`${row.name}: ${questionOf(row)}`, row] as const);
/** What stands first in each with every right, `test/e2e/verdicts` asks of all. */
const some = sampleBy(cases, ([title]) => title, "rights", 24);

test.each(some)("%s", async (title, row) => {
  azure.simulator.setFaults([]);
  await azure.simulator.loadScenario(scenarioFile(row.name));
  azure.simulator.clearRequests();
  const truth = await diagnoseAs(row);
  const paths = [...new Set(armRequests(azure.simulator).map(({ path }) => path))].toSorted();
  // Where the check that says it best lacks something, the requirement that is not met says the same.
  const stopped = truth.requirements.filter(({ end }) => end === "stopped").map(({ id }) => `walk.${id}`);
  // What only follows from the cause is no other one: it is named where the cause itself cannot be read.
  const following = truth.checks.filter(({ explainedBy }) => explainedBy === row.cause).map(({ id }) => id);
  const wrong: string[] = [];
  for (const path of sampleOf(paths, title)) {
    refuse(path);
    const { verdict, rootCause } = await diagnoseAs(row);
    const named = rootCause?.check ?? null;
    const causes = [
      null,
      row.cause,
      ...(truth.thenAlso ?? []).map(({ check }) => check),
      ...stopped,
      ...following,
    ];
    if (!causes.includes(named)) wrong.push(`${path} → blames ${named}`);
    if (!allowed[row.verdict].includes(verdict) && !isUnnoticed(path)) wrong.push(`${path} → ${verdict}`);
  }
  azure.simulator.setFaults([]);
  expect([truth.verdict, truth.rootCause?.check ?? null]).toEqual([row.verdict, row.cause]);
  expect(wrong).toEqual([]);
});
