// Which route wins.
import { effectiveRoutes, selectRoute } from "../../../src/core/network/route/route.ts";
import type { RouteTable, VirtualNetwork } from "../../../src/core/snapshot/network.ts";

const network = (id: string, space: string, peerId: string, peerSpace: string): VirtualNetwork => ({
  id,
  name: id,
  location: "westeurope",
  provisioningState: "Succeeded",
  addressPrefixes: [space],
  dnsServers: [],
  subnets: [],
  peerings: [
    {
      id: `${id}/peering`,
      name: "peering",
      remoteVirtualNetworkId: peerId,
      peeringState: "Connected",
      provisioningState: "Succeeded",
      allowVirtualNetworkAccess: true,
      allowForwardedTraffic: false,
      allowGatewayTransit: false,
      useRemoteGateways: false,
      remoteAddressPrefixes: [peerSpace],
    },
  ],
});
const hub = network("/hub", "10.0.0.0/16", "/spoke", "10.10.0.0/16");
const spoke = network("/spoke", "10.10.0.0/16", "/hub", "10.0.0.0/16");

const table = (prefix: string, nextHopType: string): RouteTable => ({
  id: "/rt",
  name: "rt",
  disableBgpRoutePropagation: false,
  routes: [{ name: "mine", addressPrefix: prefix, nextHopType }],
});

const hopTo = (target: string, own: RouteTable | null, policies?: string) =>
  selectRoute(effectiveRoutes(hub, own, { address: "10.10.0.4", network: spoke, policies }), target)
    ?.nextHopType;

test.each([
  ["the endpoint", "10.10.0.4", null, undefined, "InterfaceEndpoint"],
  ["beside the endpoint", "10.10.0.5", null, undefined, "VNetPeering"],
  ["at home", "10.0.1.4", null, undefined, "VnetLocal"],
  ["private and unknown", "10.99.0.1", null, undefined, "None"],
  ["the Internet", "20.50.0.9", null, undefined, "Internet"],
  [
    "private and unknown, by a default route",
    "10.99.0.1",
    table("0.0.0.0/0", "VirtualAppliance"),
    undefined,
    "VirtualAppliance",
  ],
  [
    "a default route does not reach the endpoint",
    "10.10.0.4",
    table("0.0.0.0/0", "None"),
    undefined,
    "InterfaceEndpoint",
  ],
  [
    "a default route, even with policies on",
    "10.10.0.4",
    table("0.0.0.0/0", "None"),
    "Enabled",
    "InterfaceEndpoint",
  ],
  ["a wide route, policies off", "10.10.0.4", table("10.10.0.0/16", "None"), "Disabled", "InterfaceEndpoint"],
  ["a wide route, policies on", "10.10.0.4", table("10.10.0.0/16", "None"), "Enabled", "None"],
  [
    "wider than the network, policies on",
    "10.10.0.4",
    table("10.0.0.0/8", "None"),
    "Enabled",
    "InterfaceEndpoint",
  ],
  [
    "the endpoint's own /32",
    "10.10.0.4",
    table("10.10.0.4/32", "VirtualAppliance"),
    "Disabled",
    "VirtualAppliance",
  ],
  [
    "a tie with the peering",
    "10.10.0.5",
    table("10.10.0.0/16", "VirtualAppliance"),
    undefined,
    "VirtualAppliance",
  ],
  [
    "a tie with the default",
    "20.50.0.9",
    table("0.0.0.0/0", "VirtualAppliance"),
    undefined,
    "VirtualAppliance",
  ],
])("%s", (_name, target, own, policies, hop) => {
  expect(hopTo(target, own, policies)).toBe(hop);
});

test("a peering without access brings no route, and neither does one that is not there", () => {
  const cut = { ...hub, peerings: [] };
  const routes = effectiveRoutes(cut, null, { address: "10.10.0.4", network: spoke, policies: undefined });
  expect(selectRoute(routes, "10.10.0.4")?.nextHopType).toBe("None");
});

test("nothing is known about IPv6", () => {
  expect(hopTo("2603:1020::1", null)).toBeUndefined();
});
