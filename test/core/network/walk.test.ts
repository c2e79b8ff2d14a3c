// One connection in a hub and two spokes: where it ends, and at which component.

import type { Flow, OwnGroups } from "../../../src/core/network/address/packet.ts";
import { needsOf, type Trace } from "../../../src/core/network/model/step.ts";
import { walk } from "../../../src/core/network/walk/walk.ts";
import type { FirewallCollection } from "../../../src/core/snapshot/firewall.ts";
import type { Permission } from "../../../src/core/snapshot/rights.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { applicationRule, collection, networkRule } from "../../fixtures/firewall-rules.ts";
import {
  addRule,
  apiIp,
  applianceIp,
  type Change,
  changed,
  idOf,
  networkId,
  nothing,
  places,
  setHolder,
  setPeering,
  setRoutes,
  setSubnet,
  unread,
} from "./topology.ts";

const flows = {
  jump: { from: places.jump, to: apiIp, protocol: "Tcp", port: 443 },
  nodes: { from: places.nodes, to: apiIp, protocol: "Tcp", port: 443 },
  desks: { from: places.desks, to: apiIp, protocol: "Tcp", port: 443 },
  kubelet: { from: places.jump, to: "10.1.5.9", protocol: "Tcp", port: 10250 },
} as const satisfies Record<string, Flow>;
type From = keyof typeof flows;

const farHop = setRoutes("rt-far", {
  ...{ name: "out", addressPrefix: "10.1.0.0/16" },
  ...{ nextHopType: "VirtualAppliance", nextHopIpAddress: "10.199.0.4" },
});

const deciding = ({ steps, end }: Trace) =>
  steps.find(({ state }) => state === (end === "stopped" ? "stops" : "unknown"));

test.each(Object.keys(flows) as From[])("%s: delivered", (from) => {
  const trace = walk(changed(), flows[from]);
  expect(trace.steps.filter(({ state }) => state !== "passes")).toEqual([]);
  expect([trace.end, trace.steps.at(-1)?.reason]).toEqual([
    "delivered",
    { is: "targetReached", address: flows[from].to, port: flows[from].port },
  ]);
});

test("the steps, in the order in which they are met", () => {
  const { steps } = walk(changed(), flows.desks);
  expect(steps.map(({ component, reason }) => `${component.name} ${reason.is}`)).toEqual([
    "nsg-desks ruleAllows",
    "rt-far routeLeads",
    "far-to-hub peeringConnected",
    "hub-to-far peeringConnected",
    "nsg-appliance ruleAllows",
    "vm-appliance hopForwards",
    "nsg-appliance ruleAllows",
    "appliance routeLeads",
    "hub-to-spoke peeringConnected",
    "spoke-to-hub peeringConnected",
    "nsg-api ruleAllows",
    "kube-apiserver targetReached",
  ]);
});

const ruled = (...collections: readonly FirewallCollection[]) => collected({ collections, dnsProxy: false });

test("a firewall that lets the question through lets the answer through", () => {
  const oneWay = networkRule({ sources: ["10.2.0.0/24"], destinations: [apiIp], ports: ["443"] });
  const rules = ruled(collection("Allow", 100, oneWay));
  const { end, steps } = walk(changed(setHolder("vm-appliance", { rules })), flows.desks);
  expect([end, steps.map(({ reason }) => reason.is)]).toEqual([
    "delivered",
    expect.arrayContaining(["firewallAllows"]),
  ]);
});

test("a firewall sees the name that the client asked for", () => {
  const rules = ruled(collection("Allow", 100, applicationRule({ fqdns: ["api.example"] })));
  const model = changed(setHolder("vm-appliance", { rules }));
  const ends = ["api.example", "other.example"].map((name) => walk(model, { ...flows.desks, name }).end);
  expect(ends).toEqual(["delivered", "stopped"]);
});

