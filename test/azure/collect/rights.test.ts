// Absent, not visible or denied: what is proven, and which right would settle the rest.
import { people } from "../../../simulator/people.ts";
import { type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario } from "../scenario.ts";
import { collect, needsOf, statuses } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

describe("absent, or only not visible", () => {
  test("no endpoint and no zone in a readable node resource group: proven", async () => {
    const snapshot = await collect(azure, { without: [ids.endpoint, ids.endpointNic, ids.zone] });
    expect(snapshot).toMatchObject({
      privateEndpoint: { status: "collected", data: null },
      privateEndpointNic: { status: "collected", data: null },
      privateDnsZone: { status: "collected", data: null },
      privateDnsLinks: { reason: "notReached" },
      apiServerRecord: { reason: "notReached" },
    });
  });

  test("no record in a readable zone: proven", async () => {
    const snapshot = await collect(azure, { without: [`${ids.zone}/A/prod-1-x1y2`] });
    expect(snapshot.apiServerRecord).toEqual({ status: "collected", data: null });
  });

  test("a zone of one's own that its readable group does not hold: proven", async () => {
    const snapshot = await collect(azure, { access: { privateDNSZone: ids.ownZone } });
    expect(snapshot.privateDnsZone).toEqual({ status: "collected", data: null });
  });

  test("a zone of one's own that answers 404 where nothing may be listed: not visible", async () => {
    const snapshot = await collect(
      azure,
      { access: { privateDNSZone: ids.ownZone } },
      {
        faults: [
          {
            match: { path: "/resourceGroups/rg-hub/providers/Microsoft.Network/privateDnsZones\\?" },
            status: 403,
            body: { error: { code: "AuthorizationFailed", message: "no" } },
          },
        ],
      },
    );
    expect(snapshot.privateDnsZone).toMatchObject({
      reason: "notVisible",
      needs: [],
    });
  });

  test("a security group that a subnet names and its group does not hold", async () => {
    const snapshot = await collect(azure, { without: [ids.nodeNsg] });
    expect(snapshot.networkSecurityGroups[ids.nodeNsg.toLowerCase()]).toMatchObject({ reason: "notVisible" });
  });

  test("a cluster that is not there", async () => {
    const snapshot = await collect(azure, { without: [ids.cluster] });
    expect(snapshot.managedCluster).toMatchObject({ reason: "notVisible" });
    expect(statuses(snapshot)).toMatchObject({ clusterNetwork: "notReached", jumpHosts: "notReached" });
  });
});

describe("partial rights", () => {
  test("a reader of the cluster's group alone sees which rights are missing where", async () => {
    const snapshot = await collect(azure, {}, { person: people.isaiah });
    expect(statuses(snapshot)).toMatchObject({
      managedCluster: "collected",
      privateEndpointConnections: "collected",
      privateEndpoint: "denied",
      privateDnsZone: "denied",
      privateDnsLinks: "notReached",
      clusterNetwork: "denied",
      peerNetworks: "notReached",
      jumpHosts: "denied",
    });
    expect(needsOf(snapshot.privateEndpoint)).toEqual([
      ["microsoft.network/privateendpoints/read", ids.nodeGroup.toLowerCase()],
    ]);
    expect(needsOf(snapshot.clusterNetwork)).toEqual([
      ["microsoft.network/virtualnetworks/read", ids.spoke.toLowerCase()],
    ]);
    // What hangs on the network names the right that would open the network.
    expect(needsOf(snapshot.peerNetworks)).toEqual(needsOf(snapshot.clusterNetwork));
  });

  test("a group that may not be listed: what is named is read by itself", async () => {
    const rights = [ids.spoke, ids.nodeNsg, ids.routes].map((scope) => ({
      principalId: people.isaiah.oid,
      scope,
      role: "Reader",
    }));
    const snapshot = await collect(azure, { roleAssignments: rights }, { person: people.isaiah });
    expect(snapshot.clusterNetwork.status).toBe("collected");
    expect(snapshot.networkSecurityGroups[ids.nodeNsg.toLowerCase()]?.status).toBe("collected");
    expect(snapshot.routeTables[ids.routes.toLowerCase()]?.status).toBe("collected");
    expect(snapshot.peerNetworks).toMatchObject({ data: [{ id: ids.hub, network: { reason: "denied" } }] });
  });

  test("somebody without any role gets no section, and is told the first right to ask for", async () => {
    const snapshot = await collect(azure, {}, { person: people.adele });
    expect(Object.values(statuses(snapshot))).not.toContain("collected");
    expect(needsOf(snapshot.managedCluster)).toEqual([
      ["microsoft.containerservice/managedclusters/read", ids.cluster.toLowerCase()],
    ]);
  });

  test("no machine was found, and a network is not visible: nobody can say that there is none", async () => {
    const rights = [ids.spokeGroup, ids.hubGroup].map((scope) => ({
      principalId: people.isaiah.oid,
      scope,
      actions: ["Microsoft.Network/networkInterfaces/read"],
    }));
    const changes = { without: [ids.jump, ids.jumpNic], roleAssignments: rights };
    const snapshot = await collect(azure, changes, { person: people.isaiah });
    expect(snapshot.jumpHosts).toMatchObject({ reason: "denied" });
  });
});
