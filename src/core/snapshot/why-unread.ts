// Why something was not read, as data: what Azure answered in place of it, or why it was not asked.
import type { ArmFailure } from "./arm-failure.ts";
import type { ResourceKind, Subject } from "./subject.ts";

/** What was not looked for, because what leads to it was not read. */
export type BlockedPart =
  | "apiRecord"
  | "bastionHosts"
  | "clusterNetwork"
  | "clusterPeers"
  | "connections"
  | "containerGroups"
  | "desktopGroups"
  | "dnsResolvers"
  | "dnsRulesets"
  | "endpoint"
  | "endpointConnections"
  | "endpointInterface"
  | "firewalls"
  | "inPeeredNetworks"
  | "interfaceOfEndpoint"
  | "jitPolicies"
  | "keyVaults"
  | "loadBalancers"
  | "machines"
  | "maintenance"
  | "networkProfiles"
  | "nodeInstances"
  | "nodeInterfaces"
  | "otherZones"
  | "peerNetworks"
  | "policyAssignments"
  | "recentChanges"
  | "scaleSets"
  | "sessionHosts"
  | "shellParts"
  | "usedAddresses"
  | "virtualNetworkGateways"
  | "zone"
  | "zoneLinks";

/** Azure was asked. */
export type NotAnswered = Readonly<
  | { is: "refused"; what: Subject; failure: ArmFailure }
  /** It is described in a form that nobody here knows. */
  | { is: "oddForm"; what: Subject }
  /** One of a list; null where it does not even say its name. */
  | { is: "oddItem"; what: Subject; name: string | null }
  | { is: "oddConnection" }
  | { is: "unsaid"; what: Subject }
  | { is: "tooSlow"; what: Subject }
  /** Without its address space, its subnets or its peerings. */
  | { is: "networkCutShort"; network: string }
  | { is: "scaleSetCutShort"; scaleSet: string }
  | { is: "noNetworkInGroup"; group: string }
  | { is: "noZoneInGroup"; group: string }
  /** The list of its resource group does not hold it. */
  | { is: "referenceGone"; of: ResourceKind; id: string; group: string }
>;

/** There is more than is asked for. */
export type LeftOut = Readonly<
  | { is: "groupsSkipped"; groups: number; read: number }
  | { is: "poolsSkipped"; pools: number; read: number }
  | { is: "peersSkipped"; peers: number; read: number; left: number }
  | { is: "connectionsSkipped"; read: number }
  | { is: "machinesSkipped"; asked: number }
>;

/** Nothing was to be asked. */
export type NotAsked = Readonly<
  | { is: "blocked"; what: BlockedPart; cause: WhyUnread }
  | { is: "notAnId"; of: ResourceKind; id: string }
  | { is: "overVirtualHub" }
  | { is: "noBastionHost" }
  | { is: "containersTakeNoSsh" }
  /** Of the cluster's network: there is more room than its nodes can ever fill. */
  | { is: "addressesDoNotMatter" }
  /** By the add-on of Azure Policy. */
  | { is: "noPolicyAddon" }
  /** Of the API server: a stopped cluster has none. */
  | { is: "noPrivateName" }
  | { is: "zoneHoldsNot"; zone: string; name: string }
  /** Why the API server has no private zone, and no private endpoint. */
  | { is: "nameIsPublic" }
  | { is: "clusterWithoutZone" }
  | { is: "endpointOfPublic" }
  | { is: "endpointOfIntegrated" }
>;

/** What was read leads to what was not. */
export type NotFollowed = Readonly<
  | { is: "notRead"; what: Subject }
  | { is: "resourceNotRead"; name: string }
  | { is: "connectionEndNotRead" }
  | { is: "apiPlaceNotRead" }
  | { is: "networkNotPeered"; network: string }
  | { is: "bastionNowhere"; bastion: string }
  | { is: "bastionNotHeld"; network: string }
  | { is: "gatewayNowhere"; gateway: string }
  | { is: "gatewayOfType"; gateway: string; type: string }
  | { is: "mayOwnAddress"; name: string; subnet: string }
  | { is: "stateUnknown"; state: string }
  | { is: "connectionStateUnknown"; state: string }
  | { is: "nobodyBehind"; balancer: string }
  | { is: "nobodyReadBehind"; balancer: string; address: string }
  | { is: "scaleSetBehind"; balancer: string }
  /** `machines`: those behind it that take no packets for other addresses. */
  | { is: "notAllForward"; balancer: string; machines: readonly string[] }
  | { is: "interfaceBehind"; balancer: string; name: string }
  | { is: "proxyOfParent"; firewall: string }
  | { is: "ownAncestor"; policy: string }
>;

/** What was read holds no address. */
export type NoAddress = Readonly<
  | { is: "endpointWithoutAddress" }
  | { is: "balancerWithoutAddress" }
  | { is: "zoneWithoutAddress" }
  | { is: "publicIpWithoutAddress"; name: string }
  | { is: "firewallWithoutAddress"; firewall: string }
  | { is: "applianceAddressUnread"; ip: string }
  | { is: "routeAddressUnread"; route: string; nextHopType: string }
  | { is: "wayOutUnknown"; subnet: string }
>;

export type WhyUnread = NotAnswered | LeftOut | NotAsked | NotFollowed | NoAddress;
