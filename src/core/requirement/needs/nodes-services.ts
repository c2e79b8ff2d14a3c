// Pods that answer on their node's own address, as webhooks and metrics adapters often do on 443, are called from other
// nodes. The cluster itself goes on without.
// https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
import { https } from "../../network/flow.ts";
import type { Context } from "../context.ts";
import type { Need } from "../need.ts";

export function nodesServices({ nodes }: Context): Need {
  const ways = nodes.flatMap((from) =>
    nodes.map(({ address: to, groupIds, groupsUnread }) => [
      { ask: "connection", flow: { from, to, toGroups: { groupIds, groupsUnread }, ...https } } as const,
    ]),
  );
  return { id: "nodes.services", for: "workloads", enough: "each", ways };
}
