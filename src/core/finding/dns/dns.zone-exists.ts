// dns.zone-exists: the zone that holds the private API server's name.

import { expectedZoneName, zoneModeOf } from "../../network/api-server.ts";
import type { Outcome } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import type { Fix } from "../../outcome/fix.ts";
import { fail, pass, warn } from "../../outcome/outcomes.ts";
import { stateWordOf, thing, unsettled } from "../../outcome/state-word.ts";
import { azIn, forResource } from "../../repair/az.ts";
import { linkCommand, reconcile } from "../../repair/fixes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateZone } from "../skips.ts";

export type ZoneFact = Readonly<
  { is: "absent" } | { is: "changeFailed"; zone: string } | { is: "exists"; zone: string }
>;

/** Absent where AKS makes the zone: the cluster then says "system" instead of an id. */
const ownZoneId = (cluster: ManagedCluster): string | undefined =>
  zoneModeOf(cluster) === "own" ? cluster.apiServerAccess.privateDnsZone : undefined;

/** A zone of one's own is made again under the id that the cluster names; AKS then writes the record. */
function makeAgain(cluster: ManagedCluster, networkId: string | undefined): Fix | null {
  const zoneId = ownZoneId(cluster);
  if (zoneId === undefined) return reconcile(cluster);
  return forResource(zoneId, (zone) => {
    const link = networkId === undefined ? null : linkCommand(zoneId, networkId, "link-aks");
    return {
      commands: [
        azIn(zone, "network private-dns zone create", "--name", zone.name),
        ...(link === null ? [] : [link]),
        ...reconcile(cluster).commands,
      ],
      risks: [{ is: "zoneMade" }],
      disruptive: true,
      roles: [
        {
          role: "Private DNS Zone Contributor",
          on: { is: "zoneGroup" },
          and: { role: "Azure Kubernetes Service Contributor Role", on: { is: "cluster" } },
        },
      ],
    };
  });
}

export const dnsZoneExists = defineCheck({
  id: "dns.zone-exists",
  severity: "critical",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#configuration-options-for-private-dns",
  needs: ["managedCluster", "privateDnsZone"],
  looksAt: ["clusterNetwork"],
  after: ["cluster.power-state", "api.mode"],
  skip: unlessPrivateZone,
  evaluate: ({
    managedCluster: cluster,
    privateDnsZone: zone,
    clusterNetwork,
  }): Outcome<ZoneFact | SharedFact> => {
    if (zone === null) {
      const networkId = clusterNetwork.status === "collected" ? clusterNetwork.data.id : undefined;
      return fail(
        { is: "absent" },
        {
          resourceId: ownZoneId(cluster) ?? cluster.id,
          evidence: [columns("expected", expectedZoneName(cluster) ?? { is: "zoneOfAks" })],
          fix: makeAgain(cluster, networkId),
        },
      );
    }
    const evidence = [`zone  ${zone.name}`];
    const more = { resourceId: zone.id, evidence };
    if (stateWordOf(zone.provisioningState) === "failed")
      return warn({ is: "changeFailed", zone: zone.name }, more);
    return (
      unsettled(thing("zone", zone.name), zone.provisioningState, more) ??
      pass({ is: "exists", zone: zone.name }, evidence)
    );
  },
});
