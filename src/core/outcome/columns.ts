// A line of what was seen in columns: most are Azure's own words, and the others are told by an id.

export type Column =
  | string
  | Readonly<
      | { is: "addressFrom"; address: string; from: string }
      | { is: "down" }
      /** Or none of them. */
      | { is: "listed"; names: readonly string[] }
      /** Null where Azure does not say how many. */
      | { is: "nodes"; count: number | null }
      | { is: "noOutboundRule" }
      | { is: "noScaleSet" }
      | { is: "noSku" }
      | { is: "notJudged"; range: string }
      | { is: "notNamed" }
      | { is: "notRead" }
      | { is: "priority"; priority: number }
      | { is: "routes"; count: number }
      /** Or none of them. */
      | { is: "taints"; taints: readonly string[] }
      | { is: "up" }
    >;

export type Columns = Readonly<{ is: "columns"; columns: readonly Column[] }>;

export const columns = (...all: readonly Column[]): Columns => ({ is: "columns", columns: all });
