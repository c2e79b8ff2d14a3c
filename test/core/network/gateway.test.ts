// The API server, reached from behind a gateway in the hub: over the peering with its transit pair, and back.

import type { Reason, Trace } from "../../../src/core/network/model/step.ts";
import { walk } from "../../../src/core/network/walk/walk.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { changes, deciding, type From, flowOf, from, joined, pool, withGateway } from "./gateway-topology.ts";
import {
  addRule,
  applianceIp,
  type Change,
  idOf,
  networkId,
  places,
  setHolder,
  setPeering,
  setSubnet,
  unread,
} from "./topology.ts";

test.each<From>(["office", "home"])("%s: delivered, there and back", (place) => {
  const trace = walk(joined(), flowOf(place));
  expect(trace.steps.filter(({ state }) => state !== "passes")).toEqual([]);
  expect(trace.end).toBe("delivered");
});

test("the steps of a tunnel, in the order in which they are met", () => {
  const { steps } = walk(joined(), flowOf("office"));
  expect(steps.map(({ component, reason }) => `${component.name} ${reason.is}`)).toEqual([
    "office connectionUp",
    "lgw farRangeHolds",
    "vgw gatewayWorks",
    "GatewaySubnet routeLeads",
    "hub-to-spoke peeringConnected",
    "spoke-to-hub peeringConnected",
    "spoke-to-hub transitOpen",
    "nsg-api ruleAllows",
    "kube-apiserver targetReached",
  ]);
});

test("of a circuit all is proved that Azure shows, and what it learns stays open", () => {
  const { steps, end } = walk(joined(), flowOf("line"));
  expect(end).toBe("unknown");
  const open = steps.filter(({ state }) => state !== "passes").map(({ reason }) => reason.is);
  expect(open).toEqual(["farRangesLearned"]);
});

test("the tag VirtualNetwork holds what a gateway taught, which nobody listed", () => {
  const shut = addRule("nsg-api", { sourceAddressPrefixes: ["VirtualNetwork"] });
  for (const place of ["line", "office", "home"] as const)
    expect(deciding(walk(joined(shut), flowOf(place)))?.reason.is).toBe("ruleDenies");
});

const rt = idOf("routetables", "rt-api");
const refusesLearned: Change = (model) => {
  const table = model.routeTables[rt];
  if (table?.status !== "collected") throw new Error("no table");
  const data = { ...table.data, disableBgpRoutePropagation: true };
  return { ...model, routeTables: { ...model.routeTables, [rt]: collected(data) } };
};
const noTransit = (half: "hub" | "spoke"): Change =>
  half === "hub"
    ? setPeering("hub", "spoke", { allowGatewayTransit: false })
    : setPeering("spoke", "hub", { useRemoteGateways: false });

type Row = [string, From, Change, Trace["end"], Reason["is"], string];
const rows: readonly Row[] = [
  ["the hub does not offer it", "office", noTransit("hub"), "stopped", "transitMissing", "hub-to-spoke"],
  ["the spoke does not use it", "home", noTransit("spoke"), "stopped", "transitMissing", "spoke-to-hub"],
  [
    "the peering is down",
    "office",
    setPeering("spoke", "hub", { peeringState: "Disconnected" }),
    "stopped",
    "peeringState",
    "spoke-to-hub",
  ],
  [
    "half a peering is left, whatever the gateway may have learned",
    "home",
    setPeering("hub", "spoke", null),
    "stopped",
    "peeringMissing",
    "hub",
  ],
  ["the endpoint's group lets nothing in", "office", addRule("nsg-api"), "stopped", "ruleDenies", "nsg-api"],
  [
    "the endpoint's table refuses learned routes",
    "office",
    refusesLearned,
    "stopped",
    "routesRefused",
    "rt-api",
  ],
  ["the same for clients at home", "home", refusesLearned, "stopped", "routesRefused", "rt-api"],
  ["the hub was not read", "home", unread("networks", networkId("hub")), "unknown", "unread", "hub"],
  [
    "the endpoint is not approved",
    "home",
    setHolder("kube-apiserver", { alive: { state: "down", word: "Pending" } }),
    "stopped",
    "hopDown",
    "kube-apiserver",
  ],
];

test.each(rows)("%s: from %s", (_name, place, change, end, is, name) => {
  const trace = walk(joined(change), flowOf(place));
  const step = deciding(trace);
  expect([trace.end, step?.reason.is, step?.component.name]).toEqual([end, is, name]);
});

