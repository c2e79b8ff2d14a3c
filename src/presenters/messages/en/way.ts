// The way drawn, in English: what each thing on it is called, and in a few words why it does not let anything through.
// Short on purpose: seven of them stand beside each other on a desktop, and one under the other on a phone.

import type { Thing } from "../../../core/finding/check-meta.ts";
import type { Called } from "../../../core/outcome/called.ts";
import type { PartState } from "../../../core/way/drawn-way.ts";
import { type WayWords, waySpeech } from "../speech/way.ts";
import { sayCalled } from "./called.ts";
import { sayDownState, sayPart } from "./undecided.ts";
import { list } from "./words.ts";

export const settings: Readonly<Record<string, string>> = {
  allowVirtualNetworkAccess: "traffic is off",
  allowForwardedTraffic: "forwarded traffic is off",
};

/** What passes needs no words. */
export const wayReasons: WayWords["reasons"] = {
  zoneNotLinked: ({ network }) => `zone not linked to ${network}`,
  linkUnfinished: ({ state }) => `link is ${state}`,
  zoneMissing: () => "no zone holds it",
  recordMissing: () => "no record",
  serverForwardsUnseen: () => "forwards unseen",
  serverDown: ({ state }) => state,
  serverUnknown: () => "answers unseen",
  ownServersLack: () => "own DNS servers",
  ownServersUnseen: () => "own DNS servers",
  serverPublic: () => "knows no private zone",
  proxyOff: () => "DNS proxy is off",
  answerStale: ({ addresses }) => `answers ${list(addresses)}`,
  answerElsewhere: ({ endpoint }) => `${endpoint}: not read`,
  publicAnswer: () => "public answer",
  ruleDenies: ({ rule, packet }) => `${rule} denies ${packet.protocol.toUpperCase()} ${packet.port}`,
  ruleUndecided: () => "not decidable",
  adminDenies: ({ manager }) => `denied by ${manager}`,
  adminUndecided: () => "not decidable",
  routeDrops: ({ prefix }) => `drops ${prefix}`,
  routesRefused: ({ prefix }) => `no route to ${prefix}`,
  routeUnknown: () => "next hop unknown",
  noPublicAddress: () => "no public address",
  sourceKept: () => "translates nothing",
  natGatewayBare: () => "no public address",
  peeringMissing: () => "missing",
  peeringState: ({ state }) => state,
  peeringForbids: ({ setting }) => settings[setting] ?? setting,
  peeringStale: () => "not in sync",
  peeringPartial: () => "only some subnets",
  transitMissing: () => "gateway not shared",
  connectionDown: ({ state }) => `down: ${state}`,
  connectionUnsure: () => "state unknown",
  connectionSkipped: () => "not read",
  connectionStrange: () => "unknown type",
  farRangeLacks: ({ address }) => `lacks ${address}`,
  farRangesLearned: () => "ranges not shown",
  nothingTaught: () => "no BGP routes",
  farRangeTaken: () => "same range here",
  selectorsUnsure: () => "selectors unsure",
  selectorsLack: () => "no selector",
  circuitDown: ({ part }) => `${sayPart(part)} is down`,
  circuitUnsure: ({ part }) => `${sayPart(part)} unsure`,
  gatewayState: ({ state }) => state,
  gatewayMissing: () => "no gateway",
  gatewayUnjoined: () => "no connection",
  beyondGateway: () => "not shown beyond",
  hopDown: ({ state }) => sayDownState(state),
  hopNotForwarding: () => "does not forward",
  hopWithoutWayOut: () => "no way out",
  hopNobody: () => "nobody there",
  hopOpen: () => "state unknown",
  hopRulesUnread: () => "rules not read",
  firewallDenies: ({ rule }) => `${rule} denies`,
  firewallOpensTls: () => "opens TLS",
  firewallNoRule: () => "no rule allows it",
  firewallUndecided: () => "not decidable",
  loops: () => "a circle",
  otherAppliance: () => "answers go elsewhere",
  targetGone: () => "gone",
  listenerUnseen: ({ port }) => `TCP ${port}: not shown`,
  targetUnknown: () => "not read",
  unread: () => "not readable",
};

/** Where a check says it: by its id, else by the state. */
export const checks: Readonly<Record<string, string>> = {
  "jump.power": "switched off",
  "peering.both-sides": "one half missing",
  "dns.link-client": "zone not linked",
  "dns.link-cluster": "zone not linked",
  "dns.link-resolver": "zone not linked",
  "dns.a-record-match": "old address",
  "dns.a-record-present": "no record",
  "dns.zone-exists": "zone missing",
  "dns.custom-servers": "no answer",
  "pe.exists": "endpoint missing",
  "pe.connection-approved": "not approved",
  "firewall.state": "not running",
  "route.next-hop-alive": "not running",
  "egress.nat-gateway": "not working",
  "egress.outbound-consistent": "missing",
};

export const checksByState: Readonly<Record<string, string>> = {
  "api.authorized-ip-client stops": "address not listed",
  "api.authorized-ip-client unknown": "address not told",
  "api.authorized-ip-egress stops": "address not listed",
  "client.network stops": "address not in it",
  "client.network unknown": "way to it unknown",
};

export const states: Readonly<Record<PartState, string>> = {
  passes: "passes",
  stops: "stops here",
  unknown: "not known",
  notReached: "not reached",
};

export const way = {
  things: {
    you: "You",
    start: "From",
    nodes: "Nodes",
    bastion: "Bastion",
    jumpHost: "Jump host",
    name: "Name",
    dnsServer: "DNS server",
    rules: "Rules",
    route: "Route",
    peering: "Peering",
    network: "Network",
    appliance: "Appliance",
    firewall: "Firewall",
    connection: "Connection",
    circuit: "Circuit",
    gateway: "Gateway",
    wayOut: "Way out",
    ranges: "Allowed IPs",
    apiServer: "API server",
    internet: "Internet",
  } satisfies Record<Thing, string>,
  called: (names: readonly Called[]): string => names.map(sayCalled).join(", "),
  marks: { passes: "✔", stops: "✖", unknown: "?", notReached: "–" } satisfies Record<PartState, string>,
  states,
  why: waySpeech({ states, reasons: wayReasons, checks, checksByState }),
  /** Above a way on which the verdict does not hang. */
  own: "The way in, step by step:",
  head: "The way",
  saidPart: (thing: string, state: string, why: string) => `${thing} ${state}${why === "" ? "" : `, ${why}`}`,
  said: (parts: readonly string[]) => `The way: ${parts.join("; ")}.`,
};
