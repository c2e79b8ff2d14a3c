// A line of what was seen, in columns. What was read stands as Azure and Kubernetes write it; a word of ours is an id,
// and a catalogue says it.
import type { MaintenanceSchedule } from "../snapshot/cluster.ts";

/** What says where the API server stands: its endpoint's interface, the endpoint itself, a load balancer, or a record. */
export type AddressSource = "interface" | "endpoint" | "balancer" | "record";

/** How the API server is exposed. */
export type ApiMode = "public-open" | "public-ranges" | "private-link" | "vnet-public" | "vnet-private";

export type Value = string | number | boolean;

export type Column =
  | Value
  | Readonly<
      | { is: "addressFrom"; address: string; from: AddressSource }
      | { is: "apiMode"; mode: ApiMode }
      | { is: "deniedBy"; rule: string }
      | { is: "down" }
      /** It takes no new sessions. */
      | { is: "drained" }
      | { is: "exit"; by: "loadBalancer" | "natGateway" | "firewall" }
      | { is: "inUse"; used: number; limit: number }
      | { is: "leads"; from: string; to: string }
      /** Or none of them. */
      | { is: "listed"; names: readonly string[] }
      /** Null where Azure does not say how many. */
      | { is: "nodes"; count: number | null }
      | { is: "noDnsServer" }
      | { is: "noOutboundRule" }
      | { is: "noScaleSet" }
      | { is: "noSku" }
      | { is: "noSuchName" }
      | { is: "notJudged"; range: string }
      | { is: "notKnown" }
      | { is: "notNamed" }
      | { is: "notRead" }
      /** A role or an action, and where it counts. */
      | { is: "on"; what: string; scope: string }
      /** Of an outbound rule: kept for each node. */
      | { is: "ports"; each: number; addresses: number; nodes: number }
      | { is: "priority"; priority: number }
      | { is: "routes"; count: number }
      | { is: "schedule"; of: MaintenanceSchedule["is"] }
      | { is: "sources"; sources: readonly string[] }
      /** Or none of them. */
      | { is: "taints"; taints: readonly string[] }
      /** What comes in by one of a circuit's two paths, in bits a second. */
      | { is: "traffic"; path: "primary" | "secondary"; bits: number }
      | { is: "until"; time: string }
      | { is: "up" }
      | { is: "zoneOfAks" }
    >;

/** What a line is about, where what was read does not say it by itself. */
export type Label =
  | "address"
  | "agent"
  | "apiServer"
  | "application"
  | "capacity"
  | "client"
  | "cluster"
  | "code"
  | "delegations"
  | "eligible"
  | "endpoint"
  | "error"
  | "expected"
  | "group"
  | "holds"
  | "id"
  | "interface"
  | "inUse"
  | "loadBalancer"
  | "message"
  | "missing"
  | "mode"
  | "name"
  | "names"
  | "network"
  | "on"
  | "pool"
  | "pools"
  | "prefix"
  | "privateEndpoint"
  | "public"
  | "ranges"
  | "since"
  | "state"
  | "status"
  | "subnet"
  | "subnets"
  | "target"
  | "version"
  | "you"
  | "zone";

/** Names that are alike in every language: of Azure's settings and rules, of Kubernetes' states, and of the network's things. */
export type Term =
  | "A"
  | "AllowHttpsInbound"
  | "availabilityState"
  | "createdAt"
  | "defaultAction"
  | "disableLocalAccounts"
  | "disableRunCommand"
  | "enableTunneling"
  | "encryption.enabled"
  | "IPv6"
  | "keyVaultNetworkAccess"
  | "NotReady"
  | "powerState"
  | "privateEndpointNetworkPolicies"
  | "provisioningState"
  | "publicNetworkAccess"
  | "reasonType"
  | "restrictionLevel"
  | "sku"
  | "TCP"
  | "Unknown";

export type Columns = Readonly<{ is: "columns"; label?: Label | Term; columns: readonly Column[] }>;

/** A term, an action of Azure's, or nothing. */
type Written = Term | `Microsoft.${string}` | "";

/** A text that was read is any string; one that is written in the code has a type of its own, and is no word of ours. */
type Readable<Each> = Each extends string ? (string extends Each ? Each : Extract<Each, Written>) : Each;
type AllReadable<All extends readonly Column[]> = { readonly [At in keyof All]: Readable<All[At]> };

export const columns = <const All extends readonly Column[]>(...all: All & AllReadable<All>): Columns => ({
  is: "columns",
  columns: all,
});

export const labelled = <const All extends readonly Column[]>(
  label: Label | Term,
  ...all: All & AllReadable<All>
): Columns => ({ is: "columns", label, columns: all });
