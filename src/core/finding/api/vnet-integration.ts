// api.vnetint-network: with VNet integration, nodes whose network traffic is encrypted do not get to the API server.

import { reconcile } from "../../fix/cluster.ts";
import { target } from "../../fix/write/az.ts";
import { type Fix, fixAt, joinFixes } from "../../fix/write/fix.ts";
import { apiBalancerName, apiBalancerOf, firstIpv4 } from "../../network/address/api-server.ts";
import { coverage, parseCidr, withoutIpv6 } from "../../network/address/cidr.ts";
import { apiSubnetOf, isDelegatedToAks } from "../../network/route/cluster-subnets.ts";
import {
  advise,
  fail,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { stateWordOf, thing, unsettled } from "../../outcome/state-word.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot/cluster.ts";
import type { LoadBalancer, Subnet, SubnetUsage, VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf, sameId } from "../../snapshot/resource-id.ts";
import type { Section } from "../../snapshot/section.ts";
import { defineCheck, unlessVnetIntegration } from "../kit/define-check.ts";

// Which sizes of machines encrypt what they send in an encrypted virtual network.
// https://learn.microsoft.com/azure/virtual-network/virtual-network-encryption-overview#requirements

/** The generation at the end of a size: 5 for `Standard_D4s_v5`, 1 where there is none. */
const generationOf = (size: string): number => Number(/_v(\d+)$/i.exec(size)?.[1] ?? "1");

/** AKS tells them by their generation: those of the fourth and later ones do. */
const firstThatDoes = 4;

/** Null where the size is not said, or is none of Azure's common form. */
function encrypts(size: string | undefined): boolean | null {
  if (size === undefined || !/^Standard_[A-Z]+\d/i.test(size)) return null;
  return generationOf(size) >= firstThatDoes;
}

type ApiNetworkFact = Readonly<
  | { is: "fits"; network: string }
  | { is: "dualStack" }
  /** No node is of a size that encrypts. */
  | { is: "encryptedInVain"; network: string }
  | { is: "sizeUnknown"; network: string; pools: readonly string[] }
  /** `failed`: the cluster's last operation, or a pool's. */
  | { is: "encrypted"; network: string; pools: readonly string[]; failed: boolean }
>;

const isFailed = ({ provisioningState }: Readonly<{ provisioningState: string }>): boolean =>
  stateWordOf(provisioningState) === "failed";

/** Where an operation failed on it, AKS has to try again. */
function decrypt(network: VirtualNetwork, cluster: ManagedCluster, failed: boolean) {
  const off = fixAt(network.id, (at) => ({ kind: "disableEncryption", at }), { is: "networkDecrypted" });
  return off === null ? undefined : joinFixes([off, ...(failed ? [reconcile(cluster)] : [])]);
}

const namesOf = (pools: readonly AgentPool[]): readonly string[] => pools.map(({ name }) => name);

function judge(cluster: ManagedCluster, network: VirtualNetwork): Outcome<ApiNetworkFact> {
  const { agentPools } = cluster;
  const isDual = (cluster.network.ipFamilies ?? []).some((family) => /^ipv6$/i.test(family));
  const evidence = [
    labelled("encryption.enabled", network.isEncrypted === true),
    ...agentPools.map(({ name, vmSize = "" }) => labelled("pool", name, vmSize)),
  ];
  const more = { resourceId: network.id, evidence };
  const otherwise = isDual
    ? advise({ is: "dualStack" }, { ...more, resourceId: cluster.id })
    : pass({ is: "fits", network: network.name }, evidence);
  if (network.isEncrypted !== true) return otherwise;
  const encrypting = agentPools.filter(({ vmSize }) => encrypts(vmSize) === true);
  if (encrypting.length > 0) {
    const failed = [cluster, ...agentPools].some(isFailed);
    const found = { is: "encrypted", network: network.name, pools: namesOf(encrypting), failed } as const;
    return (failed ? fail : warn)(found, { ...more, fix: decrypt(network, cluster, failed) });
  }
  const unknown = agentPools.filter(({ vmSize }) => encrypts(vmSize) === null);
  return unknown.length > 0 || agentPools.length === 0
    ? notAssessed({ is: "sizeUnknown", network: network.name, pools: namesOf(unknown) })
    : advise({ is: "encryptedInVain", network: network.name }, more);
}

export const apiVnetintNetwork = defineCheck({
  id: "api.vnetint-network",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  pathPlace: { on: "apiServer", thing: "apiServer" },
  source: "https://learn.microsoft.com/azure/aks/api-server-vnet-integration#limitations",
  needs: ["managedCluster", "clusterNetwork"],
  after: ["api.mode", "vnet.cluster-subnet"],
  skip: unlessVnetIntegration,
  evaluate: ({ managedCluster, clusterNetwork }): Outcome<ApiNetworkFact> =>
    judge(managedCluster, clusterNetwork),
});

// api.vnetint-subnet: with VNet integration the API server needs free addresses in a subnet delegated to AKS.

type ApiSubnetFact = Readonly<
  /** `wanted`: by its name; null where the cluster names none and nothing is delegated to AKS. */
  | { is: "absent"; network: string; wanted: string | null }
  | { is: "notDelegated"; subnet: string }
  | { is: "tooSmall"; subnet: string; prefixes: readonly string[]; leastBits: number }
  | { is: "useUnsaid"; subnet: string }
  | { is: "full"; subnet: string }
  | { is: "nearlyFull"; subnet: string; free: number }
  | { is: "hasRoom"; subnet: string; free: number }
>;

/** The smallest that AKS takes. */
const minimumBits = 28;
/** Fewer free addresses than this are used up by the next upgrade. */
const comfortable = 3;

/** Azure lets nobody change the range of a subnet in use, so that one without room is not mended by a line. */
const delegate = (network: VirtualNetwork, subnet: Subnet): Fix | null =>
  fixAt(
    network.id,
    (_at, parts) => ({
      kind: "delegateSubnet",
      at: target(parts, network.name, subnet.name),
      to: "Microsoft.ContainerService/managedClusters",
    }),
    { is: "apiSubnetDelegated" },
  );

function isTooSmall({ addressPrefixes }: Subnet): boolean {
  const own = withoutIpv6(addressPrefixes);
  return own.length > 0 && own.every((prefix) => (parseCidr(prefix)?.bits ?? 0) > minimumBits);
}

function roomInSubnet(
  network: VirtualNetwork,
  subnet: Subnet,
  usages: Section<readonly SubnetUsage[]>,
): Outcome<ApiSubnetFact | SharedFact> {
  const { name } = subnet;
  const evidence = [
    labelled("subnet", subnet.name, subnet.addressPrefixes.join(", ")),
    labelled("delegations", { is: "listed", names: subnet.delegations }),
  ];
  const more = { resourceId: subnet.id, evidence };
  if (!isDelegatedToAks(subnet))
    return fail({ is: "notDelegated", subnet: name }, { ...more, fix: delegate(network, subnet) });
  if (isTooSmall(subnet))
    return fail(
      { is: "tooSmall", subnet: name, prefixes: subnet.addressPrefixes, leastBits: minimumBits },
      more,
    );
  if (usages.status === "unavailable") return unread(usages);
  const usage = usages.data.find(({ subnetId }) => sameId(subnetId, subnet.id));
  if (usage === undefined) return notAssessed({ is: "useUnsaid", subnet: name });
  const free = usage.limit - usage.used;
  const counted = {
    ...more,
    evidence: [...evidence, labelled("inUse", { is: "inUse", used: usage.used, limit: usage.limit })],
  };
  if (free <= 0) return fail({ is: "full", subnet: name }, counted);
  return free < comfortable
    ? warn({ is: "nearlyFull", subnet: name, free }, counted)
    : pass({ is: "hasRoom", subnet: name, free }, counted.evidence);
}

export const apiVnetintSubnet = defineCheck({
  id: "api.vnetint-subnet",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  pathPlace: { on: "apiServer", thing: "apiServer" },
  source: "https://learn.microsoft.com/azure/aks/api-server-vnet-integration",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["subnetUsages"],
  after: ["api.mode", "vnet.cluster-subnet"],
  skip: unlessVnetIntegration,
  evaluate: ({
    managedCluster: cluster,
    clusterNetwork: network,
    subnetUsages,
  }): Outcome<ApiSubnetFact | SharedFact> => {
    const subnet = apiSubnetOf(cluster, network);
    if (subnet !== undefined) return roomInSubnet(network, subnet, subnetUsages);
    const { subnetId } = cluster.apiServerAccess;
    const wanted = subnetId === undefined ? null : nameOf(subnetId);
    return fail({ is: "absent", network: network.name, wanted }, { resourceId: network.id });
  },
});

// api.vnetint-ilb: with VNet integration, everyone reaches the API server at this load balancer's address.

type ApiBalancerFact = Readonly<
  | { is: "absent"; resourceGroup: string; balancer: string }
  | { is: "noAddress"; balancer: string }
  | { is: "outside"; ip: string; subnet: string }
  | { is: "standsAt"; ip: string; balancer: string }
>;

function balancerState(
  cluster: ManagedCluster,
  balancer: LoadBalancer,
  subnet: Subnet | undefined,
): Outcome<ApiBalancerFact | SharedFact> {
  const { name, provisioningState: state } = balancer;
  const ip = firstIpv4(balancer.frontends);
  const evidence = [
    labelled("state", state),
    labelled("address", { is: "listed", names: ip === undefined ? [] : [ip] }),
    labelled("subnet", subnet?.addressPrefixes.join(", ") ?? { is: "notKnown" }),
  ];
  const more = { resourceId: balancer.id, evidence };
  if (ip === undefined)
    return fail({ is: "noAddress", balancer: name }, { ...more, fix: reconcile(cluster) });
  const open = unsettled(thing("apiBalancer", name), state, more);
  if (open !== null) return open;
  return subnet !== undefined && coverage(subnet.addressPrefixes, ip) !== "yes"
    ? warn({ is: "outside", ip, subnet: subnet.name }, more)
    : pass({ is: "standsAt", ip, balancer: name }, evidence);
}

export const apiVnetintIlb = defineCheck({
  id: "api.vnetint-ilb",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  pathPlace: { on: "apiServer", thing: "apiServer" },
  source: "https://learn.microsoft.com/azure/aks/api-server-vnet-integration",
  needs: ["managedCluster"],
  looksAt: ["loadBalancers", "clusterNetwork"],
  after: ["cluster.power-state", "api.vnetint-subnet"],
  skip: unlessVnetIntegration,
  evaluate: ({
    managedCluster: cluster,
    loadBalancers,
    clusterNetwork,
  }): Outcome<ApiBalancerFact | SharedFact> => {
    const found = apiBalancerOf(cluster, loadBalancers);
    if (found.status === "unknown") return unread(found.cause);
    if (found.status === "absent")
      return fail(
        { is: "absent", resourceGroup: cluster.nodeResourceGroup, balancer: apiBalancerName },
        { resourceId: cluster.id, fix: reconcile(cluster) },
      );
    const subnet =
      clusterNetwork.status === "collected" ? apiSubnetOf(cluster, clusterNetwork.data) : undefined;
    return balancerState(cluster, found.item, subnet);
  },
});
