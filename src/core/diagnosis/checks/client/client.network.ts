// client.network: a private API server is reached from its own and the peered networks only.
import { clientNetworksOf } from "../../client-networks.ts";
import { defineCheck } from "../../define-check.ts";
import { notApplicable, notAssessed, pass } from "../../outcomes.ts";
import { outsideOf } from "../../outside.ts";
import { unlessPrivate } from "../../skips.ts";

export const clientNetwork = defineCheck({
  id: "client.network",
  title: "You come from a network that leads to the API server",
  severity: "medium",
  why: "A private API server has no address on the Internet: every connection starts in a network near it.",
  remediation: "Connect to that network first, over VPN, ExpressRoute or Bastion, or use the run command.",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["clusterNetwork"],
  looksAt: ["peerNetworks", "jumpHosts", "privateDnsLinks"],
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
    const found = clientNetworksOf(client, data);
    if (found.status === "notFound") return notAssessed(found.message);
    const names =
      found.status === "known" ? found.networks.map(({ name }) => name) : [data.clusterNetwork.name];
    return pass(`You come from ${names.join(" or ")}.`);
  },
});
