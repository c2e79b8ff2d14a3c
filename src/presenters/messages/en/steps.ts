// One step of a walk as a sentence: what stops there, or why nobody knows whether it goes on.
import { isJitRule } from "../../../core/network/jit.ts";
import { isNumbered } from "../../../core/network/numbered-zone.ts";
import type { Reason, Step } from "../../../core/network/step.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import { type Says, say } from "../says.ts";
import { inGroup, sayComponent } from "./called.ts";
import { sayDownState, sayFirewallDoubt, sayPart, sayPartState, sayRuleDoubt } from "./undecided.ts";
import { sayUnread } from "./unread.ts";

const hop = (own: boolean, prefix: string, name: string): string =>
  own ? `The route ${prefix} of ${name}` : `The system route ${prefix} of ${name}`;

const zoneCalled = (zone: string, group?: string): string =>
  isNumbered(zone) && group === undefined ? "cluster's DNS zone" : `zone ${inGroup(zone, group)}`;

/** `name`: of what the step is about. */
export const steps: Says<Reason, [name: string]> = {
  asksAzure: ({ network }) => `${network} asks Azure's own DNS.`,
  asksOwnServers: ({ machine, servers }) =>
    `The network interface of ${machine} has DNS servers of its own: ${servers.join(", ")}.`,
  ownServersUnseen: ({ machine, servers }) =>
    `The network interface of ${machine} has DNS servers of its own, ${servers.join(", ")}, and nobody here knows what they answer; those of its network know the name.`,
  ownServersLack: ({ machine, servers, othersKnow }) =>
    `The network interface of ${machine} has DNS servers of its own, ${servers.join(", ")}, which do not know the name; ${othersKnow ? "those of its network do" : "whether those of its network do was not read"}.`,
  asksServers: ({ network, servers }) => `${network} asks the DNS servers ${servers.join(", ")}.`,
  zoneLinked: ({ zone, group, network }) => `The ${zoneCalled(zone, group)} is linked to ${network}.`,
  zoneNotLinked: ({ zone, group, network }) =>
    `The ${zoneCalled(zone, group)} has no link to ${network}, so the name does not resolve there.`,
  linkUnfinished: ({ zone, group, network, state }) =>
    `The link of the ${zoneCalled(zone, group)} to ${network} is in the state "${state}".`,
  ruleForwards: ({ ruleset, rule, servers }) =>
    `The rule ${rule} of the ruleset ${ruleset} passes the name on to ${servers.join(", ") || "nobody"}.`,
  zoneMissing: ({ name }) => `No private DNS zone holds ${name}.`,
  recordFound: ({ name, addresses }) => `${name} is ${addresses.join(", ")}.`,
  recordMissing: ({ zone, group }) => `The ${zoneCalled(zone, group)} has no record of the API server.`,
  serverForwardsUnseen: ({ server }) => `Where the DNS server ${server} forwards to, Azure does not show.`,
  serverDown: ({ server, state }) => `The DNS server ${server} is ${state}.`,
  serverUnknown: ({ server }) => `What the DNS server ${server} answers, Azure does not show.`,
  serverPublic: ({ server, name }) =>
    `The DNS server ${server} is a public one, which knows nothing of the private zone of ${name}.`,
  proxyOff: ({ firewall }) => `The firewall ${firewall} answers no names: its DNS proxy is off.`,
  answerStale: ({ addresses, wanted, zoneId }, name) =>
    `${zoneId === undefined ? name : `The ${zoneCalled(name)}`} answers with ${addresses.join(", ")}, and the API server stands at ${wanted}.`,
  answerRight: ({ wanted }) => `The answer leads to ${wanted}, where the API server stands.`,
  answerElsewhere: ({ addresses, endpoint }, name) =>
    `${name} answers with ${addresses.join(", ")}; whether the further private endpoint ${endpoint} stands there was not read.`,
  publicAnswer: ({ name }) => `${name} is answered with a public address.`,
  ruleAllows: ({ group, rule }) => `${group} lets it through by its rule ${rule}.`,
  ruleDenies: ({ group, rule, priority }) =>
    isJitRule(rule)
      ? `The rule ${rule} (priority ${priority}) of ${group} stops it until somebody asks for just-in-time access.`
      : `The rule ${rule} (priority ${priority}) of ${group} stops it.`,
  ruleUndecided: ({ group, because }) =>
    `Whether ${group} lets it through is open: ${sayRuleDoubt(because)}.`,
  adminAllows: ({ rule, manager }) =>
    `The admin rule ${rule} of the network manager ${manager} lets it through, whatever security groups say.`,
  adminDenies: ({ rule, manager, priority }) =>
    `The admin rule ${rule} (priority ${priority}) of the network manager ${manager} stops it before any security group is asked.`,
  adminUndecided: ({ rule, manager }) =>
    `Whether the admin rule ${rule} of the network manager ${manager} stops it is open: it names a tag, a group of networks or a range that its text alone does not settle.`,
  routeLeads: ({ prefix, nextHop, own }, name) => `${hop(own, prefix, name)} leads to ${nextHop}.`,
  routeDrops: ({ prefix, own, address = "that address" }, name) =>
    own
      ? `${hop(own, prefix, name)} drops it.`
      : `No network that is joined with ${name} has ${address}, so the system route ${prefix} drops it.`,
  routesRefused: ({ prefix }, name) =>
    `${name} takes no routes from gateways, so its subnets have none to ${prefix} behind the gateway.`,
  routeUnknown: ({ prefix, nextHop }, name) =>
    prefix === null && nextHop === null
      ? `Where packets of ${name} go is open: routes may be learned that Azure does not list.`
      : `Where packets of ${name} go is open: its route ${prefix ?? ""} has the next hop "${nextHop ?? ""}", and others may be learned that Azure does not list.`,
  routeMayDrop: ({ prefix, name: target }, name) =>
    `Whether ${target} is reached is open: the route ${prefix} of ${name} leads nowhere, and whether it holds the address of that name, which changes, is not known.`,
  noWayOut: ({ route }, name) =>
    route === null
      ? `${name} has no default route and no NAT gateway, and the cluster was made to leave by nothing else.`
      : `The route ${route} of ${name} leads straight to the Internet, for which the cluster has no public address.`,
  noPublicAddress: (_reason, name) => `${name} has no public address to leave by.`,
  sourceKept: ({ firewall }) =>
    `${firewall} translates no addresses, so what it sends to the Internet by network rules gets no answer.`,
  natGatewayBare: ({ subnet }, name) =>
    `The NAT gateway ${name} takes out what ${subnet} sends on, and has no public address.`,
  hopWithoutWayOut: ({ address, subnet }, name) =>
    `${name} at ${address} takes what is for the Internet, and has no way out itself: no public address, and ${nameOf(subnet)} has no NAT gateway and no default outbound access.`,
  peeringConnected: ({ from, to }) => `${from} is peered with ${to}.`,
  peeringMissing: ({ from, to }) => `${from} has no peering with ${to}.`,
  peeringState: ({ from, to, state }) => `The peering of ${from} with ${to} is "${state}".`,
  peeringForbids: ({ from, to, setting }) => `The peering of ${from} with ${to} has ${setting} off.`,
  peeringStale: ({ from, to, address }) =>
    `The peering of ${from} with ${to} is not in sync and does not lead to ${address}.`,
  peeringPartial: ({ from, to }) => `The peering of ${from} with ${to} joins only some subnets.`,
  transitOpen: ({ hub, network }) => `${network} uses the gateway of ${hub}.`,
  transitMissing: ({ hub, network, halves }) =>
    `${network} does not use the gateway of ${hub}: their peering has ${halves.map(({ setting }) => setting).join(" and ")} off.`,
  connectionUp: (_reason, name) => `The connection ${name} is up.`,
  connectionDown: ({ state }, name) => `The connection ${name} is down ("${state}").`,
  connectionUnsure: ({ state }, name) =>
    state === ""
      ? `Azure does not say whether the connection ${name} is up.`
      : `Whether the connection ${name} is up is open: Azure calls it "${state}".`,
  connectionSkipped: (_reason, name) =>
    `${name} is one of many connections, and only the first of them were read.`,
  connectionStrange: ({ type }, name) => `The connection ${name} is of an unknown type "${type}".`,
  farRangeHolds: ({ address }, name) => `${address} is a range of ${name}.`,
  farRangeLacks: ({ address }, name) => `${address} is in no range of ${name}, so no answer gets back.`,
  farRangesLearned: ({ connection }) =>
    `Which ranges the other side of ${connection} teaches by BGP is known to its router, not to what was read.`,
  nothingTaught: ({ connection }, name) =>
    `No BGP session of ${name} teaches what is behind ${connection}, so no answer gets back.`,
  farRangeTaken: ({ address, network }) =>
    `${address} lies in the range of ${network} as well, so its answers never leave that network.`,
  selectorsJoin: ({ from, to }, name) => `The traffic selectors of ${name} join ${from} and ${to}.`,
  selectorsUnsure: ({ from, to }, name) =>
    `The traffic selectors of ${name} join only parts of ${from} with ${to}.`,
  selectorsLack: ({ from, to }, name) =>
    `No traffic selector of ${name} joins ${from} and ${to}, so the tunnel does not take it.`,
  circuitWorks: ({ part }, name) => `Of the circuit ${name} ${sayPart(part)} is up.`,
  circuitDown: ({ part, state }, name) =>
    `Of the circuit ${name} ${sayPart(part)} is down ("${sayPartState(state)}").`,
  circuitUnsure: ({ part, state }, name) =>
    `Whether of the circuit ${name} ${sayPart(part)} is up is open: Azure calls it "${state}".`,
  gatewayWorks: (_reason, name) => `The gateway ${name} works.`,
  gatewayState: ({ state }, name) => `The gateway ${name} is in the state "${state}".`,
  gatewayMissing: ({ network }) =>
    `A route leads to the gateway of ${network}, but none stands there or in a network that it uses one of.`,
  gatewayUnjoined: (_reason, name) => `The gateway ${name} has no connection, so nothing leads on from it.`,
  beyondGateway: (_reason, name) => `What lies behind the gateway ${name}, Azure does not show.`,
  hopForwards: ({ address }, name) =>
    address === null ? `${name} is there.` : `${name} at ${address} is there.`,
  hopDown: ({ address, state }, name) => `${name} at ${address} does not answer: ${sayDownState(state)}.`,
  hopNotForwarding: ({ address }, name) => `${name} at ${address} sends nothing on: IP forwarding is off.`,
  hopNobody: ({ address, route }, name) =>
    route === null
      ? `Nothing in ${name} has the address ${address}, to which a route leads.`
      : `The route ${route} of ${name} leads to ${address}, an address that nothing owns.`,
  hopOpen: ({ because }, name) => `Whether ${name} works is open: ${sayUnread(because)}`,
  hopRulesUnread: ({ firewall }) => `What ${firewall} lets through by its own rules was not read.`,
  proxyUnseen: ({ proxy }) => `What the nodes' proxy ${proxy} lets through, Azure does not show.`,
  firewallAllows: ({ firewall, rule }) => `${firewall} lets it through by its rule ${rule}.`,
  firewallDenies: ({ firewall, rule, collection, before }) =>
    before === undefined
      ? `The rule ${rule} in the collection ${collection} of ${firewall} stops it.`
      : `The rule ${rule} in the collection ${collection} of ${firewall} stops it before the rule ${before} could let it through.`,
  firewallOpensTls: ({ firewall, rule, collection }) =>
    `The rule ${rule} in the collection ${collection} of ${firewall} opens TLS, and nodes do not take the firewall's certificate.`,
  firewallNoRule: ({ firewall, to, service }) =>
    `No rule of ${firewall} lets ${to} through on ${service}, so it is dropped.`,
  firewallUndecided: ({ firewall, because }) =>
    `Whether ${firewall} lets it through is open: ${sayFirewallDoubt(because)}.`,
  loops: ({ address }) => `Routes lead in a circle over ${address}.`,
  otherAppliance: ({ there, back }) =>
    `It goes ${there === "" ? "straight" : `over ${there}`}, and the answers ${back === null ? "straight" : `over ${back}`}, so the appliance may drop them.`,
  targetReached: ({ address, port }) => `${address}:${port} is reached.`,
  targetGone: ({ address }, name) => `Nothing in ${name} has the address ${address} any more.`,
  listenerUnseen: ({ port }, name) => `Whether ${name} takes sign-ins on TCP ${port}, Azure does not show.`,
  leavesStraight: (_reason, name) => `${name} leaves straight to the Internet.`,
  targetUnknown: ({ address }) => `In which network ${address} stands was not read.`,
  unread: ({ message }) => sayUnread(message),
};

export const sayStep = ({ reason, component }: Step): string => say(steps, reason, sayComponent(component));

export const stepTexts = { sayStep };
