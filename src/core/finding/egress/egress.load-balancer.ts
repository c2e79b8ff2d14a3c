// egress.load-balancer: AKS sends what nodes send, and what comes in for services, through its own load balancers.
import { apiBalancerName } from "../../network/api-address.ts";
import { nodeSubnetsOf } from "../../network/cluster-subnets.ts";
import { outboundTypeOf } from "../../network/egress.ts";
import type { Outcome } from "../../outcome/check.ts";
import { combine, fail, notApplicable, pass, unread, warn } from "../../outcome/outcomes.ts";
import { stateWordOf, thing, unsettled } from "../../outcome/state-word.ts";
import { reconcile } from "../../repair/fixes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { Subnet } from "../../snapshot/network.ts";
import type { LoadBalancer } from "../../snapshot/outbound.ts";
import { parseResourceId } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";

const isOfNodes = ({ nodeResourceGroup }: ManagedCluster, { id, name }: LoadBalancer): boolean =>
  name.toLowerCase() !== apiBalancerName &&
  parseResourceId(id)?.resourceGroup.toLowerCase() === nodeResourceGroup.toLowerCase();

/** A NAT gateway comes before the balancer. */
const leavesOtherwise = ({ natGatewayId }: Subnet): boolean => natGatewayId !== undefined;

/** Several may serve the nodes; one through which they leave is enough. */
function judgeWayOut(
  cluster: ManagedCluster,
  own: readonly LoadBalancer[],
  subnets: readonly Subnet[],
): readonly Outcome[] {
  if (outboundTypeOf(cluster) !== "loadBalancer" || own.some(({ leadsOut }) => leadsOut)) return [];
  if (subnets.length > 0 && subnets.every(leavesOtherwise)) return [];
  // A Basic one takes nodes out without a rule.
  if (!/^standard$/i.test(cluster.network.loadBalancerSku ?? "standard")) return [];
  const balancer = own.find(({ name }) => name.toLowerCase() === "kubernetes");
  const said =
    balancer === undefined
      ? `The nodes' load balancer kubernetes is gone from ${cluster.nodeResourceGroup}, so nodes cannot leave the network.`
      : "The nodes' load balancer kubernetes has no outbound rule, so nodes cannot leave the network.";
  const evidence = own.map(({ name }) => `load balancer  ${name}  no outbound rule`);
  return [fail(said, { resourceId: balancer?.id ?? cluster.id, evidence, fix: reconcile(cluster) })];
}

function judge(cluster: ManagedCluster, { id, name, provisioningState: state }: LoadBalancer) {
  const more = { resourceId: id, evidence: [`load balancer  ${name}  ${state}`], fix: reconcile(cluster) };
  if (stateWordOf(state) === "failed")
    return warn(
      `The last change of the nodes' load balancer ${name} failed, so not all of it may be in force.`,
      more,
    );
  const { fix: _none, ...found } = more;
  return (
    unsettled(thing("nodesBalancer", name), state, found) ??
    pass("The nodes' load balancers are set up.", more.evidence)
  );
}

export const egressLoadBalancer = defineCheck({
  id: "egress.load-balancer",
  severity: "high",
  source: "https://learn.microsoft.com/azure/aks/load-balancer-standard",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["loadBalancers"],
  after: ["cluster.power-state"],
  evaluate: ({ managedCluster: cluster, clusterNetwork: network, loadBalancers: { items, missing } }) => {
    const own = items.filter((balancer) => isOfNodes(cluster, balancer));
    const [gap] = missing;
    if (gap !== undefined && own.length === 0) return unread(gap);
    const cut = judgeWayOut(cluster, own, nodeSubnetsOf(cluster, network));
    return own.length + cut.length === 0
      ? notApplicable("The nodes have no load balancer.")
      : combine([...cut, ...own.map((balancer) => judge(cluster, balancer))], true);
  },
});
