// Rows for nsg.node-egress: what the nodes' own groups let out.

import { listed, scaleSet } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setCluster } from "../../../fixtures/snapshot-changes.ts";
import { managedNetwork } from "../../../fixtures/snapshot-managed-network.ts";
import {
  routed,
  setAgentRules,
  setNodeRules,
  setNodeSubnet,
  surroundingIds,
} from "../../../fixtures/snapshot-nodes.ts";
import { deny, publicRanges, withoutScaleSets } from "../../../fixtures/snapshot-variants.ts";
import { type Rows, row } from "./row.ts";

const apiServer = { destinationAddressPrefixes: ["10.10.0.4"] };
const noScaleSets: Change = (snapshot) => ({ ...snapshot, scaleSets: listed() });
const bareScaleSet: Change = (snapshot) => {
  const { interfaces: _none, ...bare } = scaleSet;
  return { ...snapshot, scaleSets: listed(bare) };
};

const to443 = { destinationPortRanges: ["443"] };
const allow443 = (...destinationAddressPrefixes: readonly string[]) => ({
  ...to443,
  name: "allow-listed",
  priority: 150,
  access: "Allow",
  destinationAddressPrefixes,
});

export const nodeGroupRows: Rows = {
  "nsg.node-egress": [
    row("no group", [], "pass"),
    row("default rules", [setNodeRules()], "pass", {
      says: "nsg-nodes lets it through by its rule AllowVnetOutBound",
    }),
    row("default rules, through a firewall", [routed, setNodeRules()], "pass"),
    row("the API server denied", [setNodeRules({ destinationAddressPrefixes: ["10.10.0.0/24"] })], "fail", {
      says: "nodes cannot reach the API server (10.10.0.4) on TCP 443: The rule custom (priority 200) of nsg-nodes",
      fix: "--name allow-aks-tcp-443 --priority 199",
    }),
    row("the Internet denied", [setNodeRules({ destinationAddressPrefixes: ["Internet"] })], "fail", {
      says: "nodes cannot reach mcr.microsoft.com on TCP 443: The rule custom (priority 200) of nsg-nodes",
      fix: "--destination-address-prefixes Internet --destination-port-ranges 443",
    }),
    row("everything denied", [setNodeRules({ priority: 4096 })], "fail", {
      says: "nodes cannot reach the API server (10.10.0.4) on TCP 443",
      fix: "--name allow-aks-tcp-443 --priority 4095",
    }),
    row("Azure denied", [setNodeRules({ destinationAddressPrefixes: ["AzureCloud"] })], "fail", {
      says: "nodes cannot reach management.azure.com on TCP 443",
    }),
    row("in a network that AKS made", [managedNetwork()], "pass"),
    row(
      "denied in a network that AKS made",
      [managedNetwork({ destinationAddressPrefixes: ["Internet"] })],
      "fail",
      {
        fix: "--resource-group MC_rg-prod_prod-1_westeurope --nsg-name aks-agentpool-12345678-nsg --name custom",
      },
    ),
    row("on the interfaces: the API server denied", [setAgentRules(apiServer)], "fail", {
      says: "(10.10.0.4) on TCP 443: The rule custom (priority 200) of aks-agentpool-12345678-nsg",
      fix: "network nsg rule delete --subscription",
    }),
    row("on the interfaces: all denied, and what was added goes", [setAgentRules({})], "fail", {
      fix: "--resource-group MC_rg-prod_prod-1_westeurope --nsg-name aks-agentpool-12345678-nsg --name custom",
    }),
    row(
      "on the interfaces, while the subnet's group lets it out",
      [setNodeRules(), setAgentRules({})],
      "fail",
      { says: "of aks-agentpool-12345678-nsg stops it" },
    ),
    row("on the subnet, while AKS's own group lets it out", [setNodeRules({})], "fail", {
      says: "of nsg-nodes stops it",
      fix: "network nsg rule create",
    }),
    row("the scale sets were not read", [withoutScaleSets], "notAssessed", {
      says: "Microsoft.Compute/virtualMachineScaleSets/read on MC_rg-prod_prod-1_westeurope",
    }),
    row(
      "the scale sets were not read, and the subnet's group denies",
      [withoutScaleSets, setNodeRules({})],
      "fail",
    ),
    row("a scale set came without its interfaces", [bareScaleSet], "notAssessed", {
      says: "without its network interfaces",
    }),
    row(
      "AKS's own group was not read",
      [(snapshot) => ({ ...snapshot, networkSecurityGroups: {} })],
      "notAssessed",
    ),
    row("nobody stands behind AKS's own group", [noScaleSets, setAgentRules({})], "notApplicable"),
    row("another port", [setNodeRules({ destinationPortRanges: ["25"] })], "pass"),
    row(
      "an allow list of tags",
      [
        setNodeRules(allow443("AzureCloud", "MicrosoftContainerRegistry"), {
          destinationAddressPrefixes: ["Internet"],
        }),
      ],
      "notAssessed",
      { says: "Whether nsg-nodes lets it through is open" },
    ),
    row(
      "an allow list of private ranges is none",
      [setNodeRules(allow443("10.99.0.0/16"), { destinationAddressPrefixes: ["Internet"] })],
      "fail",
    ),
    row(
      "the Internet denied, behind a proxy",
      [
        setNodeRules({ destinationAddressPrefixes: ["Internet"] }),
        setCluster({ httpsProxy: "http://10.0.5.4:3128" }),
      ],
      "pass",
      { says: "nsg-nodes lets it through" },
    ),
    row(
      "the Internet denied, isolated",
      [
        setNodeRules({ destinationAddressPrefixes: ["Internet"] }),
        setCluster({ outboundType: "block", bootstrapArtifactSource: "Cache" }),
      ],
      "pass",
    ),
    row(
      "the tag may or may not cover everything",
      [routed, setNodeRules({ destinationAddressPrefixes: ["Internet"] })],
      "notAssessed",
      { says: "Whether nsg-nodes lets it through is open" },
    ),
    row(
      "a part of Azure denied",
      [setNodeRules({ destinationAddressPrefixes: ["AzureCloud.westeurope"] })],
      "notAssessed",
    ),
    row(
      "the group was not read",
      [setNodeSubnet({ networkSecurityGroupId: surroundingIds.nodeNsg })],
      "notAssessed",
    ),
    row(
      "API server's address unknown",
      [setNodeRules(), deny("privateEndpoint"), deny("privateEndpointNic")],
      "notAssessed",
    ),
    row("public cluster", [publicRanges, setNodeRules()], "notApplicable"),
  ],
};
