// nsg.intra-node: nodes and pods must reach each other, and the load balancer must be able to probe them.

import { withoutIpv6 } from "../../network/cidr.ts";
import { nodeSubnetsOf, podSubnetsOf, prefixesOf } from "../../network/cluster-subnets.ts";
import { groupsBefore, interfaceSections, unreadInterfaces } from "../../network/node-interfaces.ts";
import { azureHost, type Flow, type VirtualNetworkTag } from "../../network/nsg.ts";
import { virtualNetworkTag } from "../../network/virtual-network-tag.ts";
import type { Outcome } from "../../outcome/check.ts";
import { combine, pass, unread, warn } from "../../outcome/outcomes.ts";
import { mendFor, type Opening } from "../../repair/nsg-repair.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import { defineCheck } from "../define-check.ts";
import { groupIn, judgeFlows, type Wanted } from "./nsg-groups.ts";

/** The kubelet, without which logs, exec and webhooks fail, and DNS. */
const vital = [
  { protocol: "Tcp", port: 10250 },
  { protocol: "Tcp", port: 53 },
  { protocol: "Udp", port: 53 },
] as const;
/** The first node port: Services of type LoadBalancer are probed on one of them. */
const probePort = 30000;

/** Nodes and pods only, and what is denied: Azure's own tag would let in every peered network and what is behind it. */
function openingFor({ protocol, port }: Service, { nodes, pods }: Pick<Ends, "nodes" | "pods">): Opening {
  const isVital = vital.some((each) => each.protocol === protocol && each.port === port);
  const ports = isVital
    ? vital.filter((each) => each.protocol === protocol).map((each) => each.port)
    : [port];
  const ranges = [...new Set([...nodes, ...pods])];
  return {
    ...{ name: `allow-aks-intra-${protocol.toLowerCase()}`, protocol, ports: ports.map(String) },
    ...{ sources: ranges, destinations: ranges },
    risk: `Opens ${protocol.toUpperCase()} ${ports.join(" and ")} between nodes and pods only.`,
  };
}

type Service = Readonly<Pick<Flow, "protocol" | "port">>;

const both = ["Inbound", "Outbound"] as const;

const probe = (to: string, virtualNetwork: VirtualNetworkTag): Wanted => ({
  flow: {
    direction: "Inbound",
    protocol: "Tcp",
    source: azureHost,
    destination: to,
    port: probePort,
    virtualNetwork,
  },
  from: "Azure's load balancer",
  to,
  opening: {
    ...{ name: "allow-aks-probes", protocol: "*", ports: ["*"] },
    ...{ sources: ["AzureLoadBalancer"], destinations: [to] },
    risk: "Lets Azure's load balancer probe the nodes.",
  },
});

/** One port of every own rule that denies something: where that is not vital, it is still not supported. */
const deniedServices = ({ rules }: NetworkSecurityGroup): readonly Service[] =>
  rules
    .filter(({ access, priority }) => /^deny$/i.test(access) && priority <= 4096)
    .flatMap(({ protocol, destinationPortRanges }) =>
      destinationPortRanges.flatMap((range) => {
        const port = Number(/^\d+/.exec(range)?.[0] ?? Number.NaN);
        return Number.isNaN(port)
          ? []
          : [{ protocol: /^udp$/i.test(protocol) ? "Udp" : "Tcp", port } as const];
      }),
    );

/** `apart`: pods have addresses of their own in other subnets, so this group sees one end only of what they say. */
type Ends = Readonly<{
  nodes: readonly string[];
  pods: readonly string[];
  apart: boolean;
  tag: VirtualNetworkTag;
}>;

function wantedFor(ends: Ends, services: readonly Service[]): readonly Wanted[] {
  const { nodes, pods, apart, tag } = ends;
  const flows = (
    sources: readonly string[],
    targets: readonly string[],
    directions: readonly Flow["direction"][],
    wanted = services,
  ): readonly Wanted[] =>
    sources.flatMap((from) =>
      targets.flatMap((to) =>
        wanted.flatMap((service) =>
          directions.map((direction) => ({
            flow: { ...service, direction, source: from, destination: to, virtualNetwork: tag },
            from,
            to,
            opening: openingFor(service, ends),
          })),
        ),
      ),
    );
  const names = services.filter(({ port }) => port === 53);
  return [
    ...flows(nodes, nodes, both),
    ...flows(nodes, pods, apart ? ["Outbound"] : both),
    ...(apart ? flows(pods, nodes, ["Inbound"]) : flows(pods, pods, both, names)),
  ];
}

function judge(group: NetworkSecurityGroup, ends: Ends, cluster: ManagedCluster): Outcome {
  const mend = mendFor(group, cluster);
  const outcome = judgeFlows(
    group,
    [...wantedFor(ends, vital), ...ends.nodes.map((node) => probe(node, ends.tag))],
    `${group.name} lets nodes and pods reach each other.`,
    mend,
  );
  if (outcome.status !== "pass") return outcome;
  const rest = judgeFlows(group, wantedFor(ends, deniedServices(group)), outcome.summary, mend);
  return rest.status === "fail" ? warn(rest.summary, rest) : outcome;
}

export const nsgIntraNode = defineCheck({
  id: "nsg.intra-node",
  title: "Security groups let nodes reach each other",
  severity: "high",
  why: "Without TCP 10250 between nodes, logs, exec and webhooks fail; blocking traffic in the subnet is not supported.",
  remediation: "Allow traffic inside the network before the rule that denies it.",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [...interfaceSections, "networkSecurityGroups", "routeTables"],
  after: ["vnet.cluster-subnet"],
  evaluate: ({ managedCluster: cluster, clusterNetwork: network, ...data }) => {
    const { networkSecurityGroups, routeTables } = data;
    const podSubnets = podSubnetsOf(cluster, network);
    const guarded = groupsBefore(nodeSubnetsOf(cluster, network), data);
    const unknown = unreadInterfaces(data).slice(0, 1).map(unread);
    if (guarded.length + unknown.length === 0) return pass("No security group stands before the nodes.");
    const tag = virtualNetworkTag(network, [], routeTables);
    const pods = podSubnets.length > 0 ? prefixesOf(podSubnets) : withoutIpv6(cluster.network.podCidrs);
    // Pods of an overlay have no address in the network, but Azure's default rules let them through like its own.
    const ends = { pods, apart: podSubnets.length > 0, tag: { ...tag, holds: [...tag.holds, ...pods] } };
    const judged = guarded.map(({ groupId, subnets }) => {
      const group = groupIn(networkSecurityGroups, groupId);
      return group.status === "unavailable"
        ? unread(group)
        : judge(group.data, { ...ends, nodes: prefixesOf(subnets) }, cluster);
    });
    return combine([...unknown, ...judged], true);
  },
});
