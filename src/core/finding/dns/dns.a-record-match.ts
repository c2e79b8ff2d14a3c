// dns.a-record-match: after a restart or a new endpoint, the record may lead to an address where nobody is.
import {
  type AddressSources,
  type ApiAddress,
  apiBalancerOf,
  balancerAddressOf,
  endpointAddressOf,
} from "../../network/api-address.ts";
import type { Fix } from "../../outcome/check.ts";
import { fail, notApplicable, pass, unread, warn } from "../../outcome/outcomes.ts";
import { azIn, forResource } from "../../repair/az.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { ARecordSet, PrivateDnsZone } from "../../snapshot/zones.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateZone } from "../skips.ts";

/** One address is replaced in place; of several, the right one is added before the dead ones go. */
const correct = (zone: PrivateDnsZone, record: ARecordSet, ip: string): Fix | null =>
  forResource(zone.id, (parts) => {
    const line = (command: string, ...argv: readonly string[]): string =>
      azIn(parts, `network private-dns record-set a ${command}`, "--zone-name", zone.name, ...argv);
    const set = ["--record-set-name", record.name, "--ipv4-address"];
    const stale = record.addresses.filter((address) => address !== ip);
    const add = stale.length < record.addresses.length ? [] : [line("add-record", ...set, ip)];
    return {
      commands:
        record.addresses.length === 1
          ? [line("update", "--name", record.name, "--set", `aRecords[0].ipv4Address=${ip}`)]
          : [...add, ...stale.map((address) => line("remove-record", ...set, address))],
      risk: "Changes one record; clients may keep the old answer until its time to live has passed.",
      disruptive: false,
      role: `Private DNS Zone Contributor on ${zone.name}`,
    };
  });

type Sources = Omit<AddressSources, "apiServerRecord">;

/** From anything but the record itself; null where what has the address is proven not to be there. */
function whereItStands(cluster: ManagedCluster, sources: Sources): ApiAddress | null {
  if (cluster.apiServerAccess.enableVnetIntegration) {
    const there = apiBalancerOf(cluster, sources.loadBalancers).status !== "absent";
    return there ? balancerAddressOf(cluster, sources.loadBalancers) : null;
  }
  const address = endpointAddressOf(sources);
  const known = address.status === "known" || address.needs.length > 0;
  return known || sources.privateEndpointNic.status === "unavailable" ? address : null;
}

export const dnsARecordMatch = defineCheck({
  id: "dns.a-record-match",
  title: "Record leads to the API server",
  severity: "critical",
  why: "Starting the cluster again or a new endpoint may move the address; clients then time out.",
  remediation: "Replace the address in the record, then flush the clients' DNS caches.",
  source: "https://learn.microsoft.com/azure/aks/start-stop-cluster#about-the-cluster-stopstart-feature",
  needs: ["managedCluster", "privateDnsZone", "apiServerRecord"],
  looksAt: ["privateEndpoint", "privateEndpointNic", "loadBalancers"],
  after: ["pe.ip", "api.vnetint-ilb", "dns.a-record-present"],
  skip: unlessPrivateZone,
  evaluate: ({ managedCluster, privateDnsZone: zone, apiServerRecord: record, ...sources }) => {
    if (zone === null) return notApplicable("There is no private DNS zone.");
    if (record === null || record.addresses.length === 0)
      return notApplicable("There is no record to compare.");
    const address = whereItStands(managedCluster, sources);
    if (address === null) return notApplicable("There is nothing to compare the record with.");
    if (address.status === "unknown") return unread(address);
    const evidence = [`record      ${record.addresses.join(", ")}`, `API server  ${address.ip}`];
    const more = { resourceId: record.id, evidence, fix: correct(zone, record, address.ip) };
    if (!record.addresses.includes(address.ip))
      return fail(
        `The record leads to ${record.addresses.join(", ")}, but the API server stands at ${address.ip}.`,
        more,
      );
    return record.addresses.length > 1
      ? warn(`Beside ${address.ip} the record holds addresses where no API server is.`, more)
      : pass(`The record leads to ${address.ip}, where the API server stands.`, evidence);
  },
});
