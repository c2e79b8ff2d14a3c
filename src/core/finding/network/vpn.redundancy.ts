// vpn.redundancy: a gateway with one instance in no zone drops everybody during maintenance.
import { type Absence, gatewaysNear } from "../../client/gateways-near.ts";
import {
  advise,
  combine,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { VirtualNetworkGateway } from "../../snapshot/gateways.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type RedundancyFact = Readonly<
  { is: "redundant"; gateway: string } | { is: "alone"; gateway: string; sku: string | null }
>;

/** `VpnGw2AZ`: each instance in a zone of its own. */
function judge({ id, name, sku, activeActive }: VirtualNetworkGateway): Outcome<RedundancyFact> {
  const evidence = [columns(name, sku ?? { is: "noSku" })];
  return activeActive === true || /AZ$/i.test(sku ?? "")
    ? pass({ is: "redundant", gateway: name }, evidence)
    : advise({ is: "alone", gateway: name, sku: sku ?? null }, { resourceId: id, evidence });
}

export const vpnRedundancy = defineCheck({
  id: "vpn.redundancy",
  severity: "low",
  scope: "people",
  impact: "advises",
  shownBy: "azure",
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
      : combine(found.gateways.map(judge), true);
  },
});
