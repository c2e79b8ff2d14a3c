// dns.a-record-match: after a restart or a new endpoint, the record may lead to an address where nobody is.
import { apiModeOf, endpointAddressOf } from "../../api-server.ts";
import { azIn, forResource } from "../../az.ts";
import type { Fix } from "../../check.ts";
import { defineCheck } from "../../define-check.ts";
import { fail, notApplicable, notAssessed, pass, unread, warn } from "../../outcomes.ts";
import { unlessPrivateZone } from "../../skips.ts";
import type { ARecordSet, PrivateDnsZone } from "../../snapshot.ts";

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
      role: "Private DNS Zone Contributor",
    };
  });

export const dnsARecordMatch = defineCheck({
  id: "dns.a-record-match",
  title: "Record leads to the API server",
  severity: "critical",
  why: "Starting the cluster again or a new endpoint may move the address; clients then time out.",
  remediation: "Replace the address in the record, then flush the clients' DNS caches.",
  source: "https://learn.microsoft.com/azure/aks/start-stop-cluster#about-the-cluster-stopstart-feature",
  needs: ["managedCluster", "privateDnsZone", "apiServerRecord"],
  looksAt: ["privateEndpoint", "privateEndpointNic"],
  after: ["pe.ip", "dns.a-record-present"],
  skip: unlessPrivateZone,
  evaluate: ({ managedCluster, privateDnsZone: zone, apiServerRecord: record, ...sources }) => {
    if (zone === null) return notApplicable("There is no private DNS zone.");
    if (record === null || record.addresses.length === 0)
      return notApplicable("There is no record to compare.");
    if (apiModeOf(managedCluster) === "vnet-private")
      return notAssessed(
        "The address of the internal load balancer is not read, so the record is not compared.",
      );
    const address = endpointAddressOf(sources);
    if (address.status === "unknown")
      return address.needs.length > 0 || sources.privateEndpointNic.status === "unavailable"
        ? unread(address)
        : notApplicable("There is no endpoint to compare the record with.");
    const evidence = [`record    ${record.addresses.join(", ")}`, `endpoint  ${address.ip}`];
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
