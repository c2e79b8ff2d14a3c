// Pods that answer on their node's own address, as webhooks and metrics adapters often do on 443, are called from other
// nodes, and so are those with addresses of their own; and Azure's load balancer asks nodes whether they take what comes in
// for a service. The cluster itself goes on without.
// https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
import { https, type Place, type Service } from "../../network/flow.ts";
import { probesIn } from "../../network/probe.ts";
import type { Context } from "../context.ts";
import type { Need } from "../need.ts";

/** The first node port: each service is probed on one of them. */
const nodePort: Service = { protocol: "Tcp", port: 30_000 };

const connection = (from: Place, { address: to, groupIds, groupsUnread }: Place, service: Service) =>
  [{ ask: "connection", flow: { from, to, toGroups: { groupIds, groupsUnread }, ...service } }] as const;

export function nodesServices({ nodes, pods, network }: Context): Need {
  const ways = [
    ...nodes.flatMap((from) => [...nodes, ...pods].map((to) => connection(from, to, https))),
    ...nodes.map((to) => connection(probesIn(network.id), to, nodePort)),
  ];
  return { id: "nodes.services", for: "workloads", enough: "each", ways };
}
