// dns.a-record-extra: a record that also holds addresses where no API server is fails for some of those who ask.

import { recordFix } from "../../fix/zone.ts";
import { apiAddressOf } from "../../network/address/api-server.ts";
import { notApplicable, type Outcome, pass, type SharedFact, unread, warn } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { defineCheck, unlessPrivateZone } from "../kit/define-check.ts";
import type { GoneZone } from "./gone-zone.ts";

export type ExtraAddressFact =
  | GoneZone
  | Readonly<
      | { is: "noRecord" }
      | { is: "ofMachine"; record: string }
      | { is: "oneAddress" }
      | { is: "noneRight" }
      /** `ip`: of the API server. */
      | { is: "deadBeside"; ip: string }
    >;

export const dnsARecordExtra = defineCheck({
  id: "dns.a-record-extra",
  severity: "medium",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
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
  }): Outcome<ExtraAddressFact | SharedFact> => {
    if (zone === null) return notApplicable({ is: "zoneGone" });
    if (record === null) return notApplicable({ is: "noRecord" });
    const { addresses: held, name: label, isAutoRegistered } = record;
    const evidence = [columns(label, "A", held.join(", "))];
    if (isAutoRegistered)
      return warn({ is: "ofMachine", record: label }, { resourceId: record.id, evidence });
    const apiServerRecord = { status: "collected", data: record } as const;
    const address = apiAddressOf(cluster, { ...sources, apiServerRecord });
    if (held.length < 2) return pass({ is: "oneAddress" }, evidence);
    if (address.status === "unknown") return unread(address);
    if (!held.includes(address.ip)) return notApplicable({ is: "noneRight" });
    return warn(
      { is: "deadBeside", ip: address.ip },
      { resourceId: record.id, evidence, fix: recordFix({ zone, label, held, wanted: address.ip }) },
    );
  },
});
