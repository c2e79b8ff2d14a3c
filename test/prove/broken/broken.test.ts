// Every component of every healthy scenario, broken in each way in which it breaks, through the local Azure: what
// nothing needed stays green, nothing else does, and what broke is named.
import { people } from "../../../simulator/people.ts";
import { loadScenario } from "../../../simulator/scenario/load.ts";
import type { Scenario } from "../../../simulator/scenario/schema.ts";
import { createClusterReader } from "../../../src/azure/cluster-reader.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import type { Diagnosis } from "../../../src/core/diagnosis/diagnosis.ts";
import { type LocalAzure, startLocalAzure } from "../../azure/local-azure.ts";
import { scenario } from "../../azure/scenario.ts";
import { type ScenarioRow, scenarioRows } from "../../scenarios.ts";
import { scenarioFile } from "../../simulator/support.ts";
import { sampleBy } from "../sample.ts";
import { type Break, breaksIn } from "./breaks.ts";
import { whyNobodyFeels } from "./not-needed.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

async function diagnoseBroken(whole: Scenario, row: ScenarioRow, each: Break): Promise<Diagnosis> {
  await azure.simulator.loadScenario({ ...whole, resources: each.apply([...whole.resources]) } as never);
  const wanted = `/managedclusters/${row.cluster}`;
  const id = whole.resources.find((resource) => resource.id.toLowerCase().endsWith(wanted))?.id ?? "";
  const client = row.from === undefined ? {} : { ip: row.from };
  const reader = createClusterReader({ ...azure.options, budgetMs: 20_000 });
  return diagnose(await reader.collect(await azure.signIn(people.alex), id, client));
}

const within = (inner: string, outer: string): boolean =>
  inner.toLowerCase() === outer.toLowerCase() || inner.toLowerCase().startsWith(`${outer.toLowerCase()}/`);

/** The component, a part of it, or the whole that it is a part of: a link is missing of a zone. */
function names({ rootCause }: Diagnosis, { at, also }: Break): boolean {
  if (rootCause === null) return false;
  const blamed = rootCause.resourceId ?? "";
  const known = [at, ...also].some((id) => within(blamed, id) || (blamed !== "" && within(id, blamed)));
  return known || [at, ...also].some((id) => rootCause.summary.includes(id.split("/").at(-1) ?? id));
}

const healthyRows = scenarioRows.filter(({ verdict }) => verdict === "healthy");
const cases = healthyRows.map((row) => [`${row.name} ${row.from ?? ""}`.trim(), row] as const);
const tally = { breaks: 0, named: 0, unknown: 0, notNeeded: 0 };
const otherwise: string[] = [];

test.each(cases)("%s", async (title, row) => {
  const whole = await loadScenario(scenarioFile(row.name));
  const wrong: string[] = [];
  for (const each of sampleBy(breaksIn(whole.resources), ({ name, at }) => `${name} ${at}`, title)) {
    const diagnosis = await diagnoseBroken(whole, row, each);
    const { verdict, rootCause, summary } = diagnosis;
    const found = `${each.name}: ${verdict}, ${rootCause?.check ?? "no cause"}: ${summary}`;
    if (whyNobodyFeels(row, each) !== null) {
      tally.notNeeded += 1;
      if (verdict !== "healthy" && verdict !== "unknown") wrong.push(`false alarm: ${found}`);
      continue;
    }
    tally.breaks += 1;
    if (verdict === "healthy") wrong.push(`green: ${found}`);
    if (verdict === "unknown") tally.unknown += 1;
    else if (names(diagnosis, each)) tally.named += 1;
    else if (verdict !== "healthy") otherwise.push(`${title}, ${found}`);
  }
  expect(wrong).toEqual([]);
});

test("what broke is named in at least 97 of 100", () => {
  const { breaks, named, unknown, notNeeded } = tally;
  const told = breaks - unknown;
  const percent = told === 0 ? 100 : (100 * named) / told;
  console.log(
    `${breaks} breaks that somebody feels: ${named} of ${told} that are told name what broke (${percent.toFixed(1)} %), ${unknown} are unknown; ${notNeeded} that nobody feels.\n${otherwise.join("\n")}`,
  );
  expect(percent).toBeGreaterThanOrEqual(97);
});
