// vpn.bgp-peers: a tunnel may be up and still teach nothing, while its BGP session is down.
import type { Absence } from "../../client/absence.ts";
import { gatewaysNear } from "../../client/gateways-near.ts";
import type { Outcome } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { combine, fail, notApplicable, notAssessed, openFor, pass, unread } from "../../outcome/outcomes.ts";
import type { BgpPeer, VirtualNetworkGateway } from "../../snapshot/gateway-parts.ts";
import { idKey } from "../../snapshot/resource-id.ts";
import type { Section } from "../../snapshot/section.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

export type BgpFact = Readonly<
  | { is: "bgpNotAsked" }
  | { is: "sessionUp"; gateway: string; peer: string; routes: number }
  | { is: "sessionDown"; gateway: string; peer: string; state: string }
  | { is: "noRoutes"; gateway: string; peer: string }
  | { is: "sessionUnsure"; gateway: string; peer: string; state: string }
  | { is: "noPeers"; gateway: string }
>;

type BgpOutcome = Outcome<BgpFact | Absence | SharedFact>;

function judgePeer({ id, name: gateway }: VirtualNetworkGateway, { address: peer, state, routes }: BgpPeer) {
  const evidence = [columns(gateway, peer, state, { is: "routes", count: routes })];
  const more = { resourceId: id, evidence };
  if (/^(idle|connecting|stopped)$/i.test(state))
    return fail({ is: "sessionDown", gateway, peer, state }, more);
  if (!/^connected$/i.test(state)) return notAssessed({ is: "sessionUnsure", gateway, peer, state });
  return routes === 0
    ? fail({ is: "noRoutes", gateway, peer }, more)
    : pass({ is: "sessionUp", gateway, peer, routes }, evidence);
}

/** Of several sessions, one that is up teaches the same: two back each other up. */
function judge(gateway: VirtualNetworkGateway, peers: Section<readonly BgpPeer[]>): BgpOutcome {
  if (peers.status === "unavailable") return unread(peers);
  return peers.data.length === 0
    ? fail({ is: "noPeers", gateway: gateway.name }, { resourceId: gateway.id })
    : combine<BgpFact | SharedFact>(
        peers.data.map((peer) => judgePeer(gateway, peer)),
        false,
      );
}

export const vpnBgpPeers = defineCheck({
  id: "vpn.bgp-peers",
  severity: "high",
  about: "people",
  source: "https://learn.microsoft.com/azure/vpn-gateway/bgp-diagnostics",
  needs: ["clusterNetwork"],
  looksAt: ["virtualNetworkGateways", "bgpPeers"],
  after: ["vpn.connection-status"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, virtualNetworkGateways, bgpPeers }): BgpOutcome => {
    const found = gatewaysNear("Vpn", clusterNetwork, virtualNetworkGateways);
    if (found.status === "unknown") return unread(found.cause);
    if (found.status === "absent") return notApplicable(found.absence);
    const judged = found.gateways.flatMap((gateway) => {
      const peers = bgpPeers[idKey(gateway.id)];
      return peers === undefined ? [] : [judge(gateway, peers)];
    });
    return judged.length === 0
      ? notApplicable({ is: "bgpNotAsked" })
      : openFor(combine(judged, true), "gateway.api");
  },
});
