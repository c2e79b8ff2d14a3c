// One subject of a snapshot: read whole, or unavailable with the permission that would settle it.

import type { SignInFailure } from "../requester.ts";
import { idKey, nameOf } from "./resource-id.ts";
import type { Permission } from "./rights.ts";
import { type ResourceKind, type Subject, type SubjectKind, subject } from "./subject.ts";

// What ARM answered in place of what was asked for.

/** What Azure answered in place of it: the status is null where no answer came. */
export type Answered = Readonly<{
  status: number | null;
  code: string;
  /** Azure's own words, masked and short; empty where it said none. */
  message: string;
  /** What the policy is called that forbade it, masked, where the body names it beside those words. */
  policy?: string;
}>;

/** `needs` is set where a missing right was the reason. */
export type ArmFailure = Answered &
  Readonly<{ needs?: Permission; retryAfterSeconds?: number; signIn?: SignInFailure }>;

// Why something was not read, as data: what Azure answered in place of it, or why it was not asked.

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
  | "halfPeerings"
  | "inPeeredNetworks"
  | "interfaceOfEndpoint"
  | "jitPolicies"
  | "keyVaults"
  | "loadBalancers"
  | "locks"
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
type NotAnswered = Readonly<
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
type LeftOut = Readonly<
  | { is: "groupsSkipped"; groups: number; read: number }
  | { is: "poolsSkipped"; pools: number; read: number }
  | { is: "peersSkipped"; peers: number; read: number; left: number }
  | { is: "connectionsSkipped"; read: number }
  | { is: "subscriptionsSkipped"; subscriptions: number; read: number }
  | { is: "machinesSkipped"; asked: number }
>;

/** Nothing was to be asked. */
type NotAsked = Readonly<
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
type NotFollowed = Readonly<
  | { is: "notAsked"; what: Subject }
  | { is: "resourceNotAsked"; name: string }
  | { is: "connectionEndUnsaid" }
  | { is: "networkNotPeered"; network: string }
  | { is: "bastionNowhere"; bastion: string }
  | { is: "bastionNotHeld"; network: string }
  | { is: "gatewayNowhere"; gateway: string }
  | { is: "gatewayOfType"; gateway: string; type: string }
  | { is: "mayOwnAddress"; name: string; subnet: string }
  | { is: "stateUnknown"; state: string }
  /** What of it is in force, Azure shows nobody. */
  | { is: "lastChangeFailed" }
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
type NoAddress = Readonly<
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

/**
 * Why something is open. `noRight`: ARM answered 403, and named the action and the scope. `noAnswer`: it was asked, and
 * answered nothing of use. `notModelled`: it is not judged yet. `notShown`: Azure shows it to nobody, whatever they may read.
 */
export type OpenReason = "noRight" | "noAnswer" | "notAsked" | "notModelled" | "notShown" | "inNoNetwork";

