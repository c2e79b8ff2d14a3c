// Breaks drawn from whole topologies: where a fix is printed, the real `az` makes it, and the next diagnosis is healthy.
import fc from "fast-check";
import { people } from "../../simulator/people.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";
import { createClusterReader } from "../../src/azure/collect/cluster-reader.ts";
import { type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { scenario } from "../azure/scenario.ts";
import { diagnose } from "../diagnosed.ts";
import { breaksIn } from "../prove/broken/breaks.ts";
import { diagnoseBroken, healthyRows } from "../prove/broken/diagnose-broken.ts";
import { whyNobodyFeels } from "../prove/broken/not-needed.ts";
import { scenarioFile } from "../simulator/support.ts";
import { type AzureCli, openAzureCli } from "./azure-cli.ts";

const topologies = ["hub-spoke", "hub-firewall", "custom-dns", "vnet-private"];
const drawsOfEach = process.env.PROVE === "1" ? 25 : 2;
const seed = Number(process.env.SEED ?? 4);

let azure: LocalAzure;
let cli: AzureCli;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
  await azure.simulator.loadScenario(scenarioFile("hub-spoke"));
  cli = await openAzureCli(azure.simulator);
  await cli.logIn(people.megan);
});
const tally = { draws: 0, fixed: 0, reconciled: 0, without: 0 };
afterAll(async () => {
  const { draws, fixed, reconciled, without } = tally;
  process.stdout.write(
    `${draws} draws: ${fixed} fixes pasted and healed, ${reconciled} leave it to AKS, ${without} print none.\n`,
  );
  await cli?.close();
  await azure?.simulator.close();
});

/** Once more, of what is there now. */
async function diagnoseAgain(whole: Scenario) {
  const id = whole.resources.find((each) => /\/managedclusters\/prod-1$/i.test(each.id))?.id ?? "";
  const reader = createClusterReader({ ...azure.options, budgetMs: 20_000 });
  return diagnose(await reader.collect(await azure.signIn(people.alex), id, {}));
}

test.each(topologies)("%s", async (name) => {
  const row = healthyRows.find((each) => each.name === name);
  if (row === undefined) throw new Error(`${name} is no healthy scenario.`);
  const whole = await loadScenario(scenarioFile(name));
  const felt = breaksIn(whole.resources).filter((each) => whyNobodyFeels(row, each) === null);
  const wrong: string[] = [];
  for (const each of fc.sample(fc.constantFrom(...felt), { numRuns: drawsOfEach, seed })) {
    const { rootCause, thenAlso } = await diagnoseBroken(azure, whole, row, each);
    tally.draws += 1;
    const lines = rootCause?.fix?.commands ?? [];
    if (lines.length === 0) {
      tally.without += 1;
      continue;
    }
    // What AKS makes again when it looks through a cluster, the local Azure has no other side to make.
    if (lines.some((line) => /^az aks update .*--yes$/.test(line))) {
      tally.reconciled += 1;
      continue;
    }
    let failed = await cli.paste(lines.join("\n")).then(() => null, String);
    let after = await diagnoseAgain(whole);
    // What stops only some workloads is opened apart, and was named from the beginning.
    if (failed === null && thenAlso?.some(({ need }) => need === after.rootCause?.need)) {
      const rest = after.rootCause?.fix?.commands ?? [];
      failed = await cli.paste(rest.join("\n")).then(() => null, String);
      after = await diagnoseAgain(whole);
    }
    // A pool that lost its nodes stays on the list, as advice to remove it, while another one does its work.
    const isHealed = after.verdict === "healthy" || /^The scale set of /.test(after.rootCause?.summary ?? "");
    if (failed === null && isHealed && after.verdict !== "broken") tally.fixed += 1;
    else wrong.push(`${each.name}: ${rootCause?.check}, ${lines.join(" ; ")}: ${failed ?? after.summary}`);
  }
  expect(wrong).toEqual([]);
});
