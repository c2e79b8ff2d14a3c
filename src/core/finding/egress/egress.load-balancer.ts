// egress.load-balancer: AKS sends what nodes send, and what comes in for services, through its own load balancers.
import { apiBalancerName } from "../../network/api-address.ts";
import { nodeSubnetsOf } from "../../network/cluster-subnets.ts";
import { outboundTypeOf } from "../../network/egress.ts";
import type { Outcome } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { combine, fail, notApplicable, pass, unread, warn } from "../../outcome/outcomes.ts";
import { stateWordOf, thing, unsettled } from "../../outcome/state-word.ts";
import { reconcile } from "../../repair/fixes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { Subnet } from "../../snapshot/network.ts";
import type { LoadBalancer } from "../../snapshot/outbound.ts";
import { parseResourceId } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";

export type NodesBalancerFact = Readonly<
  | { is: "gone"; from: string }
  | { is: "noOutboundRule" }
  | { is: "changeFailed"; balancer: string }
  | { is: "setUp" }
  | { is: "noBalancer" }
>;

type BalancerOutcome = Outcome<NodesBalancerFact | SharedFact>;

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
): readonly BalancerOutcome[] {
  if (outboundTypeOf(cluster) !== "loadBalancer" || own.some(({ leadsOut }) => leadsOut)) return [];
  if (subnets.length > 0 && subnets.every(leavesOtherwise)) return [];
  // A Basic one takes nodes out without a rule.
  if (!/^standard$/i.test(cluster.network.loadBalancerSku ?? "standard")) return [];
  const balancer = own.find(({ name }) => name.toLowerCase() === "kubernetes");
  const evidence = own.map(({ name }) => columns("load balancer", name, { is: "noOutboundRule" }));
  const more = { evidence, fix: reconcile(cluster) };
  return balancer === undefined
    ? [fail({ is: "gone", from: cluster.nodeResourceGroup }, { ...more, resourceId: cluster.id })]
    : [fail({ is: "noOutboundRule" }, { ...more, resourceId: balancer.id })];
}

function nodesBalancerState(
  cluster: ManagedCluster,
  { id, name, provisioningState: state }: LoadBalancer,
): BalancerOutcome {
  const more = { resourceId: id, evidence: [`load balancer  ${name}  ${state}`], fix: reconcile(cluster) };
  if (stateWordOf(state) === "failed") return warn({ is: "changeFailed", balancer: name }, more);
  const { fix: _none, ...found } = more;
  return unsettled(thing("nodesBalancer", name), state, found) ?? pass({ is: "setUp" }, more.evidence);
}

export const egressLoadBalancer = defineCheck({
  id: "egress.load-balancer",
  severity: "high",
  source: "https://learn.microsoft.com/azure/aks/load-balancer-standard",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["loadBalancers"],
  after: ["cluster.power-state"],
  evaluate: ({
    managedCluster: cluster,
    clusterNetwork: network,
    loadBalancers: { items, missing },
  }): BalancerOutcome => {
    const own = items.filter((balancer) => isOfNodes(cluster, balancer));
    const [gap] = missing;
    if (gap !== undefined && own.length === 0) return unread(gap);
    const cut = judgeWayOut(cluster, own, nodeSubnetsOf(cluster, network));
    return own.length + cut.length === 0
      ? notApplicable({ is: "noBalancer" })
      : combine([...cut, ...own.map((balancer) => nodesBalancerState(cluster, balancer))], true);
  },
});
