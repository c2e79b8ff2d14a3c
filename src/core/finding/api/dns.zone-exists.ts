// dns.zone-exists: the zone that holds the private API server's name.

import { type ClientSources, clientNetworksOf } from "../../client/client-networks.ts";
import { reconcile } from "../../fix/cluster.ts";
import { forResource, target } from "../../fix/write/az.ts";
import { type Fix, fixOf, joinFixes } from "../../fix/write/fix.ts";
import { linkFix, recordFix } from "../../fix/zone.ts";
import {
  type AddressSources,
  type ApiAddress,
  addressSections,
  apiAddressOf,
  expectedZoneName,
  recordNameIn,
  zoneModeOf,
} from "../../network/address/api-server.ts";
import { coverage } from "../../network/address/cidr.ts";
import { fail, type Outcome, pass, type SharedFact } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { thing, unsettled } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import type { ResourceId } from "../../snapshot/resource-id.ts";
import { dataOf, type Section } from "../../snapshot/section.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { defineCheck, unlessPrivateZone } from "../kit/define-check.ts";

export type ZoneFact = Readonly<{ is: "absent" } | { is: "exists"; zone: string }>;

/** Absent where AKS makes the zone: the cluster then says "system" instead of an id. */
const ownZoneId = (cluster: ManagedCluster): string | undefined =>
  zoneModeOf(cluster) === "own" ? cluster.apiServerAccess.privateDnsZone : undefined;

/** Networks that ask Azure for names, so that a link is what they need. */
type Asking = Readonly<{ id: string; name: string }>;

const asksAzure = ({ dnsServers }: VirtualNetwork): boolean => dnsServers.length === 0;

/** Servers of one's own pass names on to Azure from where they stand. */
const holdsServers = ({ addressPrefixes }: VirtualNetwork, asked: readonly string[]): boolean =>
  asked.some((server) => coverage(addressPrefixes, server) === "yes");

const readIn = (
  networks: readonly Readonly<{ network: Section<VirtualNetwork> }>[],
): readonly VirtualNetwork[] => networks.flatMap(({ network }) => dataOf(network) ?? []);

/** The cluster's own, those that people come from, and those in which the servers stand that these ask. */
function askingIn(client: Client, sources: ClientSources & AddressSources): readonly Asking[] {
  const { clusterNetwork } = sources;
  const found = clientNetworksOf(client, sources);
  const from = [clusterNetwork, ...(found.status === "known" ? readIn(found.networks) : [])];
  const servers = from.flatMap(({ dnsServers }) => dnsServers);
  const peers = sources.peerNetworks.status === "collected" ? readIn(sources.peerNetworks.data) : [];
  const serving = [clusterNetwork, ...peers].filter((network) => holdsServers(network, servers));
  return [
    ...new Map([...from.filter(asksAzure), ...serving].map((network) => [network.id, network])).values(),
  ];
}

type Lost = Readonly<{
  cluster: ManagedCluster;
  zone: ResourceId;
  zoneId: string;
  asking: readonly Asking[];
}>;

/** Where the address is known the record is written by hand; else AKS writes it, which takes an update. */
function recordOf({ cluster, zone, zoneId }: Lost, address: ApiAddress): Fix {
  const label = recordNameIn(zone.name, cluster.privateFqdn ?? "");
  const byHand =
    address.status === "known" && label !== null
      ? recordFix({ zone: { id: zoneId, name: zone.name }, label, held: [], wanted: address.ip })
      : null;
  return byHand ?? reconcile(cluster);
}

/** A zone of one's own is made again under the id that the cluster names, with its record and every link. */
function zoneAgain(lost: Lost, address: ApiAddress): Fix {
  const { zone, zoneId, asking } = lost;
  const made = fixOf(
    { kind: "createZone", at: target(zone, zone.name) },
    { is: "zoneMade" },
    { role: "Private DNS Zone Contributor", on: { is: "zoneGroup" } },
  );
  const links = asking.flatMap(({ id }) => linkFix(zoneId, id, []) ?? []);
  return joinFixes([made, recordOf(lost, address), ...links]) ?? made;
}

function makeAgain(cluster: ManagedCluster, asking: readonly Asking[], address: ApiAddress): Fix | null {
  const zoneId = ownZoneId(cluster);
  if (zoneId === undefined) return reconcile(cluster);
  return forResource(zoneId, (zone) => zoneAgain({ cluster, zone, zoneId, asking }, address));
}

export const dnsZoneExists = defineCheck({
  id: "dns.zone-exists",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#configuration-options-for-private-dns",
  needs: ["managedCluster", "privateDnsZone"],
  looksAt: ["clusterNetwork", "peerNetworks", "jumpHosts", "privateDnsLinks", ...addressSections],
  after: ["cluster.power-state", "api.mode"],
  skip: unlessPrivateZone,
  evaluate: (
    { managedCluster: cluster, privateDnsZone: zone, clusterNetwork, ...parts },
    { client },
  ): Outcome<ZoneFact | SharedFact> => {
    if (zone === null) {
      const asking =
        clusterNetwork.status === "collected"
          ? askingIn(client, { ...parts, clusterNetwork: clusterNetwork.data })
          : [];
      return fail(
        { is: "absent" },
        {
          resourceId: ownZoneId(cluster) ?? cluster.id,
          evidence: [labelled("expected", expectedZoneName(cluster) ?? { is: "zoneOfAks" })],
          fix: makeAgain(cluster, asking, apiAddressOf(cluster, parts)),
        },
      );
    }
    const evidence = [labelled("zone", zone.name)];
    const more = { resourceId: zone.id, evidence };
    return (
      unsettled(thing("zone", zone.name), zone.provisioningState, more) ??
      pass({ is: "exists", zone: zone.name }, evidence)
    );
  },
});
