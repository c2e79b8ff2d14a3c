// Switches the private peering of a circuit on again.
// https://learn.microsoft.com/azure/expressroute/expressroute-howto-reset-peering

import type { NetworkModel } from "../network/model/model.ts";
import type { GatewayPath } from "../network/route/gateway-connection.ts";
import { nameOf, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { Mend } from "./repair.ts";
import { forResource, target } from "./write/az.ts";

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
  return id === null
    ? null
    : forResource(id, (circuit) => ({
        fix: {
          steps: [{ kind: "enableCircuitPeering", at: target(circuit, circuit.name, "AzurePrivatePeering") }],
          risks: [{ is: "privatePeeringOn" }],
          disruptive: false,
          roles: [{ role: "Network Contributor", on: [nameOf(id)] }],
        },
        apply: (model: NetworkModel) => withPeering(model, id),
      }));
};
