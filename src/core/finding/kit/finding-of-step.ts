// Which finding tells a step of a walk. Every reason has its line: a new one does not compile without.
import { isJitRule } from "../../network/filter/jit.ts";
import { passes, type Reason, type Step } from "../../network/model/step.ts";
import type { RequirementId } from "../../requirement/requirement.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import type { FindingId } from "./finding-id.ts";

/** Where the step was met: of which need, and whether a name was asked for or a connection tried. */
export type Met = Readonly<{
  need: RequirementId;
  asksName: boolean;
  /** The API server stands in the network itself, behind a load balancer of its own. */
  inNetwork: boolean;
  /** An appliance sent it on before. */
  isForwarded?: boolean;
  /** Servers of one's own were asked for the name. */
  byServers: boolean;
  /** The walk came to its end. */
  isDelivered: boolean;
  /** The zone that the cluster was told of; null where it has none. */
  ownZoneId: string | null;
}>;

type Teller = FindingId | null | ((step: Step, met: Met) => FindingId | null);

const forNodes = ({ need }: Met): boolean =>
  !/^(people|gateway|bastion|jump|container|shell|desktop)\./.test(need);

const asksServer = ({ need, asksName }: Met): boolean => asksName || need === "nodes.dns";

/** What stands before the API server itself. */
const before = ({ inNetwork }: Met): FindingId => (inNetwork ? "api.vnetint-nsg" : "nsg.pe-inbound");

const fromPeople = (isInbound: boolean, met: Met): FindingId => (isInbound ? before(met) : "nsg.client-443");

const ofGroup: Readonly<Record<RequirementId, (isInbound: boolean, met: Met) => FindingId>> = {
  "nodes.api": (isInbound, met) => (isInbound ? before(met) : "nsg.node-egress"),
  "api.nodes": () => "api.vnetint-nsg",
  "nodes.nodes": () => "nsg.intra-node",
  "nodes.services": () => "nsg.intra-node",
  "nodes.dns": (isInbound) => (isInbound ? "dns.custom-servers" : "nsg.node-egress"),
  "pods.dns": () => "nsg.intra-node",
  "nodes.egress": () => "nsg.node-egress",
  "people.api": fromPeople,
  "gateway.api": fromPeople,
  "container.api": fromPeople,
  "shell.api": fromPeople,
  "desktop.api": fromPeople,
  "gateway.name": () => "dns.custom-servers",
  "bastion.api": (isInbound, met) => (isInbound ? before(met) : "bastion.nsg-rules"),
  "bastion.jump": (isInbound) => (isInbound ? "nsg.jump-inbound" : "bastion.nsg-rules"),
  "jump.entry": () => "nsg.jump-inbound",
};

const isToHost = ({ need }: Met): boolean => need === "bastion.jump" || need === "jump.entry";

const group: Teller = ({ reason }, met) => {
  if (isToHost(met) && reason.is === "ruleDenies" && isJitRule(reason.rule)) return "jit.active-request";
  const isInbound = "direction" in reason && reason.direction === "Inbound";
  return met.asksName && isInbound ? "dns.custom-servers" : ofGroup[met.need](isInbound, met);
};

const route = ({ reason }: Step, met: Met): FindingId => {
  const { need, asksName } = met;
  if (need === "nodes.egress") return "route.default";
  if (need === "bastion.jump") return "bastion.reach";
  // A system route drops what no network holds: the servers are not there.
  if (asksServer(met) && reason.is === "routeDrops" && !reason.own) return "dns.custom-servers";
  return !asksName && /\.api$/.test(need) ? "route.api-path" : "route.inside";
};

const link: Teller = (_step, met) => {
  if (met.byServers) return "dns.link-resolver";
  return forNodes(met) ? "dns.link-cluster" : "dns.link-client";
};

/** Another zone of the same name says so. */
const answer: Teller = ({ reason }, { ownZoneId }) =>
  reason.is === "answerStale" && reason.zoneId !== undefined && !sameId(reason.zoneId, ownZoneId ?? undefined)
    ? "dns.duplicate-zone"
    : "dns.a-record-match";

