// vpn.gateway-state: without its gateway no VPN leads in.
import { type Absence, gatewaySections, gatewaysNear } from "../../client/gateways-near.ts";
import { forResource, target } from "../../fix/write/az.ts";
import type { Fix } from "../../fix/write/fix.ts";
import { coverage } from "../../network/address/cidr.ts";
import { upSteps } from "../../network/gateway/gateway-entry.ts";
import { gatewaysOf } from "../../network/gateways-of-snapshot.ts";
import { type GatewayPath, rangesOf } from "../../network/route/gateway-connection.ts";
import {
  combine,
  fail,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { thing, unsettled } from "../../outcome/state-word.ts";
import type { GatewayParts, VirtualNetworkGateway } from "../../snapshot/gateways.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

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
  | { is: "changeFailed"; gateway: string }
  | { is: "provisioned"; gateway: string }
  /** What comes from these ranges depends on one connection, since the other is down. */
  | { is: "onlyOneUp"; down: string; left: string; ranges: readonly string[] }
>;

type GatewayOutcome = Outcome<VpnGatewayFact | Absence | SharedFact>;

const reset = (id: string): Fix | null =>
  forResource(id, (parts) => ({
    steps: [{ kind: "resetGateway", at: target(parts, parts.name) }],
    risks: [{ is: "tunnelsDrop" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [parts.name] }],
  }));

function gatewayState({ id, name, provisioningState: state, sku }: VirtualNetworkGateway): GatewayOutcome {
  const evidence = [columns(name, sku ?? { is: "noSku" }, state)];
  const more = { resourceId: id, evidence };
  if (/^failed$/i.test(state))
    return fail({ is: "changeFailed", gateway: name }, { ...more, fix: reset(id) });
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

export const vpnGatewayState = defineCheck({
  id: "vpn.gateway-state",
  severity: "high",
  scope: "people",
  impact: "degrades",
  shownBy: "azure",
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
            combine(found.gateways.map(gatewayState), false),
            ...loneTunnels(clusterNetwork, parts).map(alone),
          ],
          true,
        );
  },
});
