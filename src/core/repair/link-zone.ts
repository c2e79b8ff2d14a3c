// A network that the zone is not linked to cannot resolve its names.

import { nameOf, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { VirtualNetworkLink } from "../snapshot/zones.ts";
import { linkFix } from "./write-record.ts";
import type { Mend } from "./repair.ts";

const linkOf = (networkId: string): VirtualNetworkLink => ({
  id: "",
  name: `link-${nameOf(networkId)}`,
  virtualNetworkId: networkId,
  linkState: "Completed",
  provisioningState: "Succeeded",
  registrationEnabled: false,
});

export const linkZone: Mend = ({ reason, component }, model) => {
  if (reason.is !== "zoneNotLinked") return null;
  const zone = model.zones.find(({ id }) => sameId(id, component.id ?? undefined));
  if (zone?.links.status !== "collected") return null;
  const links = zone.links.data;
  const fix = linkFix(zone.id, reason.networkId, links);
  return (
    fix && {
      fix,
      apply: (before) => ({
        ...before,
        zones: before.zones.map((each) =>
          each.id === zone.id ? { ...each, links: collected([...links, linkOf(reason.networkId)]) } : each,
        ),
      }),
    }
  );
};
