// dns.a-record-extra: a record that also holds addresses where no API server is fails for some of those who ask.
import { apiAddressOf } from "../../network/api-address.ts";
import type { Outcome } from "../../outcome/check.ts";
import { notApplicable, pass, unread, warn } from "../../outcome/outcomes.ts";
import { recordFix } from "../../repair/write-record.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsARecordExtra = defineCheck({
  id: "dns.a-record-extra",
  severity: "medium",
  source: "https://learn.microsoft.com/azure/aks/start-stop-cluster#about-the-cluster-stopstart-feature",
  needs: ["managedCluster", "privateDnsZone", "apiServerRecord"],
  looksAt: ["privateEndpoint", "privateEndpointNic", "loadBalancers"],
  after: ["dns.a-record-present"],
  skip: unlessPrivateZone,
  evaluate: ({
    managedCluster: cluster,
    privateDnsZone: zone,
    apiServerRecord: record,
    ...sources
  }): Outcome => {
    if (zone === null) return notApplicable("There is no private DNS zone.");
    if (record === null) return notApplicable("There is no record.");
    const { addresses: held, name: label, isAutoRegistered } = record;
    const evidence = [`${label}  A  ${held.join(", ")}`];
    if (isAutoRegistered)
      return warn(`The record ${label} was registered by a virtual machine of that name.`, {
        resourceId: record.id,
        evidence,
      });
    const apiServerRecord = { status: "collected", data: record } as const;
    const address = apiAddressOf(cluster, { ...sources, apiServerRecord });
    if (held.length < 2) return pass("The record holds one address.", evidence);
    if (address.status === "unknown") return unread(address);
    if (!held.includes(address.ip)) return notApplicable("None of them is the API server's.");
    return warn(`Beside ${address.ip} the record holds addresses where no API server is.`, {
      resourceId: record.id,
      evidence,
      fix: recordFix({ zone, label, held, wanted: address.ip }),
    });
  },
});
