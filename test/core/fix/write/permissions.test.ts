// The rights that a write takes: on what it writes, and on what it leads to.

import { type FixStep, writesOf } from "../../../../src/core/fix/write/actions.ts";
import { permissionsOf } from "../../../../src/core/fix/write/permissions.ts";
import { at, networkId as id } from "../../../fixtures/fix-steps.ts";

const network = id("virtualNetworks/n");
const addressId = id("publicIPAddresses/p");

test.each<[string, FixStep, readonly (readonly [action: string, scope: string])[]]>([
  [
    "a peering, the network on its other side",
    {
      ...{ kind: "createPeering", at: at("m", "p"), remote: network },
      ...{ allowForwardedTraffic: false, allowGatewayTransit: false, useRemoteGateways: false },
    },
    [
      ["virtualNetworks/virtualNetworkPeerings/write", id("virtualNetworks/m/virtualNetworkPeerings/p")],
      ["virtualNetworks/peer/action", network],
    ],
  ],
  [
    "a link, its network",
    { kind: "createLink", at: at("z", "l"), network },
    [
      ["privateDnsZones/virtualNetworkLinks/write", id("privateDnsZones/z/virtualNetworkLinks/l")],
      ["virtualNetworks/join/action", network],
    ],
  ],
  [
    "a subnet, its route table",
    { kind: "attachRouteTable", at: at("n", "s"), table: "t" },
    [
      ["virtualNetworks/subnets/write", `${network}/subnets/s`],
      ["routeTables/join/action", id("routeTables/t")],
    ],
  ],
  [
    "a NAT gateway, its address",
    { kind: "setNatAddress", at: at("n"), address: "p" },
    [
      ["natGateways/write", id("natGateways/n")],
      ["publicIPAddresses/join/action", addressId],
    ],
  ],
  [
    "a firewall, its subnet and its address",
    {
      ...{ kind: "placeFirewall", id: id("azureFirewalls/f") },
      ...{ subnet: `${network}/subnets/f`, address: addressId },
    },
    [
      ["azureFirewalls/write", id("azureFirewalls/f")],
      ["virtualNetworks/subnets/join/action", `${network}/subnets/f`],
      ["publicIPAddresses/join/action", addressId],
    ],
  ],
  [
    "what is deleted, nothing else",
    { kind: "deletePeering", at: at("m", "p") },
    [["virtualNetworks/virtualNetworkPeerings/delete", id("virtualNetworks/m/virtualNetworkPeerings/p")]],
  ],
])("%s", (_what, step, rights) => {
  expect((writesOf([step]) ?? []).flatMap(permissionsOf)).toEqual(
    rights.map(([action, scope]) => ({ action: `Microsoft.Network/${action}`, scope })),
  );
});
