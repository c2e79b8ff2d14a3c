// route.next-hop-alive: a default route to an appliance that is off or gone is a black hole.
import { azIn, forResource } from "../../az.ts";
import { type BackendMachine, backendsOf } from "../../backends.ts";
import type { Fix, Outcome } from "../../check.ts";
import { nodeSubnetsOf } from "../../cluster-subnets.ts";
import { type DefaultRoute, defaultRoutesOf, describeDefault, nextHopOf } from "../../default-route.ts";
import { leadTo, onlyFirewallAddress } from "../../default-route-repair.ts";
import { defineCheck } from "../../define-check.ts";
import { leavesByProxy } from "../../egress.ts";
import { allocate, deallocatedNear } from "../../firewall-repair.ts";
import { startMachine } from "../../fixes.ts";
import type { ById } from "../../listing.ts";
import { type HopOwner, type HopSources, hopSections, ownerOf } from "../../next-hop.ts";
import { combine, fail, notApplicable, notAssessed, pass, unread, warn } from "../../outcomes.ts";
import { makePeering, openWherePartial, sidesOf } from "../../peering-sides.ts";
import { nameOf, networkIdOf, sameId } from "../../resource-id.ts";
import type { ManagedCluster } from "../../snapshot-cluster.ts";
import type { HostInterface } from "../../snapshot-hosts.ts";
import type { RouteTable, VirtualNetwork } from "../../snapshot-network.ts";
import { strangeWord } from "../../state-word.ts";

type Owner<K extends HopOwner["kind"]> = Extract<HopOwner, Readonly<{ kind: K }>>;

const forward = (nic: HostInterface): Fix | null =>
  forResource(nic.id, (parts) => ({
    commands: [azIn(parts, "network nic update", "--name", parts.name, "--ip-forwarding", "true")],
    risk: "Azure lets the interface take packets for other addresses; the appliance decides what happens to them.",
    disruptive: false,
    role: `Network Contributor on ${parts.name}`,
  }));

function judgeMachine({ host, nic }: BackendMachine, ip: string): Outcome {
  const { powerState } = host;
  const power = powerState.status === "collected" ? powerState.data : "not read";
  const more = {
    resourceId: host.id,
    evidence: [`${host.name}  ${ip}  ${power}`, `IP forwarding  ${nic.enableIpForwarding}`],
  };
  if (!nic.enableIpForwarding)
    return fail(`${host.name}, to which the default route leads, takes no packets for other addresses.`, {
      ...more,
      fix: forward(nic),
    });
  if (powerState.status === "unavailable") return unread(powerState);
  if (/^(deallocated|deallocating|stopped|stopping)$/i.test(power))
    return fail(`${host.name}, to which the default route leads, is ${power}.`, {
      ...more,
      fix: startMachine(host),
    });
  return /^running$/i.test(power)
    ? pass(`Nodes leave through ${host.name}, which is running.`, [
        ...more.evidence,
        "No second appliance is read.",
      ])
    : /^(starting|creating|updating)$/i.test(power)
      ? warn(`${host.name}, to which the default route leads, is in the power state "${power}".`, more)
      : strangeWord(`${host.name}, to which the default route leads,`, "power state", power);
}

/** One machine behind it that runs is enough; one that was not read may run. */
function judgeBackends({ balancer }: Owner<"balancer">, ip: string, { jumpHosts }: HopSources): Outcome {
  const { machines, hidden } = backendsOf(balancer, jumpHosts);
  const judged = machines.map((machine) => ({ machine, outcome: judgeMachine(machine, ip) }));
  const alive = judged.find(({ outcome }) => outcome.status === "pass")?.machine.host.name;
  if (alive !== undefined)
    return pass(
      `Nodes leave through the internal load balancer ${balancer.name}, behind which ${alive} is running.`,
    );
  const outcomes = judged.map(({ outcome }) => outcome);
  const open = [...outcomes.filter(({ status }) => status !== "fail"), ...hidden.map(unread)];
  return combine(open.length > 0 ? open : outcomes, true);
}

