// People who come over a gateway have to reach a private API server, from each range; of ways to the same range one does.
import { https } from "../network/address/packet.ts";
import type { Context } from "./context.ts";
import { gatewayPlaces } from "./over-gateways.ts";
import type { Requirement } from "./requirement.ts";

export function gatewayApi({ model, snapshot, network, mode, apiAddress }: Context): Requirement | null {
  if (apiAddress === null || mode === "vnet-public") return null;
  const ways = gatewayPlaces(model, snapshot.client, network).map(({ place: from }) => [
    { ask: "connection", flow: { from, to: apiAddress, isHeld: true, ...https } } as const,
  ]);
  return ways.length === 0 ? null : { id: "gateway.api", for: "people", enough: "oneOfEach", ways };
}
