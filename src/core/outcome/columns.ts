// A line of what was seen in columns: most are Azure's own words, and the others are told by an id.

/** What says where the API server stands: its endpoint's interface, the endpoint itself, a load balancer, or a record. */
export type AddressSource = "interface" | "endpoint" | "balancer" | "record";

export type Column =
  | string
  | Readonly<
      | { is: "addressFrom"; address: string; from: AddressSource }
      | { is: "deniedBy"; rule: string }
      | { is: "down" }
      | { is: "exit"; by: "loadBalancer" | "natGateway" | "firewall" }
      | { is: "inUse"; used: number; limit: number }
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
      /** Of an outbound rule: kept for each node. */
      | { is: "ports"; each: number; addresses: number; nodes: number }
      | { is: "priority"; priority: number }
      | { is: "routes"; count: number }
      | { is: "sources"; sources: readonly string[] }
      /** Or none of them. */
      | { is: "taints"; taints: readonly string[] }
      | { is: "until"; time: string }
      | { is: "up" }
      | { is: "zoneOfAks" }
    >;

export type Columns = Readonly<{ is: "columns"; columns: readonly Column[] }>;

export const columns = (...all: readonly Column[]): Columns => ({ is: "columns", columns: all });
