// egress.load-balancer: AKS sends what nodes send, and what comes in for services, through its own load balancers.
import { apiBalancerName } from "../../api-address.ts";
import { defineCheck } from "../../define-check.ts";
import { reconcile } from "../../fixes.ts";
import { combine, notApplicable, pass, unread, warn } from "../../outcomes.ts";
import { parseResourceId } from "../../resource-id.ts";
import type { LoadBalancer, ManagedCluster } from "../../snapshot.ts";
import { stateWordOf, unsettled } from "../../state-word.ts";

const isOfNodes = ({ nodeResourceGroup }: ManagedCluster, { id, name }: LoadBalancer): boolean =>
  name.toLowerCase() !== apiBalancerName &&
  parseResourceId(id)?.resourceGroup.toLowerCase() === nodeResourceGroup.toLowerCase();

function judge(cluster: ManagedCluster, { id, name, provisioningState: state }: LoadBalancer) {
  const more = { resourceId: id, evidence: [`load balancer  ${name}  ${state}`], fix: reconcile(cluster) };
  if (stateWordOf(state) === "failed")
    return warn(
      `The last change of the nodes' load balancer ${name} failed, so not all of it may be in force.`,
      more,
    );
  const { fix: _none, ...found } = more;
  return (
    unsettled(`the nodes' load balancer ${name}`, state, found) ??
    pass("The nodes' load balancers are set up.", more.evidence)
  );
}

export const egressLoadBalancer = defineCheck({
  id: "egress.load-balancer",
  title: "Load balancers of the nodes are set up",
  severity: "high",
  why: "A load balancer whose last change failed may lack the addresses by which nodes leave.",
  remediation: "Let AKS reconcile the cluster.",
  source: "https://learn.microsoft.com/azure/aks/load-balancer-standard",
  needs: ["managedCluster"],
  looksAt: ["loadBalancers"],
  after: ["cluster.power-state"],
  evaluate: ({ managedCluster: cluster, loadBalancers: { items, missing } }) => {
    const own = items.filter((balancer) => isOfNodes(cluster, balancer));
    const [gap] = missing;
    if (own.length > 0)
      return combine(
        own.map((balancer) => judge(cluster, balancer)),
        true,
      );
    return gap === undefined ? notApplicable("The nodes have no load balancer.") : unread(gap);
  },
});
