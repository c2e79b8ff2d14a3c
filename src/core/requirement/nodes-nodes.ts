// Nodes have to reach each other, on every pair of the pools' subnets, and so do pods that have addresses of their own:
// the tunnel to the API server ends in one of them.
// https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues
import type { Service } from "../network/address/packet.ts";
import type { Context } from "./context.ts";
import type { Requirement } from "./requirement.ts";

/** Without it logs, exec and webhooks fail. */
const kubelet: Service = { protocol: "Tcp", port: 10250 };

export function nodesNodes({ nodes, pods }: Context): Requirement {
  const ways = [...nodes, ...pods].flatMap((from) =>
    nodes.map(({ address: to, groupIds, groupsUnread }) => [
      { ask: "connection", flow: { from, to, toGroups: { groupIds, groupsUnread }, ...kubelet } } as const,
    ]),
  );
  return { id: "nodes.nodes", for: "cluster", enough: "each", ways };
}
