// By what a place or a thing is known: its name, or what it is, where people gave it none.

/** What has no name of its own, with the names of what it belongs to. */
export type Unnamed = Readonly<
  | { is: "apiServer" }
  /** Azure's own DNS. */
  | { is: "azureDns" }
  /** By which a machine gets a token of its identity. */
  | { is: "azureMetadata" }
  /** Where Azure's load balancers probe from. */
  | { is: "azureBalancer" }
  | { is: "cloudShellIn"; subnet: string }
  | { is: "podsIn"; subnet: string }
  /** Pods that are found by the nodes on which they stand. */
  | { is: "podsOn"; nodes: Called }
  /** `pools`: null for all nodes of the subnet, and empty for those that were not read. */
  | { is: "nodesIn"; subnet: string; pools: readonly string[] | null }
  | { is: "proxy"; machine: string }
  /** `range`: null where Azure was not told any. */
  | { is: "behind"; connection: string; range: string | null }
  | { is: "clientsOf"; gateway: string; range: string | null }
  /** Whatever comes in over the gateway that stands there. */
  | { is: "overGateway"; network: string }
>;

export type Called = string | Unnamed;

export const isSameCalled = (one: Called, other: Called): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Of a place behind a gateway, what Azure was told to be there. */
export const rangeOf = (from: Called): string | null =>
  typeof from === "object" && "range" in from ? from.range : null;
