// Each field of what Azure answers about a cluster, in a type that Azure does not document: the cluster stays readable, and
// nothing that was wrong is called well by it. PROVE=1: every field of every cluster; else a sample with a seed.
import type { Diagnosis } from "../../src/core/diagnosis/diagnosis.ts";
import { type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { changedAt, clusterIn, odd, type Path, pathsIn } from "../azure/odd-answer.ts";
import { scenario } from "../azure/scenario.ts";
import { scenarioFile } from "../simulator/support.ts";
import { chanceFrom } from "./redaction/chance.ts";

const all = process.env.PROVE === "1";
const chance = chanceFrom(Number(process.env.SEED ?? 5));

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const isKnown = ({ status }: { status: string }) => ["pass", "fail", "warn"].includes(status);
const isWrong = ({ status }: { status: string }) => status === "fail" || status === "warn";
const known = ({ checks }: Diagnosis): number => checks.filter(isKnown).length;

/** Not one odd field of these leaves less than so much of what is known of the cluster. */
const leastLeft = 0.25;

/** What is wrong with it from the beginning. */
const wrongs: readonly (readonly [what: string, scenario: string, at: Path, value: string | null])[] = [
  ["nothing", "hub-spoke", ["x"], null],
  ["it failed", "hub-spoke", ["properties", "provisioningState"], "Failed"],
  ["a pool failed", "hub-spoke", ["properties", "agentPoolProfiles", 0, "provisioningState"], "Failed"],
  ["it is stopped", "hub-spoke", ["properties", "powerState", "code"], "Stopped"],
  ["a link of its zone is missing", "dns-link-missing", ["x"], null],
];

test.each(wrongs)("%s", async (_what, file, at, value) => {
  const { answer, diagnosed } = await clusterIn(azure, scenarioFile(file));
  const given = value === null ? answer : changedAt(answer, at, () => value);
  const whole = await diagnosed(given);
  // Without its id there is no cluster.
  const paths = pathsIn(given).filter((path) => path[0] !== "id" && path.join() !== "properties");
  const drawn = all ? paths : Array.from({ length: 6 }, () => chance.pick(paths));
  const bad: string[] = [];
  for (const path of drawn) {
    const found = await diagnosed(odd(given, path));
    const well = new Set(found.checks.filter(({ status }) => status === "pass").map(({ id }) => id));
    if (known(found) < leastLeft * known(whole)) bad.push(`unreadable: ${path.join(".")}`);
    if (found.verdict === "healthy" && whole.verdict !== "healthy") bad.push(`green: ${path.join(".")}`);
    for (const { id } of whole.checks.filter(isWrong).filter(({ id }) => well.has(id)))
      bad.push(`${id} is well: ${path.join(".")}`);
  }
  expect(bad).toEqual([]);
});
