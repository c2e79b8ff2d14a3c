// nsg.client-443: the client's own security groups must let TCP 443 out to the API server.
import type { Outcome } from "../../check.ts";
import type { ClientPlace } from "../../client-places.ts";
import { defineCheck } from "../../define-check.ts";
import { decideFlow } from "../../nsg.ts";
import { allowBefore } from "../../nsg-fixes.ts";
import { combine, fail, notAssessed, pass, unread } from "../../outcomes.ts";
import { idKey, nameOf, sameId } from "../../resource-id.ts";
import { unlessPrivate } from "../../skips.ts";
import type { ById, NetworkSecurityGroup, VirtualNetwork } from "../../snapshot.ts";
import { judgeWays, waySections } from "../../way-to-api.ts";

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
  const flow = {
    direction: "Outbound",
    source: place.address,
    destination: ip,
    port: 443,
    virtualNetwork,
  } as const;
  const decision = decideFlow(group, flow);
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
        {
          resourceId: group.id,
          evidence,
          fix: allowBefore(group, rule, flow, { name: "allow-aks-api", what: "the API server's address" }),
        },
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
