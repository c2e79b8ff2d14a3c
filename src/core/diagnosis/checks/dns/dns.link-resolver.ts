// dns.link-resolver: with DNS servers of one's own, the name is resolved from where the servers stand.

import { addressSections } from "../../api-address.ts";
import type { Outcome } from "../../check.ts";
import { type ClientNetwork, clientNetworksOf, judgeClientNetworks } from "../../client-networks.ts";
import { defineCheck } from "../../define-check.ts";
import { linkFix } from "../../fixes.ts";
import {
  customDnsServers,
  type DnsServer,
  type DnsSources,
  linkTo,
  locateCustomDnsServers,
  mayForward,
  readNetworks,
} from "../../name-resolution.ts";
import { judgeOtherZone, type OtherZoneSources } from "../../other-zones.ts";
import { combine, fail, notApplicable, notAssessed, pass, unread } from "../../outcomes.ts";
import { collected } from "../../section.ts";
import { unlessPrivateZone } from "../../skips.ts";
import type { PrivateDnsZone, VirtualNetworkLink } from "../../snapshot-zones.ts";

type Sources = DnsSources & OtherZoneSources;

type Zone = Readonly<{ zone: PrivateDnsZone; links: readonly VirtualNetworkLink[] }>;

function judgeServer(server: DnsServer, { zone, links }: Zone, sources: Sources): Outcome {
  const { ip, network } = server;
  if (network === null)
    return notAssessed(`The DNS server ${ip} stands in no network that was read; ask whoever runs it.`);
  const evidence = [`server  ${ip} in ${network.name}`];
  if (linkTo(links, network.id) !== undefined)
    return pass(`The zone is linked to ${network.name}, where the DNS server ${ip} stands.`, [
      ...evidence,
      ...(server.owner.kind === "resolver" ? [] : ["What it forwards to 168.63.129.16 is not read."]),
    ]);
  const other = judgeOtherZone(network, sources);
  if (other !== null) return other;
  if (mayForward(server, links, sources))
    return notAssessed(
      `The zone has no link to ${network.name}, where the DNS server ${ip} stands; whether it forwards the name to one that finds it, only its own settings say.`,
    );
  return fail(
    `The zone has no link to ${network.name}, where the DNS server ${ip} stands, so the name does not resolve.`,
    { resourceId: zone.id, evidence, fix: linkFix(zone.id, network.id, links) },
  );
}

const judgeNetwork =
  (zone: Zone, sources: Sources) =>
  ({ name, network }: Pick<ClientNetwork, "name" | "network">): Outcome => {
    if (network.status === "unavailable") return unread(network);
    return customDnsServers(network.data).length === 0
      ? notApplicable(`${name} uses Azure's DNS.`)
      : combine(
          locateCustomDnsServers(network.data, sources).map((server) => judgeServer(server, zone, sources)),
          true,
        );
  };

export const dnsLinkResolver = defineCheck({
  id: "dns.link-resolver",
  title: "Zone is linked where the DNS servers stand",
  severity: "critical",
  why: "With DNS servers of one's own, the name is resolved from the servers' network, not from the client's.",
  remediation: "Link the zone to the servers' network and let them forward it to 168.63.129.16.",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#prerequisites-for-private-aks-clusters",
  needs: ["managedCluster", "privateDnsZone", "privateDnsLinks", "clusterNetwork", "peerNetworks"],
  looksAt: [
    "jumpHosts",
    "firewalls",
    "dnsInboundEndpoints",
    "otherZones",
    "privateEndpointConnections",
    ...addressSections,
  ],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
  evaluate: (
    { privateDnsZone: zone, privateDnsLinks: links, clusterNetwork, peerNetworks, ...owners },
    { client },
  ) => {
    if (zone === null) return notApplicable("There is no private DNS zone.");
    const judge = judgeNetwork(
      { zone, links },
      { ...owners, networks: readNetworks(clusterNetwork, peerNetworks) },
    );
    const found = clientNetworksOf(client, {
      clusterNetwork,
      peerNetworks: collected(peerNetworks),
      jumpHosts: owners.jumpHosts,
      privateDnsLinks: collected(links),
    });
    const own = judge({ name: clusterNetwork.name, network: collected(clusterNetwork) });
    return combine([own, judgeClientNetworks(found, judge)], true);
  },
});
