// Pods that answer on their node's own address, as webhooks and metrics adapters often do, are called from other nodes, and
// so are those with addresses of their own; and Azure's load balancer asks nodes whether they take what comes in for a
// service. The cluster itself goes on without.
// https://learn.microsoft.com/azure/aks/outbound-rules-control-egress

import { https, type Place, type Service, titleOf } from "../network/address/packet.ts";
import { servicesDenied } from "../network/filter/security-rules.ts";
import { type NetworkModel, networkIn } from "../network/model/model.ts";
import { subnetById } from "../network/route/route.ts";
import { firstNodePort, isNodePort, probesIn } from "../network/walk/platform.ts";
import { idKey } from "../snapshot/resource-id.ts";
import type { Context } from "./context.ts";
import type { Requirement } from "./requirement.ts";

/** The first node port: each service is probed on one of them, and which one nobody says. */
const nodePort: Service = { protocol: "Tcp", port: firstNodePort };

/** Besides the first, those that somebody denies on purpose. */
const probed = (services: readonly Service[]): readonly Service[] => [
  nodePort,
  ...services.filter(
    ({ protocol, port }) => protocol === "Tcp" && isNodePort(port) && port !== firstNodePort,
  ),
];

const connection = (from: Place, { address: to, groupIds, groupsUnread }: Place, service: Service) =>
  [{ ask: "connection", flow: { from, to, toGroups: { groupIds, groupsUnread }, ...service } }] as const;

/** Which port a pod listens on nobody knows: 443, as most do, and whatever groups before nodes deny on purpose. */
function servicesOf(model: NetworkModel, places: readonly Place[]): readonly Service[] {
  const ids = places.flatMap(({ networkId, subnetId, groupIds }) => {
    const network = networkIn(model, networkId);
    const subnet = network.status === "collected" ? subnetById(network.data, subnetId) : undefined;
    return [...groupIds, subnet?.networkSecurityGroupId ?? ""];
  });
  const addresses = places.map(({ address }) => address);
  const groups = [...new Set(ids.map(idKey))].flatMap((key) => model.securityGroups[key] ?? []);
  const denied = groups.flatMap((group) =>
    group.status === "collected" ? servicesDenied(group.data, addresses) : [],
  );
  return [...new Map([https, ...denied].map((each) => [titleOf(each), each])).values()];
}

export function nodesServices({ nodes, pods, network, model }: Context): Requirement {
  const services = servicesOf(model, nodes);
  const ways = [
    ...nodes.flatMap((from) => nodes.flatMap((to) => services.map((each) => connection(from, to, each)))),
    ...nodes.flatMap((from) => pods.map((to) => connection(from, to, https))),
    ...nodes.flatMap((to) => probed(services).map((each) => connection(probesIn(network.id), to, each))),
  ];
  return { id: "nodes.services", for: "workloads", enough: "each", ways };
}
