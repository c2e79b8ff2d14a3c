// Rows for api.vnetint-*: an API server that stands in the network itself.

import { spoke } from "../../../fixtures/healthy-snapshot.ts";
import { setAccess, setSpoke } from "../../../fixtures/snapshot-changes.ts";
import { setNodeRules, unlist } from "../../../fixtures/snapshot-nodes.ts";
import { deny } from "../../../fixtures/snapshot-variants.ts";
import { setApiRules, setVnetIntegration, vnetIds } from "../../../fixtures/snapshot-vnet-integration.ts";
import { type Rows, row } from "./row.ts";

const inNetwork = setVnetIntegration();
const noLoadBalancer = setVnetIntegration({ balancer: null });

export const vnetIntegrationRows: Rows = {
  "api.vnetint-subnet": [
    row("not in the network", [], "notApplicable"),
    row("room", [inNetwork], "pass", { says: "9 free addresses" }),
    row("hardly room", [setVnetIntegration({ usage: { used: 9 } })], "warn", { says: "only" }),
    row("full", [setVnetIntegration({ usage: { used: 11 } })], "fail", { says: "no free address" }),
    row("not delegated", [setVnetIntegration({ subnet: { delegations: [] } })], "fail", {
      fix: "--delegations Microsoft.ContainerService/managedClusters",
    }),
    row("too small", [setVnetIntegration({ subnet: { addressPrefixes: ["10.10.8.0/29"] } })], "fail", {
      says: "smaller than /28",
    }),
    row("gone", [inNetwork, setSpoke({ subnets: spoke.subnets })], "fail", { says: "no subnet apiserver" }),
    row("usage not read", [inNetwork, deny("subnetUsages")], "notAssessed"),
    row("usage not said", [setVnetIntegration({ usage: { subnetId: "another" } })], "notAssessed"),
    row("network denied", [inNetwork, deny("clusterNetwork")], "notAssessed"),
  ],
  "api.vnetint-nsg": [
    row("not in the network", [], "notApplicable"),
    row("no group", [inNetwork], "pass"),
    row("default rules", [setApiRules(), setNodeRules()], "pass"),
    row(
      "the tunnel's port is closed",
      [setApiRules({ direction: "Inbound", destinationPortRanges: ["4443"] })],
      "fail",
      {
        says: "nodes cannot reach the API server (10.10.8.4) on TCP 4443: The rule custom (priority 200) of nsg-api",
        fix: "--direction Inbound --access Allow --protocol Tcp --source-address-prefixes 10.10.0.0/22 --destination-address-prefixes 10.10.8.4 --destination-port-ranges 4443",
      },
    ),
    row("everything inbound closed", [setApiRules({ direction: "Inbound" })], "fail", {
      says: "nodes cannot reach the API server (10.10.8.4) on TCP 443",
      fix: "--direction Inbound",
    }),
    row(
      "the probe's port is closed",
      [setApiRules({ direction: "Inbound", destinationPortRanges: ["9988"] })],
      "fail",
      {
        says: "Azure's load balancer cannot reach 10.10.8.4 on TCP 9988",
        fix: "--source-address-prefixes AzureLoadBalancer --destination-address-prefixes 10.10.8.4 --destination-port-ranges 9988",
      },
    ),
    row(
      "nodes may not go out, which their own group says",
      [inNetwork, setNodeRules({ destinationPortRanges: ["443"] })],
      "pass",
    ),
    row(
      "application security groups",
      [setApiRules({ usesApplicationSecurityGroups: true, direction: "Inbound" })],
      "notAssessed",
    ),
    row(
      "the group was not read",
      [setVnetIntegration({ subnet: { networkSecurityGroupId: vnetIds.apiNsg } })],
      "notAssessed",
    ),
    row("no subnet", [inNetwork, setSpoke({ subnets: spoke.subnets })], "notApplicable"),
  ],
  "api.vnetint-ilb": [
    row("not in the network", [], "notApplicable"),
    row("there", [inNetwork], "pass", { says: "10.10.8.4" }),
    row("public, nodes inside", [inNetwork, setAccess({ enablePrivateCluster: false })], "pass"),
    row("gone", [noLoadBalancer], "fail", { says: "MC_rg-prod_prod-1_westeurope", fix: "az aks update" }),
    row("failed", [setVnetIntegration({ balancer: { provisioningState: "Failed" } })], "fail"),
    row("without address", [setVnetIntegration({ balancer: { frontends: [] } })], "fail"),
    row(
      "an unknown state",
      [setVnetIntegration({ balancer: { provisioningState: "Humming" } })],
      "notAssessed",
      {
        says: "Humming",
      },
    ),
    row(
      "outside its subnet",
      [setVnetIntegration({ balancer: { frontends: [{ privateIpAddress: "10.10.9.4" }] } })],
      "warn",
    ),
    row(
      "another cluster's",
      [setVnetIntegration({ balancer: { id: `${spoke.id}/kube-apiserver` } })],
      "fail",
    ),
    row("balancers out of sight", [noLoadBalancer, unlist("loadBalancers")], "notAssessed"),
  ],
};
