// What a card prints as the fix, pasted into a shell with the real `az`, and the next diagnosis is healthy. Of each table
// a sample, the same every time; all of them with `PROVE=1`.
import { people, subscriptions } from "../../simulator/people.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";
import { type Harness, startHarness, wordsOf } from "../flow/harness.ts";
import { sampleBy } from "../prove/sample.ts";
import { questionOf, type ScenarioRow, scenarioRows } from "../scenarios.ts";
import { scenarioFile } from "../simulator/support.ts";
import { withChanges } from "./changes.ts";
import { deniedBesideRepair, faults, runCommandOff } from "./faults.ts";
import { faultsElsewhere } from "./faults-elsewhere.ts";
import { openPasting, type Pasting } from "./pasting.ts";

let chain: Harness;
let healthy: Scenario;
let pasting: Pasting;
beforeAll(async () => {
  chain = await startHarness();
  healthy = chain.azure.scenario;
  pasting = await openPasting(chain.azure);
});
afterAll(async () => {
  await pasting?.close("cause");
  await chain?.close();
});

/** Shell lines of a card's fix, as the copy button of a code block copies them; lines for a test are no fix. */
function shellBlocks(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("id" in value && typeof value.id === "string" && /^test/.test(value.id)) return [];
  if ("codeSnippet" in value && "language" in value && value.language === "Bash")
    return [String(value.codeSnippet)];
  return Object.values(value).flatMap(shellBlocks);
}

/** The check that the card blames, out of its line "Certain · dns.link-client · resource". */
const causeOf = (words: string): string | undefined => /^(?:Certain|Likely) · (\S+)/m.exec(words)?.[1];

/** Diagnoses as Alex, lets Megan paste the card's fix into her shell, and diagnoses again. */
async function heal(what: string, question: string, cluster: string): Promise<string | undefined> {
  await pasting.logIn(people.megan);
  chain.azure.clearRequests();
  // Who is hurt, or the verdict in a word.
  const title = new RegExp(`^(?:# )?[✔✖▲■?] .*${cluster}`, "m");
  const broken = await chain.ask(people.alex, question, title);
  const [lines, ...others] = shellBlocks(broken.activity);
  expect([typeof lines, others]).toEqual(["string", []]);
  await pasting.cli.paste(lines ?? "");
  expect(pasting.writers()).toEqual([people.megan.oid]);
  const after = await chain.ask(people.alex, question, title);
  expect(wordsOf(after.activity)).toMatch(new RegExp(`Reachable: ${cluster}`));
  expect(shellBlocks(after.activity)).toEqual([]);
  const cause = causeOf(wordsOf(broken.activity));
  pasting.keep(what, cause ?? "", lines ?? "", "healthy");
  return cause;
}

const questionIn = (row: ScenarioRow): string => `${row.name}: ${questionOf(row)}`;

describe("the scenarios that come with the product", () => {
  const broken = scenarioRows.filter(({ cause, mendedBy }) => cause !== null && mendedBy === undefined);
  const some = sampleBy(broken, questionIn, "fixes", 3);
  test.each(some.map((row) => [row.name, row] as const))("%s", async (name, row) => {
    await chain.azure.loadScenario(scenarioFile(name));
    expect(await heal(name, questionOf(row), row.cluster)).toBe(row.cause);
  });
});

describe("one fault in a healthy hub and spoke", () => {
  test.each(sampleBy(faults, ([what]) => what, "fixes", 5))("%s: %s", async (what, cause, changes) => {
    await chain.azure.loadScenario(withChanges(healthy, changes));
    expect(await heal(what, "diagnose prod-1", "prod-1")).toBe(cause);
  });
});

describe("one fault in another healthy scenario", () => {
  test.each(sampleBy(faultsElsewhere, ([what]) => what, "fixes", 3))(
    "%s: %s, %s",
    async (what, cause, name, cluster, changes) => {
      await chain.azure.loadScenario(withChanges(await loadScenario(scenarioFile(name)), changes));
      expect(await heal(what, `diagnose ${cluster}`, cluster)).toBe(cause);
    },
  );
});

test("a run command that is off, for whoever asks about it", async () => {
  await chain.azure.loadScenario(withChanges(healthy, runCommandOff));
  const question = 'diagnose prod-1 with "run command is disabled"';
  expect(await heal("run command disabled", question, "prod-1")).toBe("invoke.enabled");
});

test("an earlier repair for another cluster stays as it was", async () => {
  await chain.azure.loadScenario(withChanges(healthy, deniedBesideRepair));
  expect(await heal("denied beside a repair", "diagnose prod-1", "prod-1")).toBe("nsg.client-443");
  const group = ["-g", "rg-hub", "--nsg-name", "nsg-jump", "--subscription", subscriptions.connectivity];
  expect(await pasting.cli.az("network", "nsg", "rule", "list", ...group)).toMatchObject([
    { name: "deny-https", access: "Deny" },
    { name: "allow-aks-tcp-443", destinationAddressPrefix: "10.40.0.4" },
    { name: "allow-aks-tcp-443-2", destinationAddressPrefix: "10.20.0.4" },
  ]);
});
