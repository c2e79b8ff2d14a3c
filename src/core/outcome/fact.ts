// What is found, as data: an id and its values. How that is said stands in a catalogue beside the doors.
import type { Permission } from "../snapshot/section.ts";
import type { ResourceChange } from "../snapshot/snapshot.ts";

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

/** What any finding may say, whatever it is about. */
export type SharedFact = Readonly<
  | { is: "unread"; why: string; needs: readonly Permission[] }
  /** A word that nobody here knows; empty where Azure says none. */
  | { is: "strangeWord"; of: Thing; kind: WordKind; word: string }
  | { is: "changeCanceled"; of: Thing }
  | { is: "inState"; of: Thing; state: string }
>;

/** What was seen: a line as Azure has it, a change, or that a failed operation has no error. */
export type Evidence = string | Readonly<{ is: "change"; change: ResourceChange } | { is: "noErrorNamed" }>;

/** `string`: a sentence, until its finding hands on data. */
export type Said = Fact | string;
