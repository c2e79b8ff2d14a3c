// vpn.gateway-state: without its gateway no VPN leads in.

import { gatewaySections } from "../../client/behind-gateway.ts";
import { gatewaysNear } from "../../client/gateways-near.ts";
import type { Fix, Outcome } from "../../outcome/check.ts";
import { combine, fail, notConfigured, pass, unread, warn } from "../../outcome/outcomes.ts";
import { thing, unsettled } from "../../outcome/state-word.ts";
import { azIn, forResource } from "../../repair/az.ts";
import type { VirtualNetworkGateway } from "../../snapshot/gateway-parts.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";
import { type LoneTunnel, loneTunnels } from "./tunnel-twins.ts";

const reset = (id: string): Fix | null =>
  forResource(id, (parts) => ({
    commands: [azIn(parts, "network vnet-gateway reset", "--name", parts.name)],
    risks: [{ is: "tunnelsDrop" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [parts.name] }],
  }));

function judge({ id, name, provisioningState: state, sku }: VirtualNetworkGateway): Outcome {
  const evidence = [`${name}  ${sku ?? "no SKU"}  ${state}`];
  const more = { resourceId: id, evidence };
  if (/^failed$/i.test(state))
    return fail(`The last change of the VPN gateway ${name} failed.`, { ...more, fix: reset(id) });
  return (
    unsettled(thing("vpnGateway", name), state, more) ??
    pass(`The VPN gateway ${name} is provisioned.`, evidence)
  );
}

const alone = ({ down, left, ranges }: LoneTunnel): Outcome =>
  warn(
    `The connection ${down.name} is down, so what comes from ${ranges.join(", ")} depends on ${left.name}.`,
    {
      resourceId: down.id,
      evidence: [`${down.name}  down`, `${left.name}  up`],
    },
  );

export const vpnGatewayState = defineCheck({
  id: "vpn.gateway-state",
  severity: "high",
  about: "people",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpngateways",
  needs: ["clusterNetwork"],
  looksAt: gatewaySections,
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, ...parts }) => {
    const found = gatewaysNear("Vpn", clusterNetwork, parts.virtualNetworkGateways);
    if (found.status === "unknown") return unread(found.cause);
    return found.status === "absent"
      ? notConfigured(found.reason)
      : combine(
          [combine(found.gateways.map(judge), false), ...loneTunnels(clusterNetwork, parts).map(alone)],
          true,
        );
  },
});