/** `end reason component` */
type Row = [string, From, Change, string];
const rows: readonly Row[] = [
  [
    "the place's group lets nothing out",
    "jump",
    addRule("nsg-jump", { direction: "Outbound" }),
    "stopped ruleDenies nsg-jump",
  ],
  ["the endpoint's group lets nothing in", "jump", addRule("nsg-api"), "stopped ruleDenies nsg-api"],
  [
    "the appliance's group lets nothing in",
    "desks",
    addRule("nsg-appliance"),
    "stopped ruleDenies nsg-appliance",
  ],
  [
    "the appliance's group lets nothing on",
    "desks",
    addRule("nsg-appliance", { direction: "Outbound" }),
    "stopped ruleDenies nsg-appliance",
  ],
  [
    "a group that was not read",
    "jump",
    unread("securityGroups", idOf("networksecuritygroups", "nsg-jump")),
    "unknown unread nsg-jump",
  ],
  [
    "a rule with a word that nobody knows",
    "jump",
    addRule("nsg-jump", { direction: "Outbound", access: "Perhaps" }),
    "unknown ruleUndecided nsg-jump",
  ],
  ["the peering is gone, here", "jump", setPeering("hub", "spoke", null), "stopped peeringMissing hub"],
  ["the peering is gone, there", "jump", setPeering("spoke", "hub", null), "stopped peeringMissing spoke"],
  [
    "the peering is disconnected, here",
    "jump",
    setPeering("hub", "spoke", { peeringState: "Disconnected" }),
    "stopped peeringState hub-to-spoke",
  ],
  [
    "the peering is initiated, there",
    "jump",
    setPeering("spoke", "hub", { peeringState: "Initiated" }),
    "stopped peeringState spoke-to-hub",
  ],
  [
    "a state of a peering that nobody knows",
    "jump",
    setPeering("spoke", "hub", { peeringState: "Pondering" }),
    "unknown peeringState spoke-to-hub",
  ],
  [
    "the peering lets nothing through",
    "jump",
    setPeering("spoke", "hub", { allowVirtualNetworkAccess: false }),
    "stopped peeringForbids spoke-to-hub",
  ],
  [
    "the same, and a default route of one's own: the peering keeps its route",
    "jump",
    (model) =>
      [
        setRoutes("rt-far", {
          ...{ name: "out", addressPrefix: "0.0.0.0/0" },
          ...{ nextHopType: "VirtualAppliance", nextHopIpAddress: applianceIp },
        }),
        setSubnet("hub", "jump", { routeTableId: idOf("routetables", "rt-far") }),
        setHolder("vm-appliance", { rules: ruled() }),
        setPeering("hub", "spoke", { allowVirtualNetworkAccess: false }),
      ].reduce((now, change) => change(now), model),
    "stopped peeringForbids hub-to-spoke",
  ],
  [
    "a new range of the spoke that its half does not lead to, and the peering is not in sync",
    "jump",
    setPeering("hub", "spoke", {
      remoteAddressPrefixes: ["10.9.0.0/16"],
      peeringSyncLevel: "RemoteNotInSync",
    }),
    "stopped peeringStale hub-to-spoke",
  ],
  [
    "the same in a word that nobody knows",
    "jump",
    setPeering("hub", "spoke", { remoteAddressPrefixes: ["10.9.0.0/16"], peeringSyncLevel: "Almost" }),
    "unknown peeringStale hub-to-spoke",
  ],
  [
    "the peering joins other subnets only",
    "jump",
    setPeering("hub", "spoke", { onlySubnets: { local: ["jump"], remote: ["nodes"] } }),
    "stopped peeringPartial hub-to-spoke",
  ],
  [
    "the peering is not in sync: the new range is not there",
    "kubelet",
    setPeering("hub", "spoke", { remoteAddressPrefixes: ["10.1.0.0/24"] }),
    "stopped routeDrops jump",
  ],
  [
    "the spoke takes nothing that was forwarded",
    "desks",
    setPeering("spoke", "hub", { allowForwardedTraffic: false }),
    "stopped peeringForbids spoke-to-hub",
  ],
  [
    "a route into nothing",
    "desks",
    setRoutes("rt-far", { name: "drop", addressPrefix: "10.1.0.0/16", nextHopType: "None" }),
    "stopped routeDrops rt-far",
  ],
  [
    "a route to the Internet",
    "desks",
    setRoutes("rt-far", { name: "out", addressPrefix: "10.1.0.0/16", nextHopType: "Internet" }),
    "stopped routeDrops rt-far",
  ],
  [
    "a next hop that nobody knows",
    "desks",
    setRoutes("rt-far", { name: "new", addressPrefix: "10.1.0.0/16", nextHopType: "Wormhole" }),
    "unknown routeUnknown rt-far",
  ],
  ["no route over the appliance", "desks", setRoutes("rt-far"), "stopped routeDrops desks"],
  [
    "a table that was not read: what the group's tag holds hangs on it, too",
    "desks",
    unread("routeTables", idOf("routetables", "rt-far")),
    "unknown ruleUndecided nsg-desks",
  ],
  ["nobody at the next hop", "desks", setHolder("vm-appliance", null), "stopped hopNobody rt-far"],
  [
    "nobody whom a list showed at the next hop, and the subnet names an interface: lists hold what their reader may read",
    "desks",
    (model) =>
      setSubnet("hub", "appliance", { occupantIds: [idOf("networkinterfaces", "nic-hidden")] })(
        setHolder("vm-appliance", null)(model),
      ),
    "unknown unread hub",
  ],
  [
    "nobody at the next hop, and nothing but nodes stands beside",
    "desks",
    (model) =>
      setSubnet("hub", "appliance", {
        occupantIds: [idOf("virtualmachinescalesets", "aks-system/virtualMachines/0/networkInterfaces/nic")],
      })({
        ...setHolder("vm-appliance", null)(model),
        keptPrefix: idOf("x", "").split("/providers/")[0] ?? "",
      }),
    "stopped hopNobody rt-far",
  ],
  ["a next hop in no network near", "desks", farHop, "stopped hopNobody rt-far"],
  [
    "the same, while a network that was not read may have got the range",
    "desks",
    (model) => unread("networks", networkId("hub"))(farHop(model)),
    "unknown targetUnknown far",
  ],
  [
    "the appliance is off",
    "desks",
    setHolder("vm-appliance", { alive: { state: "down", word: "deallocated" } }),
    "stopped hopDown vm-appliance",
  ],
  [
    "the appliance forwards nothing",
    "desks",
    setHolder("vm-appliance", { forwards: false }),
    "stopped hopNotForwarding vm-appliance",
  ],
  [
    "what the appliance's own rules say was not read",
    "desks",
    setHolder("vm-appliance", { rulesUnread: true }),
    "unknown hopRulesUnread vm-appliance",
  ],
  [
    "a firewall without a rule",
    "desks",
    setHolder("vm-appliance", { rules: ruled() }),
    "stopped firewallNoRule vm-appliance",
  ],
  [
    "a firewall that denies",
    "desks",
    setHolder("vm-appliance", { rules: ruled(collection("Deny", 100, networkRule())) }),
    "stopped firewallDenies vm-appliance",
  ],
  [
    "a firewall's rule that its text does not settle",
    "desks",
    setHolder("vm-appliance", {
      rules: ruled(collection("Allow", 100, networkRule({ destinations: [], destinationGroupIds: ["g"] }))),
    }),
    "unknown firewallUndecided vm-appliance",
  ],
  [
    "a firewall whose rules were not read",
    "desks",
    setHolder("vm-appliance", { rules: nothing }),
    "unknown unread vm-appliance",
  ],
  [
    "whether the appliance runs was not read",
    "desks",
    setHolder("vm-appliance", { alive: { state: "unseen", why: nothing } }),
    "unknown hopOpen vm-appliance",
  ],
  [
    "the answers go another way",
    "desks",
    setRoutes("rt-api", { name: "drop", addressPrefix: "10.2.0.0/16", nextHopType: "None" }),
    "stopped routeDrops rt-api",
  ],
  [
    "an appliance on the way back only",
    "jump",
    setRoutes("rt-api", {
      name: "back",
      addressPrefix: "10.0.1.0/24",
      nextHopType: "VirtualAppliance",
      nextHopIpAddress: applianceIp,
    }),
    "stopped otherAppliance api",
  ],
  [
    "an appliance on the way there only, before an endpoint without routes",
    "desks",
    setSubnet("spoke", "api", { privateEndpointNetworkPolicies: "Disabled" }),
    "unknown otherAppliance api",
  ],
  [
    "the endpoint's connection was rejected",
    "nodes",
    setHolder("kube-apiserver", { alive: { state: "down", word: "Rejected" } }),
    "stopped hopDown kube-apiserver",
  ],
  ["the place's network was not read", "desks", unread("networks", networkId("far")), "unknown unread far"],
];

