// egress.outbound-consistent: what the cluster was told to leave by must be there.

import { reconcile } from "../../fix/cluster.ts";
import { attachNatGateway, createNatGateway, giveAddress } from "../../fix/nat-gateway.ts";
import type { Fix } from "../../fix/write/fix.ts";
import { nodeSubnetsOf } from "../../network/route/cluster-subnets.ts";
import {
  isIpPrefix,
  isIsolated,
  natGatewayIn,
  outboundTypeOf,
  ownsNatGateway,
  publicIpIn,
} from "../../network/route/egress.ts";
import {
  combine,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { NatGateway, PublicIpAddress, Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { type ById, dataOf } from "../../snapshot/section.ts";
import { defineCheck } from "../kit/define-check.ts";

type WayOutFact = Readonly<
  /** Of a load balancer that Azure lists no address of. */
  | { is: "skuUnlisted"; sku: string }
  | { is: "addressesUnlisted"; cluster: string }
  | { is: "hasAddress" }
  | { is: "noAddress" }
  | { is: "noNatGateway"; subnet: string }
  | { is: "gatewayBare"; gateway: string }
  | { is: "leavesBy"; subnet: string; gateway: string }
  | { is: "needsNone" }
  /** AKS gave nodes no other way. */
  | { is: "onlyRoutes" }
  | { is: "byRoutes" }
>;

type WayOutcome = Outcome<WayOutFact | SharedFact>;

/** One address that is there is enough; a prefix stands for several. */
function judgeBalancer(cluster: ManagedCluster, addresses: ById<PublicIpAddress>): WayOutcome {
  const ids = cluster.network.outboundIpIds;
  const { loadBalancerSku: sku = "standard" } = cluster.network;
  if (/^basic$/i.test(sku)) return warn({ is: "skuUnlisted", sku });
  if (!/^standard$/i.test(sku)) return strangeWord(thing("clusterBalancer"), "sku", sku);
  if (ids === undefined) return notAssessed({ is: "addressesUnlisted", cluster: cluster.name });
  const sections = ids.filter((id) => !isIpPrefix(id)).map((id) => publicIpIn(id, addresses));
  const found = sections.flatMap((section) => dataOf(section) ?? []);
  const evidence = [
    ...found.map(({ name, ipAddress }) =>
      labelled("address", name, ipAddress ?? { is: "listed", names: [] }),
    ),
    ...ids.filter(isIpPrefix).map((id) => labelled("prefix", nameOf(id))),
  ];
  if (ids.some(isIpPrefix) || found.some(({ ipAddress }) => ipAddress !== undefined))
    return pass({ is: "hasAddress" }, evidence);
  const gap = sections.find((section) => section.status === "unavailable");
  return gap?.status === "unavailable"
    ? unread(gap)
    : fail({ is: "noAddress" }, { resourceId: cluster.id, evidence, fix: reconcile(cluster) });
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

function judgeSubnet(subnet: Subnet, sources: NatSources): WayOutcome {
  const { cluster, network, natGateways } = sources;
  const id = subnet.natGatewayId;
  if (id === undefined)
    return fail(
      { is: "noNatGateway", subnet: subnet.name },
      {
        resourceId: subnet.id,
        evidence: [labelled("subnet", subnet.name)],
        fix: bringGateway(subnet, sources),
      },
    );
  const gateway = natGatewayIn(id, natGateways);
  if (gateway.status === "unavailable") return unread(gateway);
  const { name, publicIpAddressIds, publicIpPrefixIds } = gateway.data;
  const addresses = [...publicIpAddressIds, ...publicIpPrefixIds].map(nameOf);
  const evidence = [
    labelled("subnet", { is: "leads", from: subnet.name, to: name }),
    labelled("public", { is: "listed", names: addresses }),
  ];
  if (addresses.length > 0) return pass({ is: "leavesBy", subnet: subnet.name, gateway: name }, evidence);
  const fix = ownsNatGateway(cluster) ? reconcile(cluster) : giveAddress(gateway.data, network.location);
  return fail({ is: "gatewayBare", gateway: name }, { resourceId: id, evidence, fix });
}

/** Without a cache it needs what its owner gave it: that is walked. */
const judgeIsolated = (cluster: ManagedCluster): WayOutcome =>
  isIsolated(cluster) ? pass({ is: "needsNone" }) : notApplicable({ is: "onlyRoutes" });

export const egressOutboundConsistent = defineCheck({
  id: "egress.outbound-consistent",
  severity: "critical",
  scope: "nodes",
  impact: "cuts",
  pathPlace: { on: "out", thing: "wayOut" },
  source: "https://learn.microsoft.com/azure/aks/egress-outboundtype",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["natGateways", "publicIpAddresses"],
  after: ["cluster.power-state", "vnet.cluster-subnet"],
  evaluate: ({
    managedCluster: cluster,
    clusterNetwork: network,
    natGateways,
    publicIpAddresses,
  }): WayOutcome => {
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
        return notApplicable({ is: "byRoutes" });
      case "isolated":
        return judgeIsolated(cluster);
      case "unknown":
        return strangeWord(thing("cluster"), "outboundType", cluster.outboundType ?? "");
    }
  },
});
