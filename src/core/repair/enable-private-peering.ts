// Switches the private peering of a circuit on again.
// https://learn.microsoft.com/azure/expressroute/expressroute-howto-reset-peering
import type { NetworkModel } from "../network/model.ts";
import type { Way } from "../network/way.ts";
import { nameOf, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { azIn, forResource } from "./az.ts";
import type { Mend } from "./repair.ts";

const command = (circuitId: string): string | null =>
  forResource(circuitId, (circuit) =>
    azIn(
      circuit,
      "network express-route peering update",
      ...["--circuit-name", circuit.name],
      ...["--name", "AzurePrivatePeering"],
      ...["--set", "state=Enabled"],
    ),
  );

const switchedOn = (way: Way, circuitId: string): Way =>
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
  const line = id === null ? null : command(id);
  return id === null || line === null
    ? null
    : {
        fix: {
          commands: [line],
          risks: [{ is: "privatePeeringOn" }],
          disruptive: false,
          roles: [{ role: "Network Contributor", on: [nameOf(id)] }],
        },
        apply: (model) => withPeering(model, id),
      };
};
