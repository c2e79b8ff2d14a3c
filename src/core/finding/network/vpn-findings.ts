// VPN gateways: every check of it. A new one goes here or beside this, and into the list.

import { type Absence, gatewaySections, gatewaysNear } from "../../client/gateways-near.ts";
import { type Fix, fixAt } from "../../fix/write/fix.ts";
import { coverage } from "../../network/address/cidr.ts";
import { upSteps } from "../../network/gateway/gateway-entry.ts";
import { gatewaysOf } from "../../network/gateways-of-snapshot.ts";
import {
  bgpSessionsOf,
  type GatewayPath,
  rangesOf,
  sessionEnd,
} from "../../network/route/gateway-connection.ts";
import {
  advise,
  combine,
  fail,
  notApplicable,
  notAssessed,
  notConfigured,
  type Outcome,
  openFor,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { stateWordOf, thing, unsettled } from "../../outcome/state-word.ts";
import type { BgpPeer, GatewayParts, VirtualNetworkGateway } from "../../snapshot/gateways.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import type { Section } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { vpnP2sConfig } from "./vpn.p2s-config.ts";

// vpn.gateway-state: without its gateway no VPN leads in.

// Two tunnels to one range back each other up: while one is down, the other is all that is left.

type LoneTunnel = Readonly<{ down: GatewayPath; left: GatewayPath; ranges: readonly string[] }>;

const ends = (way: GatewayPath, state: "passes" | "stops"): boolean =>
  upSteps(way).some((step) => step.state === state);

const holdsAll = (way: GatewayPath, ranges: readonly string[]): boolean =>
  ranges.length > 0 && ranges.every((range) => coverage(rangesOf(way), range) === "yes");

/** Only of gateways that the network uses: another's tunnels are nobody's way here. */
function loneTunnels({ id, peerings }: VirtualNetwork, parts: GatewayParts): readonly LoneTunnel[] {
  const used = [
    id,
    ...peerings.flatMap((each) => (each.useRemoteGateways ? [each.remoteVirtualNetworkId] : [])),
  ];
  const tunnels = gatewaysOf(parts)
    .filter(({ networkId }) => used.some((each) => sameId(each, networkId)))
    .flatMap(({ ways }) => ways.filter(({ kind }) => kind === "tunnel"));
  return tunnels
    .filter((way) => ends(way, "stops"))
    .flatMap((down) => {
      const ranges = rangesOf(down);
      const left = tunnels.find((way) => ends(way, "passes") && holdsAll(way, ranges));
      return left === undefined ? [] : [{ down, left, ranges }];
    });
}

type VpnGatewayFact = Readonly<
  /** And its tunnels are down. */
  | { is: "failed"; gateway: string }
  | { is: "provisioned"; gateway: string }
  /** What comes from these ranges depends on one connection, since the other is down. */
  | { is: "onlyOneUp"; down: string; left: string; ranges: readonly string[] }
>;

type GatewayOutcome = Outcome<VpnGatewayFact | Absence | SharedFact>;

const reset = (id: string): Fix | null =>
  fixAt(id, (at) => ({ kind: "resetGateway", at }), { is: "tunnelsDrop" });

/** Its tunnels are down as well. */
function carriesNothing(id: string, parts: GatewayParts): boolean {
  const tunnels = gatewaysOf(parts)
    .filter((each) => sameId(each.id, id))
    .flatMap(({ ways }) => ways.filter(({ kind }) => kind === "tunnel"));
  return tunnels.length > 0 && tunnels.every((way) => ends(way, "stops"));
}

function gatewayState(
  { id, name, provisioningState: state, sku }: VirtualNetworkGateway,
  parts: GatewayParts,
): GatewayOutcome {
  const evidence = [columns(name, sku ?? { is: "noSku" }, state)];
  const more = { resourceId: id, evidence };
  if (stateWordOf(state) === "failed" && carriesNothing(id, parts))
    return fail({ is: "failed", gateway: name }, { ...more, fix: reset(id) });
  return (
    unsettled(thing("vpnGateway", name), state, more) ?? pass({ is: "provisioned", gateway: name }, evidence)
  );
}

const alone = ({ down, left, ranges }: LoneTunnel): GatewayOutcome =>
  warn(
    { is: "onlyOneUp", down: down.name, left: left.name, ranges },
    {
      resourceId: down.id,
      evidence: [columns(down.name, { is: "down" }), columns(left.name, { is: "up" })],
    },
  );

const vpnGatewayState = defineCheck({
  id: "vpn.gateway-state",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpngateways",
  needs: ["clusterNetwork"],
  looksAt: gatewaySections,
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, ...parts }): GatewayOutcome => {
    const found = gatewaysNear("Vpn", clusterNetwork, parts.virtualNetworkGateways);
    if (found.status === "unknown") return unread(found.cause);
    return found.status === "absent"
      ? notConfigured(found.absence)
      : combine(
          [
            combine(
              found.gateways.map((gateway) => gatewayState(gateway, parts)),
              false,
            ),
            ...loneTunnels(clusterNetwork, parts).map(alone),
          ],
          true,
        );
  },
});

