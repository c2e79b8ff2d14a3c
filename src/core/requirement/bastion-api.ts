// A tunnel of Bastion's that ends at the API server leads on from Bastion's own subnet.
import { https } from "../network/address/packet.ts";
import type { Context } from "./context.ts";
import { placeOfBastion } from "./jump-host-needs.ts";
import type { Requirement } from "./requirement.ts";

export function bastionApi({ snapshot, model, apiAddress }: Context): Requirement | null {
  if (apiAddress === null) return null;
  const ways = snapshot.bastionHosts.items.flatMap((bastion) => {
    const from = placeOfBastion(model, bastion);
    const flow = from && { from, to: apiAddress, isHeld: true, ...https };
    return flow === null ? [] : [[{ ask: "connection", flow } as const]];
  });
  return ways.length === 0 ? null : { id: "bastion.api", for: "people", enough: "one", ways };
}
