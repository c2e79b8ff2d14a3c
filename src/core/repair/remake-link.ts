// A link of a zone that failed: Azure mends none, so it is deleted and made again.
import type { Zone } from "../network/model.ts";
import type { Fix } from "../outcome/fix.ts";
import { nameOf, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { VirtualNetworkLink } from "../snapshot/zones.ts";
import { azIn, forResource } from "./az.ts";
import { linkCommand, linkRole } from "./fixes.ts";
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
    risks: [{ is: "linkRemade" }],
    disruptive: true,
    roles: [linkRole(zone.name, nameOf(network))],
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
