// People have to reach a private API server from where they come; one place that works is a way in.
import { clientNetworksOf } from "../../diagnosis/client-networks.ts";
import { placesIn } from "../../diagnosis/client-places.ts";
import { furtherEndpoint } from "../../diagnosis/further-endpoints.ts";
import type { Place } from "../../network/flow.ts";
import { type Context, toApi } from "../context.ts";
import type { Need } from "../need.ts";

function placesOf({ snapshot, network }: Context): readonly Place[] {
  const found = clientNetworksOf(snapshot.client, { ...snapshot, clusterNetwork: network });
  if (found.status !== "known") return [];
  return found.networks.flatMap((each) =>
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

export function peopleApi(context: Context): Need | null {
  const { mode, apiAddress, apiName } = context;
  if (apiAddress === null || mode === "vnet-public") return null;
  const { snapshot, cluster } = context;
  const further = furtherEndpoint(snapshot.privateEndpointConnections, cluster) ?? undefined;
  const ways = placesOf(context).map((from) => toApi(from, apiName, apiAddress, further));
  return ways.length === 0 ? null : { id: "people.api", for: "people", enough: "one", ways };
}
