// The template of the host by the real `az`: validated, foreseen and deployed.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { people, subscriptions } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import { hostParameters, hostTemplate, valuesOf } from "../fixtures/host-template.ts";
import { startTrusted } from "../simulator/support.ts";
import { type AzureCli, openAzureCli } from "./azure-cli.ts";

const scope = `/subscriptions/${subscriptions.prod}`;
let simulator: Simulator;
let cli: AzureCli;
let folder: string;

beforeAll(async () => {
  simulator = await startTrusted();
  const { scenario } = simulator;
  const owns = { principalId: people.diego.oid, scope, role: "Owner" };
  await simulator.loadScenario({ ...scenario, roleAssignments: [...scenario.roleAssignments, owns] });
  cli = await openAzureCli(simulator);
  await cli.logIn(people.diego);
  folder = await mkdtemp(path.join(tmpdir(), "parameters-"));
  const schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#";
  const parameters = { $schema: schema, contentVersion: "1.0.0.0", parameters: valuesOf(hostParameters) };
  await writeFile(path.join(folder, "parameters.json"), JSON.stringify(parameters));
  await cli.az("group", "create", ...inSubscription, "-n", "rg-oncall", "-l", "westeurope");
});
afterAll(async () => {
  await cli?.close();
  await simulator?.close();
  await rm(folder, { recursive: true, force: true });
});

const inSubscription = ["--subscription", subscriptions.prod];
const deployment = (verb: string, ...more: string[]) =>
  cli.az(
    ...["deployment", "group", verb, ...inSubscription, "-g", "rg-oncall", "-n", "host"],
    ...["--template-file", "deploy/azure/template.json"],
    ...["--parameters", `@${path.join(folder, "parameters.json")}`, ...more],
  );
const whatIf = async (...more: string[]): Promise<{ changeType: string }[]> =>
  (await deployment("what-if", "--no-pretty-print", ...more)).changes;
const kinds = (changes: readonly { changeType: string }[]) => [
  ...new Set(changes.map(({ changeType }) => changeType)),
];

test("validate, what-if, create, and what-if again", async () => {
  expect((await deployment("validate")).properties.provisioningState).toBe("Succeeded");
  const before = await whatIf();
  expect([before.length, kinds(before)]).toEqual([hostTemplate.resources.length, ["Create"]]);
  const { properties } = await deployment("create");
  expect(properties.provisioningState).toBe("Succeeded");
  expect(properties.outputs.endpoint.value).toMatch(/^https:\/\/aks-oncall\./);
  expect(kinds(await whatIf())).toEqual(["NoChange"]);
  expect(kinds(await whatIf("--parameters", "image=ghcr.io/contoso/next")).toSorted()).toEqual([
    "Modify",
    "NoChange",
  ]);
});

test("what is missing is said in Azure's words", async () => {
  await expect(whatIf("--parameters", "cloud=china")).rejects.toMatchObject({
    stderr: expect.stringContaining("'cloud' is not valid"),
  });
  await cli.logIn(people.megan);
  await expect(whatIf()).rejects.toMatchObject({
    stderr: expect.stringContaining(
      "does not have permission to perform action 'Microsoft.Authorization/role",
    ),
  });
});
