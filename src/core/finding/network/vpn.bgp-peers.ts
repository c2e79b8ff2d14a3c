// vpn.bgp-peers: a tunnel may be up and still teach nothing, while its BGP session is down.
import { type Absence, gatewaysNear } from "../../client/gateways-near.ts";
import { bgpSessionsOf, sessionEnd } from "../../network/route/gateway-connection.ts";
import {
  combine,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  openFor,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { BgpPeer, VirtualNetworkGateway } from "../../snapshot/gateways.ts";
import type { Section } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type BgpFact = Readonly<
  | { is: "bgpNotAsked" }
  | { is: "sessionUp"; gateway: string; peer: string; routes: number }
  | { is: "sessionDown"; gateway: string; peer: string; state: string }
  | { is: "noRoutes"; gateway: string; peer: string }
  /** Others teach routes all the same. */
  | { is: "sessionLost"; gateway: string; peer: string; state: string }
  | { is: "sessionUnsure"; gateway: string; peer: string; state: string }
  | { is: "noPeers"; gateway: string }
>;

type BgpOutcome = Outcome<BgpFact | Absence | SharedFact>;

function judgePeer({ id, name: gateway }: VirtualNetworkGateway, session: BgpPeer, isSpare: boolean) {
  const { address: peer, state, routes } = session;
  const evidence = [columns(gateway, peer, state, { is: "routes", count: routes })];
  const more = { resourceId: id, evidence };
  const end = sessionEnd(session);
  if (end === "teaches") return pass({ is: "sessionUp", gateway, peer, routes }, evidence);
  if (end === "unsure") return notAssessed({ is: "sessionUnsure", gateway, peer, state });
  if (isSpare) return warn({ is: "sessionLost", gateway, peer, state }, more);
  return fail(
    end === "down" ? { is: "sessionDown", gateway, peer, state } : { is: "noRoutes", gateway, peer },
    more,
  );
}

/** Of several sessions, one that is up teaches the same: two back each other up. */
function judge(gateway: VirtualNetworkGateway, sessions: Section<readonly BgpPeer[]>): BgpOutcome {
  if (sessions.status === "unavailable") return unread(sessions);
  const hasOne = sessions.data.some((session) => sessionEnd(session) === "teaches");
  return sessions.data.length === 0
    ? fail({ is: "noPeers", gateway: gateway.name }, { resourceId: gateway.id })
    : combine<BgpFact | SharedFact>(
        sessions.data.map((session) => judgePeer(gateway, session, hasOne)),
        false,
      );
}

export const vpnBgpPeers = defineCheck({
  id: "vpn.bgp-peers",
  severity: "high",
  scope: "people",
  impact: "degrades",
  shownBy: "gateway",
  source: "https://learn.microsoft.com/azure/vpn-gateway/bgp-diagnostics",
  needs: ["clusterNetwork"],
  looksAt: ["virtualNetworkGateways", "gatewayConnections", "localNetworkGateways", "bgpPeers"],
  after: ["vpn.connection-status"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, ...parts }): BgpOutcome => {
    const found = gatewaysNear("Vpn", clusterNetwork, parts.virtualNetworkGateways);
    if (found.status === "unknown") return unread(found.cause);
    if (found.status === "absent") return notApplicable(found.absence);
    const judged = found.gateways.flatMap((gateway) => {
      const sessions = bgpSessionsOf(gateway, parts);
      return sessions === undefined ? [] : [judge(gateway, sessions)];
    });
    return judged.length === 0
      ? notApplicable({ is: "bgpNotAsked" })
      : openFor(combine(judged, true), "gateway.api");
  },
});
