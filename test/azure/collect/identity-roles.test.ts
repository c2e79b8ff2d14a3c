// Roles of the cluster's identity: one list for each subscription, narrower ones where that is refused, definitions only
// where nothing else does; and what the requester could activate.
import { people, subscriptions } from "../../../simulator/people.ts";
import { createClusterReader } from "../../../src/azure/collect/cluster-reader.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { type Changes, ids, scenario, zoneWithRecord } from "../scenario.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const identityId = "f3c8e27a-6d05-4b19-a4e8-1d7f9b0c5e32";
const subnet = `${ids.spoke}/subnets/nodes`;
const hubSubscription = `/subscriptions/${subscriptions.connectivity}`;

async function collect(changes: Changes = {}, who = people.alex): Promise<ClusterSnapshot> {
  await azure.simulator.loadScenario(scenario(changes));
  azure.simulator.clearRequests();
  return createClusterReader(azure.options).collect(await azure.signIn(who), ids.cluster, {});
}

const authorization = () =>
  armRequests(azure.simulator)
    .map(({ path }) => path)
    .filter((path) => /\/Microsoft\.Authorization\/role/i.test(path));

const rolesOn = ({ identityRoles }: ClusterSnapshot, id: string) => identityRoles[id.toLowerCase()];

const listOf = (scope: string) => `${scope}/providers/Microsoft.Authorization/roleAssignments`;

test("one request, with the subscription's list; what stands above the subnet counts", async () => {
  const snapshot = await collect();
  expect(rolesOn(snapshot, subnet)).toMatchObject({
    data: [{ role: "Network Contributor", scope: ids.spoke }],
  });
  expect(authorization()).toEqual([listOf(`/subscriptions/${subscriptions.prod}`)]);
  expect(snapshot.arm.levels).toBe(4);
});

test("a zone in another subscription has a list of its own; a group's role counts", async () => {
  const group = "0b7d2c94-5e18-4f63-a9d0-c1e83f5a7b26";
  const base = scenario({
    access: { privateDNSZone: ids.ownZone },
    resources: zoneWithRecord(ids.ownZone),
    roleAssignments: [{ principalId: group, scope: ids.hubGroup, role: "Private DNS Zone Contributor" }],
  });
  await azure.simulator.loadScenario({
    ...base,
    groups: [...(base.groups ?? []), { id: group, displayName: "identities", members: [identityId] }],
  });
  azure.simulator.clearRequests();
  const snapshot = await createClusterReader(azure.options).collect(
    await azure.signIn(people.alex),
    ids.cluster,
    {},
  );
  expect(rolesOn(snapshot, ids.ownZone)).toMatchObject({
    data: [{ role: "Private DNS Zone Contributor", scope: ids.hubGroup }],
  });
  expect(authorization().toSorted()).toEqual(
    [listOf(`/subscriptions/${subscriptions.prod}`), listOf(hubSubscription)].toSorted(),
  );
});

test("whoever may read a group of the subscription only is asked for the subnet's own list", async () => {
  const snapshot = await collect(
    { roleAssignments: [{ principalId: people.isaiah.oid, scope: ids.spokeGroup, role: "Reader" }] },
    people.isaiah,
  );
  expect(rolesOn(snapshot, subnet)).toMatchObject({ data: [{ role: "Network Contributor" }] });
  expect(authorization()).toEqual(
    expect.arrayContaining([listOf(`/subscriptions/${subscriptions.prod}`), listOf(subnet)]),
  );
});

test("refused on both, it names the right", async () => {
  const snapshot = await collect({}, people.isaiah);
  expect(rolesOn(snapshot, subnet)).toMatchObject({
    status: "unavailable",
    reason: "denied",
    needs: [{ action: "Microsoft.Authorization/roleAssignments/read", scope: subnet }],
  });
});

test("a role of one's own is read where no other does", async () => {
  const own = {
    principalId: identityId,
    scope: ids.spoke,
    actions: ["Microsoft.Network/virtualNetworks/subnets/join/action"],
  };
  const beside = await collect({ roleAssignments: [own] });
  expect(authorization()).toHaveLength(1);
  expect(rolesOn(beside, subnet)).toMatchObject({ data: [{}, { permissions: null }] });
  await azure.simulator.loadScenario(
    ((base) => ({
      ...base,
      roleAssignments: [
        ...(base.roleAssignments ?? []).filter(({ principalId }) => principalId !== identityId),
        own,
      ],
    }))(scenario()),
  );
  azure.simulator.clearRequests();
  const alone = await createClusterReader(azure.options).collect(
    await azure.signIn(people.alex),
    ids.cluster,
    {},
  );
  expect(rolesOn(alone, subnet)).toMatchObject({ data: [{ permissions: [{ actions: own.actions }] }] });
  expect(authorization()).toHaveLength(2);
});

test("kubenet: the table of the nodes' subnet, from the same list", async () => {
  const snapshot = await collect({ cluster: { networkProfile: { networkPlugin: "kubenet" } } });
  expect(rolesOn(snapshot, ids.routes)).toMatchObject({ status: "collected", data: [] });
  expect(authorization()).toHaveLength(1);
});

test("a managed network and a service principal are asked nothing", async () => {
  const managed = await collect({ poolSubnetId: null });
  expect([managed.identityRoles, authorization()]).toEqual([{}, []]);
});

describe("roles that could be activated", () => {
  const eligible = async (): Promise<ClusterSnapshot> => {
    await azure.simulator.loadScenario({
      ...scenario(),
      roleEligibilities: [
        { principalId: people.isaiah.oid, scope: `/subscriptions/${subscriptions.prod}`, role: "Reader" },
      ],
    });
    azure.simulator.clearRequests();
    return createClusterReader(azure.options).collect(await azure.signIn(people.isaiah), ids.cluster, {});
  };
  const path = "/roleEligibilityScheduleInstances";

  test("are asked for once, where something was refused", async () => {
    expect((await eligible()).eligibleRoles).toEqual([
      { role: "Reader", scope: `/subscriptions/${subscriptions.prod}` },
    ]);
    expect(authorization().filter((each) => each.endsWith(path))).toHaveLength(1);
  });

  test("and where that fails, nothing is said", async () => {
    azure.simulator.setFaults([{ match: { path }, status: 403, body: {} }]);
    expect((await eligible()).eligibleRoles).toEqual([]);
    azure.simulator.setFaults([]);
  });
});
