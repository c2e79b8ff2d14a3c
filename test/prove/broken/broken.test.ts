// Every component of every healthy scenario, broken in each way in which it breaks, through the local Azure: what
// nothing needed stays green, nothing else does, and what broke is named.
import { loadScenario } from "../../../simulator/scenario/load.ts";
import { catalogue } from "../../../src/core/finding/catalogue.ts";
import { type LocalAzure, startLocalAzure } from "../../azure/local-azure.ts";
import { scenario } from "../../azure/scenario.ts";
import { scenarioFile } from "../../simulator/support.ts";
import { sampleBy } from "../sample.ts";
import { breaksIn } from "./breaks.ts";
import { diagnoseBroken, healthyRows, names } from "./diagnose-broken.ts";
import { whyNobodyFeels } from "./not-needed.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const cases = healthyRows.map((row) => [`${row.name} ${row.from ?? ""}`.trim(), row] as const);
const findings = new Set<string>(catalogue.map(({ id }) => id));
const tally = { breaks: 0, named: 0, unknown: 0, notNeeded: 0 };
const otherwise: string[] = [];

test.each(cases)("%s", async (title, row) => {
  const whole = await loadScenario(scenarioFile(row.name));
  const wrong: string[] = [];
  for (const each of sampleBy(breaksIn(whole.resources), ({ name, at }) => `${name} ${at}`, title)) {
    const diagnosis = await diagnoseBroken(azure, whole, row, each);
    const { verdict, rootCause, summary } = diagnosis;
    const found = `${each.name}: ${verdict}, ${rootCause?.check ?? "no cause"}: ${summary}`;
    if (whyNobodyFeels(row, each) !== null) {
      tally.notNeeded += 1;
      if (verdict !== "healthy" && verdict !== "unknown") wrong.push(`false alarm: ${found}`);
      continue;
    }
    if (rootCause !== null && !findings.has(rootCause.check)) wrong.push(`told by no finding: ${found}`);
    tally.breaks += 1;
    if (verdict === "healthy") wrong.push(`green: ${found}`);
    if (verdict === "unknown") tally.unknown += 1;
    else if (rootCause !== null && names(rootCause, each)) tally.named += 1;
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
