// dns.zone-name: a zone with another name is never asked for the API server's name.
import { type AddressSources, addressSections, apiAddressOf } from "../../network/api-address.ts";
import { expectedZoneName, recordNameIn } from "../../network/api-server.ts";
import type { Outcome } from "../../outcome/check.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import type { Fix } from "../../outcome/fix.ts";
import { fail, notApplicable, notAssessed, pass, unread } from "../../outcome/outcomes.ts";
import { azIn, forResource } from "../../repair/az.ts";
import { linkCommand } from "../../repair/fixes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { idKey } from "../../snapshot/resource-id.ts";
import type { PrivateDnsZone } from "../../snapshot/zones.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateZone } from "../skips.ts";
import type { GoneZone } from "./gone-zone.ts";

/** `fqdn`: of the API server. */
export type ZoneNameFact =
  | GoneZone
  | Readonly<
      | { is: "fqdnUnknown" }
      | { is: "fits"; zone: string }
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

/** The zone as it should be, beside the wrong one: record and links of every network that the wrong one served. */
const makeRightZone = (
  zone: PrivateDnsZone,
  name: string,
  cluster: ManagedCluster,
  networkIds: readonly string[],
  ip: string | null,
): Fix | null =>
  forResource(zone.id, (parts) => {
    const rightId = zone.id.replace(/[^/]+\/?$/, name);
    const record = recordNameIn(name, cluster.privateFqdn ?? "");
    const links = networkIds.flatMap((id, index) => linkCommand(rightId, id, `link-${index + 1}`) ?? []);
    const add = ["--zone-name", name, "--record-set-name", record ?? "", "--ipv4-address", ip ?? ""];
    return {
      commands: [
        azIn(parts, "network private-dns zone create", "--name", name),
        ...(record === null || ip === null
          ? []
          : [azIn(parts, "network private-dns record-set a add-record", ...add)]),
        ...links,
      ],
      risks: [{ is: "zoneAdded" }],
      disruptive: false,
      roles: [
        {
          role: "Private DNS Zone Contributor",
          on: { is: "zoneGroup" },
          and: { role: "Network Contributor", on: { is: "linkedNetworks" } },
        },
      ],
    };
  });

export const dnsZoneName = defineCheck({
  id: "dns.zone-name",
  severity: "critical",
  source: "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
  needs: ["managedCluster", "privateDnsZone"],
  looksAt: ["privateDnsLinks", ...addressSections],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
  evaluate: ({
    managedCluster: cluster,
    privateDnsZone: zone,
    privateDnsLinks,
    ...sources
  }): Outcome<ZoneNameFact | SharedFact> => {
    if (zone === null) return notApplicable({ is: "zoneGone" });
    const expected = expectedZoneName(cluster);
    const { privateFqdn: fqdn } = cluster;
    if (fqdn === undefined || expected === null) return notAssessed({ is: "fqdnUnknown" });
    const evidence = [`zone      ${zone.name}`, `name      ${fqdn}`, `expected  ${expected}`];
    if (recordNameIn(zone.name, fqdn) !== null) {
      const record = sources.apiServerRecord;
      const answers = record.status === "collected" && (record.data?.addresses.length ?? 0) > 0;
      if (fits(zone.name, expected) || answers) return pass({ is: "fits", zone: zone.name }, evidence);
      if (record.status === "unavailable") return unread(record);
    }
    const linked = privateDnsLinks.status === "collected" ? privateDnsLinks.data : [];
    const networkIds = new Map(linked.map(({ virtualNetworkId: id }) => [idKey(id), id]));
    return fail(
      { is: "neverAsked", zone: zone.name, fqdn, expected },
      {
        resourceId: zone.id,
        evidence,
        fix: makeRightZone(zone, expected, cluster, [...networkIds.values()], addressIn(cluster, sources)),
      },
    );
  },
});

const addressIn = (cluster: ManagedCluster, sources: AddressSources): string | null => {
  const address = apiAddressOf(cluster, sources);
  return address.status === "known" ? address.ip : null;
};
