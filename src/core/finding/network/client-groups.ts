// The security groups before a place that people connect from: TCP 443 has to get out to the API server.

import type { ClientPlace } from "../../client/client-places.ts";
import type { VirtualNetworkTag } from "../../network/filter/nsg.ts";
import type { Outcome } from "../../outcome/check.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { combine, pass } from "../../outcome/outcomes.ts";
import type { ById } from "../../snapshot/section.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import { type GroupFact, judgeGroup, type Wanted } from "./nsg-groups.ts";

export type ClientGroupFact =
  | GroupFact
  | Readonly<
      | { is: "groupLetsReach"; group: string; place: string; address: string }
      | { is: "noGroup"; place: string }
    >;

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
    risk: { is: "apiOpened" },
  },
});

/** `tag`: what VirtualNetwork stands for in the place's network. */
export function judgeClientGroups(
  place: ClientPlace,
  apiIp: string,
  groups: ById<NetworkSecurityGroup>,
  tag: VirtualNetworkTag,
): Outcome<ClientGroupFact | SharedFact> {
  const wanted = wantedFrom(place, apiIp, tag);
  const works = ({ name: group }: NetworkSecurityGroup): ClientGroupFact => ({
    ...{ is: "groupLetsReach", group, place: place.name, address: apiIp },
  });
  return place.securityGroupIds.length === 0
    ? pass({ is: "noGroup", place: place.name })
    : combine(
        place.securityGroupIds.map((id) => judgeGroup(id, groups, [wanted], works)),
        true,
      );
}
