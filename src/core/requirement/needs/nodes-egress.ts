// Nodes have to reach what AKS needs outside, through the firewall that they leave by.
import { outboundTypeOf } from "../../diagnosis/egress.ts";
import { wayOutOf } from "../../network/leave.ts";
import { namesForNodes } from "../aks-names.ts";
import type { Context } from "../context.ts";
import type { Need } from "../need.ts";

/** Through a proxy, the firewall sees the proxy's connections and not the nodes'. */
export function nodesEgress({ cluster, nodes, model }: Context): Need | null {
  if (outboundTypeOf(cluster) !== "routes" || cluster.httpsProxy !== undefined) return null;
  const ways = nodes
    .filter((from) => wayOutOf(model, from) !== null)
    .map((from) => namesForNodes(cluster).map((name) => ({ ask: "internet", from, name }) as const));
  return ways.flat().length === 0 ? null : { id: "nodes.egress", for: "cluster", enough: "each", ways };
}