/** Of another zone of the same name. */
const record: Teller = ({ reason }, { ownZoneId }) =>
  "zoneId" in reason && !sameId(reason.zoneId, ownZoneId ?? undefined)
    ? "dns.duplicate-zone"
    : "dns.a-record-present";

/** Where another rule would have let it through, one that comes earlier is what stops it. */
const firewallDenial: Teller = (step, met) =>
  step.reason.is === "firewallDenies" && step.reason.before !== undefined
    ? "firewall.precedence"
    : firewallRule(step, met);

const firewallRule = (_step: Step, { need }: Met): FindingId =>
  need === "nodes.egress" ? "firewall.aks-fqdns" : "firewall.network-rules";

/** What stands at an address that packets were sent to. */
const hop = ({ component: { kind } }: Pick<Step, "component">, met: Met): FindingId => {
  if (kind === "firewall") return "firewall.state";
  if (asksServer(met)) return "dns.custom-servers";
  if (kind === "privateEndpoint") return "pe.provisioning";
  if (kind === "loadBalancer" && met.inNetwork) return "api.vnetint-ilb";
  return isToHost(met) ? "jump.power" : "route.next-hop-alive";
};

const setting: Teller = ({ reason }) =>
  reason.is === "peeringForbids" && reason.setting === "allowForwardedTraffic"
    ? "peering.forwarded-traffic"
    : "peering.vnet-access";

/** What a packet was for is not there: the proxy, or what the API server stands behind. */
const gone: Teller = (_step, { need, inNetwork }) => {
  if (need === "nodes.egress") return "egress.http-proxy";
  return inNetwork ? "api.vnetint-ilb" : "pe.exists";
};

/** Of a VPN, or of ExpressRoute. */
const ofLine =
  (vpn: FindingId | typeof route): Teller =>
  (step, met) => {
    if ("over" in step.reason && step.reason.over === "circuit") return "er.gateway-connection";
    return typeof vpn === "string" ? vpn : vpn(step, met);
  };

const ofCircuit: Teller = ({ reason }) =>
  "part" in reason && reason.part === "privatePeering" ? "er.private-peering" : "er.circuit-provisioned";

/** By what was not read; a network that was not read is told where the access paths are. */
const unread: Teller = (step, met) => {
  switch (step.component.kind) {
    case "securityGroup":
    case "subnet":
      return group(step, met);
    case "routeTable":
    case "natGateway":
      return route(step, met);
    case "privateDnsZone":
      return link(step, met);
    case "dnsServer":
      return "dns.custom-servers";
    case "firewall":
    case "loadBalancer":
    case "virtualMachine":
      return hop(step, met);
    case "network":
      if (met.asksName) return link(step, met);
      return met.need === "bastion.jump" ? "bastion.reach" : "peering.both-sides";
    default:
      return null;
  }
};