test("both halves lack it: both are named, the one that offers it first", () => {
  const step = deciding(walk(joined(noTransit("hub"), noTransit("spoke")), flowOf("office")));
  expect(step?.reason).toMatchObject({
    halves: [
      { networkId: networkId("hub"), setting: "allowGatewayTransit" },
      { networkId: networkId("spoke"), setting: "useRemoteGateways" },
    ],
  });
});

test("where the endpoint obeys no tables, one that refuses learned routes stops nothing", () => {
  const free = setSubnet("spoke", "api", { privateEndpointNetworkPolicies: "Disabled" });
  expect(walk(joined(refusesLearned, free), flowOf("office")).end).toBe("delivered");
});

test("a gateway beside the API server crosses no peering", () => {
  const own = changes.gateway({ networkId: networkId("spoke") });
  const beside = { ...from.home, networkId: networkId("spoke"), subnetId: undefined };
  const trace = walk(joined(own, noTransit("spoke")), { ...flowOf("home"), from: beside });
  expect(trace.end).toBe("delivered");
});

test("over an appliance the peering has to let forwarded packets in, and needs no transit", () => {
  const table = idOf("routetables", "rt-gateway");
  const route = {
    name: "over-appliance",
    addressPrefix: "10.1.0.0/16",
    nextHopType: "VirtualAppliance",
    nextHopIpAddress: applianceIp,
  };
  const routed: Change = (model) => ({
    ...model,
    routeTables: {
      ...model.routeTables,
      [table]: collected({
        id: table,
        name: "rt-gateway",
        disableBgpRoutePropagation: false,
        routes: [route],
      }),
    },
  });
  const over = setSubnet("hub", "GatewaySubnet", { routeTableId: table });
  const shut = walk(joined(routed, over, noTransit("spoke")), flowOf("office"));
  expect(deciding(shut)?.reason).toMatchObject({ is: "peeringForbids", setting: "allowForwardedTraffic" });
  const letsIn = setPeering("spoke", "hub", { useRemoteGateways: true, allowForwardedTraffic: true });
  // The answers go straight to the gateway, past the appliance.
  expect(deciding(walk(joined(routed, over, letsIn), flowOf("office")))?.reason).toMatchObject({
    is: "otherAppliance",
    there: applianceIp,
    back: null,
  });
});

test.each<[string, Change, Trace["end"], Reason["is"]]>([
  ["agree", changes.gateway({}), "unknown", "targetUnknown"],
  ["do not, since the hub does not offer it", noTransit("hub"), "unknown", "routeUnknown"],
  ["do not, since the spoke does not use it", noTransit("spoke"), "stopped", "routeDrops"],
])("a spoke learns what is behind the hub's gateway where both halves %s", (_name, change, end, is) => {
  const trace = walk(joined(change), { from: places.nodes, to: "192.168.7.9", protocol: "Tcp", port: 443 });
  expect([trace.end, trace.steps.at(-1)?.reason.is]).toEqual([end, is]);
});

test("packets of Azure that leave for the other side are open from the gateway on", () => {
  const trace = walk(joined(), { from: places.jump, to: "192.168.7.9", protocol: "Tcp", port: 443 });
  expect([trace.end, deciding(trace)?.reason.is]).toEqual(["unknown", "targetUnknown"]);
});

test.each([
  ["the hub", "10.0.7.0/24", "hub"],
  ["the API server's network", "10.1.7.0/24", "spoke"],
])("clients with addresses of %s get no answers", (_whose, range, name) => {
  const overlapping = { ...pool, ranges: [range] };
  const free = setSubnet("spoke", "api", { privateEndpointNetworkPolicies: "Disabled" });
  const place = { ...from.home, address: range };
  const trace = walk(joined(withGateway([overlapping]), free), { ...flowOf("home"), from: place });
  expect(deciding(trace)).toMatchObject({ component: { name }, reason: { is: "farRangeTaken" } });
});

test("a range that only sums up networks of Azure is no overlap", () => {
  const wide = { ...pool, ranges: ["10.0.0.0/8"] };
  const free = setSubnet("spoke", "api", { privateEndpointNetworkPolicies: "Disabled" });
  const place = { ...from.home, address: "10.0.0.0/8" };
  expect(walk(joined(withGateway([wide]), free), { ...flowOf("home"), from: place }).end).toBe("delivered");
});
