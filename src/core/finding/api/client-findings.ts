// Where people come from: every check of it. A new one goes here or beside this, and into the list.

import { type ClientSources, clientNetworksOf, locate } from "../../client/client-networks.ts";
import { behindGateway, gatewaySections } from "../../client/gateways-near.ts";
import { isPrivate } from "../../network/address/api-server.ts";
import { coverage, isPrivateAddress } from "../../network/address/cidr.ts";
import { gatewaysOf } from "../../network/gateways-of-snapshot.ts";
import { learnedBy } from "../../network/route/gateway-connection.ts";
import { readNetworks } from "../../network/route/next-hop.ts";
import { notApplicable, notAssessed, type Outcome, pass } from "../../outcome/check.ts";
import type { GatewayParts } from "../../snapshot/gateways.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import type { Client, ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

// An address that the requester gave and that lies in no network from which a private API server is reached.

export type OutsideSources = ClientSources & GatewayParts & Pick<ClusterSnapshot, "routeTables">;

export type UnroutedClient = Readonly<{
  /** Empty: wherever on the Internet. */
  ip: string;
  /** It may still have an access path: over a gateway that learns its range from the other side, which Azure does not list. */
  mayBeLearned: boolean;
  /** Names of the networks to connect to first. */
  entries: readonly string[];
}>;

const entriesFor = (sources: OutsideSources): readonly string[] => {
  const ways = clientNetworksOf({}, sources);
  return ways.status === "known" ? ways.networks.map(({ name }) => name) : [sources.clusterNetwork.name];
};

/** Whoever comes over a gateway is on the Internet where there is none; one that was not listed may be there. */
function isOnInternet({ stands }: Client, { virtualNetworkGateways: { items } }: OutsideSources): boolean {
  return stands === "internet" || (stands === "gateway" && items.length === 0);
}

/** Null where no address was given, or where a network or gateway that leads to the API server holds it. */
function outsideOf(client: Client, sources: OutsideSources): UnroutedClient | null {
  const { ip, virtualNetwork, stands } = client;
  if (ip === undefined && virtualNetwork === undefined && isOnInternet(client, sources)) {
    const mayBeLearned = stands === "gateway" && sources.virtualNetworkGateways.missing.length > 0;
    return { ip: "", mayBeLearned, entries: entriesFor(sources) };
  }
  if (ip === undefined || virtualNetwork !== undefined || locate(ip, sources) !== null) return null;
  if (behindGateway(ip, sources) !== null) return null;
  return {
    ip,
    mayBeLearned: isPrivateAddress(ip) && mayLearnMore(ip, sources),
    entries: entriesFor(sources),
  };
}

/** Behind an appliance to which routes lead, or in a network that a peer of the cluster's is peered with. */
const isLedFurther = (
  ip: string,
  networks: readonly VirtualNetwork[],
  tables: ClusterSnapshot["routeTables"],
): boolean =>
  networks.some(({ peerings }) =>
    peerings.some(({ remoteAddressPrefixes }) => coverage(remoteAddressPrefixes, ip) === "yes"),
  ) ||
  Object.values(tables).some(
    (table) =>
      table.status === "collected" &&
      table.data.routes.some(
        ({ addressPrefix, nextHopType }) =>
          /^VirtualAppliance$/i.test(nextHopType) && coverage([addressPrefix], ip) === "yes",
      ),
  );

/** Whether some network near the cluster may know ranges beyond those that Azure shows. */
export function mayLearnMore(ip: string, sources: OutsideSources): boolean {
  const { clusterNetwork, peerNetworks, routeTables } = sources;
  if (peerNetworks.status === "unavailable") return true;
  const networks = readNetworks(clusterNetwork, peerNetworks.data);
  if (networks.length <= peerNetworks.data.length) return true;
  if (isLedFurther(ip, networks, routeTables)) return true;
  const gateways = gatewaysOf(sources);
  return networks.some((network) => learnedBy(network, networks, gateways) === null);
}

/** Of a private cluster: a public one is reached from anywhere, or asks for the address itself. */
export function unroutedClientIn(snapshot: ClusterSnapshot): UnroutedClient | null {
  const { client, clusterNetwork, managedCluster } = snapshot;
  if (clusterNetwork.status === "unavailable" || managedCluster.status === "unavailable") return null;
  return isPrivate(managedCluster.data)
    ? outsideOf(client, { ...snapshot, clusterNetwork: clusterNetwork.data })
    : null;
}

// client.network: a private API server is reached from its own and the peered networks only.

type ClientFact = Readonly<
  | { is: "placeUnsaid" }
  /** `entries`: names of the networks to connect to first. */
  | { is: "outside"; ip: string; entries: readonly string[] }
  | { is: "behind"; entry: string }
  | { is: "noSuchNetwork"; wanted: string }
  | { is: "comesFrom"; networks: readonly string[] }
>;

/** The connection or gateway that the requester's address lies behind; a network that holds it comes first. */
function entryOf({ ip, virtualNetwork, stands }: Client, data: ClientSources & GatewayParts): string | null {
  if (virtualNetwork !== undefined) return null;
  if (ip === undefined)
    return stands === "gateway" ? (data.virtualNetworkGateways.items[0]?.name ?? null) : null;
  return locate(ip, data) === null ? behindGateway(ip, data) : null;
}

const clientNetwork = defineCheck({
  id: "client.network",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["clusterNetwork"],
  looksAt: ["routeTables", "peerNetworks", "jumpHosts", "privateDnsLinks", ...gatewaySections],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: (data, { client }): Outcome<ClientFact> => {
    if ([client.ip, client.virtualNetwork, client.stands].every((said) => said === undefined))
      return notApplicable({ is: "placeUnsaid" });
    const outside = outsideOf(client, data);
    if (outside !== null) return notAssessed({ is: "outside", ip: outside.ip, entries: outside.entries });
    const entry = entryOf(client, data);
    if (entry !== null) return pass({ is: "behind", entry });
    const found = clientNetworksOf(client, data);
    if (found.status === "notFound") return notAssessed({ is: "noSuchNetwork", wanted: found.wanted });
    const networks =
      found.status === "known" ? found.networks.map(({ name }) => name) : [data.clusterNetwork.name];
    return pass({ is: "comesFrom", networks });
  },
});

export const clientChecks = [clientNetwork] as const;
