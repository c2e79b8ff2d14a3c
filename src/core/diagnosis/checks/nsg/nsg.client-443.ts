// nsg.client-443: the client's own security groups must let TCP 443 out to the API server.
import type { Outcome } from "../../check.ts";
import type { ClientPlace } from "../../client-places.ts";
import { defineCheck } from "../../define-check.ts";
import type { VirtualNetworkTag } from "../../nsg.ts";
import { judgeGroup, type Wanted } from "../../nsg-groups.ts";
import { combine, pass } from "../../outcomes.ts";
import { unlessPrivate } from "../../skips.ts";
import type { ById, NetworkSecurityGroup } from "../../snapshot.ts";
import { virtualNetworkTag } from "../../virtual-network-tag.ts";
import { judgeWays, waySections } from "../../way-to-api.ts";

const wantedFrom = (place: ClientPlace, ip: string, virtualNetwork: VirtualNetworkTag): Wanted => ({
  flow: {
    direction: "Outbound",
    protocol: "Tcp",
    source: place.address,
    destination: ip,
    port: 443,
    virtualNetwork,
  },
  from: place.name,
  to: ip,
  opening: {
    name: "allow-aks-api",
    protocol: "Tcp",
    sources: ["VirtualNetwork"],
    destinations: [ip],
    ports: ["443"],
    risk: "Opens TCP 443 to the API server's address only.",
  },
});

const judgePlace = (place: ClientPlace, wanted: Wanted, groups: ById<NetworkSecurityGroup>): Outcome =>
  place.securityGroupIds.length === 0
    ? pass(`No security group stands before ${place.name}.`)
    : combine(
        place.securityGroupIds.map((id) =>
          judgeGroup(
            id,
            groups,
            [wanted],
            ({ name }) => `${name} lets ${place.name} reach ${wanted.to}:443.`,
          ),
        ),
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
  looksAt: [...waySections, "networkSecurityGroups", "routeTables"],
  after: ["vnet.cluster-subnet", "pe.ip", "api.vnetint-ilb"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeWays(data, client, ({ place, network, apiIp }) => {
      const tag = virtualNetworkTag(network, [data.clusterNetwork], data.routeTables);
      return judgePlace(place, wantedFrom(place, apiIp, tag), data.networkSecurityGroups);
    }),
});
