// egress.outbound-consistent: what the cluster was told to leave by must be there.

import { nodeSubnetsOf } from "../../network/cluster-subnets.ts";
import {
  isIpPrefix,
  isIsolated,
  natGatewayIn,
  outboundTypeOf,
  ownsNatGateway,
  publicIpIn,
} from "../../network/egress.ts";
import type { Fix, Outcome } from "../../outcome/check.ts";
import { combine, fail, notApplicable, notAssessed, pass, unread, warn } from "../../outcome/outcomes.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { reconcile } from "../../repair/fixes.ts";
import { attachNatGateway, createNatGateway, giveAddress } from "../../repair/nat-gateway-repair.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { ById } from "../../snapshot/listing.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import type { NatGateway, PublicIpAddress } from "../../snapshot/outbound.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";

/** One address that is there is enough; a prefix stands for several. */
function judgeBalancer(cluster: ManagedCluster, addresses: ById<PublicIpAddress>): Outcome {
  const ids = cluster.network.outboundIpIds;
  const { loadBalancerSku: sku = "standard" } = cluster.network;
  if (/^basic$/i.test(sku)) return warn(`Which address the ${sku} load balancer leaves by is not listed.`);
  if (!/^standard$/i.test(sku)) return strangeWord(thing("clusterBalancer"), "sku", sku);
  if (ids === undefined)
    return notAssessed(`Azure does not list the addresses that nodes of ${cluster.name} leave by.`);
  const sections = ids.filter((id) => !isIpPrefix(id)).map((id) => publicIpIn(id, addresses));
  const found = sections.flatMap((section) => (section.status === "collected" ? [section.data] : []));
  const evidence = [
    ...found.map(({ name, ipAddress }) => `address  ${name}  ${ipAddress ?? "none"}`),
    ...ids.filter(isIpPrefix).map((id) => `prefix   ${nameOf(id)}`),
  ];
  if (ids.some(isIpPrefix) || found.some(({ ipAddress }) => ipAddress !== undefined))
    return pass("The load balancer has a public address that nodes leave by.", evidence);
  const gap = sections.find((section) => section.status === "unavailable");
  return gap?.status === "unavailable"
    ? unread(gap)
    : fail("The load balancer has no public address, so nodes cannot leave the network.", {
        resourceId: cluster.id,
        evidence,
        fix: reconcile(cluster),
      });
}

type NatSources = Readonly<{
  cluster: ManagedCluster;
  network: VirtualNetwork;
  subnets: readonly Subnet[];
  natGateways: ById<NatGateway>;
}>;

/** AKS puts back its own gateway; of one's own, the one that another node subnet has is attached here as well. */
function bringGateway(subnet: Subnet, { cluster, network, subnets }: NatSources): Fix | null {
  if (ownsNatGateway(cluster)) return reconcile(cluster);
  const other = subnets.flatMap(({ natGatewayId }) => natGatewayId ?? [])[0];
  return other === undefined ? createNatGateway(subnet, network) : attachNatGateway(subnet, other);
}

function judgeSubnet(subnet: Subnet, sources: NatSources): Outcome {
  const { cluster, network, natGateways } = sources;
  const id = subnet.natGatewayId;
  if (id === undefined)
    return fail(`The cluster leaves by a NAT gateway, but its subnet ${subnet.name} has none.`, {
      resourceId: subnet.id,
      evidence: [`subnet  ${subnet.name}`],
      fix: bringGateway(subnet, sources),
    });
  const gateway = natGatewayIn(id, natGateways);
  if (gateway.status === "unavailable") return unread(gateway);
  const { name, publicIpAddressIds, publicIpPrefixIds } = gateway.data;
  const addresses = [...publicIpAddressIds, ...publicIpPrefixIds].map(nameOf);
  const evidence = [`subnet  ${subnet.name} → ${name}`, `public  ${addresses.join(", ") || "none"}`];
  return addresses.length === 0
    ? fail(`The NAT gateway ${name} has no public address, so nodes cannot leave the network.`, {
        resourceId: id,
        evidence,
        fix: ownsNatGateway(cluster) ? reconcile(cluster) : giveAddress(gateway.data, network.location),
      })
    : pass(`The subnet ${subnet.name} leaves by the NAT gateway ${name}.`, evidence);
}

/** Without a cache it needs what its owner gave it: that is walked. */
const judgeIsolated = (cluster: ManagedCluster): Outcome =>
  isIsolated(cluster)
    ? pass("The cluster is isolated and takes its images from a cache: nodes need no way out.")
    : notApplicable("AKS gave nodes no way out: they leave by routes of the cluster's owner.");

export const egressOutboundConsistent = defineCheck({
  id: "egress.outbound-consistent",
  severity: "critical",
  source: "https://learn.microsoft.com/azure/aks/egress-outboundtype",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["natGateways", "publicIpAddresses"],
  after: ["cluster.power-state", "vnet.cluster-subnet"],
  evaluate: ({ managedCluster: cluster, clusterNetwork: network, natGateways, publicIpAddresses }) => {
    const subnets = nodeSubnetsOf(cluster, network);
    switch (outboundTypeOf(cluster)) {
      case "loadBalancer":
        return judgeBalancer(cluster, publicIpAddresses);
      case "natGateway":
        return combine(
          subnets.map((subnet) => judgeSubnet(subnet, { cluster, network, subnets, natGateways })),
          true,
        );
      case "routes":
        return notApplicable("Nodes leave by routes of the cluster's owner.");
      case "isolated":
        return judgeIsolated(cluster);
      case "unknown":
        return strangeWord(thing("cluster"), "outboundType", cluster.outboundType ?? "");
    }
  },
});
