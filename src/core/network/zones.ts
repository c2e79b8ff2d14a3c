// The private zones that could answer for the API server's name: the cluster's own, and others.

import { collected, type Section } from "../snapshot/section.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import type { ARecordSet, OtherZone } from "../snapshot/zones.ts";
import { apiFqdnOf, recordNameIn } from "./api-server.ts";
import type { Zone } from "./model.ts";

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
