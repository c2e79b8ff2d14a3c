// How the API server's name ends for whoever comes over a gateway: their own DNS asks in the gateway's network.
import { networkOf } from "../network/from-snapshot.ts";
import type { Trace } from "../network/model/step.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { contextOf } from "./context.ts";
import { evaluate } from "./evaluate.ts";
import { gatewayPlaces } from "./over-gateways.ts";

/** Delivered where no private zone holds the name: every resolver knows it. */
export function endOfNameOverGateway(snapshot: ClusterSnapshot): Trace["end"] {
  const model = networkOf(snapshot);
  const context = contextOf(snapshot, model);
  if (context === null) return "unknown";
  const { apiName: name, apiAddress: wanted, network } = context;
  if (name === null) return "delivered";
  const ways = gatewayPlaces(model, snapshot.client, network).map(({ place: from }) => [
    { ask: "name", from, name, wanted } as const,
  ]);
  return evaluate(model, { id: "gateway.name", for: "people", enough: "one", ways }).end;
}
