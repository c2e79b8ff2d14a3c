// A link of a zone that failed: Azure mends none, so it is deleted and made again.
import type { Zone } from "../network/model.ts";
import type { Fix } from "../outcome/check.ts";
import { nameOf, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { VirtualNetworkLink } from "../snapshot/zones.ts";
import { azIn, forResource } from "./az.ts";
import { linkCommand } from "./fixes.ts";
import type { Mend } from "./repair.ts";

const makeAgain = (zone: Zone, { name, virtualNetworkId: network }: VirtualNetworkLink): Fix | null =>
  forResource(zone.id, (parts) => ({
    commands: [
      azIn(
        parts,
        "network private-dns link vnet delete",
        ...["--zone-name", zone.name, "--name", name, "--yes"],
      ),
      ...[linkCommand(zone.id, network, name)].flatMap((line) => line ?? []),
    ],
    risk: "Names of the zone do not resolve in that network for a moment.",
    disruptive: true,
    role: `Private DNS Zone Contributor on ${zone.name} and Network Contributor on ${nameOf(network)}`,
  }));

export const remakeLink: Mend = ({ reason, component }, model) => {
  if (reason.is !== "linkUnfinished") return null;
  const zone = model.zones.find(({ id }) => sameId(id, component.id ?? undefined));
  if (zone?.links.status !== "collected") return null;
  const links = zone.links.data;
  const link = links.find(({ id }) => sameId(id, reason.linkId));
  const fix = link && makeAgain(zone, link);
  if (!fix) return null;
  const made = links.map((each) => (each === link ? { ...each, linkState: "Completed" } : each));
  return {
    fix,
    apply: (before) => ({
      ...before,
      zones: before.zones.map((each) => (each.id === zone.id ? { ...each, links: collected(made) } : each)),
    }),
  };
};
