// Private DNS zones: their records and their links to networks.

import type { Zone } from "../network/model/model.ts";
import type { VirtualNetworkLink } from "../snapshot/network.ts";
import { nameOf, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { freeName } from "./free-name.ts";
import { changeZone, type Mend, repairBy } from "./repair.ts";
import type { FixStep } from "./write/actions.ts";
import { forResource, target } from "./write/az.ts";
import { type Fix, fixOf, networkRole, type RoleOn } from "./write/fix.ts";

export const createLink = (zoneId: string, network: string, name: string): FixStep | null =>
  forResource(zoneId, (zone) => ({ kind: "createLink", at: target(zone, zone.name, name), network }));

/** A link takes a right on both of its ends. */
const linkRole = (zone: string, network: string): RoleOn => ({
  role: "Private DNS Zone Contributor",
  on: [zone],
  and: networkRole(network),
});

export function linkFix(zoneId: string, networkId: string, links: readonly VirtualNetworkLink[]): Fix | null {
  const taken = links.map(({ name }) => name);
  const step = createLink(zoneId, networkId, freeName(`link-${nameOf(networkId)}`, taken, "-"));
  return step && fixOf(step, { is: "linkAdded" }, linkRole(nameOf(zoneId), nameOf(networkId)));
}

type Entry = Readonly<{
  zone: Pick<Zone, "id" | "name">;
  label: string;
  held: readonly string[];
  wanted: string;
}>;

/** One address is replaced in place; of several, the right one is added before the dead ones go. */
const stepsFor = ({ zone, label, held, wanted }: Entry): readonly FixStep[] | null =>
  forResource<readonly FixStep[]>(zone.id, (parts) => {
    const at = target(parts, zone.name, label);
    if (held.length === 1) return [{ kind: "setRecord", at, address: wanted }];
    const stale = held.filter((address) => address !== wanted);
    return [
      ...(held.includes(wanted) ? [] : [{ kind: "addToRecord", at, address: wanted } as const]),
      ...stale.map((address) => ({ kind: "removeFromRecord", at, address }) as const),
    ];
  });

export function recordFix(entry: Entry): Fix | null {
  const steps = stepsFor(entry);
  const { zone, held } = entry;
  return (
    steps &&
    fixOf(
      steps,
      { is: held.length === 0 ? "recordAdded" : "recordChanged" },
      { role: "Private DNS Zone Contributor", on: [zone.name] },
    )
  );
}

/** A zone that does not say where the API server stands: its record is written, or put right. */
export const writeRecord: Mend = ({ reason }, model) => {
  if (reason.is !== "recordMissing" && reason.is !== "answerStale") return null;
  const { zoneId, label, wanted } = reason;
  const zone = model.zones.find(({ id }) => sameId(id, zoneId ?? undefined));
  if (zone === undefined || wanted === undefined || label === undefined) return null;
  const held = reason.is === "answerStale" ? reason.addresses : [];
  return repairBy(recordFix({ zone, label, held, wanted }), (before) =>
    changeZone(before, zone.id, ({ records }) => ({ records: { ...records, [label]: collected([wanted]) } })),
  );
};

// A network that the zone is not linked to cannot resolve its names.

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
  return repairBy(linkFix(zone.id, reason.networkId, links), (before) =>
    changeZone(before, zone.id, () => ({ links: collected([...links, linkOf(reason.networkId)]) })),
  );
};

// A link of a zone that failed: Azure mends none, so it is deleted and made again.

const makeAgain = (zone: Zone, { name, virtualNetworkId: network }: VirtualNetworkLink): Fix | null =>
  forResource(zone.id, (parts) =>
    fixOf(
      [
        { kind: "deleteLink", at: target(parts, zone.name, name) },
        { kind: "createLink", at: target(parts, parts.name, name), network },
      ],
      { is: "linkRemade" },
      linkRole(zone.name, nameOf(network)),
    ),
  );

export const remakeLink: Mend = ({ reason, component }, model) => {
  if (reason.is !== "linkUnfinished") return null;
  const zone = model.zones.find(({ id }) => sameId(id, component.id ?? undefined));
  if (zone?.links.status !== "collected") return null;
  const links = zone.links.data;
  const link = links.find(({ id }) => sameId(id, reason.linkId));
  const made = links.map((each) => (each === link ? { ...each, linkState: "Completed" } : each));
  return repairBy(link && makeAgain(zone, link), (before) =>
    changeZone(before, zone.id, () => ({ links: collected(made) })),
  );
};