// vpn.bgp-peers: a tunnel may be up and still teach nothing, while its BGP session is down.

type BgpFact = Readonly<
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
function judgeSessions(gateway: VirtualNetworkGateway, sessions: Section<readonly BgpPeer[]>): BgpOutcome {
  if (sessions.status === "unavailable") return unread(sessions);
  const hasOne = sessions.data.some((session) => sessionEnd(session) === "teaches");
  return sessions.data.length === 0
    ? fail({ is: "noPeers", gateway: gateway.name }, { resourceId: gateway.id })
    : combine<BgpFact | SharedFact>(
        sessions.data.map((session) => judgePeer(gateway, session, hasOne)),
        false,
      );
}

const vpnBgpPeers = defineCheck({
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
      return sessions === undefined ? [] : [judgeSessions(gateway, sessions)];
    });
    return judged.length === 0
      ? notApplicable({ is: "bgpNotAsked" })
      : openFor(combine(judged, true), "gateway.api");
  },
});

// vpn.redundancy: a gateway with one instance in no zone drops everybody during maintenance.

type RedundancyFact = Readonly<
  { is: "redundant"; gateway: string } | { is: "alone"; gateway: string; sku: string | null }
>;

/** `VpnGw2AZ`: each instance in a zone of its own. */
function judgeInstances({ id, name, sku, activeActive }: VirtualNetworkGateway): Outcome<RedundancyFact> {
  const evidence = [columns(name, sku ?? { is: "noSku" })];
  return activeActive === true || /AZ$/i.test(sku ?? "")
    ? pass({ is: "redundant", gateway: name }, evidence)
    : advise({ is: "alone", gateway: name, sku: sku ?? null }, { resourceId: id, evidence });
}

const vpnRedundancy = defineCheck({
  id: "vpn.redundancy",
  severity: "low",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-highlyavailable",
  needs: ["clusterNetwork"],
  looksAt: ["virtualNetworkGateways"],
  after: ["vpn.gateway-state"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, virtualNetworkGateways }): Outcome<RedundancyFact | Absence | SharedFact> => {
    const found = gatewaysNear("Vpn", clusterNetwork, virtualNetworkGateways);
    if (found.status === "unknown") return unread(found.cause);
    return found.status === "absent"
      ? notConfigured(found.absence)
      : combine(found.gateways.map(judgeInstances), true);
  },
});

export const vpnChecks = [
  vpnGatewayState,
  // A gateway without a tunnel that is up leads nowhere.
  defineStep({
    id: "vpn.connection-status",
    severity: "high",
    scope: "people",
    impact: "degrades",
    source:
      "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-troubleshoot-site-to-site-cannot-connect",
    of: ["gateway.api"],
    after: ["vpn.gateway-state"],
    skip: unlessPrivate,
  }),
  vpnBgpPeers,
  // Both sides of a tunnel have to know each other's ranges.
  defineStep({
    id: "vpn.route-to-spoke",
    severity: "high",
    scope: "people",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",
    of: ["gateway.api"],
    after: ["vpn.connection-status"],
    skip: unlessPrivate,
  }),
  vpnP2sConfig,
  vpnRedundancy,
] as const;
