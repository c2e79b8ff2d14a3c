// dns.zone-name: a zone with another name is never asked for the API server's name.

import { freeName } from "../../fix/free-name.ts";
import { forResource, target } from "../../fix/write/az.ts";
import { type Fix, fixOf } from "../../fix/write/fix.ts";
import { createLink } from "../../fix/zone.ts";
import {
  type AddressSources,
  addressSections,
  apiAddressOf,
  expectedZoneName,
  recordNameIn,
} from "../../network/address/api-server.ts";
import { hiddenBeside } from "../../network/name/private-zones.ts";
import {
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { OtherZone, PrivateDnsZone } from "../../snapshot/network.ts";
import { idKey, sameId } from "../../snapshot/resource-id.ts";
import { dataOf } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivateZone } from "../kit/define-check.ts";

/** `fqdn`: of the API server. */
type ZoneNameFact =
  | GoneZone
  | Readonly<
      | { is: "fqdnUnknown" }
      | { is: "fits"; zone: string }
      /** Another zone holds the record in its place; whether each network is linked to it, walks tell. */
      | { is: "answeredBeside"; zone: string; fqdn: string; by: string }
      | { is: "neverAsked"; zone: string; fqdn: string; expected: string }
    >;

/**
 * Where AKS itself writes the record: the right zone, or one with one more label in front (its own GUID, or a subzone).
 * Any other zone that the name lies in answers for it as well, once somebody has put the record there.
 */
const fits = (name: string, expected: string): boolean => {
  const zone = name.toLowerCase();
  const label = zone.endsWith(`.${expected}`) ? zone.slice(0, -expected.length - 1) : "";
  return zone === expected || /^[a-z0-9-]{1,36}$/.test(label);
};

/** `beside`: one of the right name that is there already, without the record; Azure makes nothing twice. */
type Right = Readonly<{
  zone: PrivateDnsZone;
  name: string;
  beside: OtherZone | undefined;
  networkIds: readonly string[];
  ip: string | null;
}>;

/** The zone as it should be, beside the wrong one: record and links of every network that the wrong one served. */
function makeRightZone(
  { privateFqdn = "" }: ManagedCluster,
  { zone, name, beside, networkIds, ip }: Right,
): Fix | null {
  const rightId = beside?.zone.id ?? zone.id.replace(/[^/]+\/?$/, name);
  return forResource(rightId, (parts) => {
    const record = recordNameIn(parts.name, privateFqdn);
    const linked = beside?.links.status === "collected" ? beside.links.data : [];
    const taken = linked.map((link) => link.name);
    const unlinked = networkIds.filter((id) => !linked.some((link) => sameId(link.virtualNetworkId, id)));
    const links = unlinked.flatMap(
      (id, index) => createLink(rightId, id, freeName(`link-${index + 1}`, taken, "-")) ?? [],
    );
    return fixOf(
      [
        ...(beside === undefined ? [{ kind: "createZone", at: target(parts, name) } as const] : []),
        ...(record === null || ip === null
          ? []
          : [{ kind: "addToRecord", at: target(parts, parts.name, record), address: ip } as const]),
        ...links,
      ],
      { is: "zoneAdded" },
      {
        role: "Private DNS Zone Contributor",
        on: { is: "zoneGroup" },
        and: { role: "Network Contributor", on: { is: "linkedNetworks" } },
      },
    );
  });
}

export const dnsZoneName = defineCheck({
  id: "dns.zone-name",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
  needs: ["managedCluster", "privateDnsZone"],
  looksAt: ["privateDnsLinks", "otherZones", ...addressSections],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
  evaluate: ({
    managedCluster: cluster,
    privateDnsZone: zone,
    privateDnsLinks,
    otherZones,
    ...sources
  }): Outcome<ZoneNameFact | SharedFact> => {
    if (zone === null) return notApplicable({ is: "zoneGone" });
    const expected = expectedZoneName(cluster);
    const { privateFqdn: fqdn } = cluster;
    if (fqdn === undefined || expected === null) return notAssessed({ is: "fqdnUnknown" });
    const evidence = [labelled("zone", zone.name), labelled("name", fqdn), labelled("expected", expected)];
    if (recordNameIn(zone.name, fqdn) !== null) {
      const record = sources.apiServerRecord;
      const answers = record.status === "collected" && (record.data?.addresses.length ?? 0) > 0;
      if (fits(zone.name, expected) || answers) return pass({ is: "fits", zone: zone.name }, evidence);
      if (record.status === "unavailable") return unread(record);
    }
    const [beside] = otherZones.items
      .filter((other) => fits(other.zone.name, expected))
      .toSorted((one, other) => Number(isAnswering(other)) - Number(isAnswering(one)));
    if (beside !== undefined && isAnswering(beside))
      return pass({ is: "answeredBeside", zone: zone.name, fqdn, by: beside.zone.name }, evidence);
    if (beside?.record.status === "unavailable") return unread(beside.record);
    const hidden = hiddenBeside(otherZones.missing, [cluster.id, zone.id]);
    if (beside === undefined && hidden !== undefined) return unread(hidden);
    const linked = dataOf(privateDnsLinks) ?? [];
    const networkIds = new Map(linked.map(({ virtualNetworkId: id }) => [idKey(id), id]));
    return fail(
      { is: "neverAsked", zone: zone.name, fqdn, expected },
      {
        resourceId: zone.id,
        evidence,
        fix: makeRightZone(cluster, {
          ...{ zone, name: expected, beside },
          ...{ networkIds: [...networkIds.values()], ip: addressIn(cluster, sources) },
        }),
      },
    );
  },
});

const isAnswering = ({ record }: OtherZone): boolean =>
  record.status === "collected" && (record.data?.addresses.length ?? 0) > 0;

const addressIn = (cluster: ManagedCluster, sources: AddressSources): string | null => {
  const address = apiAddressOf(cluster, sources);
  return address.status === "known" ? address.ip : null;
};

// What findings about the zone say where it is gone: that it is, is dns.zone-exists' to say.
export type GoneZone = Readonly<{ is: "zoneGone" }>;
