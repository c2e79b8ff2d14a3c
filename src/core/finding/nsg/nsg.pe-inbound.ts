// nsg.pe-inbound: a security group on the endpoint's subnet counts only while the subnet's policies say so.

import { judgeWays, waySections } from "../../client/way-to-api.ts";
import { apiAddressOf } from "../../network/api-address.ts";
import { nodeSubnetsOf, prefixesOf } from "../../network/cluster-subnets.ts";
import { readNetworks } from "../../network/name-resolution.ts";
import type { VirtualNetworkTag } from "../../network/nsg.ts";
import { subnetById } from "../../network/route.ts";
import { virtualNetworkTag } from "../../network/virtual-network-tag.ts";
import type { Outcome } from "../../outcome/check.ts";
import { combine, notApplicable, notAssessed, pass, unread } from "../../outcome/outcomes.ts";
import { strangeWord } from "../../outcome/state-word.ts";
import type { ById } from "../../snapshot/listing.ts";
import type { Subnet } from "../../snapshot/network.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateLink } from "../skips.ts";
import { judgeGroup, type Wanted } from "./nsg-groups.ts";

const wantedFrom = (source: string, from: string, ip: string, virtualNetwork: VirtualNetworkTag): Wanted => ({
  flow: { direction: "Inbound", protocol: "Tcp", source, destination: ip, port: 443, virtualNetwork },
  from,
  to: ip,
  opening: {
    name: "allow-aks-api",
    protocol: "Tcp",
    sources: ["VirtualNetwork"],
    destinations: [ip],
    ports: ["443"],
    risk: "Opens TCP 443 to the API server's endpoint only, for the network and its peers.",
  },
});

type Policies = "obeyed" | "ignored" | "unknown";

/** https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy */
function policiesOf({ privateEndpointNetworkPolicies: policies = "Disabled" }: Subnet): Policies {
  if (/^(Enabled|NetworkSecurityGroupEnabled)$/i.test(policies)) return "obeyed";
  return /^(Disabled|RouteTableEnabled)$/i.test(policies) ? "ignored" : "unknown";
}

/** Why the subnet's group has no say, or does not stand there; null when it has to be judged. */
function withoutSay(subnet: Subnet): Outcome | null {
  switch (policiesOf(subnet)) {
    case "ignored":
      return notApplicable(`Security groups do not act on private endpoints in the subnet ${subnet.name}.`);
    case "unknown":
      return strangeWord(
        `the subnet ${subnet.name}`,
        "network policies",
        subnet.privateEndpointNetworkPolicies ?? "",
      );
    case "obeyed":
      return subnet.networkSecurityGroupId === undefined
        ? pass(`No security group stands before the endpoint's subnet ${subnet.name}.`)
        : null;
  }
}

const judge = (id: string, groups: ById<NetworkSecurityGroup>, wanted: readonly Wanted[]): Outcome => {
  const whom = [...new Set(wanted.map(({ from }) => from))].join(", ");
  return judgeGroup(
    id,
    groups,
    wanted,
    ({ name }) => `${name} lets ${whom} reach the API server's endpoint.`,
  );
};

export const nsgPeInbound = defineCheck({
  id: "nsg.pe-inbound",
  title: "Endpoint's security group lets port 443 in",
  severity: "critical",
  why: "Where the subnet's network policies are on, its security group also acts on the API server's endpoint.",
  remediation: "Allow TCP 443 to the endpoint before the rule that denies it.",
  source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
  needs: ["managedCluster", "clusterNetwork", "privateEndpoint"],
  looksAt: [
    ...waySections.filter((name) => name !== "privateEndpoint"),
    "networkSecurityGroups",
    "routeTables",
  ],
  after: ["vnet.cluster-subnet", "pe.ip", "pe.subnet-policy"],
  skip: unlessPrivateLink,
  evaluate: (data, { client }) => {
    const {
      managedCluster,
      clusterNetwork: network,
      privateEndpoint: endpoint,
      networkSecurityGroups,
    } = data;
    if (endpoint === null) return notApplicable("There is no private endpoint.");
    const subnet = subnetById(network, endpoint.subnetId);
    if (subnet === undefined)
      return notAssessed(`The endpoint's subnet was not found in the cluster's network ${network.name}.`);
    const answer = withoutSay(subnet);
    if (answer !== null) return answer;
    const id = subnet.networkSecurityGroupId ?? "";
    const peers = data.peerNetworks.status === "collected" ? data.peerNetworks.data : [];
    const tag = virtualNetworkTag(network, readNetworks(network, peers), data.routeTables);
    const sources = { ...data, privateEndpoint: { status: "collected", data: endpoint } } as const;
    const address = apiAddressOf(managedCluster, sources);
    if (address.status === "unknown") return unread(address);
    const nodes = prefixesOf(nodeSubnetsOf(managedCluster, network));
    const fromNodes = nodes.map((prefix) => wantedFrom(prefix, prefix, address.ip, tag));
    const fromClients = judgeWays(sources, client, ({ place }) =>
      judge(id, networkSecurityGroups, [wantedFrom(place.address, place.name, address.ip, tag)]),
    );
    return combine([judge(id, networkSecurityGroups, fromNodes), fromClients], true);
  },
});
