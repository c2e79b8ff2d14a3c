// Switches the private peering of a circuit on again.
// https://learn.microsoft.com/azure/expressroute/expressroute-howto-reset-peering

import type { NetworkModel } from "../network/model/model.ts";
import type { GatewayPath } from "../network/route/gateway-connection.ts";
import { sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { type Mend, repairBy } from "./repair.ts";
import { target } from "./write/az.ts";
import { fixAt } from "./write/fix.ts";

const switchedOn = (way: GatewayPath, circuitId: string): GatewayPath =>
  way.kind === "circuit" && way.circuit.status === "collected" && sameId(way.circuit.data.id, circuitId)
    ? { ...way, circuit: collected({ ...way.circuit.data, privatePeeringState: "Enabled" }) }
    : way;

const withPeering = (model: NetworkModel, circuitId: string): NetworkModel => ({
  ...model,
  gateways: model.gateways.map((gateway) => ({
    ...gateway,
    ways: gateway.ways.map((way) => switchedOn(way, circuitId)),
  })),
});

/** One that was never made needs what only its owner and the provider know. */
export const enablePrivatePeering: Mend = ({ component: { id }, reason }) => {
  if (reason.is !== "circuitDown" || reason.part !== "privatePeering" || reason.state === null) return null;
  if (id === null) return null;
  const fix = fixAt(
    id,
    (_at, circuit) => ({
      kind: "enableCircuitPeering",
      at: target(circuit, circuit.name, "AzurePrivatePeering"),
    }),
    { is: "privatePeeringOn" },
  );
  return repairBy(fix, (model) => withPeering(model, id));
};
