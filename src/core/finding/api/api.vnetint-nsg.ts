// api.vnetint-nsg: with VNet integration, nodes and the load balancer's probes reach the API server inside the network.

import { apiSubnetOf, bySecurityGroup, nodeSubnetsOf, prefixesOf } from "../../network/cluster-subnets.ts";
import { azureHost, type Flow, type VirtualNetworkTag } from "../../network/nsg.ts";
import { virtualNetworkTag } from "../../network/virtual-network-tag.ts";
import type { Outcome } from "../../outcome/check.ts";
import { combine, notApplicable, pass } from "../../outcome/outcomes.ts";
import type { ById } from "../../snapshot/listing.ts";
import type { Subnet } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import { defineCheck } from "../define-check.ts";
import { judgeGroup, type Wanted } from "../nsg/nsg-groups.ts";
import { unlessVnetIntegration } from "../skips.ts";

/** The API server's port and that of the tunnel to the nodes. */
const apiPorts = [443, 4443];
const probePort = 9988;

type Ends = Readonly<{ nodes: readonly Subnet[]; api: Subnet; tag: VirtualNetworkTag }>;

const nodesToApi = (direction: Flow["direction"], { nodes, api, tag }: Ends): readonly Wanted[] => {
  const sources = prefixesOf(nodes);
  const opening = {
    name: "allow-aks-apiserver",
    protocol: "Tcp",
    sources,
    destinations: api.addressPrefixes,
    ports: apiPorts.map(String),
    risk: "Opens TCP 443 and 4443 from the nodes' subnets to the API server's only.",
  } as const;
  return sources.flatMap((source) =>
    api.addressPrefixes.flatMap((destination) =>
      apiPorts.map((port) => ({
        flow: { direction, protocol: "Tcp", source, destination, port, virtualNetwork: tag } as const,
        from: source,
        to: destination,
        opening,
      })),
    ),
  );
};

const probes = ({ api, tag }: Ends): readonly Wanted[] =>
  api.addressPrefixes.map((destination) => ({
    flow: {
      direction: "Inbound",
      protocol: "Tcp",
      source: azureHost,
      destination,
      port: probePort,
      virtualNetwork: tag,
    },
    from: "Azure's load balancer",
    to: destination,
    opening: {
      name: "allow-aks-apiserver-probe",
      protocol: "Tcp",
      sources: ["AzureLoadBalancer"],
      destinations: api.addressPrefixes,
      ports: [String(probePort)],
      risk: "Lets the load balancer probe the API server's subnet.",
    },
  }));

const works = ({ name }: NetworkSecurityGroup): string => `${name} lets the nodes reach the API server.`;

function judge(ends: Ends, groups: ById<NetworkSecurityGroup>): Outcome {
  const outcomes = bySecurityGroup([...ends.nodes, ends.api]).map(({ groupId, subnets }) => {
    const nodes = subnets.filter(({ id }) => !sameId(id, ends.api.id));
    const inbound = subnets.length > nodes.length ? [...nodesToApi("Inbound", ends), ...probes(ends)] : [];
    return judgeGroup(groupId, groups, [...nodesToApi("Outbound", { ...ends, nodes }), ...inbound], works);
  });
  return outcomes.length === 0
    ? pass("No security group stands between the nodes and the API server.")
    : combine(outcomes, true);
}

export const apiVnetintNsg = defineCheck({
  id: "api.vnetint-nsg",
  title: "Security groups let nodes reach the API server",
  severity: "critical",
  why: "With VNet integration nodes need TCP 443 and 4443 to the API server's subnet, and the load balancer TCP 9988.",
  remediation: "Allow these ports before the rule that denies them.",
  source: "https://learn.microsoft.com/azure/aks/api-server-vnet-integration",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["networkSecurityGroups", "routeTables"],
  after: ["api.vnetint-subnet"],
  skip: unlessVnetIntegration,
  evaluate: ({ managedCluster: cluster, clusterNetwork: network, networkSecurityGroups, routeTables }) => {
    const api = apiSubnetOf(cluster, network);
    if (api === undefined) return notApplicable("The API server's subnet is not there.");
    const tag = virtualNetworkTag(network, [], routeTables);
    return judge({ nodes: nodeSubnetsOf(cluster, network), api, tag }, networkSecurityGroups);
  },
});
