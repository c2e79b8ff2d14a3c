// nsg.node-egress: nodes need the API server, and public addresses on TCP 443.
import { gatewaysOf } from "../../../network/gateways-read.ts";
import { learnedBy } from "../../../network/learned.ts";
import { allowedBefore } from "../../allowed-before.ts";
import { addressSections, apiAddressOf } from "../../api-address.ts";
import { apiModeOf } from "../../api-server.ts";
import { gatewaySections } from "../../behind-gateway.ts";
import type { Outcome } from "../../check.ts";
import { nodeSubnetsOf, prefixesOf } from "../../cluster-subnets.ts";
import { defineCheck } from "../../define-check.ts";
import { isIsolated } from "../../egress.ts";
import { readNetworks } from "../../name-resolution.ts";
import { groupsBefore, interfaceSections, unreadInterfaces } from "../../node-interfaces.ts";
import { decideFlow, type VirtualNetworkTag } from "../../nsg.ts";
import { groupIn, judgeFlows, type Wanted } from "../../nsg-groups.ts";
import { mendFor } from "../../nsg-repair.ts";
import { advise, combine, pass, unread, warn } from "../../outcomes.ts";
import type { ManagedCluster } from "../../snapshot-cluster.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../../snapshot-security.ts";
import { virtualNetworkTag } from "../../virtual-network-tag.ts";

type Target = Readonly<{
  what: string;
  destination: string;
  name: string;
}>;

const internet: Target = {
  what: "the Internet",
  destination: "Internet",
  name: "allow-aks-egress",
};
const azure: Target = { ...internet, what: "AzureCloud", destination: "AzureCloud", name: "allow-aks-azure" };

const wantedTo = (source: string, target: Target, virtualNetwork: VirtualNetworkTag): Wanted => ({
  flow: { ...flowTo(target), source, virtualNetwork },
  from: source,
  to: target.what,
  opening: {
    name: target.name,
    protocol: "Tcp",
    sources: [source],
    destinations: [target.destination],
    ports: ["443"],
    risk: `Opens TCP 443 from ${source} to ${target.what}; what may leave by name belongs into a firewall.`,
  },
});

const flowTo = ({ destination }: Target) =>
  ({ direction: "Outbound", destination, protocol: "Tcp", port: 443 }) as const;

/** What is denied but need not be broken: names are not in a security group, so part of an allow list may do. */
function excuse(group: NetworkSecurityGroup, deny: SecurityRule, cluster: ManagedCluster): Outcome | null {
  const listed = allowedBefore(group, deny.priority);
  const evidence = [...listed, deny].map(
    (rule) => `${group.name}  ${rule.name}  priority ${rule.priority}  ${rule.access}`,
  );
  const more = { resourceId: group.id, evidence };
  if (cluster.httpsProxy !== undefined)
    return advise(
      `Rule ${deny.name} (priority ${deny.priority}) of ${group.name} leaves nodes only the way through their proxy.`,
      more,
    );
  return listed.length === 0
    ? null
    : warn(
        `${group.name} lets nodes reach only some public addresses, but what AKS needs are names whose addresses change.`,
        more,
      );
}

const apiServerAt = (ip: string): Target => ({
  ...internet,
  what: "the API server",
  destination: ip,
  name: "allow-aks-api",
});

type Settings = Readonly<{ cluster: ManagedCluster; tag: VirtualNetworkTag; inside: readonly Target[] }>;

function judge(group: NetworkSecurityGroup, prefixes: readonly string[], settings: Settings): Outcome {
  const { cluster, tag, inside } = settings;
  const to = (target: Target) => prefixes.map((prefix) => wantedTo(prefix, target, tag));
  const everywhere = isIsolated(cluster) ? [] : to(internet);
  const decisions = everywhere.map(({ flow }) => decideFlow(group, flow));
  const denied = decisions.flatMap((decision) => (decision.access === "deny" ? [decision.rule] : []));
  const excused = denied.flatMap((rule) => excuse(group, rule, cluster) ?? []);
  // What denies every public address denies Azure's own as well: once is enough.
  const open = decisions.every(({ access }) => access === "allow");
  const wanted = [
    ...inside.flatMap(to),
    ...(excused.length > 0 ? [] : everywhere),
    ...(open && !isIsolated(cluster) ? to(azure) : []),
  ];
  const works = `${group.name} lets nodes reach ${[...new Set(wanted.map((each) => each.to))].join(", ")}.`;
  return combine(
    [...excused, ...(wanted.length > 0 ? [judgeFlows(group, wanted, works, mendFor(group, cluster))] : [])],
    true,
  );
}

export const nsgNodeEgress = defineCheck({
  id: "nsg.node-egress",
  title: "Security groups let nodes out",
  severity: "critical",
  why: "Nodes that cannot reach the API server or Azure do not start, and those that run lose their pods' images.",
  remediation:
    "Remove the rule that denies it, or allow what nodes need before it; filter names in a firewall.",
  source: "https://learn.microsoft.com/azure/aks/outbound-rules-control-egress",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [
    ...addressSections,
    ...interfaceSections,
    ...gatewaySections,
    ...(["peerNetworks", "networkSecurityGroups", "routeTables"] as const),
  ],
  after: ["vnet.cluster-subnet", "pe.ip"],
  evaluate: ({ managedCluster: cluster, clusterNetwork: network, ...data }) => {
    const guarded = groupsBefore(nodeSubnetsOf(cluster, network), data);
    const unknown = unreadInterfaces(data).slice(0, 1).map(unread);
    if (guarded.length + unknown.length === 0) return pass("No security group stands before the nodes.");
    const peers = data.peerNetworks.status === "collected" ? data.peerNetworks.data : [];
    const networks = readNetworks(network, peers);
    const learned = learnedBy(network, networks, gatewaysOf(data));
    const tag = virtualNetworkTag(network, networks, data.routeTables, learned);
    const address = apiModeOf(cluster) === "private-link" ? apiAddressOf(cluster, data) : null;
    const outcomes = [...unknown, ...(address?.status === "unknown" ? [unread(address)] : [])];
    const inside = address?.status === "known" ? [apiServerAt(address.ip)] : [];
    for (const { groupId, subnets } of guarded) {
      const group = groupIn(data.networkSecurityGroups, groupId);
      outcomes.push(
        group.status === "unavailable"
          ? unread(group)
          : judge(group.data, prefixesOf(subnets), { cluster, tag, inside }),
      );
    }
    return combine(outcomes, true);
  },
});
