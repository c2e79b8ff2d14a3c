// Nodes have to reach the API server, or they are not Ready.
import { type Context, toApi } from "../context.ts";
import type { Need } from "../need.ts";

export function nodesApi({ mode, apiAddress, apiName, nodes, pods }: Context): Need | null {
  if (apiAddress === null) return null;
  // Nodes of a cluster with VNet integration are given the address itself.
  const name = mode === "private-link" ? apiName : null;
  const ways = [...nodes, ...pods].map((from) => toApi(from, name, apiAddress));
  return { id: "nodes.api", for: "cluster", enough: "each", ways };
}
