// Rows for peering.vwan-hub: what a hub of Virtual WAN joins.

import type { HubConnection, VirtualHub } from "../../../../src/core/snapshot/gateways.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { ids, listed, spoke } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setClient, setSpoke } from "../../../fixtures/snapshot-changes.ts";
import { deny, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { fail, notApplicable, notAssessed, pass, type Rows } from "./row.ts";

const hubNetwork =
  "/subscriptions/5e0c7d1a/resourceGroups/RG_vhub-weu_1/providers/Microsoft.Network/virtualNetworks/HV_vhub-weu_1";
const atHub = setSpoke({
  peerings: spoke.peerings.map((each) => ({ ...each, remoteVirtualNetworkId: hubNetwork })),
});
const hubId = "/subscriptions/hub/resourceGroups/rg-hub/providers/Microsoft.Network/virtualHubs/vhub-weu";
const connectionOf = (remoteNetworkId: string, provisioningState = "Succeeded"): HubConnection => ({
  ...{ id: `${hubId}/hubVirtualNetworkConnections/c`, name: "c", remoteNetworkId, provisioningState },
});
const both = [connectionOf(ids.spoke), connectionOf(ids.hub)];
const setHubs =
  (connections: readonly HubConnection[], patch: Partial<VirtualHub> = {}): Change =>
  (snapshot) => ({
    ...snapshot,
    virtualHubs: listed({
      ...{ id: hubId, name: "vhub-weu", routingState: "Provisioned", connections: collected(connections) },
      ...patch,
    }),
  });
const fromHub = setClient({ virtualNetwork: ids.hub });

export const virtualHubRows: Rows = {
  "peering.vwan-hub": [
    notApplicable("no virtual hub", []),
    pass("joins both", [atHub, fromHub, setHubs(both)], "vhub-weu joins vnet-aks"),
    fail("lacks one", [atHub, fromHub, setHubs([connectionOf(ids.spoke)])], {
      says: "vhub-weu has no connection to vnet-hub",
    }),
    notAssessed(
      "the last change of one failed",
      [atHub, fromHub, setHubs([connectionOf(ids.spoke, "Failed"), connectionOf(ids.hub)])],
      "vnet-aks",
    ),
    notAssessed(
      "a state nobody knows",
      [atHub, fromHub, setHubs([connectionOf(ids.spoke), connectionOf(ids.hub, "Humming")])],
      "Humming",
    ),
    fail("its router failed", [atHub, setHubs(both, { routingState: "Failed" })], "router"),
    notAssessed("its router is being made", [atHub, setHubs(both, { routingState: "Provisioning" })]),
    notAssessed("it is not found", atHub, "Virtual WAN"),
    notAssessed("its connections were not read", [
      atHub,
      setHubs(both, { connections: unavailable("denied", "Its connections were not read.") }),
    ]),
    notAssessed("the zone's links were not read", [atHub, setHubs(both), deny("privateDnsLinks")]),
    notApplicable("public cluster", [publicRanges, atHub]),
  ],
};
