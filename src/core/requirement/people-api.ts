// People have to reach a private API server from where they come; one place that works is a way in.
import { clientNetworksOf, insideOf } from "../client/client-networks.ts";
import { placesIn } from "../client/client-places.ts";
import type { Place } from "../network/address/packet.ts";
import type { Context } from "./context.ts";
import type { Requirement } from "./requirement.ts";
import { peoplesNeed } from "./ways-to-api.ts";

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

export const peopleApi = (context: Context): Requirement | null =>
  peoplesNeed("people.api", context, placesOf(context));