const tellers: Readonly<Record<Reason["is"], Teller>> = {
  asksAzure: null,
  asksServers: (_step, { isDelivered }) => (isDelivered ? "dns.custom-servers" : null),
  asksOwnServers: "jump.dns-servers",
  ownServersUnseen: "jump.dns-servers",
  ownServersLack: "jump.dns-servers",
  zoneLinked: link,
  zoneNotLinked: link,
  linkUnfinished: "dns.link-state",
  ruleForwards: "dns.private-resolver",
  zoneMissing: "dns.zone-exists",
  recordFound: record,
  recordMissing: record,
  serverForwardsUnseen: "dns.custom-servers",
  serverDown: "dns.custom-servers",
  serverUnknown: "dns.custom-servers",
  serverPublic: "dns.custom-servers",
  proxyOff: "dns.custom-servers",
  answerStale: answer,
  answerRight: "dns.a-record-match",
  answerElsewhere: "dns.a-record-match",
  publicAnswer: "dns.a-record-match",
  ruleAllows: group,
  ruleDenies: group,
  ruleUndecided: group,
  adminAllows: "nsg.avnm-admin-rules",
  adminDenies: "nsg.avnm-admin-rules",
  adminUndecided: "nsg.avnm-admin-rules",
  routeLeads: route,
  routeDrops: route,
  routeMayDrop: route,
  routesRefused: "route.bgp-propagation",
  noWayOut: route,
  noPublicAddress: "firewall.state",
  sourceKept: "firewall.state",
  natGatewayBare: route,
  routeUnknown: route,
  targetUnknown: route,
  loops: route,
  otherAppliance: route,
  peeringConnected: "peering.state",
  peeringMissing: "peering.both-sides",
  peeringState: "peering.state",
  peeringForbids: setting,
  peeringStale: "peering.sync",
  peeringPartial: "peering.both-sides",
  transitOpen: "peering.gateway-transit",
  transitMissing: "peering.gateway-transit",
  connectionUp: ofLine("vpn.connection-status"),
  connectionDown: ofLine("vpn.connection-status"),
  connectionUnsure: ofLine("vpn.connection-status"),
  connectionSkipped: ofLine("vpn.connection-status"),
  connectionStrange: "vpn.connection-status",
  farRangeHolds: "vpn.route-to-spoke",
  farRangeLacks: "vpn.route-to-spoke",
  farRangesLearned: "vpn.route-to-spoke",
  nothingTaught: "vpn.bgp-peers",
  farRangeTaken: "vpn.route-to-spoke",
  selectorsJoin: "vpn.route-to-spoke",
  selectorsUnsure: "vpn.route-to-spoke",
  selectorsLack: "vpn.route-to-spoke",
  circuitWorks: ofCircuit,
  circuitDown: ofCircuit,
  circuitUnsure: ofCircuit,
  // That it works says nothing of the connection.
  gatewayWorks: "vpn.gateway-state",
  gatewayState: ofLine("vpn.gateway-state"),
  gatewayMissing: route,
  gatewayUnjoined: ofLine(route),
  beyondGateway: route,
  hopWithoutWayOut: hop,
  hopForwards: hop,
  hopDown: hop,
  hopNotForwarding: hop,
  hopNobody: hop,
  hopOpen: hop,
  hopRulesUnread: firewallRule,
  proxyUnseen: "egress.http-proxy",
  firewallAllows: firewallRule,
  firewallDenies: firewallDenial,
  firewallOpensTls: "firewall.precedence",
  firewallNoRule: firewallRule,
  firewallUndecided: firewallRule,
  targetReached: (_step, met) => (asksServer(met) ? "dns.custom-servers" : null),
  targetGone: gone,
  listenerUnseen: "bastion.reach",
  leavesStraight: null,
  unread,
};

/** Null for a step that needs no words of its own: where the walk begins, and where it arrives. */
export function findingOfStep(step: Step, met: Met): FindingId | null {
  const teller = tellers[step.reason.is];
  return typeof teller === "function" ? teller(step, met) : teller;
}

/** What else a step that passes proves: each of them says what is missing where it does not. */
const alsoProved: Readonly<{ [K in Reason["is"]]?: readonly FindingId[] }> = {
  zoneLinked: ["dns.link-state"],
  firewallAllows: ["firewall.precedence"],
  peeringConnected: ["peering.both-sides", "peering.vnet-access", "peering.sync"],
};

/** Whose rules are asked lives, whatever they say. */
const livesBy: readonly Reason["is"][] = [
  "hopRulesUnread",
  "firewallAllows",
  "firewallDenies",
  "firewallOpensTls",
  "firewallNoRule",
  "firewallUndecided",
];

/** What stands there sends on what it takes. */
export const sendsOn = ({ reason }: Step): boolean =>
  reason.is === "hopForwards" || livesBy.includes(reason.is);

/** Every finding that tells something of the step, and what it is told. */
export function findingsOfStep(step: Step, met: Met): readonly Readonly<{ id: FindingId; step: Step }>[] {
  const { component, reason, state } = step;
  const own = findingOfStep(step, met);
  const isTaken = reason.is === "peeringConnected" && met.isForwarded === true;
  const proved: readonly FindingId[] = [
    ...(alsoProved[reason.is] ?? []),
    ...(isTaken ? (["peering.forwarded-traffic"] as const) : []),
  ];
  const others = state === "passes" ? proved : [];
  const alive = passes(component, { is: "hopForwards", address: null });
  return [
    ...(own === null ? [] : [{ id: own, step }]),
    ...others.map((id) => ({ id, step })),
    ...(livesBy.includes(reason.is) ? [{ id: hop(alive, met), step: alive }] : []),
  ];
}