test.each(rows)("%s: from %s", (_name, from, change, expected) => {
  const trace = walk(changed(change), flows[from]);
  const step = deciding(trace);
  expect(`${trace.end} ${step?.reason.is} ${step?.component.name}`).toBe(expected);
  // Nothing is told of what comes after a certain stop.
  if (trace.end === "stopped") expect(trace.steps.at(-1)).toBe(step);
});

test.each<[string, From, Change]>([
  [
    "a group that does not act on endpoints",
    "jump",
    (model) =>
      addRule("nsg-api")(setSubnet("spoke", "api", { privateEndpointNetworkPolicies: "Disabled" })(model)),
  ],
  ["a rule about another port", "jump", addRule("nsg-api", { destinationPortRanges: ["22"] })],
  ["a rule that comes after one that allows", "jump", addRule("nsg-api", { priority: 65_100 })],
  [
    "an appliance that is off and on no way",
    "jump",
    setHolder("vm-appliance", { alive: { state: "down", word: "deallocated" } }),
  ],
  ["another network's peering", "jump", setPeering("far", "hub", { peeringState: "Disconnected" })],
  [
    "what is forwarded need not be taken where nothing is",
    "jump",
    setPeering("spoke", "hub", { allowForwardedTraffic: false }),
  ],
])("%s stops nothing: from %s", (_name, from, change) => {
  expect(walk(changed(change), flows[from]).end).toBe("delivered");
});

