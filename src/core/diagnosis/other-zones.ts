// Another zone of the API server's name that a network is linked to: Azure lets it be linked to no second one of that
// name, so what that zone says is what the network hears.
import { type AddressSources, apiAddressOf } from "./api-address.ts";
import { recordNameIn } from "./api-server.ts";
import { azIn, forResource } from "./az.ts";
import type { Fix, Outcome } from "./check.ts";
import { furtherEndpoint } from "./further-endpoints.ts";
import type { Listing } from "./listing.ts";
import { linkTo } from "./name-resolution.ts";
import { fail, notAssessed, pass, unread } from "./outcomes.ts";
import { parseResourceId } from "./resource-id.ts";
import type { Section } from "./section.ts";
import type { ManagedCluster } from "./snapshot-cluster.ts";
import type { PrivateEndpointConnection } from "./snapshot-endpoint.ts";
import type { OtherZone } from "./snapshot-zones.ts";

export type OtherZoneSources = AddressSources &
  Readonly<{
    managedCluster: ManagedCluster;
    otherZones: Listing<OtherZone>;
    /** Looked at where people may come through an endpoint of their own. */
    privateEndpointConnections?: Section<readonly PrivateEndpointConnection[]>;
  }>;

type Network = Readonly<{ id: string; name: string }>;

/** Writes what is missing there; what the record holds beside it leads nowhere and goes. */
const writeRecord = ({ zone, record }: OtherZone, label: string, ip: string): Fix | null =>
  forResource(zone.id, (parts) => {
    const held = record.status === "collected" ? (record.data?.addresses ?? []) : [];
    const line = (command: string, address: string): string =>
      azIn(
        parts,
        `network private-dns record-set a ${command}`,
        "--zone-name",
        zone.name,
        "--record-set-name",
        label,
        "--ipv4-address",
        address,
      );
    return {
      commands: [
        line("add-record", ip),
        ...held.filter((each) => each !== ip).map((each) => line("remove-record", each)),
      ],
      risk: "Changes one record, for every network that is linked to this zone; AKS does not keep it up to date there.",
      disruptive: false,
      role: `Private DNS Zone Contributor on ${zone.name}`,
    };
  });

function judgeRecord(other: OtherZone, network: Network, sources: OtherZoneSources): Outcome {
  const { zone, record } = other;
  const fqdn = sources.managedCluster.privateFqdn ?? "";
  const label = recordNameIn(zone.name, fqdn);
  const group = parseResourceId(zone.id)?.resourceGroup ?? "another resource group";
  const where = `${network.name} is linked to another zone, ${zone.name} in ${group}`;
  if (record.status === "unavailable") return unread(record);
  const address = apiAddressOf(sources.managedCluster, sources);
  const held = record.data?.addresses ?? [];
  const known = address.status === "known" ? address.ip : null;
  if (known !== null && held.includes(known))
    return pass(`${where}, and that holds the API server's address.`, [`zone  ${zone.id}`]);
  const more = {
    resourceId: zone.id,
    evidence: [`zone    ${zone.id}`, `record  ${held.join(", ") || "none"}`],
    fix: known === null || label === null ? null : writeRecord(other, label, known),
  };
  if (held.length === 0) return fail(`${where}, which has no record of the API server.`, more);
  const { privateEndpointConnections: connections, managedCluster } = sources;
  const further = connections === undefined ? null : furtherEndpoint(connections, managedCluster);
  if (further !== null)
    return notAssessed(
      `${where}, whose record leads to ${held.join(", ")}: whether the further private endpoint ${further} stands there was not read.`,
    );
  return known === null
    ? notAssessed(`${where}, and whether its record is right is not known.`)
    : fail(
        `${where}, whose record leads to ${held.join(", ")}, but the API server stands at ${known}.`,
        more,
      );
}

/** Null where no other zone is known to be linked to the network: then the cluster's own decides. */
export function judgeOtherZone(network: Network, sources: OtherZoneSources): Outcome | null {
  const longestFirst = sources.otherZones.items.toSorted(
    (one, other) => other.zone.name.length - one.zone.name.length,
  );
  const linked = longestFirst.find(
    ({ links }) => links.status === "collected" && linkTo(links.data, network.id) !== undefined,
  );
  if (linked !== undefined) return judgeRecord(linked, network, sources);
  const [hidden] = longestFirst.flatMap(({ links }) => (links.status === "unavailable" ? [links] : []));
  return hidden === undefined ? null : unread(hidden);
}
