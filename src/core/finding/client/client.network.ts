// client.network: a private API server is reached from its own and the peered networks only.
import { behindGateway, gatewaySections } from "../../client/behind-gateway.ts";
import { type ClientSources, clientNetworksOf, locate } from "../../client/client-networks.ts";
import type { Outcome } from "../../outcome/check.ts";
import { notApplicable, notAssessed, pass } from "../../outcome/outcomes.ts";
import type { GatewayParts } from "../../snapshot/gateway-parts.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";
import { outsideOf } from "./outside.ts";

export type ClientFact = Readonly<
  | { is: "placeUnsaid" }
  /** `entries`: names of the networks to connect to first. */
  | { is: "outside"; ip: string; entries: readonly string[] }
  | { is: "behind"; entry: string }
  | { is: "noSuchNetwork"; wanted: string }
  | { is: "comesFrom"; networks: readonly string[] }
>;

/** The connection or gateway that the asker's address lies behind; a network that holds it comes first. */
function entryOf({ ip, virtualNetwork, stands }: Client, data: ClientSources & GatewayParts): string | null {
  if (virtualNetwork !== undefined) return null;
  if (ip === undefined)
    return stands === "gateway" ? (data.virtualNetworkGateways.items[0]?.name ?? null) : null;
  return locate(ip, data) === null ? behindGateway(ip, data) : null;
}

export const clientNetwork = defineCheck({
  id: "client.network",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  shownBy: "azure",
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
