// api.vnetint-network: with VNet integration, nodes whose network traffic is encrypted do not get to the API server.

import { reconcile } from "../../fix/cluster.ts";
import { forResource, target } from "../../fix/write/az.ts";
import { type Fix, joinFixes } from "../../fix/write/fix.ts";
import { advise, fail, notAssessed, type Outcome, pass, warn } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { stateWordOf } from "../../outcome/state-word.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot/cluster.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
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
  const off = forResource<Fix>(network.id, (parts) => ({
    steps: [{ kind: "disableEncryption", at: target(parts, network.name) }],
    risks: [{ is: "networkDecrypted" }],
    disruptive: false,
    roles: [{ role: "Network Contributor", on: [network.name] }],
  }));
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
  shownBy: "azure",
  pathPlace: { on: "apiServer", thing: "apiServer" },
  source: "https://learn.microsoft.com/azure/aks/api-server-vnet-integration#limitations",
  needs: ["managedCluster", "clusterNetwork"],
  after: ["api.mode", "vnet.cluster-subnet"],
  skip: unlessVnetIntegration,
  evaluate: ({ managedCluster, clusterNetwork }): Outcome<ApiNetworkFact> =>
    judge(managedCluster, clusterNetwork),
});
