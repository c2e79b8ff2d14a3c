// api.vnetint-ilb: with VNet integration, everyone reaches the API server at this load balancer's address.

import { reconcile } from "../../fix/cluster.ts";
import { apiBalancerName, apiBalancerOf, firstIpv4 } from "../../network/address/api-server.ts";
import { coverage } from "../../network/address/cidr.ts";
import { apiSubnetOf } from "../../network/route/cluster-subnets.ts";
import { fail, type Outcome, pass, type SharedFact, unread, warn } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { thing, unsettled } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { LoadBalancer, Subnet } from "../../snapshot/network.ts";
import { defineCheck, unlessVnetIntegration } from "../kit/define-check.ts";

export type ApiBalancerFact = Readonly<
  | { is: "absent"; resourceGroup: string; balancer: string }
  | { is: "failed"; balancer: string }
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
  if (/^failed$/i.test(state))
    return fail({ is: "failed", balancer: name }, { ...more, fix: reconcile(cluster) });
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
  shownBy: "azure",
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
