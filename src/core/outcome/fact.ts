// What is found, as data: an id and its values. How that is said stands in a catalogue beside the doors.
import type { Permission } from "../snapshot/rights.ts";
import type { Unavailable } from "../snapshot/section.ts";
import type { ResourceChange } from "../snapshot/snapshot.ts";
import type { Called } from "./called.ts";
import type { Columns } from "./columns.ts";

export type Fact = Readonly<{ is: string }>;

/** What is called by its kind and its name; the name is left empty where there is but one, as the cluster's network. */
export type Thing = Readonly<{ kind: ThingKind; name: string }>;

export type ThingKind =
  | "agent"
  | "apiBalancer"
  | "bastion"
  | "cluster"
  | "clusterBalancer"
  | "clusterNetwork"
  | "clusterPods"
  | "clusterServices"
  | "endpoint"
  | "endpointConnection"
  | "endpointInterface"
  | "endpointsSubnet"
  | "furtherEndpoint"
  | "named"
  | "natGateway"
  | "network"
  | "nodesBalancer"
  | "nodesSubnet"
  | "pool"
  | "systemPool"
  | "vpnClients"
  | "vpnGateway"
  | "zone";

/** Of which a word is one. */
export type WordKind =
  | "health"
  | "mode"
  | "networkPolicy"
  | "nodeProvisioning"
  | "outboundType"
  | "plugin"
  | "pluginMode"
  | "powerState"
  | "priority"
  | "sku"
  | "state"
  | "system"
  | "zoneMode";

/** What becomes of a cluster that comes or goes. */
export type Passage = "creating" | "starting" | "stopping" | "deleting";

/** What an operation of Azure holds, and the state that says so. */
export type Operation = Readonly<{ of: Thing; state: string }>;

/** What any finding may say, whatever it is about. */
export type SharedFact = Readonly<
  | { is: "unread"; why: Unavailable["message"]; needs: readonly Permission[] }
  /** A word that nobody here knows; empty where Azure says none. */
  | { is: "strangeWord"; of: Thing; kind: WordKind; word: string }
  | { is: "changeCanceled"; of: Thing }
  | { is: "inState"; of: Thing; state: string }
  /** And what to wait for. */
  | { is: "passing"; cluster: string; passage: Passage }
  /** It is not judged meanwhile. */
  | { is: "notWhilePassing"; passage: Passage }
  | { is: "notWhileStopped" }
>;

/** A range of addresses, and whose it is. */
export type Ranged = Readonly<{ of: Thing; range: string }>;

/** Two ranges that overlap. */
export type Clash = Readonly<{ one: Ranged; other: Ranged }>;

/** What was seen: what was read, a change, a way that was walked, ranges that overlap, or that a failed operation has no error. */
export type Evidence =
  | Columns
  | Readonly<{ is: "change"; change: ResourceChange }>
  /** `service`: null where a name was asked for. */
  | Readonly<{ is: "way"; from: Called; to: string; service: string | null }>
  | Readonly<{ is: "noErrorNamed" }>
  | (Clash & Readonly<{ is: "clash" }>);
