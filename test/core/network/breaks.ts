// Breaks of one part of the network, drawn from every type of component; what stands on which way is written down by hand.
import type { Flow } from "../../../src/core/network/address/packet.ts";
import {
  addRoute,
  addRule,
  apiIp,
  type Change,
  places,
  setHolder,
  setNetwork,
  setPeering,
} from "./topology.ts";

export type From = "jump" | "nodes" | "desks";
export const ways: readonly From[] = ["jump", "nodes", "desks"];
export const flow = (from: From): Flow => ({ from: places[from], to: apiIp, protocol: "Tcp", port: 443 });

/** `cuts`: the ways that it stops; `at`: the component that is to blame on them. */
export type Break = Readonly<{ name: string; change: Change; cuts: readonly From[]; at: string }>;

const down = { alive: { state: "down", word: "deallocated" } } as const;
const half = (from: string, to: string, cuts: readonly From[]): readonly Break[] => [
  ...["Disconnected", "Initiated"].map((peeringState) => ({
    name: `${from}-to-${to} ${peeringState}`,
    change: setPeering(from, to, { peeringState }),
    cuts,
    at: `${from}-to-${to}`,
  })),
  {
    name: `${from}-to-${to} without access`,
    change: setPeering(from, to, { allowVirtualNetworkAccess: false }),
    cuts,
    at: `${from}-to-${to}`,
  },
];
const denies = (group: string, direction: "Inbound" | "Outbound", cuts: readonly From[]): readonly Break[] =>
  [100, 4_096, 64_999].map((priority) => ({
    name: `${group} ${direction} at ${priority}`,
    change: addRule(group, { direction, priority, name: `deny-${direction}` }),
    cuts,
    at: group,
  }));
const route = (table: string, nextHopType: string, addressPrefix: string, cuts: readonly From[]): Break => ({
  name: `${table} ${nextHopType} ${addressPrefix}`,
  change: addRoute(table, { name: "broken", addressPrefix, nextHopType }),
  cuts,
  at: table,
});

export const breaks: readonly Break[] = [
  ...half("hub", "spoke", ["jump", "desks"]),
  ...half("spoke", "hub", ["jump", "desks"]),
  ...half("far", "hub", ["desks"]),
  ...half("hub", "far", ["desks"]),
  ...denies("nsg-jump", "Outbound", ["jump"]),
  ...denies("nsg-jump", "Inbound", []),
  ...denies("nsg-nodes", "Outbound", ["nodes"]),
  ...denies("nsg-nodes", "Inbound", []),
  ...denies("nsg-desks", "Outbound", ["desks"]),
  ...denies("nsg-appliance", "Inbound", ["desks"]),
  ...denies("nsg-appliance", "Outbound", ["desks"]),
  ...denies("nsg-api", "Inbound", ["jump", "nodes", "desks"]),
  ...denies("nsg-api", "Outbound", []),
  route("rt-far", "None", "10.1.0.0/17", ["desks"]),
  route("rt-far", "None", "10.1.0.4/32", ["desks"]),
  route("rt-far", "Internet", "10.1.0.0/24", ["desks"]),
  route("rt-api", "None", "10.2.0.0/24", ["desks"]),
  route("rt-api", "None", "10.0.1.4/32", ["jump"]),
  route("rt-api", "None", "10.1.4.0/22", ["nodes"]),
  {
    name: "the appliance is off",
    change: setHolder("vm-appliance", down),
    cuts: ["desks"],
    at: "vm-appliance",
  },
  { name: "the appliance is gone", change: setHolder("vm-appliance", null), cuts: ["desks"], at: "rt-far" },
  {
    name: "the appliance forwards nothing",
    change: setHolder("vm-appliance", { forwards: false }),
    cuts: ["desks"],
    at: "vm-appliance",
  },
  {
    name: "the endpoint is rejected",
    change: setHolder("kube-apiserver", down),
    cuts: ways,
    at: "kube-apiserver",
  },
  { name: "the jump host is off", change: setHolder("vm-jump", down), cuts: [], at: "" },
  {
    name: "nothing forwarded into the spoke",
    change: setPeering("spoke", "hub", { allowForwardedTraffic: false }),
    cuts: ["desks"],
    at: "spoke-to-hub",
  },
  {
    name: "nothing forwarded into the far one, which gets answers only",
    change: setPeering("far", "hub", { allowForwardedTraffic: false }),
    cuts: ["desks"],
    at: "far-to-hub",
  },
  {
    name: "DNS servers, which no packet needs",
    change: setNetwork("hub", { dnsServers: ["10.9.9.9"] }),
    cuts: [],
    at: "",
  },
];
