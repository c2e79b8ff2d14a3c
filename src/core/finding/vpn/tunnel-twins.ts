// Two tunnels to one range back each other up: while one is down, the other is all that is left.

import { coverage } from "../../network/cidr.ts";
import { gatewaysOf } from "../../network/gateways-read.ts";
import { rangesOf, type Way } from "../../network/way.ts";
import { upSteps } from "../../network/way-in.ts";
import type { GatewayParts } from "../../snapshot/gateway-parts.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";

export type LoneTunnel = Readonly<{ down: Way; left: Way; ranges: readonly string[] }>;

const ends = (way: Way, state: "passes" | "stops"): boolean =>
  upSteps(way).some((step) => step.state === state);

const holdsAll = (way: Way, ranges: readonly string[]): boolean =>
  ranges.length > 0 && ranges.every((range) => coverage(rangesOf(way), range) === "yes");

/** Only of gateways that the network uses: another's tunnels are nobody's way here. */
export function loneTunnels({ id, peerings }: VirtualNetwork, parts: GatewayParts): readonly LoneTunnel[] {
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