const toNodes = (groups: OwnGroups): Flow => ({
  ...flows.kubelet,
  from: { ...places.jump, groupIds: [idOf("networksecuritygroups", "nsg-appliance")] },
  to: "10.1.4.0/22",
  toGroups: groups,
});

test("groups on interfaces: the first to be asked on the way out, the last on the way in", () => {
  const groupIds = [idOf("networksecuritygroups", "nsg-desks")];
  const { steps, end } = walk(changed(), toNodes({ groupIds }));
  const asked = steps.filter(({ component }) => component.kind === "securityGroup");
  expect([end, asked.map(({ component }) => component.name)]).toEqual([
    "delivered",
    ["nsg-appliance", "nsg-jump", "nsg-nodes", "nsg-desks"],
  ]);
  expect(walk(changed(addRule("nsg-desks")), toNodes({ groupIds })).end).toBe("stopped");
});

test("what stands on an interface was not read: open there, and a stop elsewhere is one", () => {
  const flow = toNodes({ groupIds: [], groupsUnread: nothing });
  const trace = walk(changed(), flow);
  expect([trace.end, needsOf(deciding(trace))]).toEqual(["unknown", nothing.needs]);
  expect(walk(changed(addRule("nsg-nodes")), flow).end).toBe("stopped");
});

test("routes in a circle end", () => {
  const circle = setSubnet("hub", "appliance", { routeTableId: idOf("routetables", "rt-far") });
  expect(deciding(walk(changed(circle), flows.desks))?.reason).toEqual({ is: "loops", address: applianceIp });
});

test.each<[string, Change, readonly Permission[]]>([
  [
    "of no right, where nobody knows what a rule says",
    addRule("nsg-desks", { direction: "Outbound", access: "Perhaps" }),
    [],
  ],
  [
    "of the table that was not read, where the tag VirtualNetwork hangs on it",
    unread("routeTables", idOf("routetables", "rt-far")),
    nothing.needs,
  ],
])("the answer of a group is open for want %s", (_name, change, needs) => {
  const { steps } = walk(changed(change), flows.desks);
  const group = steps.find(({ reason }) => reason.is === "ruleUndecided");
  expect(group?.state).toBe("unknown");
  expect(needsOf(group)).toEqual(needs);
});
