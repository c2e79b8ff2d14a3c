// dns.link-state: a link works only when its state is Completed.

import { clientNetworksOf } from "../../client/client-networks.ts";
import type { Fix, Outcome } from "../../outcome/check.ts";
import { combine, fail, notApplicable, pass, warn } from "../../outcome/outcomes.ts";
import { strangeWord, unsettled } from "../../outcome/state-word.ts";
import { azIn, forResource } from "../../repair/az.ts";
import { linkCommand } from "../../repair/fixes.ts";
import { nameOf, sameId } from "../../snapshot/resource-id.ts";
import { collected } from "../../snapshot/section.ts";
import type { PrivateDnsZone, VirtualNetworkLink } from "../../snapshot/zones.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateZone } from "../skips.ts";

const makeAgain = (zone: PrivateDnsZone, link: VirtualNetworkLink): Fix | null =>
  forResource(zone.id, (parts) => ({
    commands: [
      azIn(
        parts,
        "network private-dns link vnet delete",
        "--zone-name",
        zone.name,
        "--name",
        link.name,
        "--yes",
      ),
      ...[linkCommand(zone.id, link.virtualNetworkId, link.name)].flatMap((line) => line ?? []),
    ],
    risk: "Names of the zone do not resolve in that network for a moment.",
    disruptive: true,
    role: `Private DNS Zone Contributor on ${zone.name} and Network Contributor on ${nameOf(link.virtualNetworkId)}`,
  }));

const judge =
  (zone: PrivateDnsZone) =>
  (link: VirtualNetworkLink): Outcome => {
    const network = nameOf(link.virtualNetworkId);
    const evidence = [`link  ${link.name}  ${link.linkState}  ${link.provisioningState}`];
    const states = [link.linkState, link.provisioningState].map((state) => state.toLowerCase());
    if (states.some((state) => state === "failed" || state === "canceled"))
      return fail(`The zone's link to ${network} failed.`, {
        resourceId: link.id,
        evidence,
        fix: makeAgain(zone, link),
      });
    const more = { resourceId: link.id, evidence };
    const what = `the zone's link to ${network}`;
    if (states[0] === "inprogress")
      return warn(`The zone's link to ${network} is not complete: ${link.linkState}.`, more);
    if (states[0] !== "completed") return strangeWord(what, "state", link.linkState);
    return (
      unsettled(what, link.provisioningState, more) ??
      pass(`The zone's link to ${network} is complete.`, evidence)
    );
  };

export const dnsLinkState = defineCheck({
  id: "dns.link-state",
  title: "Links of the zone are complete",
  severity: "high",
  why: "A link works only when its state is Completed.",
  remediation: "Wait while it is in progress; delete and make again a link that failed.",
  source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  needs: ["privateDnsZone", "privateDnsLinks", "clusterNetwork"],
  looksAt: ["peerNetworks", "jumpHosts"],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
  evaluate: ({ privateDnsZone: zone, privateDnsLinks: links, clusterNetwork, ...rest }, { client }) => {
    if (zone === null) return notApplicable("There is no private DNS zone.");
    const found = clientNetworksOf(client, { ...rest, clusterNetwork, privateDnsLinks: collected(links) });
    const clients = found.status === "known" ? found.networks : [];
    const wanted = [clusterNetwork.id, ...clients.map(({ id }) => id)];
    const relevant = links.filter((link) => wanted.some((id) => sameId(id, link.virtualNetworkId)));
    return relevant.length === 0
      ? notApplicable("No link leads to a network that matters here.")
      : combine(relevant.map(judge(zone)), true);
  },
});
