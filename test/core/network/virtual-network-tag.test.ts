// What the tag VirtualNetwork covers for certain, and what it may cover.

import { virtualNetworkTag } from "../../../src/core/network/filter/security-rules.ts";
import type { VirtualNetwork } from "../../../src/core/snapshot/network.ts";
import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { hub, ids, spoke } from "../../fixtures/healthy-snapshot.ts";

const grown = { ...hub, addressPrefixes: ["10.0.0.0/16", "10.1.0.0/16"] };
const cut = {
  ...spoke,
  peerings: spoke.peerings.map((each) => ({ ...each, allowVirtualNetworkAccess: false })),
};

test.each<[string, VirtualNetwork, readonly VirtualNetwork[], readonly string[]]>([
  ["its own and what the peering says", spoke, [], ["10.10.0.0/16", "10.0.0.0/16"]],
  [
    "and what the peer itself says",
    spoke,
    [grown],
    ["10.10.0.0/16", "10.0.0.0/16", "10.0.0.0/16", "10.1.0.0/16"],
  ],
  ["not over a peering without access", cut, [grown], ["10.10.0.0/16"]],
])("holds %s", (_name, network, networks, holds) => {
  expect(virtualNetworkTag(network, networks, {}).holds).toEqual(holds);
});

const table = (addressPrefix: string) => ({
  [idKey(ids.jumpRoutes)]: collected({
    id: ids.jumpRoutes,
    name: "rt-jump",
    disableBgpRoutePropagation: false,
    routes: [{ name: "out", addressPrefix, nextHopType: "VirtualAppliance" }],
  }),
});

test("holds prefixes of routes", () => {
  expect(virtualNetworkTag(hub, [], table("20.0.0.0/8")).holds).toContain("20.0.0.0/8");
});
const gateway = {
  ...spoke,
  subnets: [
    { id: `${ids.spoke}/subnets/GatewaySubnet`, name: "GatewaySubnet", addressPrefixes: [], delegations: [] },
  ],
};
const remote = { ...spoke, peerings: spoke.peerings.map((each) => ({ ...each, useRemoteGateways: true })) };

test.each<[string, VirtualNetwork, Parameters<typeof virtualNetworkTag>[2], readonly string[]]>([
  ["private ranges always", spoke, {}, []],
  ["a default route", hub, table("0.0.0.0/0"), ["0.0.0.0/0"]],
  ["everything, where a table was not read", hub, {}, ["0.0.0.0/0"]],
  ["everything, beside a gateway", gateway, {}, ["0.0.0.0/0"]],
  ["everything, behind a peer's gateway", remote, {}, ["0.0.0.0/0"]],
])("may hold %s", (_name, network, tables, more) => {
  expect(virtualNetworkTag(network, [], tables).mayHold).toEqual([
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "100.64.0.0/10",
    ...more,
  ]);
});