/** Packets get there only in the cluster's own network, or over a peering that is Connected. */
function judgeReach(
  subnetId: string | undefined,
  what: string,
  { clusterNetwork, peerNetworks }: HopSources,
): Outcome {
  const networkId = networkIdOf(subnetId ?? "");
  const works = pass(`The default route leads to ${what}.`);
  if (networkId === null || sameId(networkId, clusterNetwork.id)) return works;
  const peer = peerNetworks.status === "collected" ? peerNetworks.data : [];
  const network = peer.find(({ id }) => sameId(id, networkId))?.network;
  const here = clusterNetwork.peerings.find(({ remoteVirtualNetworkId: id }) => sameId(id, networkId));
  if (here !== undefined && /^connected$/i.test(here.peeringState)) return openWherePartial([here]) ?? works;
  if (here !== undefined && !/^(initiated|disconnected)$/i.test(here.peeringState))
    return strangeWord(`the peering with ${nameOf(networkId)}`, "state", here.peeringState);
  const sides =
    network && sidesOf(clusterNetwork, { id: networkId, name: nameOf(networkId), network, jumpHosts: [] });
  const state =
    here === undefined ? "not peered with the cluster's" : `behind a peering that is ${here.peeringState}`;
  return fail(`The default route leads to ${what}, but its network ${nameOf(networkId)} is ${state}.`, {
    resourceId: clusterNetwork.id,
    evidence: [`network  ${nameOf(networkId)}`, `peering  ${here?.peeringState ?? "none"}`],
    fix: sides === undefined ? null : makePeering(sides),
  });
}

/** A firewall that lost its place gets it back; else the route is led to the only firewall that there is. */
function repair(
  found: DefaultRoute,
  network: VirtualNetwork | null,
  { clusterNetwork, firewalls }: HopSources,
): Fix | null {
  const deallocated = network === null ? undefined : deallocatedNear(network, firewalls.items);
  if (network !== null && deallocated !== undefined) return allocate(deallocated, network);
  const ip = onlyFirewallAddress(firewalls.items);
  return ip === null ? null : leadTo(found, clusterNetwork, ip);
}

function judgeOwner(found: DefaultRoute, ip: string, sources: HopSources): Outcome {
  const owner = ownerOf(ip, sources);
  const evidence = [describeDefault(found)];
  switch (owner.kind) {
    case "firewall":
      return judgeReach(owner.subnetId, `the firewall ${owner.firewall.name}`, sources);
    case "balancer":
      return combine(
        [
          judgeReach(owner.subnetId, `the internal load balancer ${owner.balancer.name}`, sources),
          judgeBackends(owner, ip, sources),
        ],
        true,
      );
    case "machine":
      return combine([judgeReach(owner.subnetId, owner.host.name, sources), judgeMachine(owner, ip)], true);
    case "unknown":
      return unread(owner.cause);
    case "nobody":
      return fail(
        `The default route leads to ${ip}, an address in ${owner.network.name} that nothing owns.`,
        {
          resourceId: found.table?.id,
          evidence,
          fix: repair(found, owner.network, sources),
        },
      );
    case "elsewhere":
      return fail(
        `The default route leads to ${ip}, which lies neither in the cluster's network nor in one peered with it.`,
        { resourceId: found.table?.id, evidence, fix: repair(found, null, sources) },
      );
  }
}

function judgeRoute(found: DefaultRoute, sources: HopSources): Outcome {
  const { route, subnet } = found;
  if (route === null || nextHopOf(route) !== "appliance")
    return notApplicable(`The default route of the subnet ${subnet.name} leads to no appliance.`);
  return route.nextHopIpAddress === undefined
    ? notAssessed(`The default route ${route.name} does not say to which appliance it leads.`)
    : judgeOwner(found, route.nextHopIpAddress, sources);
}

function judge(cluster: ManagedCluster, sources: HopSources, tables: ById<RouteTable>): Outcome {
  const outcomes = nodeSubnetsOf(cluster, sources.clusterNetwork).flatMap((subnet) => {
    const found = defaultRoutesOf(subnet, tables);
    return found.status === "unavailable"
      ? [unread(found)]
      : found.data.map((each) => judgeRoute(each, sources));
  });
  return combine(outcomes, true);
}

export const routeNextHopAlive = defineCheck({
  id: "route.next-hop-alive",
  title: "What the default route leads to is running",
  severity: "critical",
  why: "A default route to an appliance that is off, gone or out of reach drops all that nodes send outside.",
  remediation: "Start the appliance, or lead the route to one that runs.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [...hopSections, "routeTables"],
  after: ["route.default", "peering.state", "firewall.state"],
  evaluate: ({ managedCluster, routeTables, ...sources }) =>
    leavesByProxy(managedCluster)
      ? notApplicable("Nodes leave by their proxy, whatever their default route is.")
      : judge(managedCluster, sources, routeTables),
});
