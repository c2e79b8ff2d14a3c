// What a card prints as the fix, pasted into a shell with the real `az`, and the next diagnosis is healthy.
import { people, subscriptions } from "../../simulator/people.ts";
import type { Scenario } from "../../simulator/simulator.ts";
import { type Harness, startHarness, wordsOf } from "../flow/harness.ts";
import { scenarioFile } from "../simulator/support.ts";
import { type AzureCli, openAzureCli } from "./azure-cli.ts";
import { deniedBesideRepair, faults, withChanges } from "./faults.ts";

let chain: Harness;
let healthy: Scenario;
let cli: AzureCli;
beforeAll(async () => {
  chain = await startHarness();
  healthy = chain.azure.scenario;
  cli = await openAzureCli(chain.azure);
  await cli.logIn(people.megan);
});
afterAll(async () => {
  await cli?.close();
  await chain?.close();
});

/** Shell lines of a card, as the copy button of a code block copies them. */
function shellBlocks(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("codeSnippet" in value && "language" in value && value.language === "Bash")
    return [String(value.codeSnippet)];
  return Object.values(value).flatMap(shellBlocks);
}

/** The check that the card blames, out of its line "Certain · dns.link-client · resource". */
const causeOf = (words: string): string | undefined => /^Certain · (\S+)/m.exec(words)?.[1];

/** Who changed what in Azure since the last clearing. */
const writers = (): readonly (string | null)[] => [
  ...new Set(
    chain.azure
      .requests()
      .filter(({ method, path }) => method !== "GET" && /^\/subscriptions/i.test(path))
      .map(({ caller }) => caller),
  ),
];

/** Diagnoses as Alex, lets Megan paste the card's fix into her shell, and diagnoses again. */
async function heal(question: string, cluster: string): Promise<string | undefined> {
  chain.azure.clearRequests();
  const broken = await chain.ask(people.alex, question, new RegExp(`(Broken|Degraded): ${cluster}`));
  const blocks = shellBlocks(broken.activity);
  expect(blocks).toHaveLength(1);
  for (const lines of blocks) await cli.paste(lines);
  expect(writers()).toEqual([people.megan.oid]);
  const healed = await chain.ask(
    people.alex,
    question,
    new RegExp(`(Healthy|Degraded|Broken|Unknown): ${cluster}`),
  );
  expect(wordsOf(healed.activity)).toMatch(new RegExp(`Healthy: ${cluster}`));
  expect(shellBlocks(healed.activity)).toEqual([]);
  return causeOf(wordsOf(broken.activity));
}

describe("the scenarios that come with the product", () => {
  test.each([
    ["dns-link-missing", "diagnose prod-1", "prod-1", "dns.link-client"],
    ["stopped", "diagnose prod-1", "prod-1", "cluster.power-state"],
    ["public-ranges", "diagnose edge-1 from 20.50.9.9", "edge-1", "api.authorized-ip-client"],
  ])("%s: %s", async (scenario, question, cluster, cause) => {
    await chain.azure.loadScenario(scenarioFile(scenario));
    expect(await heal(question, cluster)).toBe(cause);
  });
});

describe("one fault in a healthy hub and spoke", () => {
  test.each(faults)("%s: %s", async (_what, cause, changes) => {
    await chain.azure.loadScenario(withChanges(healthy, changes));
    expect(await heal("diagnose prod-1", "prod-1")).toBe(cause);
  });
});

test("an earlier repair for another cluster stays as it was", async () => {
  await chain.azure.loadScenario(withChanges(healthy, deniedBesideRepair));
  expect(await heal("diagnose prod-1", "prod-1")).toBe("nsg.client-443");
  const group = ["-g", "rg-hub", "--nsg-name", "nsg-jump", "--subscription", subscriptions.connectivity];
  expect(await cli.az("network", "nsg", "rule", "list", ...group)).toMatchObject([
    { name: "deny-https", access: "Deny" },
    { name: "allow-aks-api", destinationAddressPrefix: "10.40.0.4" },
    { name: "allow-aks-api-2", destinationAddressPrefix: "10.20.0.4" },
  ]);
});
