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
