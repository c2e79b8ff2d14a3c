// Scenarios with something to see inside the cluster, asked on the command line: each names its cause. All of
// them with PROVE=1; CI takes a few, since each takes seconds. The real kubectl reads what the local Azure's API server holds.
import { people, tenantId } from "../../simulator/people.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import { inClusterFindings } from "../../src/core/in-cluster/findings/all.ts";
import { type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { scenario } from "../azure/scenario.ts";
import { objectionsTo } from "../doors/cli/diagnosis-schema.ts";
import { diagnosisDocument } from "../doors/cli/documents.ts";
import { runAlone } from "../doors/cli/terminal.ts";
import { type InsideRow, insideRows } from "../scenarios-inside.ts";
import { arm, scenarioFile } from "../simulator/support.ts";
import { sampleBy } from "./sample.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

async function load(name: string): Promise<void> {
  const loaded = await loadScenario(scenarioFile(name));
  await azure.simulator.loadScenario({ ...loaded, runCommand: { ...loaded.runCommand, startDelayMs: 0 } });
}

async function ask({ as = undefined, symptom }: Pick<InsideRow, "as" | "symptom">) {
  const person = as === "megan" ? people.megan : people.alex;
  const text = symptom === undefined ? [] : ["--symptom", symptom];
  const { out } = await runAlone(["diagnose", "prod-1", ...text, "-o", "json"], {
    ...azure.simulator.environment,
    ...{ AZURE_CLIENT_ID: person.oid, AZURE_CLIENT_SECRET: "any", AZURE_TENANT_ID: tenantId },
  });
  expect(objectionsTo(JSON.parse(out))).toEqual([]);
  return diagnosisDocument.parse(JSON.parse(out));
}

test("there is one for each check inside, and six with faults on both sides", () => {
  const shown = new Set(
    insideRows.flatMap(({ cause, explained = {}, told = {} }) => [
      cause,
      ...Object.keys(explained),
      ...Object.keys(told),
    ]),
  );
  expect(inClusterFindings.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  expect(insideRows.filter(({ name }) => name.startsWith("both-")).length).toBeGreaterThanOrEqual(6);
});

const cases = insideRows.map((row) => [`${row.name}${row.symptom ? ", with an error" : ""}`, row] as const);
const some = sampleBy(cases, ([title]) => title, "inside-scenarios", 2);

test.each(some)("%s", async (_title, row) => {
  await load(row.name);
  const { verdict, rootCause, checks, inside } = await ask(row);
  const statusOf = (id: string) => checks.find((check) => check.id === id)?.status;
  const explainedBy = (id: string) => checks.find((check) => check.id === id)?.explainedBy;
  expect({
    verdict,
    cause: rootCause?.check ?? null,
    inside: inside?.is,
    explained: Object.fromEntries(Object.keys(row.explained ?? {}).map((id) => [id, explainedBy(id)])),
    told: Object.fromEntries(Object.keys(row.told ?? {}).map((id) => [id, statusOf(id)])),
  }).toEqual({
    ...{ verdict: row.verdict, cause: row.cause, inside: row.inside },
    ...{ explained: row.explained ?? {}, told: row.told ?? {} },
  });
});

const run = async (command: string): Promise<void> => {
  const { simulator } = azure;
  const id = simulator.scenario.resources.find((each) => /\/managedClusters\/prod-1$/i.test(each.id))?.id;
  const clusterToken = await simulator.tokenFor(people.megan.oid, "6dae42f8-4368-4678-94ff-3960e28e3630");
  const sent = await arm(simulator, people.megan, "POST", `${id}/runCommand`, { command, clusterToken });
  for (;;) {
    const result = await arm(simulator, people.megan, "GET", sent.headers.get("location") ?? "");
    if (result.status === 200) return expect(result.body.properties).toMatchObject({ exitCode: 0 });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const mendable = sampleBy(["inside-nodes-cordoned", "inside-policy-cuts-names"], String, "mended inside", 1);

test.each(mendable)("%s: the lines of its fix mend it", async (name) => {
  await load(name);
  const broken = await ask({});
  for (const line of broken.rootCause?.fix?.commands ?? []) await run(line);
  const mended = await ask({});
  expect([broken.headline, mended.headline]).toEqual(["wrongInside", "well"]);
});
