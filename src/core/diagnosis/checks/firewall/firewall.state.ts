// firewall.state: a firewall that was deallocated to save money leaves the nodes without a way out.
import type { Outcome } from "../../check.ts";
import { nodeSubnetsOf } from "../../cluster-subnets.ts";
import { defaultRoutesOf, nextHopOf } from "../../default-route.ts";
import { defineCheck } from "../../define-check.ts";
import { leavesByProxy } from "../../egress.ts";
import { allocate, deallocatedNear, firewallSubnetName, reapply } from "../../firewall-repair.ts";
import type { ById } from "../../listing.ts";
import { type HopOwner, type HopSources, hopSections, ownerOf } from "../../next-hop.ts";
import { combine, fail, notApplicable, pass, unread } from "../../outcomes.ts";
import type { ManagedCluster } from "../../snapshot-cluster.ts";
import type { Firewall } from "../../snapshot-firewall.ts";
import type { RouteTable } from "../../snapshot-network.ts";
import { unsettled } from "../../state-word.ts";

function judgeFirewall(firewall: Firewall, ip: string): Outcome {
  const { id, name, provisioningState: state, ipConfigurations } = firewall;
  const evidence = [
    `firewall  ${name}  ${state}`,
    `private   ${ipConfigurations.flatMap(({ privateIpAddress }) => privateIpAddress ?? []).join(", ") || "none"}`,
    `next hop  ${ip}`,
  ];
  const more = { resourceId: id, evidence };
  if (/^failed$/i.test(state))
    return fail(`The firewall ${name}, through which nodes leave, is in state Failed.`, {
      ...more,
      fix: reapply(firewall),
    });
  return (
    unsettled(`the firewall ${name}, through which nodes leave,`, state, more) ??
    pass(`The firewall ${name}, through which nodes leave, is running.`, evidence)
  );
}

function judgeOwner(owner: HopOwner, ip: string, { firewalls }: HopSources): Outcome {
  if (owner.kind === "firewall") return judgeFirewall(owner.firewall, ip);
  if (owner.kind === "unknown") return unread(owner.cause);
  if (owner.kind !== "nobody" || owner.subnet?.name.toLowerCase() !== firewallSubnetName.toLowerCase())
    return notApplicable(`The next hop ${ip} of the default route is no firewall.`);
  const firewall = deallocatedNear(owner.network, firewalls.items);
  return firewall === undefined
    ? notApplicable(`No firewall stands in ${owner.network.name}.`)
    : fail(`The firewall ${firewall.name} is deallocated, so nodes have no way out.`, {
        resourceId: firewall.id,
        evidence: [
          `firewall  ${firewall.name}  ${firewall.provisioningState}  no IP configuration`,
          `next hop  ${ip}`,
        ],
        fix: allocate(firewall, owner.network),
      });
}

function judge(cluster: ManagedCluster, sources: HopSources, tables: ById<RouteTable>): Outcome {
  const outcomes = nodeSubnetsOf(cluster, sources.clusterNetwork).flatMap((subnet) => {
    const found = defaultRoutesOf(subnet, tables);
    if (found.status === "unavailable") return [unread(found)];
    return found.data.map(({ route }) => {
      if (route === null || nextHopOf(route) !== "appliance")
        return notApplicable(`Nodes in the subnet ${subnet.name} do not leave through a firewall near them.`);
      const ip = route.nextHopIpAddress ?? "";
      return judgeOwner(ownerOf(ip, sources), ip, sources);
    });
  });
  return combine(outcomes, true);
}

export const firewallState = defineCheck({
  id: "firewall.state",
  title: "Firewall on the nodes' way out is running",
  severity: "critical",
  why: "When the default route leads to a firewall that failed or was deallocated, nodes reach nothing outside.",
  remediation: "Allocate the firewall again, and compare its private address with the routes.",
  source: "https://learn.microsoft.com/azure/firewall/overview",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [...hopSections, "routeTables"],
  after: ["route.default"],
  evaluate: ({ managedCluster, routeTables, ...sources }) =>
    leavesByProxy(managedCluster)
      ? notApplicable("Nodes leave by their proxy, whatever their default route is.")
      : judge(managedCluster, sources, routeTables),
});
