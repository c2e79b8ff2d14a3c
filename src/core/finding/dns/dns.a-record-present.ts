// dns.a-record-present: without the record, every linked network answers "no such host".
import { apiAddressOf } from "../../network/api-address.ts";
import { recordNameIn } from "../../network/api-server.ts";
import type { Fix } from "../../outcome/check.ts";
import { fail, notApplicable, pass, warn } from "../../outcome/outcomes.ts";
import { azIn, forResource } from "../../repair/az.ts";
import { reconcile } from "../../repair/fixes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { PrivateDnsZone } from "../../snapshot/zones.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateZone } from "../skips.ts";

/** AKS writes the record again when its address is not known to us. */
const addRecord = (cluster: ManagedCluster, zone: PrivateDnsZone, ip: string | null): Fix | null => {
  const name = recordNameIn(zone.name, cluster.privateFqdn ?? "");
  if (ip === null || name === null) return reconcile(cluster);
  const record = ["--zone-name", zone.name, "--record-set-name", name, "--ipv4-address", ip];
  return forResource(zone.id, (parts) => ({
    commands: [azIn(parts, "network private-dns record-set a add-record", ...record)],
    risk: "Adds one record and removes nothing.",
    disruptive: false,
    role: `Private DNS Zone Contributor on ${zone.name}`,
  }));
};

export const dnsARecordPresent = defineCheck({
  id: "dns.a-record-present",
  title: "Zone has the API server's record",
  severity: "critical",
  why: "Without the record, every linked network answers that there is no such host.",
  remediation: "Add the A record with the API server's address.",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["managedCluster", "privateDnsZone", "apiServerRecord"],
  looksAt: ["privateEndpoint", "privateEndpointNic", "loadBalancers"],
  after: ["dns.zone-exists", "dns.zone-name"],
  skip: unlessPrivateZone,
  evaluate: (data) => {
    const { managedCluster: cluster, privateDnsZone: zone, apiServerRecord: record } = data;
    if (zone === null) return notApplicable("There is no private DNS zone.");
    if (record === null || record.addresses.length === 0) {
      const apiServerRecord = { status: "collected", data: record } as const;
      const address = apiAddressOf(cluster, { ...data, apiServerRecord });
      return fail(`The zone ${zone.name} has no record for ${cluster.privateFqdn ?? "the API server"}.`, {
        resourceId: zone.id,
        fix: addRecord(cluster, zone, address.status === "known" ? address.ip : null),
      });
    }
    const evidence = [`${record.name}  A  ${record.addresses.join(", ")}`];
    return record.isAutoRegistered
      ? warn(`The record ${record.name} was registered by a virtual machine of that name.`, {
          resourceId: record.id,
          evidence,
        })
      : pass(`The zone has the record ${record.name}.`, evidence);
  },
});
