// nsg.client-443: the client's own security groups must let TCP 443 out to the API server.
import { azIn, forResource } from "../../az.ts";
import type { Fix, Outcome } from "../../check.ts";
import type { ClientPlace } from "../../client-places.ts";
import { defineCheck } from "../../define-check.ts";
import { freeName } from "../../free-name.ts";
import { decideFlow } from "../../nsg.ts";
import { combine, fail, notAssessed, pass, unread } from "../../outcomes.ts";
import { idKey, nameOf, sameId } from "../../resource-id.ts";
import { unlessPrivate } from "../../skips.ts";
import type { ById, NetworkSecurityGroup, SecurityRule, VirtualNetwork } from "../../snapshot.ts";
import { judgeWays, waySections } from "../../way-to-api.ts";

const highestOwnPriority = 4096;

/** The nearest free number before the rule; null when none is left. */
function priorityBefore(group: NetworkSecurityGroup, rule: SecurityRule): number | null {
  const taken = new Set(
    group.rules.filter(({ direction }) => /^outbound$/i.test(direction)).map(({ priority }) => priority),
  );
  for (let number = Math.min(rule.priority - 1, highestOwnPriority); number >= 100; number -= 1)
    if (!taken.has(number)) return number;
  return null;
}

function allowBefore(group: NetworkSecurityGroup, rule: SecurityRule, ip: string): Fix | null {
  const priority = priorityBefore(group, rule);
  if (priority === null) return null;
  // A rule of that name may let people reach another cluster: it has to stay.
  const names = group.rules.map(({ name }) => name);
  const argv = {
    "--nsg-name": group.name,
    "--name": freeName("allow-aks-api", names, "-"),
    "--priority": String(priority),
    "--direction": "Outbound",
    "--access": "Allow",
    "--protocol": "Tcp",
    "--source-address-prefixes": "VirtualNetwork",
    "--destination-address-prefixes": ip,
    "--destination-port-ranges": "443",
  };
  return forResource(group.id, (parts) => ({
    commands: [azIn(parts, "network nsg rule create", ...Object.entries(argv).flat())],
    risk: "Opens TCP 443 to the API server's address only.",
    disruptive: false,
    role: `Network Contributor on ${group.name}`,
  }));
}

/** What the tag VirtualNetwork covers here for certain: the network itself and what it is peered with. */
const virtualNetworkOf = (network: VirtualNetwork, cluster: VirtualNetwork): readonly string[] => {
  const peered = network.peerings.filter((peering) => peering.allowVirtualNetworkAccess);
  const toCluster = peered.some(({ remoteVirtualNetworkId: id }) => sameId(id, cluster.id));
  return [
    ...network.addressPrefixes,
    ...peered.flatMap(({ remoteAddressPrefixes }) => remoteAddressPrefixes),
    ...(toCluster ? cluster.addressPrefixes : []),
  ];
};

type Target = Readonly<{ ip: string; groups: ById<NetworkSecurityGroup>; virtualNetwork: readonly string[] }>;

function judgeGroup(id: string, place: ClientPlace, { ip, groups, virtualNetwork }: Target): Outcome {
  const section = groups[idKey(id)];
  const needs = [{ action: "Microsoft.Network/networkSecurityGroups/read", scope: id }];
  if (section === undefined)
    return unread({ message: `The network security group ${nameOf(id)} was not read.`, needs });
  if (section.status === "unavailable") return unread(section);
  const group = section.data;
  const decision = decideFlow(group, {
    direction: "Outbound",
    source: place.address,
    destination: ip,
    port: 443,
    virtualNetwork,
  });
  if (decision.access === "undecided")
    return notAssessed(
      `Whether ${group.name} lets ${place.name} reach ${ip}:443 is open: ${decision.reason}.`,
    );
  const { rule } = decision;
  const evidence = [`${group.name}  ${rule.name}  priority ${rule.priority}  ${rule.access}`];
  return decision.access === "allow"
    ? pass(`${group.name} lets ${place.name} reach ${ip}:443.`, evidence)
    : fail(
        `Rule ${rule.name} (priority ${rule.priority}) of ${group.name} denies TCP 443 from ${place.name} to ${ip}.`,
        { resourceId: group.id, evidence, fix: allowBefore(group, rule, ip) },
      );
}

const judgePlace = (place: ClientPlace, target: Target): Outcome =>
  place.securityGroupIds.length === 0
    ? pass(`No security group stands before ${place.name}.`)
    : combine(
        place.securityGroupIds.map((id) => judgeGroup(id, place, target)),
        true,
      );

export const nsgClient443 = defineCheck({
  id: "nsg.client-443",
  title: "Security groups let you reach port 443",
  severity: "critical",
  why: "The API server speaks only HTTPS on TCP 443.",
  remediation: "Allow TCP 443 to the API server's address before the rule that denies it.",
  source: "https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [...waySections, "networkSecurityGroups"],
  after: ["vnet.cluster-subnet", "pe.ip"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeWays(data, client, ({ place, network, apiIp }) =>
      judgePlace(place, {
        ip: apiIp,
        groups: data.networkSecurityGroups,
        virtualNetwork: virtualNetworkOf(network, data.clusterNetwork),
      }),
    ),
});
