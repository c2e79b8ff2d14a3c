// Whether the security groups before a place, its interface's and its subnet's, let it reach the API server.
import type { Outcome } from "./check.ts";
import type { ClientPlace } from "./client-places.ts";
import type { VirtualNetworkTag } from "./nsg.ts";
import { judgeGroup, type Wanted } from "./nsg-groups.ts";
import { combine, pass } from "./outcomes.ts";
import type { ById, NetworkSecurityGroup } from "./snapshot.ts";

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

/** `virtualNetwork`: as seen from the network of the place. */
export function judgeGroupsBefore(
  place: ClientPlace,
  {
    apiIp,
    virtualNetwork,
    groups,
  }: Readonly<{ apiIp: string; virtualNetwork: VirtualNetworkTag; groups: ById<NetworkSecurityGroup> }>,
): Outcome {
  if (place.securityGroupIds.length === 0) return pass(`No security group stands before ${place.name}.`);
  const wanted = wantedFrom(place, apiIp, virtualNetwork);
  const works = ({ name }: NetworkSecurityGroup) => `${name} lets ${place.name} reach ${apiIp}:443.`;
  return combine(
    place.securityGroupIds.map((id) => judgeGroup(id, groups, [wanted], works)),
    true,
  );
}
