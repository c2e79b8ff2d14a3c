// client.network: a private API server is reached from its own and the peered networks only.
import { behindGateway, gatewaySections } from "../../client/behind-gateway.ts";
import { type ClientSources, clientNetworksOf, locate } from "../../client/client-networks.ts";
import { notApplicable, notAssessed, pass } from "../../outcome/outcomes.ts";
import type { GatewayParts } from "../../snapshot/gateway-parts.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";
import { outsideOf } from "./outside.ts";

/** The connection or gateway that the asker's address lies behind; a network that holds it comes first. */
const entryOf = ({ ip, virtualNetwork }: Client, data: ClientSources & GatewayParts): string | null =>
  ip === undefined || virtualNetwork !== undefined || locate(ip, data) !== null
    ? null
    : behindGateway(ip, data);

export const clientNetwork = defineCheck({
  id: "client.network",
  severity: "medium",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["clusterNetwork"],
  looksAt: ["routeTables", "peerNetworks", "jumpHosts", "privateDnsLinks", ...gatewaySections],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: (data, { client }) => {
    if (client.ip === undefined && client.virtualNetwork === undefined)
      return notApplicable("You did not say where you connect from.");
    const outside = outsideOf(client, data);
    if (outside !== null) {
      const way = `from ${outside.ip} to ${outside.entries.join(" or ")}`;
      return notAssessed(`The way ${way} (VPN or ExpressRoute) is not judged yet.`);
    }
    const entry = entryOf(client, data);
    if (entry !== null) return pass(`You come from behind ${entry}.`);
    const found = clientNetworksOf(client, data);
    if (found.status === "notFound") return notAssessed(found.message);
    const names =
      found.status === "known" ? found.networks.map(({ name }) => name) : [data.clusterNetwork.name];
    return pass(`You come from ${names.join(" or ")}.`);
  },
});
