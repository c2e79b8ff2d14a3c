// egress.lb-outbound: AKS sends what nodes send, and what comes in for services, through its own load balancers. For
// what they send, every node needs ports of a public address.
// https://learn.microsoft.com/azure/aks/load-balancer-standard#configure-the-allocated-outbound-ports

import { aksFix, atCluster, reconcile } from "../../fix/cluster.ts";
import type { FixStep } from "../../fix/write/actions.ts";
import type { Fix } from "../../fix/write/fix.ts";
import { apiBalancerName } from "../../network/address/api-server.ts";
import { nodeSubnetsOf } from "../../network/route/cluster-subnets.ts";
import { outboundTypeOf } from "../../network/route/egress.ts";
import {
  combine,
  fail,
  notApplicable,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { columns, labelled } from "../../outcome/columns.ts";
import { isRunning } from "../../outcome/pool-words.ts";
import { thing, unsettled } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { LoadBalancer, OutboundPorts, Subnet } from "../../snapshot/network.ts";
import { parseResourceId } from "../../snapshot/resource-id.ts";
import { surgeOf } from "../cluster/address-need.ts";
import { defineCheck } from "../kit/define-check.ts";

type NodesBalancerFact = Readonly<
  | { is: "gone"; from: string }
  | { is: "noOutboundRule" }
  /** `nodes`: for how many its addresses have ports. */
  | { is: "portsShort"; ports: number; nodes: number; wanted: number }
  | { is: "portsShortInUpgrade"; ports: number; nodes: number; wanted: number }
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
  const evidence = own.map(({ name }) => labelled("loadBalancer", name, { is: "noOutboundRule" }));
  const more = { evidence, fix: reconcile(cluster) };
  return balancer === undefined
    ? [fail({ is: "gone", from: cluster.nodeResourceGroup }, { ...more, resourceId: cluster.id })]
    : [fail({ is: "noOutboundRule" }, { ...more, resourceId: balancer.id })];
}

function nodesBalancerState({ id, name, provisioningState: state }: LoadBalancer): BalancerOutcome {
  const more = { resourceId: id, evidence: [labelled("loadBalancer", name, state)] };
  return unsettled(thing("nodesBalancer", name), state, more) ?? pass({ is: "setUp" }, more.evidence);
}

/** Of one public address. */
const portsOfAddress = 64_000;
/** More addresses than these no load balancer takes. */
const mostAddresses = 100;

/** AKS adds addresses where it keeps them; where its owner brings them, each node gets fewer ports. */
function moreFor(
  cluster: ManagedCluster,
  { portsEach, addressCount }: OutboundPorts,
  nodes: number,
): Fix | null {
  const at = atCluster(cluster);
  const made = (step: FixStep): Fix => aksFix(cluster, step, { is: "portsShared" });
  const wanted = Math.ceil((portsEach * nodes) / portsOfAddress);
  if (cluster.network.managedOutboundIps !== undefined && wanted <= mostAddresses)
    return made({ kind: "setOutboundAddresses", at, count: wanted });
  // Azure takes multiples of eight.
  const ports = Math.floor((portsOfAddress * addressCount) / nodes / 8) * 8;
  return ports > 0 ? made({ kind: "setOutboundPorts", at, count: ports }) : null;
}

/** Where every node keeps a number of ports, they are to suffice for all, and for those that an upgrade adds. */
function judgePorts(
  cluster: ManagedCluster,
  { id, name, portRules = [] }: LoadBalancer,
): readonly BalancerOutcome[] {
  const running = cluster.agentPools.filter(isRunning);
  const nodes = running.reduce((sum, { count = 0 }) => sum + count, 0);
  const most = nodes + Math.max(0, ...running.map(surgeOf));
  return portRules.flatMap((rule) => {
    const { portsEach: ports, addressCount } = rule;
    const room = Math.floor((portsOfAddress * addressCount) / ports);
    const short = room < nodes ? "portsShort" : "portsShortInUpgrade";
    if (room >= most) return [];
    const evidence = [columns(name, rule.name, { is: "ports", each: ports, addresses: addressCount, nodes })];
    const more = { resourceId: id, evidence, fix: moreFor(cluster, rule, most) };
    return [warn({ is: short, ports, nodes: room, wanted: short === "portsShort" ? nodes : most }, more)];
  });
}

export const egressLbOutbound = defineCheck({
  id: "egress.lb-outbound",
  severity: "high",
  scope: "nodes",
  impact: "cuts",
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
      : combine(
          [
            ...cut,
            ...own.flatMap((balancer) => judgePorts(cluster, balancer)),
            ...own.map(nodesBalancerState),
          ],
          true,
        );
  },
});
