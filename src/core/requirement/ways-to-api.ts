// From places that people stand at to the API server: its name where one is needed, then the way.
import { isPrivateAddress } from "../network/address/cidr.ts";
import type { Place } from "../network/address/packet.ts";
import { furtherEndpoint } from "../network/gateways-of-snapshot.ts";
import { networkIn } from "../network/model/model.ts";
import { type Context, toApi } from "./context.ts";
import type { Question, Requirement } from "./requirement.ts";

/** A public name is known to every server, as far as one is reached: of those in a network one is enough. */
function withServers({ model }: Context, from: Place, api: readonly Question[]): Requirement["ways"] {
  const network = networkIn(model, from.networkId);
  const servers = network.status === "collected" ? network.data.dnsServers : [];
  return servers.length === 0 || !servers.every(isPrivateAddress)
    ? [api]
    : servers.map((to) => [{ ask: "connection", flow: { from, to, protocol: "Udp", port: 53 } }, ...api]);
}

/** None where the API server has no private address, or none is known. */
export function waysToApi(context: Context, places: readonly Place[]): Requirement["ways"] {
  const { mode, apiAddress, apiName, snapshot, cluster } = context;
  if (apiAddress === null || mode === "vnet-public") return [];
  const further = furtherEndpoint(snapshot.privateEndpointConnections, cluster) ?? undefined;
  return places.flatMap((from) => {
    const api = toApi(from, apiName, apiAddress, further);
    return apiName === null ? withServers(context, from, api) : [api];
  });
}

/** One place that works is a way in. */
export function peoplesNeed(
  id: Requirement["id"],
  context: Context,
  places: readonly Place[],
): Requirement | null {
  const ways = waysToApi(context, places);
  return ways.length === 0 ? null : { id, for: "people", enough: "one", ways };
}
