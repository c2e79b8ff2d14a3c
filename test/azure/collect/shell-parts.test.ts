// What Cloud Shell needs in a network, and who may open a desktop: read where one is set up, as the requester, and what
// is refused is said with the right that settles it.
import { people, subscriptions } from "../../../simulator/people.ts";
import { createClusterReader } from "../../../src/azure/collect/cluster-reader.ts";
import { unreadInWords } from "../../said.ts";
import { scenarioFile } from "../../simulator/support.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { scenario } from "../scenario.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const group = `/subscriptions/${subscriptions.connectivity}/resourceGroups/rg-hub`;
const relayId = `${group}/providers/Microsoft.Relay/namespaces/arn-shell`;

async function collectIn(name: string, refused: readonly string[] = []) {
  await azure.simulator.loadScenario(scenarioFile(name));
  azure.simulator.setFaults(
    refused.map((path) => ({
      match: { path },
      status: 403,
      body: { error: { code: "AuthorizationFailed", message: "no" } },
    })),
  );
  azure.simulator.clearRequests();
  const id = azure.simulator.scenario.resources.find((each) =>
    each.id.endsWith("/managedClusters/prod-1"),
  )?.id;
  const reader = createClusterReader({ ...azure.options, budgetMs: 20_000 });
  return reader.collect(await azure.signIn(people.alex), id ?? "", {});
}

test("where no Cloud Shell is set up, nothing of it is asked for", async () => {
  const snapshot = await collectIn("hub-spoke");
  const sent = armRequests(azure.simulator).map(({ path }) => path);
  expect(
    sent.filter((path) =>
      /Relay|storageAccounts|CloudShell|networkProfiles\/.*roleAssignments|servicebus/i.test(path),
    ),
  ).toEqual([]);
  expect([snapshot.relays, snapshot.shellProviders]).toEqual([
    { items: [], missing: [] },
    { items: [], missing: [] },
  ]);
});

test("all that it needs is read beside its network profile", async () => {
  const snapshot = await collectIn("cloud-shell-in-network");
  expect(snapshot.shellProviders.items.map(({ namespace, state }) => `${namespace} ${state}`)).toEqual([
    "Microsoft.CloudShell Registered",
    "Microsoft.ContainerInstance Registered",
    "Microsoft.Relay Registered",
  ]);
  expect(snapshot.relays.items).toMatchObject([
    { name: "arn-shell", provisioningState: "Succeeded", endpoints: [{ status: "Approved" }] },
  ]);
  expect(snapshot.relayZones.items).toMatchObject([
    { links: { data: [{ name: "arn-shell" }] }, records: { data: ["arn-shell"] } },
  ]);
  expect(snapshot.shellStorage.items).toMatchObject([
    {
      name: "stshell",
      defaultAction: "Deny",
      takesKeys: true,
      subnetIds: [expect.stringContaining("snet-shell")],
    },
  ]);
  expect(Object.values(snapshot.serviceRoles)).toMatchObject([{ data: [{}] }, { data: [{}] }]);
  expect(new Set(armRequests(azure.simulator).map(({ caller }) => caller))).toEqual(
    new Set([people.alex.oid]),
  );
});

test.each([
  ["providers/Microsoft.Relay\\?", "shellProviders", "Microsoft.Resources/subscriptions/providers/read"],
  ["Microsoft.Relay/namespaces\\?", "relays", "Microsoft.Relay/namespaces/read"],
  [
    "rg-hub/providers/Microsoft.Network/privateDnsZones\\?",
    "relayZones",
    "Microsoft.Network/privateDnsZones/read",
  ],
  ["storageAccounts\\?", "shellStorage", "Microsoft.Storage/storageAccounts/read"],
] as const)("%s that was refused is missing, with the right", async (path, section, action) => {
  const snapshot = await collectIn("cloud-shell-in-network", [path]);
  expect(snapshot[section].missing).toMatchObject([{ reason: "denied", needs: [{ action }] }]);
  expect(unreadInWords(snapshot[section].missing)).toMatchObject([
    { message: expect.stringMatching(/^Could not read /) },
  ]);
});

test("roles that were refused are missing, each with its scope", async () => {
  const snapshot = await collectIn("cloud-shell-in-network", ["arn-shell/providers/Microsoft.Authorization"]);
  expect(snapshot.serviceRoles[relayId.toLowerCase()]).toMatchObject({
    needs: [{ action: "Microsoft.Authorization/roleAssignments/read", scope: relayId }],
  });
});

test("the groups that give desktops are read with the requester's rights on them", async () => {
  const snapshot = await collectIn("desktop-in-hub");
  expect(snapshot.desktopGroups).toMatchObject({
    items: [{ name: "vdag-ops", permissions: { status: "collected" } }],
    missing: [],
  });
  const refused = await collectIn("desktop-in-hub", ["applicationGroups\\?"]);
  expect(refused.desktopGroups.missing).toMatchObject([
    { needs: [{ action: "Microsoft.DesktopVirtualization/applicationGroups/read" }] },
  ]);
});
