// Routes: every check of it. A new one goes here or beside this, and into the list.

import type { FixStep } from "../../fix/write/actions.ts";
import { type AzTarget, target } from "../../fix/write/az.ts";
import { type Fix, fixAt } from "../../fix/write/fix.ts";
import { coverage } from "../../network/address/cidr.ts";
import { nodeSubnetsOf } from "../../network/route/cluster-subnets.ts";
import { routeTableOf } from "../../network/route/route.ts";
import { combine, fail, type Outcome, pass, type SharedFact, unread, warn } from "../../outcome/check.ts";
import { columns, labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { RouteTable, Subnet } from "../../snapshot/network.ts";
import { networkIdOf, type ResourceId } from "../../snapshot/resource-id.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";

// route.kubenet-table: with kubenet, pods are reached only by a route for each node.

type PodRoutesFact = Readonly<
  | { is: "otherPlugin" }
  | { is: "noTable"; subnet: string }
  | { is: "noPodRoutes" }
  /** Of fewer nodes than there are. */
  | { is: "tooFewRoutes"; routed: number; nodes: number }
  | { is: "allRouted" }
>;

type RoutesOutcome = Outcome<PodRoutesFact | SharedFact>;

/** The table of another node subnet, else the one that AKS made in the node resource group. */
function attach(subnet: Subnet, subnets: readonly Subnet[], cluster: ManagedCluster): Fix | null {
  const other = subnets.flatMap(({ routeTableId }) => routeTableId ?? [])[0];
  const { subscriptionId, nodeResourceGroup: resourceGroup } = cluster;
  const step = (_at: AzTarget, network: ResourceId): FixStep => {
    const at = target(network, network.name, subnet.name);
    return other === undefined
      ? { kind: "attachFoundRouteTable", at, from: { subscriptionId, resourceGroup } }
      : { kind: "attachRouteTable", at, table: other };
  };
  return fixAt(networkIdOf(subnet.id) ?? undefined, step, { is: "tableApplies" });
}

const nodeCount = ({ agentPools }: ManagedCluster): number =>
  agentPools
    .filter(({ powerState }) => /^running$/i.test(powerState))
    .reduce((sum, { count = 0 }) => sum + count, 0);

/** Routes for the pods of one node each, counted once however many subnets share the table. */
function judgeTables(tables: readonly RouteTable[], cluster: ManagedCluster): RoutesOutcome {
  const prefixes = tables.flatMap(({ routes }) => routes.map(({ addressPrefix }) => addressPrefix));
  const { podCidrs } = cluster.network;
  const own = new Set(prefixes.filter((prefix) => coverage(podCidrs, prefix) === "yes"));
  const evidence = tables.map(({ name, routes }) => columns(name, { is: "routes", count: routes.length }));
  const nodes = nodeCount(cluster);
  const seen = { resourceId: tables[0]?.id, evidence };
  if (own.size === 0 && nodes > 1) return fail({ is: "noPodRoutes" }, seen);
  return own.size < nodes
    ? warn({ is: "tooFewRoutes", routed: own.size, nodes }, seen)
    : pass({ is: "allRouted" }, evidence);
}

const routeKubenetTable = defineCheck({
  id: "route.kubenet-table",
  severity: "high",
  scope: "nodes",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/configure-kubenet",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["routeTables"],
  after: ["vnet.cluster-subnet"],
  skip: ({ network: { plugin } }): PodRoutesFact | null =>
    /^(azure|none)?$/i.test(plugin ?? "") ? { is: "otherPlugin" } : null,
  evaluate: ({ managedCluster: cluster, clusterNetwork: network, routeTables }): RoutesOutcome => {
    const { plugin = "" } = cluster.network;
    if (!/^kubenet$/i.test(plugin)) return strangeWord(thing("cluster"), "plugin", plugin);
    const subnets = nodeSubnetsOf(cluster, network);
    const bare = subnets.filter(({ routeTableId }) => routeTableId === undefined);
    if (bare.length > 0)
      return combine(
        bare.map((subnet) =>
          fail(
            { is: "noTable", subnet: subnet.name },
            {
              resourceId: subnet.id,
              evidence: [labelled("subnet", subnet.name)],
              fix: attach(subnet, subnets, cluster),
            },
          ),
        ),
        true,
      );
    const sections = subnets.map((subnet) => routeTableOf(subnet, routeTables));
    const gap = sections.find((section) => section.status === "unavailable");
    if (gap?.status === "unavailable") return unread(gap);
    const tables = sections.flatMap((section) =>
      section.status === "collected" && section.data !== null ? [section.data] : [],
    );
    return judgeTables(tables, cluster);
  },
});

export const routeChecks = [
  // Packets to the API server must not be dropped, or go one way through an appliance.
  defineStep({
    id: "route.api-path",
    severity: "critical",
    scope: "cluster",
    impact: "degrades",
    pathPlace: { on: "own", thing: "route" },
    source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
    of: ["nodes.api", "people.api"],
    after: ["pe.ip", "api.vnetint-ilb", "peering.vnet-access", "peering.sync"],
    skip: unlessPrivate,
  }),
  // Routes between nodes, to DNS servers and to jump hosts.
  defineStep({
    id: "route.inside",
    severity: "critical",
    scope: "nodes",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",
    of: ["nodes.nodes", "nodes.dns"],
    after: ["vnet.cluster-subnet"],
  }),
  // How nodes leave must fit what the cluster was told about it.
  defineStep({
    id: "route.default",
    severity: "critical",
    scope: "nodes",
    impact: "cuts",
    pathPlace: { on: "out", thing: "route" },
    source: "https://learn.microsoft.com/azure/aks/egress-outboundtype",
    of: ["nodes.egress"],
    after: ["vnet.cluster-subnet"],
  }),
  // A default route to an appliance that is off or gone is a black hole.
  defineStep({
    id: "route.next-hop-alive",
    severity: "critical",
    scope: "nodes",
    impact: "cuts",
    pathPlace: { on: "out", thing: "appliance" },
    source: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",
    of: ["nodes.egress"],
    after: ["route.default", "peering.state", "firewall.state"],
  }),
  // A table that takes no routes from gateways keeps its subnets from what is behind them.
  defineStep({
    id: "route.bgp-propagation",
    severity: "high",
    scope: "people",
    impact: "degrades",
    source:
      "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#border-gateway-protocol",
    of: ["gateway.api"],
    after: ["vnet.cluster-subnet"],
  }),
  routeKubenetTable,
] as const;
