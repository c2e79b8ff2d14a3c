// What a card prints as the fix, pasted into a shell with the real `az`, and the next diagnosis is healthy. Of the scenarios
// a sample, the same every time; all of them with `PROVE=1`.
import { people, subscriptions } from "../../simulator/people.ts";
import type { Scenario } from "../../simulator/simulator.ts";
import { type Harness, startHarness, wordsOf } from "../flow/harness.ts";
import { sampleBy } from "../prove/sample.ts";
import { questionOf, type ScenarioRow, scenarioRows } from "../scenarios.ts";
import { scenarioFile } from "../simulator/support.ts";
import { type AzureCli, openAzureCli } from "./azure-cli.ts";
import { deniedBesideRepair, faults, runCommandOff, withChanges } from "./faults.ts";

let chain: Harness;
let healthy: Scenario;
let cli: AzureCli;
beforeAll(async () => {
  chain = await startHarness();
  healthy = chain.azure.scenario;
  cli = await openAzureCli(chain.azure);
});

let seen = "";
/** The CLI knows the subscriptions that there were when somebody logged in. */
async function logIn(): Promise<void> {
  const subscriptionIds = chain.azure.scenario.subscriptions.map(({ subscriptionId }) => subscriptionId);
  if (seen !== subscriptionIds.join()) await cli.logIn(people.megan);
  seen = subscriptionIds.join();
}

/** What was broken, what was blamed, what was pasted, and what was said afterwards. */
const healed: (readonly [what: string, cause: string, lines: string, after: string])[] = [];

afterAll(async () => {
  const rows = healed.map((row) => `| ${row.join(" | ")} |`);
  process.stdout.write(
    [
      "\n| broken | cause | fix, pasted with the real `az` | then |",
      "|---|---|---|---|",
      ...rows,
      `${rows.length} fixes healed\n`,
    ].join("\n"),
  );
  await cli?.close();
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

/** Asked for by POST, although nothing is changed by it. */
const isQuestion = (path: string): boolean => /\/listNetworkManagerEffectiveSecurityAdminRules$/i.test(path);

/** Who changed what in Azure since the last clearing. */
const writers = (): readonly (string | null)[] => [
  ...new Set(
    chain.azure
      .requests()
      .filter(({ method, path }) => method !== "GET" && /^\/subscriptions/i.test(path) && !isQuestion(path))
      .map(({ caller }) => caller),
  ),
];

/** Diagnoses as Alex, lets Megan paste the card's fix into her shell, and diagnoses again. */
async function heal(what: string, question: string, cluster: string): Promise<string | undefined> {
  await logIn();
  chain.azure.clearRequests();
  const broken = await chain.ask(people.alex, question, new RegExp(`(Broken|Degraded|Stopped): ${cluster}`));
  const [lines, ...others] = shellBlocks(broken.activity);
  expect([typeof lines, others]).toEqual(["string", []]);
  await cli.paste(lines ?? "");
  expect(writers()).toEqual([people.megan.oid]);
  const title = new RegExp(`(Healthy|Degraded|Broken|Unknown|Stopped): ${cluster}`);
  const after = await chain.ask(people.alex, question, title);
  expect(wordsOf(after.activity)).toMatch(new RegExp(`Healthy: ${cluster}`));
  expect(shellBlocks(after.activity)).toEqual([]);
  const cause = causeOf(wordsOf(broken.activity));
  healed.push([what, cause ?? "", commandsOf(lines ?? ""), "healthy"]);
  return cause;
}

/** The commands without their arguments. */
const commandsOf = (lines: string): string =>
  lines
    .split("\n")
    .map((line) => `\`${/^az [a-z -]+(?= --)/.exec(line)?.[0] ?? line.split(" ")[0]}\``)
    .join(", ");

const questionIn = (row: ScenarioRow): string => `${row.name}: ${questionOf(row)}`;

describe("the scenarios that come with the product", () => {
  const broken = scenarioRows.filter(({ cause, mendedBy }) => cause !== null && mendedBy === undefined);
  const some = sampleBy(broken, questionIn, "fixes", 36);
  test.each(some.map((row) => [row.name, row] as const))("%s", async (name, row) => {
    await chain.azure.loadScenario(scenarioFile(name));
    expect(await heal(name, questionOf(row), row.cluster)).toBe(row.cause);
  });
});

describe("one fault in a healthy hub and spoke", () => {
  test.each(faults)("%s: %s", async (what, cause, changes) => {
    await chain.azure.loadScenario(withChanges(healthy, changes));
    expect(await heal(what, "diagnose prod-1", "prod-1")).toBe(cause);
  });
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
  expect(await cli.az("network", "nsg", "rule", "list", ...group)).toMatchObject([
    { name: "deny-https", access: "Deny" },
    { name: "allow-aks-tcp-443", destinationAddressPrefix: "10.40.0.4" },
    { name: "allow-aks-tcp-443-2", destinationAddressPrefix: "10.20.0.4" },
  ]);
});
