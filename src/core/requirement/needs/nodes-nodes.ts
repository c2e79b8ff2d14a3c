// Nodes have to reach each other, on every pair of the pools' subnets.
// https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues
import type { Service } from "../../network/flow.ts";
import type { Context } from "../context.ts";
import type { Need } from "../need.ts";

/** The kubelet, without which logs, exec and webhooks fail, and the names of services. */
const services: readonly Service[] = [
  { protocol: "Tcp", port: 10250 },
  { protocol: "Udp", port: 53 },
];

export function nodesNodes({ nodes }: Context): Need {
  const ways = nodes.flatMap((from) =>
    nodes.map(({ address: to, groupIds, groupsUnread }) =>
      services.map(
        (service) =>
          ({
            ask: "connection",
            flow: { from, to, toGroups: { groupIds, groupsUnread }, ...service },
          }) as const,
      ),
    ),
  );
  return { id: "nodes.nodes", for: "cluster", enough: "each", ways };
}
