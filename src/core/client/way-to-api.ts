// The way of a connection: from each place in a client network to the API server's address.
import { type AddressSources, addressSections, apiAddressOf } from "../network/api-address.ts";
import type { Outcome } from "../outcome/check.ts";
import { combine, notApplicable, unread } from "../outcome/outcomes.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { VirtualNetwork } from "../snapshot/network.ts";
import type { Client } from "../snapshot/snapshot.ts";
import {
  type ClientNetwork,
  type ClientSources,
  clientNetworksOf,
  judgeClientNetworks,
} from "./client-networks.ts";
import { type ClientPlace, placesIn } from "./client-places.ts";

/** Beside the cluster and its network, what a check looks at that judges such ways. */
export const waySections = ["peerNetworks", "jumpHosts", "privateDnsLinks", ...addressSections] as const;

/** `network` is where the place lies. */
export type Way = Readonly<{ place: ClientPlace; network: VirtualNetwork; apiIp: string }>;

export type WaySources = ClientSources & AddressSources & Readonly<{ managedCluster: ManagedCluster }>;

/** Of the places in one network, one that works is enough. */
export function judgeWaysFrom(
  found: ClientNetwork,
  sources: WaySources,
  client: Client,
  judge: (way: Way) => Outcome,
): Outcome {
  if (found.network.status === "unavailable") return unread(found.network);
  const address = apiAddressOf(sources.managedCluster, sources);
  if (address.status === "unknown") return unread(address);
  const network = found.network.data;
  const places = placesIn(network, found, client);
  return places.length === 0
    ? notApplicable(`${network.name} has no subnet that people work from.`)
    : combine(
        places.map((place) => judge({ place, network, apiIp: address.ip })),
        false,
      );
}

export const judgeWays = (sources: WaySources, client: Client, judge: (way: Way) => Outcome): Outcome =>
  judgeClientNetworks(clientNetworksOf(client, sources), (found) =>
    judgeWaysFrom(found, sources, client, judge),
  );
