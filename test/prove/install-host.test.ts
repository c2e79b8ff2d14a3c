// The host by `install` with no right too many and none too few. A sample in every run, all of it with PROVE=1.
import { people, subscriptions } from "../../simulator/people.ts";
import { install, uninstall } from "../../src/app/install/install.ts";
import { hostActions } from "../../src/core/install/host.ts";
import { allSteps, emptyTenantFor, hostAnswers, memoryFile, memoryFiles } from "../azure/install/support.ts";
import { type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { hostTemplate } from "../fixtures/host-template.ts";
import { sampleBy } from "./sample.ts";

const scope = `/subscriptions/${subscriptions.prod}`;
const group = `${scope}/resourceGroups/aks-oncall`;

let local: LocalAzure;
beforeAll(async () => {
  local = await startLocalAzure(await emptyTenantFor(people.megan, { role: "Owner" }));
});
afterAll(() => local.simulator.close());

const needs = () => [
  ...new Set(
    allSteps(local, people.megan).flatMap((step) =>
      step.needs.flatMap((each) => ("azure" in each ? [each.azure] : [])),
    ),
  ),
];

/** Where the image is. */
const shared = [
  { id: `${scope}/resourceGroups/rg-shared`, location: "westeurope" },
  {
    id: `${scope}/resourceGroups/rg-shared/providers/Microsoft.ContainerRegistry/registries/contoso`,
    ...{ location: "westeurope", properties: { loginServer: "contoso.azurecr.io" } },
  },
];
const answers = { ...hostAnswers, image: "contoso.azurecr.io/aks-oncall:0.1.0" };

/** Installed and taken back, once with something of others in the group. */
async function wholeLife(actions: readonly string[]): Promise<boolean> {
  const scenario = await emptyTenantFor(people.megan, { actions });
  const other = { principalId: people.diego.oid, scope, role: "Contributor" };
  await local.simulator.loadScenario({
    ...scenario,
    resources: [...scenario.resources, ...shared],
    roleAssignments: [...scenario.roleAssignments, other],
  });
  for (const withOthers of [false, true]) {
    const files = memoryFiles();
    const steps = allSteps(local, people.megan, files);
    const made = await install(steps, answers, memoryFile(), () => {});
    if (!made.ok || made.made.open.length > 0) return false;
    if (withOthers) await addTheirs();
    const gone = await uninstall(steps, answers, memoryFile(), () => {});
    if (!gone.ok) return false;
  }
  return true;
}

async function addTheirs(): Promise<void> {
  const token = await local.simulator.tokenFor(people.diego.oid, "https://management.azure.com");
  const theirs = `${group}/providers/Microsoft.Network/routeTables/theirs`;
  const { status } = await fetch(`${local.simulator.url}${theirs}?api-version=2024-05-01`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ location: "westeurope" }),
  });
  if (status !== 201) throw new Error(`Somebody else could not write: ${status}`);
}

test("the rights that it asks for are enough", async () => {
  expect(await wholeLife(needs())).toBe(true);
});

test("and each of its template's types is among them", () => {
  const types = [...new Set(hostTemplate.resources.map(({ type }) => type))];
  const writes = hostActions.filter((action) => action.endsWith("/write") && !/Resources\//.test(action));
  expect(writes.toSorted()).toEqual(types.map((type) => `${type}/write`).toSorted());
});

// What the other steps ask for, besides reads.
const groupActions = [
  "Microsoft.Resources/subscriptions/resourceGroups/write",
  "Microsoft.Resources/subscriptions/resourceGroups/delete",
  "Microsoft.KeyVault/locations/deletedVaults/purge/action",
  "Microsoft.ManagedIdentity/userAssignedIdentities/write",
  "Microsoft.ManagedIdentity/userAssignedIdentities/delete",
  "Microsoft.Authorization/roleAssignments/delete",
];
const needed = [...hostActions, ...groupActions];
test.each(sampleBy(needed, (action) => action, "install-host", 4))("not without %s", async (action) => {
  expect(await wholeLife(needs().filter((each) => each !== action))).toBe(false);
});
