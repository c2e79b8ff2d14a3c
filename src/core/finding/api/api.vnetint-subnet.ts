// api.vnetint-subnet: with VNet integration the API server needs free addresses in a subnet delegated to AKS.

import { forResource, target } from "../../fix/write/az.ts";
import type { Fix } from "../../fix/write/fix.ts";
import { parseCidr, withoutIpv6 } from "../../network/address/cidr.ts";
import { apiSubnetOf, isDelegatedToAks } from "../../network/route/cluster-subnets.ts";
import { fail, notAssessed, type Outcome, pass, type SharedFact, unread, warn } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { Subnet, SubnetUsage, VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf, sameId } from "../../snapshot/resource-id.ts";
import type { Section } from "../../snapshot/section.ts";
import { defineCheck, unlessVnetIntegration } from "../kit/define-check.ts";

export type ApiSubnetFact = Readonly<
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
  forResource(network.id, (parts) => ({
    steps: [
      {
        kind: "delegateSubnet",
        at: target(parts, network.name, subnet.name),
        to: "Microsoft.ContainerService/managedClusters",
      },
    ],
    risks: [{ is: "apiSubnetDelegated" }],
    disruptive: false,
    roles: [{ role: "Network Contributor", on: [network.name] }],
  }));

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
  shownBy: "azure",
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
