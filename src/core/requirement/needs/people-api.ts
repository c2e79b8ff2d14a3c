// People have to reach a private API server from where they come; one place that works is a way in.
import { clientNetworksOf, insideOf } from "../../client/client-networks.ts";
import { placesIn } from "../../client/client-places.ts";
import { isPrivateAddress } from "../../network/cidr.ts";
import type { Place } from "../../network/flow.ts";
import { furtherEndpoint } from "../../network/further-endpoints.ts";
import { networkIn } from "../../network/model.ts";
import { type Context, toApi } from "../context.ts";
import type { Need, Question } from "../need.ts";

function placesOf({ snapshot, network }: Context): readonly Place[] {
  const sources = { ...snapshot, clusterNetwork: network };
  const found = clientNetworksOf(snapshot.client, sources);
  const networks =
    found.status === "inside" ? insideOf(sources) : found.status === "known" ? found.networks : [];
  return networks.flatMap((each) =>
    each.network.status === "unavailable"
      ? [{ name: each.name, address: "0.0.0.0", networkId: each.id, subnetId: undefined, groupIds: [] }]
      : placesIn(each.network.data, each, snapshot.client).map(
          ({ name, address, subnet, securityGroupIds }) => ({
            name,
            address,
            networkId: each.id,
            subnetId: subnet?.id,
            groupIds: securityGroupIds.filter((id) => id !== subnet?.networkSecurityGroupId),
          }),
        ),
  );
}

/** A public name is known to every server, as far as one is reached: of those in a network one is enough. */
function withServers({ model }: Context, from: Place, api: readonly Question[]): Need["ways"] {
  const network = networkIn(model, from.networkId);
  const servers = network.status === "collected" ? network.data.dnsServers : [];
  return servers.length === 0 || !servers.every(isPrivateAddress)
    ? [api]
    : servers.map((to) => [{ ask: "connection", flow: { from, to, protocol: "Udp", port: 53 } }, ...api]);
}

export function peopleApi(context: Context): Need | null {
  const { mode, apiAddress, apiName } = context;
  if (apiAddress === null || mode === "vnet-public") return null;
  const { snapshot, cluster } = context;
  const further = furtherEndpoint(snapshot.privateEndpointConnections, cluster) ?? undefined;
  const ways = placesOf(context).flatMap((from) => {
    const api = toApi(from, apiName, apiAddress, further);
    return apiName === null ? withServers(context, from, api) : [api];
  });
  return ways.length === 0 ? null : { id: "people.api", for: "people", enough: "one", ways };
}
