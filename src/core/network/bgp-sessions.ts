// What a gateway can have learned by BGP from the other sides of its tunnels, by the state of its sessions with them.
// https://learn.microsoft.com/azure/vpn-gateway/bgp-diagnostics
import type { BgpPeer, GatewayParts, VirtualNetworkGateway } from "../snapshot/gateway-parts.ts";
import { idKey } from "../snapshot/resource-id.ts";
import { collected, type Section } from "../snapshot/section.ts";

export type SessionEnd = "teaches" | "silent" | "down" | "unsure";

export function sessionEnd({ state, routes }: BgpPeer): SessionEnd {
  if (/^(idle|connecting|stopped)$/i.test(state)) return "down";
  if (!/^connected$/i.test(state)) return "unsure";
  return routes === 0 ? "silent" : "teaches";
}

/**
 * Undefined where they were not asked for. Those at an address that Azure was told of the other sides, or all where none
 * is: the two instances of a gateway may speak BGP with each other as well.
 */
export function bgpSessionsOf(
  { id }: VirtualNetworkGateway,
  { bgpPeers, localNetworkGateways }: Pick<GatewayParts, "bgpPeers" | "localNetworkGateways">,
): Section<readonly BgpPeer[]> | undefined {
  const peers = bgpPeers[idKey(id)];
  if (peers?.status !== "collected") return peers;
  const farSides = Object.values(localNetworkGateways).flatMap((each) =>
    each.status === "collected" ? [each.data.bgpAddress] : [],
  );
  const own = peers.data.filter(({ address }) => farSides.includes(address));
  return own.length > 0 ? collected(own) : peers;
}

/** For sure: a state that nobody knows may be one that teaches. */
export const teachNothing = (sessions: readonly BgpPeer[]): boolean =>
  sessions.map(sessionEnd).every((end) => end === "down" || end === "silent");
