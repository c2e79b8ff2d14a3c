// Rows for api.vnetint-*: an API server that stands in the network itself.

import { spoke } from "../../../fixtures/healthy-snapshot.ts";
import { setAccess, setSpoke } from "../../../fixtures/snapshot-changes.ts";
import { setNodeRules, unlist } from "../../../fixtures/snapshot-nodes.ts";
import { deny } from "../../../fixtures/snapshot-variants.ts";
import { setApiRules, setVnetIntegration, vnetIds } from "../../../fixtures/snapshot-vnet-integration.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const inNetwork = setVnetIntegration();
const noLoadBalancer = setVnetIntegration({ balancer: null });

export const vnetIntegrationRows: Rows = {
  "api.vnetint-subnet": [
    notApplicable("not in the network", []),
    pass("room", inNetwork, "9 free addresses"),
    warn("hardly room", setVnetIntegration({ usage: { used: 9 } }), "only"),
    fail("full", setVnetIntegration({ usage: { used: 11 } }), "no free address"),
    fail("not delegated", setVnetIntegration({ subnet: { delegations: [] } }), {
      fix: "--delegations Microsoft.ContainerService/managedClusters",
    }),
    fail("too small", setVnetIntegration({ subnet: { addressPrefixes: ["10.10.8.0/29"] } }), {
      says: "smaller than /28",
    }),
    fail("gone", [inNetwork, setSpoke({ subnets: spoke.subnets })], "no subnet apiserver"),
    notAssessed("usage not read", [inNetwork, deny("subnetUsages")]),
    notAssessed("usage not said", setVnetIntegration({ usage: { subnetId: "another" } })),
    notAssessed("network denied", [inNetwork, deny("clusterNetwork")]),
  ],
  "api.vnetint-nsg": [
    notApplicable("not in the network", []),
    pass("no group", inNetwork),
    pass("default rules", [setApiRules(), setNodeRules()]),
    fail(
      "the tunnel's port is closed",
      setApiRules({ direction: "Inbound", destinationPortRanges: ["4443"] }),
      {
        says: "nodes cannot reach the API server (10.10.8.4) on TCP 4443: The rule custom (priority 200) of nsg-api",
        fix: "--direction Inbound --access Allow --protocol Tcp --source-address-prefixes 10.10.0.0/22 --destination-address-prefixes 10.10.8.4 --destination-port-ranges 4443",
      },
    ),
    fail("everything inbound closed", setApiRules({ direction: "Inbound" }), {
      says: "nodes cannot reach the API server (10.10.8.4) on TCP 443",
      fix: "--direction Inbound",
    }),
    fail(
      "the probe's port is closed",
      setApiRules({ direction: "Inbound", destinationPortRanges: ["9988"] }),
      {
        says: "Azure's load balancer cannot reach 10.10.8.4 on TCP 9988",
        fix: "--source-address-prefixes AzureLoadBalancer --destination-address-prefixes 10.10.8.4 --destination-port-ranges 9988",
      },
    ),
    pass("nodes may not go out, which their own group says", [
      inNetwork,
      setNodeRules({ destinationPortRanges: ["443"] }),
    ]),
    notAssessed(
      "application security groups",
      setApiRules({ usesApplicationSecurityGroups: true, direction: "Inbound" }),
    ),
    notAssessed(
      "the group was not read",
      setVnetIntegration({ subnet: { networkSecurityGroupId: vnetIds.apiNsg } }),
    ),
    notApplicable("no subnet", [inNetwork, setSpoke({ subnets: spoke.subnets })]),
  ],
  "api.vnetint-ilb": [
    notApplicable("not in the network", []),
    pass("there", inNetwork, "10.10.8.4"),
    pass("public, nodes inside", [inNetwork, setAccess({ enablePrivateCluster: false })]),
    fail("gone", noLoadBalancer, { says: "MC_rg-prod_prod-1_westeurope", fix: "az aks update" }),
    notAssessed("its last change failed", setVnetIntegration({ balancer: { provisioningState: "Failed" } }), {
      says: "it may work all the same",
    }),
    fail("without address", setVnetIntegration({ balancer: { frontends: [] } })),
    notAssessed("an unknown state", setVnetIntegration({ balancer: { provisioningState: "Humming" } }), {
      says: "Humming",
    }),
    warn(
      "outside its subnet",
      setVnetIntegration({ balancer: { frontends: [{ privateIpAddress: "10.10.9.4" }] } }),
    ),
    fail("another cluster's", setVnetIntegration({ balancer: { id: `${spoke.id}/kube-apiserver` } })),
    notAssessed("balancers out of sight", [noLoadBalancer, unlist("loadBalancers")]),
  ],
};
