// The private zones that could answer for the API server's name: the cluster's own, and others.

import type { ARecordSet, OtherZone, VirtualNetworkLink } from "../../snapshot/network.ts";
import { parseResourceId, sameId } from "../../snapshot/resource-id.ts";
import { collected, type Section, type Unavailable } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { subject } from "../../snapshot/subject.ts";
import { apiFqdnOf, recordNameIn } from "../address/api-server.ts";
import { component, type NetworkModel, type Zone } from "../model/model.ts";
import { type Component, open, passes, type Step, stops, unread } from "../model/step.ts";

const addressesIn = (record: Section<ARecordSet | null>): Section<readonly string[] | null> =>
  record.status === "unavailable" ? record : collected(record.data?.addresses ?? null);

const toZone =
  (fqdn: string | undefined) =>
  ({ zone: { id, name }, links, record }: OtherZone): Zone => {
    const label = fqdn === undefined ? null : recordNameIn(name, fqdn);
    return { id, name, links, records: label === null ? {} : { [label.toLowerCase()]: addressesIn(record) } };
  };

/** The cluster's own comes first. */
export function zonesOf({
  managedCluster,
  privateDnsZone: own,
  privateDnsLinks: links,
  apiServerRecord: record,
  otherZones,
}: ClusterSnapshot): readonly Zone[] {
  const fqdn = managedCluster.status === "collected" ? apiFqdnOf(managedCluster.data) : undefined;
  const first = own.status === "unavailable" || own.data === null ? [] : [{ zone: own.data, links, record }];
  return [...first, ...otherZones.items].map(toZone(fqdn));
}

// AKS calls a zone of its own by a number, which nobody reads.

/** `6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81.privatelink.westeurope.azmk8s.io` */
export const isNumbered = (zone: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f-]{27}\.privatelink\.\S+$/i.test(zone);

// What Azure's own DNS answers in a network: what the private zones say that are linked to it.
// https://learn.microsoft.com/azure/dns/private-dns-overview

export type Named = Readonly<{ id: string; name: string }>;

/** Zones that can hold the name, the longest first, as Azure picks. */
export const zonesFor = ({ zones }: NetworkModel, name: string): readonly Zone[] =>
  zones
    .filter((zone) => recordNameIn(zone.name, name) !== null)
    .toSorted((one, other) => other.name.length - one.name.length);

const linkTo = (links: readonly VirtualNetworkLink[], networkId: string): VirtualNetworkLink | undefined =>
  links.find(({ virtualNetworkId }) => sameId(virtualNetworkId, networkId));

/** Of several zones of one name, each is called by its resource group too. */
function zoneIn({ zones }: NetworkModel, { id, name }: Zone): Component {
  const isAlone = zones.filter((each) => each.name.toLowerCase() === name.toLowerCase()).length < 2;
  const group = parseResourceId(id)?.resourceGroup;
  return { ...component("privateDnsZone", id, name), ...(isAlone || group === undefined ? {} : { group }) };
}

const zoneOf = ({ name: zone, group }: Component) => ({ zone, ...(group === undefined ? {} : { group }) });

/** Null where the zone has no link to the network. */
function readLink(model: NetworkModel, zone: Zone, network: Named): Step | null {
  const at = zoneIn(model, zone);
  if (zone.links.status === "unavailable") return unread(at, zone.links);
  const link = linkTo(zone.links.data, network.id);
  if (link === undefined) return null;
  const names = { ...zoneOf(at), network: network.name };
  if (/^completed$/i.test(link.linkState)) return passes(at, { is: "zoneLinked", ...names });
  const unfinished = { is: "linkUnfinished", ...names, state: link.linkState, linkId: link.id } as const;
  return /^(failed|canceled)$/i.test(link.linkState)
    ? stops(at, unfinished)
    : open(at, "notShown", unfinished);
}

function readRecord(model: NetworkModel, zone: Zone, name: string): Step {
  const at = zoneIn(model, zone);
  const label = (recordNameIn(zone.name, name) ?? "").toLowerCase();
  const record = zone.records[label];
  if (record === undefined)
    return unread(at, { message: { is: "notAsked", what: subject("record", label) }, needs: [] });
  if (record.status === "unavailable") return unread(at, record);
  return record.data === null || record.data.length === 0
    ? stops(at, { is: "recordMissing", name, ...zoneOf(at), zoneId: zone.id, label })
    : passes(at, { is: "recordFound", name, addresses: record.data, zoneId: zone.id, label });
}

type Linked = Readonly<{ zone: Zone; link: Step }>;

/**
 * The zone that answers in a network: of those linked to it the one with the longest name. No network is linked to two
 * of one name, so one that is linked for certain rules out those of its name whose links were not read.
 */
function answering(model: NetworkModel, network: Named, name: string): Linked | undefined {
  const linked = zonesFor(model, name).flatMap((zone): readonly Linked[] => {
    const link = readLink(model, zone, network);
    return link === null ? [] : [{ zone, link }];
  });
  const [first] = linked;
  const sameName = linked.filter(({ zone }) => zone.name.length === first?.zone.name.length);
  return sameName.find(({ link }) => link.reason.is !== "unread") ?? first;
}

/** How long the name of the zone is that answers in a network; 0 where none is known to. */
export const answeringLength = (model: NetworkModel, network: Named, name: string): number =>
  answering(model, network, name)?.zone.name.length ?? 0;

const subscriptionOf = (id: string): string | undefined => id.toLowerCase().split("/")[2];

/**
 * Lists of zones that were not read, in the subscription of one of these: what a network is linked to lies there first of
 * all. A list that failed for another reason than a right does not say whose it was.
 */
export const hiddenBeside = (
  lists: readonly Unavailable[],
  ids: readonly string[],
): Unavailable | undefined =>
  lists.find(
    ({ needs }) =>
      needs.length === 0 ||
      needs.some(({ scope }) => ids.some((id) => subscriptionOf(scope) === subscriptionOf(id))),
  );

/** Azure's own DNS answers what the zones that are linked to the network say. */
export function askAzureDns(model: NetworkModel, network: Named, name: string): readonly Step[] {
  const found = answering(model, network, name);
  if (found !== undefined)
    return found.link.state === "passes" ? [found.link, readRecord(model, found.zone, name)] : [found.link];
  const here = component("network", network.id, network.name);
  if (model.hiddenZone !== null) return [unread(here, model.hiddenZone)];
  const able = zonesFor(model, name);
  const zone = model.zones.find((each) => able.includes(each));
  if (zone === undefined) {
    // It may be in any list that was not read, and whoever sees none of it cannot say that there is none.
    const [anywhere] = model.hiddenZones;
    return [anywhere === undefined ? stops(here, { is: "zoneMissing", name }) : unread(here, anywhere)];
  }
  const at = zoneIn(model, zone);
  const hidden = hiddenBeside(model.hiddenZones, [network.id]);
  if (hidden !== undefined) return [unread(at, hidden)];
  return [stops(at, { is: "zoneNotLinked", ...zoneOf(at), network: network.name, networkId: network.id })];
}
