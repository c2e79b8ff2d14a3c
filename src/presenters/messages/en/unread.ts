// Why something could not be read: one sentence, and where what leads to it was not read, two.
import type {
  LeftOut,
  NoAddress,
  NotAnswered,
  NotAsked,
  NotFollowed,
  WhyUnread,
} from "../../../core/snapshot/why-unread.ts";
import { type Says, say } from "../says.ts";
import { whyRefused } from "./refused-by-azure.ts";
import { blockedParts, sayOneOf, sayResource, saySubject } from "./subjects.ts";
import { and, upperFirst } from "./words.ts";

const oddForm = "Azure describes it in a form that is not known here.";

export const notAnswered: Says<NotAnswered> = {
  refused: ({ what, failure }) => `Could not read ${saySubject(what)}: ${whyRefused(failure)}`,
  oddForm: ({ what }) => `Could not read ${saySubject(what)}: ${oddForm}`,
  oddItem: ({ what, name }) =>
    `Could not read ${name ?? "an item without a name"}, one of ${saySubject(what)}: ${oddForm}`,
  oddConnection: () => "Azure listed a gateway connection in an unknown form.",
  unsaid: ({ what }) => `Azure does not say ${saySubject(what)}.`,
  tooSlow: ({ what }) => `Azure took too long to give ${saySubject(what)}.`,
  networkCutShort: ({ network }) =>
    `Azure gave the virtual network ${network} without its address space, its subnets or its peerings.`,
  scaleSetCutShort: ({ scaleSet }) => `Azure gave the scale set ${scaleSet} without its network interfaces.`,
  noNetworkInGroup: ({ group }) => `Resource group ${group} holds no virtual network.`,
  noZoneInGroup: ({ group }) => `Resource group ${group} holds no private DNS zone for the API server.`,
  referenceGone: ({ of, id, group }) =>
    `${sayResource(of)} ${id} is referenced, but resource group ${group} does not hold it.`,
};

export const leftOut: Says<LeftOut> = {
  groupsSkipped: ({ groups, read }) =>
    `Virtual machines of ${groups} further resource groups stand in these networks; ${read} were looked at.`,
  poolsSkipped: ({ pools, read }) => `Of ${pools} host pools, ${read} were looked at.`,
  peersSkipped: ({ peers, read, left }) =>
    `The cluster's network is peered with ${peers} networks, of which the ${read} likeliest were read and ${left} were not.`,
  connectionsSkipped: ({ read }) => `Only the first ${read} connections of the gateways were read.`,
  machinesSkipped: ({ asked }) =>
    `Only the ${asked} likeliest virtual machines are asked for their power state.`,
};

export const notAsked: Says<NotAsked> = {
  blocked: ({ what, cause }) => `${blockedParts[what]} could not be looked for. ${sayUnread(cause)}`,
  notAnId: ({ of, id }) => `"${id}" is not the id of ${sayOneOf(of)}.`,
  overVirtualHub: () =>
    "A hub of Virtual WAN leads on from the cluster's network, which nobody may read; ways over Virtual WAN are not judged yet.",
  noBastionHost: () => "No Bastion host asks for these rights.",
  containersTakeNoSsh: () => "Containers that take no SSH are not asked whether they run.",
  addressesDoNotMatter: () =>
    "Addresses in use are not counted: the network that AKS made has more room than the nodes can fill.",
  noPolicyAddon: () => "The cluster has no add-on of Azure Policy.",
  noPrivateName: () => "The cluster names no private address of its API server; a stopped cluster has none.",
  zoneHoldsNot: ({ zone, name }) => `The zone ${zone} cannot hold the name ${name}.`,
  nameIsPublic: () => "The API server is public: its name is in public DNS.",
  clusterWithoutZone: () =>
    "The cluster has no private DNS zone (`none`): its public name leads to the private address.",
  endpointOfPublic: () => "The API server is public: it has no private endpoint.",
  endpointOfIntegrated: () =>
    "The API server stands in the virtual network itself: it has no private endpoint.",
};

export const notFollowed: Says<NotFollowed> = {
  notRead: ({ what }) => `${upperFirst(saySubject(what))} was not read.`,
  resourceNotRead: ({ name }) => `${name} was not read.`,
  connectionEndNotRead: () => "What a connection leads to was not read.",
  apiPlaceNotRead: () => "Where the API server stands was not read.",
  networkNotPeered: ({ network }) =>
    `The network ${network} is not peered with the cluster's and was not read.`,
  bastionNowhere: ({ bastion }) => `Azure does not say in which network ${bastion} stands.`,
  bastionNotHeld: ({ network }) =>
    `${network} has a subnet for Bastion, but no resource group that was read holds its host.`,
  gatewayNowhere: ({ gateway }) => `Azure does not say in which network the gateway ${gateway} stands.`,
  gatewayOfType: ({ gateway, type }) =>
    `Azure gives the gateway ${gateway} the type "${type}", which is not known here.`,
  mayOwnAddress: ({ name, subnet }) => `${name} in ${subnet} was not read, so it may own the address.`,
  stateUnknown: ({ state }) => `It is in the state "${state}".`,
  connectionStateUnknown: ({ state }) => `Its connection is in the state "${state}".`,
  nobodyBehind: ({ balancer }) => `${balancer} names no machine behind it.`,
  nobodyReadBehind: ({ balancer, address }) =>
    `Nothing that was read has the address ${address} behind ${balancer}.`,
  notAllForward: ({ balancer, machines }) =>
    `Of what stands behind ${balancer}, ${and(machines)} ${machines.length === 1 ? "takes" : "take"} no packets for others (IP forwarding is off), and ${balancer} may send there.`,
  scaleSetBehind: ({ balancer }) => `A scale set stands behind ${balancer}, and whether it runs is not read.`,
  interfaceBehind: ({ balancer, name }) => `The interface ${name} behind ${balancer} was not read.`,
  proxyOfParent: ({ firewall }) =>
    `Whether ${firewall} has a DNS proxy from the parent of its policy was not read.`,
  ownAncestor: ({ policy }) => `The firewall policy ${policy} is its own ancestor.`,
};

export const noAddress: Says<NoAddress> = {
  endpointWithoutAddress: () => "The private endpoint has no address.",
  balancerWithoutAddress: () => "The internal load balancer of the API server has no address.",
  zoneWithoutAddress: () => "The zone holds no address of the API server.",
  publicIpWithoutAddress: ({ name }) => `The public IP address ${name} has no address.`,
  firewallWithoutAddress: ({ firewall }) => `The firewall ${firewall} names no public address.`,
  applianceAddressUnread: ({ ip }) => `The public address of the appliance at ${ip} is not read.`,
  routeAddressUnread: ({ route, nextHopType }) =>
    `The default route ${route} leads to ${nextHopType}, whose public address is not read.`,
  wayOutUnknown: ({ subnet }) => `How nodes in the subnet ${subnet} leave the network is not known.`,
};

export const whyUnread: Says<WhyUnread> = {
  ...notAnswered,
  ...leftOut,
  ...notAsked,
  ...notFollowed,
  ...noAddress,
};

export const sayUnread = (why: WhyUnread): string => say(whyUnread, why);

export const unreadTexts = { sayUnread };