const openReasons: Readonly<Record<Exclude<WhyUnread["is"], "refused" | "blocked">, OpenReason>> = {
  oddForm: "notModelled",
  oddItem: "notModelled",
  oddConnection: "notModelled",
  unsaid: "noAnswer",
  tooSlow: "noAnswer",
  networkCutShort: "noAnswer",
  scaleSetCutShort: "noAnswer",
  noNetworkInGroup: "noAnswer",
  noZoneInGroup: "noAnswer",
  referenceGone: "noAnswer",
  groupsSkipped: "notAsked",
  poolsSkipped: "notAsked",
  peersSkipped: "notAsked",
  connectionsSkipped: "notAsked",
  subscriptionsSkipped: "notAsked",
  machinesSkipped: "notAsked",
  notAnId: "notAsked",
  overVirtualHub: "notModelled",
  noBastionHost: "notAsked",
  containersTakeNoSsh: "notAsked",
  addressesDoNotMatter: "notAsked",
  noPolicyAddon: "notAsked",
  noPrivateName: "noAnswer",
  zoneHoldsNot: "notAsked",
  nameIsPublic: "notAsked",
  clusterWithoutZone: "notAsked",
  endpointOfPublic: "notAsked",
  endpointOfIntegrated: "notAsked",
  notAsked: "notAsked",
  resourceNotAsked: "notAsked",
  connectionEndUnsaid: "noAnswer",
  networkNotPeered: "notAsked",
  bastionNowhere: "noAnswer",
  bastionNotHeld: "notAsked",
  gatewayNowhere: "noAnswer",
  gatewayOfType: "notModelled",
  mayOwnAddress: "notAsked",
  stateUnknown: "notModelled",
  lastChangeFailed: "notShown",
  connectionStateUnknown: "notModelled",
  nobodyBehind: "notShown",
  nobodyReadBehind: "notAsked",
  scaleSetBehind: "notAsked",
  notAllForward: "notShown",
  interfaceBehind: "notAsked",
  proxyOfParent: "notShown",
  ownAncestor: "notModelled",
  endpointWithoutAddress: "noAnswer",
  balancerWithoutAddress: "noAnswer",
  zoneWithoutAddress: "noAnswer",
  publicIpWithoutAddress: "noAnswer",
  firewallWithoutAddress: "noAnswer",
  applianceAddressUnread: "notAsked",
  routeAddressUnread: "notShown",
  wayOutUnknown: "notModelled",
};

/** Of what is blocked, what blocks it. */
export function openReasonOf(why: WhyUnread): OpenReason {
  if (why.is === "blocked") return openReasonOf(why.cause);
  if (why.is !== "refused") return openReasons[why.is];
  return why.failure.needs === undefined ? "noAnswer" : "noRight";
}

/**
 * `denied`: 401 or 403. `notVisible`: 404 where nothing proves that we may see it.
 * `notReached`: it was never asked for, because what leads to it is unavailable.
 */
export type UnavailableReason = "denied" | "notVisible" | "throttled" | "timedOut" | "failed" | "notReached";

export type Collected<T> = Readonly<{ status: "collected"; data: T }>;
export type Unavailable = Readonly<{
  status: "unavailable";
  reason: UnavailableReason;
  /** What could not be read and why. */
  message: WhyUnread;
  /** What a 403 named, here or of what blocks it. */
  needs: readonly Permission[];
  /** Where Azure said when to ask again. */
  retryAfterSeconds?: number;
  /** Left out where Azure was not asked. */
  answered?: Answered;
}>;

export type Section<T> = Collected<T> | Unavailable;

export const collected = <T>(data: T): Collected<T> => ({ status: "collected", data });

/** Undefined where it could not be read, or nobody asked for it. */
export const dataOf = <T>(section: Section<T> | undefined): T | undefined =>
  section?.status === "collected" ? section.data : undefined;

export const unavailable = (
  reason: UnavailableReason,
  message: WhyUnread,
  needs: readonly Permission[] = [],
): Unavailable => ({ status: "unavailable", reason, message, needs });

// Resources of one type, looked for in several resource groups, of which some may not be readable.

/** What was found, and where one could not look. Absence is proven only while `missing` is empty. */
export type Listing<T> = Readonly<{ items: readonly T[]; missing: readonly Unavailable[] }>;

export type Found<T> = Readonly<
  { status: "found"; item: T } | { status: "absent" } | { status: "unknown"; cause: Unavailable }
>;

/** The first that fits; `unknown` where it may be in a group that could not be read. */
export function findIn<T>({ items, missing }: Listing<T>, fits: (item: T) => boolean): Found<T> {
  const item = items.find(fits);
  if (item !== undefined) return { status: "found", item };
  const [cause] = missing;
  return cause === undefined ? { status: "absent" } : { status: "unknown", cause };
}

/** Sections by lower-cased resource id. An id that nothing referenced is absent. */
export type ById<T> = Readonly<Record<string, Section<T>>>;

/** What something names by its id. */
export const sectionOf = <T>(all: ById<T>, id: string, kind: SubjectKind): Section<T> =>
  all[idKey(id)] ?? unavailable("notReached", { is: "notAsked", what: subject(kind, nameOf(id)) });
