// dns.link-cluster: nodes resolve the API server's name through this link.
import { addressSections } from "../../network/api-address.ts";
import {
  customDnsServers,
  linkTo,
  locateCustomDnsServers,
  mayForward,
  readNetworks,
} from "../../network/name-resolution.ts";
import { fail, notApplicable, notAssessed, pass } from "../../outcome/outcomes.ts";
import { linkFix } from "../../repair/fixes.ts";
import { defineCheck } from "../define-check.ts";
import { unlessNodesUseZone } from "../skips.ts";
import { judgeOtherZone } from "./other-zones.ts";

export const dnsLinkCluster = defineCheck({
  id: "dns.link-cluster",
  title: "Zone is linked to the cluster's network",
  severity: "critical",
  why: "Nodes resolve the API server's name through this link.",
  remediation: "Link the zone to the cluster's network.",
  source:
    "https://learn.microsoft.com/azure/aks/private-clusters#hub-and-spoke-with-custom-dns-for-private-aks-clusters",
  needs: ["managedCluster", "privateDnsZone", "privateDnsLinks", "clusterNetwork"],
  looksAt: [
    "peerNetworks",
    "jumpHosts",
    "firewalls",
    "dnsInboundEndpoints",
    "otherZones",
    ...addressSections,
  ],
  after: ["dns.zone-exists", "dns.link-resolver"],
  skip: unlessNodesUseZone,
  evaluate: ({
    privateDnsZone: zone,
    privateDnsLinks: links,
    clusterNetwork: network,
    peerNetworks,
    ...owners
  }) => {
    if (zone === null) return notApplicable("There is no private DNS zone.");
    const evidence = links.map((link) => `link  ${link.name} → ${link.virtualNetworkId}`);
    if (linkTo(links, network.id) !== undefined)
      return pass(`The zone is linked to the cluster's network ${network.name}.`, evidence);
    if (customDnsServers(network).length > 0) {
      const peers = peerNetworks.status === "collected" ? peerNetworks.data : [];
      const sources = { ...owners, networks: readNetworks(network, peers) };
      const servers = locateCustomDnsServers(network, sources);
      if (
        servers.every((server) => server.network !== null && linkTo(links, server.network.id) !== undefined)
      )
        return pass(`${network.name} resolves through its DNS servers, whose networks are linked.`, evidence);
      if (servers.some((server) => server.network === null))
        return notAssessed(
          `${network.name} uses DNS servers of its own, and where they stand was not found.`,
        );
      if (servers.some((server) => mayForward(server, links, sources)))
        return notAssessed(
          `${network.name} uses DNS servers of its own, and whether they forward the name to one that finds it, only their own settings say.`,
        );
    }
    const other = customDnsServers(network).length > 0 ? null : judgeOtherZone(network, owners);
    if (other !== null) return other;
    return fail(
      `The zone has no link to the cluster's network ${network.name}, so nodes cannot resolve the API server.`,
      {
        resourceId: zone.id,
        evidence,
        fix: linkFix(zone.id, network.id, links),
      },
    );
  },
});
