// dns.link-client: by default only the cluster's network is linked, so the hub answers "no such host".

import { addressSections } from "../../api-address.ts";
import type { Outcome } from "../../check.ts";
import { type ClientNetwork, clientNetworksOf, judgeClientNetworks } from "../../client-networks.ts";
import { defineCheck } from "../../define-check.ts";
import { linkFix } from "../../fixes.ts";
import { customDnsServers, linkTo } from "../../name-resolution.ts";
import { judgeOtherZone, type OtherZoneSources } from "../../other-zones.ts";
import { fail, notApplicable, pass, unread } from "../../outcomes.ts";
import { unlessPrivateZone } from "../../skips.ts";
import type { PrivateDnsZone, VirtualNetworkLink } from "../../snapshot-zones.ts";

const judge =
  (zone: PrivateDnsZone, links: readonly VirtualNetworkLink[], others: OtherZoneSources) =>
  ({ id, name, network }: ClientNetwork): Outcome => {
    const evidence = links.map((link) => `link  ${link.name} → ${link.virtualNetworkId}`);
    if (network.status === "collected" && customDnsServers(network.data).length > 0)
      return notApplicable(`${name} uses DNS servers of its own; dns.link-resolver judges them.`);
    if (linkTo(links, id) !== undefined) return pass(`The zone is linked to ${name}.`, evidence);
    const other = judgeOtherZone({ id, name }, others);
    if (other !== null) return other;
    if (network.status === "unavailable") return unread(network);
    return fail(
      `The private DNS zone has no link to ${name}, so the API server's name does not resolve there.`,
      {
        resourceId: zone.id,
        evidence: [`zone  ${zone.name}`, ...evidence],
        fix: linkFix(zone.id, id, links),
      },
    );
  };

export const dnsLinkClient = defineCheck({
  id: "dns.link-client",
  title: "Zone is linked to the network you come from",
  severity: "high",
  about: "people",
  why: "Without a link the API server's name does not resolve there, although the peering works.",
  remediation: "Link the zone to the network that you come from.",
  source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  needs: ["managedCluster", "privateDnsZone", "privateDnsLinks", "clusterNetwork"],
  looksAt: ["peerNetworks", "jumpHosts", "otherZones", "privateEndpointConnections", ...addressSections],
  after: ["dns.zone-exists", "dns.zone-name"],
  skip: unlessPrivateZone,
  evaluate: ({ privateDnsZone: zone, privateDnsLinks: links, ...rest }, { client }) => {
    if (zone === null) return notApplicable("There is no private DNS zone.");
    const sources = { ...rest, privateDnsLinks: { status: "collected", data: links } } as const;
    return judgeClientNetworks(clientNetworksOf(client, sources), judge(zone, links, rest));
  },
});
