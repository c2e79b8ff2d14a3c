// Networks that only the zone's links name: a hub whose peering was deleted, or one that nothing but DNS servers stand in.

import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { hub, ids, linkTo, peering } from "../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  type Change,
  changed,
  mapData,
  setData,
  setHub,
  setJumpHosts,
} from "../../fixtures/snapshot-changes.ts";
import { dataBeyondHub, dnsMachines } from "../../fixtures/snapshot-surroundings.ts";
import { secondHub } from "../../fixtures/two-hubs.ts";
import { stateOf, statusOf } from "../finding/reading.ts";
import { spokePeeringGone } from "./faults.ts";

test("the jump host of a hub whose peering is gone is a way that is blocked, not one that is not there", () => {
  const diagnosis = diagnose(spokePeeringGone);
  expect(diagnosis.accessPaths.find(({ id }) => id === "P05")).toMatchObject({
    state: "blocked",
    blockedBy: ["peering.both-sides"],
  });
  expect(diagnosis.rootCause?.resourceId).toBe(ids.spoke);
  // The hub was read, so its leftover is known by name.
  expect(diagnosis.rootCause?.fix?.commands[0]).toContain(
    "peering delete --subscription 0d9c8b7a-6f5e-4d3c-8b2a-190817263544 --resource-group rg-hub --vnet-name vnet-hub --name hub-to-aks",
  );
});

/** A network beside the hub, read because the zone is linked to it and to no peered one. */
const linkedElsewhere =
  (peerings: typeof hub.peerings): Change =>
  (snapshot) => ({
    ...setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks"), linkTo(ids.dns, "link-dns")])(snapshot),
    peerNetworks: mapData(snapshot.peerNetworks, (peers) => [
      ...peers,
      {
        id: ids.dns,
        network: collected({
          ...hub,
          id: ids.dns,
          name: "vnet-dns",
          addressPrefixes: ["10.30.0.0/16"],
          peerings: [peering(ids.dns, ids.hub, "dns-to-hub", "10.0.0.0/16"), ...peerings],
        }),
      },
    ]),
  });
const serverThere = {
  virtualNetworkId: ids.dns,
  subnetId: `${ids.dns}/subnets/servers`,
  privateIpAddress: "10.30.0.4",
};
const hubAsksThere = setHub({
  dnsServers: ["10.30.0.4", "10.30.0.5"],
  peerings: [...hub.peerings, peering(ids.hub, ids.dns, "hub-to-dns", "10.30.0.0/16")],
});
const twoServers = dnsMachines(serverThere, { ...serverThere, privateIpAddress: "10.30.0.5" });

describe("a network that the hub's DNS servers stand in", () => {
  test("is nobody's way in, though its machines are found", () => {
    const diagnosis = diagnose(changed(linkedElsewhere([]), hubAsksThere, twoServers));
    expect(diagnosis).toMatchObject({ verdict: "healthy", rootCause: null });
    expect(statusOf(diagnosis, "dns.custom-servers")).toBe("pass");
    expect(stateOf(diagnosis, "P05")).toBe("available");
  });

  test("offers no jump host where the hub has none", () => {
    const diagnosis = diagnose(changed(linkedElsewhere([]), hubAsksThere, setJumpHosts(), twoServers));
    expect(diagnosis.verdict).toBe("healthy");
    expect(stateOf(diagnosis, "P05")).toBe("notConfigured");
  });

  test("but one that was peered with the cluster's is missed", () => {
    const half = {
      ...peering(ids.dns, ids.spoke, "dns-to-aks", "10.10.0.0/16"),
      peeringState: "Disconnected",
    };
    const diagnosis = diagnose(changed(linkedElsewhere([half]), hubAsksThere, setJumpHosts(), twoServers));
    expect(diagnosis).toMatchObject({ verdict: "broken", rootCause: { check: "peering.both-sides" } });
  });
});

test("a further spoke of the hub that the zone is linked to is missed by no peering", () => {
  const links = setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks"), linkTo(ids.data, "link-data")]);
  const diagnosis = diagnose(changed(addDataNetwork, dataBeyondHub, links, setJumpHosts()));
  expect(statusOf(diagnosis, "peering.both-sides")).toBe("pass");
});

const inSecondHub = {
  virtualNetworkId: secondHub,
  subnetId: `${secondHub}/subnets/jump`,
  name: "vm-jump-2",
  id: "/vm-jump-2",
  privateIpAddress: "10.1.1.4",
};
const moved = {
  addressPrefixes: ["10.1.0.0/16"],
  subnets: hub.subnets
    .filter(({ name }) => name === "jump")
    .map((each) => ({ ...each, id: inSecondHub.subnetId, addressPrefixes: ["10.1.1.0/24"] })),
};

describe("one of two hubs with jump hosts is no longer peered", () => {
  const elsewhere = "/subscriptions/s/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones";
  const sharedZone = `${elsewhere}/privatelink.westeurope.azmk8s.io/virtualNetworkLinks/link-2`;
  const ownZone = `${elsewhere}/5c0f2e1d-7b84-4a39-9e16-d3f0a8b7c254.privatelink.westeurope.azmk8s.io/virtualNetworkLinks/link-2`;
  const half = peering(secondHub, ids.spoke, "hub-2-to-aks", "10.10.0.0/16");
  const left = { ...half, peeringState: "Disconnected" };
  const without =
    (peerings: typeof hub.peerings, linkId: string): Change =>
    (snapshot) => ({
      ...setJumpHosts({}, inSecondHub)(snapshot),
      privateDnsLinks: mapData(snapshot.privateDnsLinks, (links) => [
        ...links,
        { ...linkTo(secondHub, "link-2"), id: linkId },
      ]),
      peerNetworks: mapData(snapshot.peerNetworks, (peers) => [
        ...peers,
        {
          id: secondHub,
          network: collected({ ...hub, id: secondHub, name: "vnet-hub-2", ...moved, peerings }),
        },
      ]),
    });

  test.each([
    ["at the cluster's side", [left], sharedZone],
    ["at both sides, and the zone of this cluster alone is linked to it", [], ownZone],
  ] as const)("%s", (_where, peerings, zone) => {
    const { verdict, rootCause } = diagnose(changed(without(peerings, zone)));
    expect([verdict, rootCause?.check]).toEqual(["degraded", "peering.both-sides"]);
  });

  test("at neither side, and a zone that many clusters share: it leads to another", () => {
    expect(diagnose(changed(without([], sharedZone)))).toMatchObject({ verdict: "healthy", rootCause: null });
  });
});
