// What a cluster's own settings ask for besides: the vault of its key, planned maintenance, and who deleted it.

import { people } from "../../../simulator/people.ts";
import { createClusterReader } from "../../../src/azure/collect/cluster-reader.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario } from "../scenario.ts";
import { collect } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const subscription = ids.prodGroup.replace(/\/resourceGroups\/.*/, "");
const vaultId = `${ids.prodGroup}/providers/Microsoft.KeyVault/vaults/kv-prod`;
const vault = {
  id: vaultId,
  location: "westeurope",
  properties: {
    publicNetworkAccess: "Enabled",
    networkAcls: { defaultAction: "Deny", ipRules: [{ value: "20.50.0.0/24" }] },
  },
};
const kms = (keyVaultResourceId: string) => ({
  securityProfile: {
    azureKeyVaultKms: {
      ...{ enabled: true, keyVaultNetworkAccess: "Public", keyVaultResourceId },
      keyId: "https://kv-prod.vault.azure.net/keys/etcd/1",
    },
  },
});

/** Of those requests that only such a setting makes. */
const furtherPaths = (): readonly string[] =>
  armRequests(azure.simulator)
    .map(({ path }) => path)
    .filter((path) => /KeyVault|maintenanceConfigurations/i.test(path));

test("nothing without such a setting", async () => {
  const { kmsVaults, deletedVaults, maintenance, clusterDeletions } = await collect(azure);
  for (const listing of [kmsVaults, deletedVaults, maintenance, clusterDeletions])
    expect(listing).toEqual({ items: [], missing: [] });
  expect(furtherPaths()).toEqual([]);
});

test.each([
  ["by its id: those of its group", vaultId, ids.prodGroup],
  ["by the key's id: those of the subscription", "", subscription],
])("a vault that is named %s, and no level more", async (_, id, scope) => {
  const plain = await collect(azure);
  const { kmsVaults, arm } = await collect(azure, { cluster: kms(id), resources: [vault] });
  const letIn = ["20.50.0.0/24"];
  const { properties: _properties, location: _location, ...named } = vault;
  expect(kmsVaults.items).toEqual([
    { ...named, name: "kv-prod", publicNetworkAccess: "Enabled", defaultAction: "Deny", letIn },
  ]);
  expect(new Set(furtherPaths())).toEqual(
    new Set([
      `${scope}/providers/Microsoft.KeyVault/vaults`,
      `${subscription}/providers/Microsoft.KeyVault/deletedVaults`,
    ]),
  );
  expect([arm.levels, arm.requests]).toEqual([plain.arm.levels, plain.arm.requests + 2]);
});

const configuration = {
  id: `${ids.cluster}/maintenanceConfigurations/aksManagedAutoUpgradeSchedule`,
  properties: {
    maintenanceWindow: {
      schedule: { relativeMonthly: { intervalMonths: 1, weekIndex: "Last", dayOfWeek: "Friday" } },
      ...{ durationHours: 4, utcOffset: "+02:00", startDate: "2026-01-30", startTime: "22:00" },
      notAllowedDates: [{ start: "2026-12-23", end: "2027-01-03" }],
    },
  },
};
const planned = {
  items: [
    {
      ...{ name: "aksManagedAutoUpgradeSchedule", weekHours: [], notAllowedTimes: [] },
      window: {
        schedule: { is: "relativeMonthly", intervalMonths: 1, weekIndex: "Last", dayOfWeek: "Friday" },
        ...{ durationHours: 4, utcOffset: "+02:00", startDate: "2026-01-30", startTime: "22:00" },
        notAllowedDates: [{ start: "2026-12-23", end: "2027-01-03" }],
      },
    },
  ],
  missing: [],
};

test("planned maintenance, while an operation runs", async () => {
  const cluster = { provisioningState: "Upgrading" };
  const { maintenance } = await collect(azure, { cluster, resources: [configuration] });
  expect(maintenance).toEqual(planned);
});

test("planned maintenance of a cluster that a channel follows, whatever runs", async () => {
  const { managedCluster, maintenance } = await collect(azure, { resources: [configuration] });
  expect(maintenance).toEqual({ items: [], missing: [] });
  if (managedCluster.status === "unavailable") throw new Error("not read");
  const as = await azure.signIn(people.alex);
  expect(await createClusterReader(azure.options).planned(as, managedCluster.data)).toEqual(planned);
});

test("the log of a cluster that Azure does not find, by its id", async () => {
  const { managedCluster, clusterDeletions, arm } = await collect(azure, { without: [ids.cluster] });
  expect(managedCluster).toMatchObject({ status: "unavailable", reason: "notVisible" });
  expect(clusterDeletions).toEqual({ items: [], missing: [] });
  expect([arm.requests, arm.levels]).toEqual([5, 2]);
});

test("locks on the cluster, its nodes' group and above are read once each; one below is nobody's", async () => {
  const at = (scope: string, name: string, level: string) => ({
    id: `${scope}/providers/Microsoft.Authorization/locks/${name}`,
    properties: { level },
  });
  const below = `${ids.prodGroup}/providers/Microsoft.Network/natGateways/ng`;
  const { locks } = await collect(azure, {
    resources: [
      at(ids.prodGroup, "freeze", "ReadOnly"),
      at(subscription, "keep", "CanNotDelete"),
      at(below, "other", "ReadOnly"),
    ],
  });
  expect(locks.missing).toEqual([]);
  expect(locks.items.map(({ name, level, scope }) => [name, level, scope]).toSorted()).toEqual([
    ["freeze", "ReadOnly", ids.prodGroup],
    ["keep", "CanNotDelete", subscription],
  ]);
});
