// peering.vnet-access: with access off, a Connected peering still lets nothing through.

import { crossedNetworksOf, judgeClientNetworks } from "../../client/client-networks.ts";
import type { Outcome } from "../../outcome/check.ts";
import { combine, fail, notApplicable, pass, unread } from "../../outcome/outcomes.ts";
import { allowing } from "../../repair/allow-on-peering.ts";
import { type PeeringSides, readSides, sidesOf } from "../../repair/peering-sides.ts";
import type { Peering } from "../../snapshot/network.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

const judgeSide = (networkId: string, peering: Peering): Outcome =>
  peering.allowVirtualNetworkAccess
    ? pass(`The peering ${peering.name} of ${nameOf(networkId)} lets traffic through.`)
    : fail(
        `The peering ${peering.name} of ${nameOf(networkId)} has virtual network access off, so traffic is dropped.`,
        {
          resourceId: peering.id,
          evidence: ["allowVirtualNetworkAccess  false"],
          fix: allowing(networkId, peering.name, "allowVirtualNetworkAccess"),
        },
      );

function judge(sides: PeeringSides): Outcome {
  const outcomes = readSides(sides).map(({ networkId, peering }) => judgeSide(networkId, peering));
  const { network } = sides.client;
  if (network.status === "unavailable" && sides.here !== undefined) outcomes.push(unread(network));
  return outcomes.length === 0
    ? notApplicable(`There is no peering with ${sides.client.name}.`)
    : combine(outcomes, true);
}

export const peeringVnetAccess = defineCheck({
  id: "peering.vnet-access",
  title: "Peering lets traffic through",
  severity: "critical",
  why: "With access off the peering is Connected, but the other network's range is not trusted and default rules drop it.",
  remediation: "Allow virtual network access on both sides.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  needs: ["clusterNetwork"],
  looksAt: ["peerNetworks", "jumpHosts", "privateDnsLinks"],
  after: ["peering.state"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeClientNetworks(crossedNetworksOf(client, data), (network) =>
      judge(sidesOf(data.clusterNetwork, network)),
    ),
});
