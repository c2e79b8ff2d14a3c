// A link of a zone that failed: Azure mends none, so it is deleted and made again.

import { target } from "../fix/write/action.ts";
import { forResource } from "../fix/write/az.ts";
import type { Fix } from "../fix/write/fix.ts";
import type { Zone } from "../network/model.ts";
import { nameOf, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { VirtualNetworkLink } from "../snapshot/zones.ts";
import { linkRole } from "./write-record.ts";
import type { Mend } from "./repair.ts";

const makeAgain = (zone: Zone, { name, virtualNetworkId: network }: VirtualNetworkLink): Fix | null =>
  forResource(zone.id, (parts) => ({
    steps: [
      { kind: "deleteLink", at: target(parts, zone.name, name) },
      { kind: "createLink", at: target(parts, parts.name, name), network },
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
