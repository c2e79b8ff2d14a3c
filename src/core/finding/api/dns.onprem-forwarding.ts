// dns.onprem-forwarding: servers outside Azure know the private name only where they pass it on to one inside. Azure shows
// nothing of them, so what the requester pasted is all that is judged.

import { networksNear } from "../../client/likely-hosts.ts";
import { type PastedLookup, pastedLookup } from "../../client/pasted-lookup.ts";
import { apiAddressOf } from "../../network/address/api-server.ts";
import { coverage, isPrivateAddress } from "../../network/address/cidr.ts";
import { platformDns } from "../../network/walk/platform.ts";
import { fail, notApplicable, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { DnsInboundEndpoint, VirtualNetworkLink } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { collected, type Section } from "../../snapshot/section.ts";
import { seenNow } from "../../snapshot/snapshot.ts";
import { defineCheck, unlessPrivateZone } from "../kit/define-check.ts";

export type ForwardingFact = Readonly<
  /** `name`: to look up. */
  | { is: "noLookupPasted"; name: string }
  | { is: "otherNamePasted"; name: string }
  | { is: "serverInAzure"; server: string }
  /** Nobody can have it pass a private zone on. */
  | { is: "serverPublic"; server: string }
  | { is: "serverForwards"; server: string; ip: string }
  /** `to`: servers in Azure that know it, as far as they were read. */
  | { is: "serverForwardsNot"; server: string; name: string; to: readonly string[] }
  | { is: "serverAnswersElse"; server: string; addresses: readonly string[]; to: readonly string[] }
>;

/** Inbound endpoints in networks that the zone is linked to. */
const knowing = (
  endpoints: readonly DnsInboundEndpoint[],
  links: Section<readonly VirtualNetworkLink[]>,
): readonly string[] =>
  endpoints
    .filter(
      ({ virtualNetworkId }) =>
        links.status === "collected" &&
        links.data.some((link) => sameId(link.virtualNetworkId, virtualNetworkId)),
    )
    .flatMap(({ addresses }) => addresses);

const evidenceOf = ({ server, name, addresses }: PastedLookup) => [
  columns(server, name, addresses.length === 0 ? { is: "noSuchName" } : addresses.join(", ")),
];

export const dnsOnpremForwarding = defineCheck({
  id: "dns.onprem-forwarding",
  severity: "high",
  scope: "people",
  impact: "degrades",
  shownBy: "clientTest",
  source: "https://learn.microsoft.com/azure/private-link/private-endpoint-dns-integration",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [
    ...(["peerNetworks", "privateDnsLinks", "dnsInboundEndpoints"] as const),
    ...(["privateEndpoint", "privateEndpointNic", "apiServerRecord", "loadBalancers"] as const),
  ],
  // What in Azure keeps a server from knowing it explains what is told on premises.
  after: [
    ...(["dns.a-record-match", "dns.a-record-present", "dns.link-client", "dns.link-resolver"] as const),
    ...(["dns.private-resolver", "dns.custom-servers"] as const),
  ],
  skip: unlessPrivateZone,
  evaluate: (data, { client }): Outcome<ForwardingFact | SharedFact> => {
    const { managedCluster: cluster, clusterNetwork, peerNetworks } = data;
    const { privateFqdn: name = "" } = cluster;
    const symptom = seenNow(client);
    const lookup = symptom === undefined ? null : pastedLookup(symptom, name);
    if (lookup === null) return notApplicable({ is: "noLookupPasted", name });
    if (lookup.name !== name.toLowerCase()) return notApplicable({ is: "otherNamePasted", name });
    const { server, addresses } = lookup;
    const networks = networksNear({ clusterNetwork: collected(clusterNetwork), peerNetworks });
    const isInside = networks.some(({ addressPrefixes }) => coverage(addressPrefixes, server) === "yes");
    if (isInside || server === platformDns.address) return notApplicable({ is: "serverInAzure", server });
    if (!isPrivateAddress(server)) return notApplicable({ is: "serverPublic", server });
    const address = apiAddressOf(cluster, data);
    if (address.status === "unknown") return unread(address);
    const evidence = evidenceOf(lookup);
    const to = knowing(data.dnsInboundEndpoints.items, data.privateDnsLinks);
    if (addresses.length === 0) return fail({ is: "serverForwardsNot", server, name, to }, { evidence });
    return addresses.includes(address.ip)
      ? pass({ is: "serverForwards", server, ip: address.ip }, evidence)
      : fail({ is: "serverAnswersElse", server, addresses, to }, { evidence });
  },
});
