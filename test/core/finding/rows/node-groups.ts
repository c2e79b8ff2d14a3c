// Rows for nsg.node-egress: what the nodes' own groups let out.

import { listed, scaleSet } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setCluster, setSpokePeering } from "../../../fixtures/snapshot-changes.ts";
import { managedNetwork } from "../../../fixtures/snapshot-managed-network.ts";
import {
  routed,
  setAgentRules,
  setNatGateway,
  setNodeRules,
  setNodeSubnet,
  surroundingIds,
} from "../../../fixtures/snapshot-nodes.ts";
import { deny, publicRanges, withoutScaleSets } from "../../../fixtures/snapshot-variants.ts";
import { fail, notApplicable, notAssessed, pass, type Rows } from "./row.ts";

const apiServer = { destinationAddressPrefixes: ["10.10.0.4"] };
const noScaleSets: Change = (snapshot) => ({ ...snapshot, scaleSets: listed() });
const bareScaleSet: Change = (snapshot) => {
  const { interfaces: _none, ...bare } = scaleSet;
  return { ...snapshot, scaleSets: listed(bare) };
};

const internetDenied = setNodeRules({ destinationAddressPrefixes: ["Internet"] });
const taught = setSpokePeering({ useRemoteGateways: true });

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
    pass("no group", []),
    pass("default rules", setNodeRules(), "nsg-nodes lets it through by its rule AllowVnetOutBound"),
    pass("default rules, through a firewall", [routed, setNodeRules()]),
    fail("the API server denied", setNodeRules({ destinationAddressPrefixes: ["10.10.0.0/24"] }), {
      says: "nodes cannot reach the API server (10.10.0.4) on TCP 443: The rule custom (priority 200) of nsg-nodes",
      fix: "--name allow-aks-tcp-443 --priority 199",
    }),
    fail("the Internet denied", internetDenied, {
      says: "nodes cannot reach mcr.microsoft.com on TCP 443: The rule custom (priority 200) of nsg-nodes",
      fix: "--destination-address-prefixes Internet --destination-port-ranges 443",
    }),
    notAssessed("the Internet denied, and a gateway may teach a default route", [internetDenied, taught]),
    fail("the Internet denied to a NAT gateway, whatever is taught", [
      internetDenied,
      taught,
      setNatGateway(),
    ]),
    fail("everything denied", setNodeRules({ priority: 4096 }), {
      says: "nodes cannot reach the API server (10.10.0.4) on TCP 443",
      fix: "--name allow-aks-tcp-443 --priority 4095",
    }),
    fail("Azure denied", setNodeRules({ destinationAddressPrefixes: ["AzureCloud"] }), {
      says: "nodes cannot reach management.azure.com on TCP 443",
    }),
    pass("in a network that AKS made", managedNetwork()),
    fail("denied in a network that AKS made", managedNetwork({ destinationAddressPrefixes: ["Internet"] }), {
      fix: "--resource-group MC_rg-prod_prod-1_westeurope --nsg-name aks-agentpool-12345678-nsg --name custom",
    }),
    fail("on the interfaces: the API server denied", setAgentRules(apiServer), {
      says: "(10.10.0.4) on TCP 443: The rule custom (priority 200) of aks-agentpool-12345678-nsg",
      fix: "network nsg rule delete --subscription",
    }),
    fail("on the interfaces: all denied, and what was added goes", setAgentRules({}), {
      fix: "--resource-group MC_rg-prod_prod-1_westeurope --nsg-name aks-agentpool-12345678-nsg --name custom",
    }),
    fail("on the interfaces, while the subnet's group lets it out", [setNodeRules(), setAgentRules({})], {
      says: "of aks-agentpool-12345678-nsg stops it",
    }),
    fail("on the subnet, while AKS's own group lets it out", setNodeRules({}), {
      says: "of nsg-nodes stops it",
      fix: "network nsg rule create",
    }),
    notAssessed("the scale sets were not read", withoutScaleSets, {
      says: "Microsoft.Compute/virtualMachineScaleSets/read on MC_rg-prod_prod-1_westeurope",
    }),
    fail("the scale sets were not read, and the subnet's group denies", [withoutScaleSets, setNodeRules({})]),
    notAssessed("a scale set came without its interfaces", bareScaleSet, "without its network interfaces"),
    notAssessed("AKS's own group was not read", (snapshot) => ({ ...snapshot, networkSecurityGroups: {} })),
    notApplicable("nobody stands behind AKS's own group", [noScaleSets, setAgentRules({})]),
    pass("another port", setNodeRules({ destinationPortRanges: ["25"] })),
    notAssessed(
      "an allow list of tags",
      setNodeRules(allow443("AzureCloud", "MicrosoftContainerRegistry"), {
        destinationAddressPrefixes: ["Internet"],
      }),
      "Whether nsg-nodes lets it through is open",
    ),
    fail(
      "an allow list of private ranges is none",
      setNodeRules(allow443("10.99.0.0/16"), { destinationAddressPrefixes: ["Internet"] }),
    ),
    pass(
      "the Internet denied, behind a proxy",
      [
        setNodeRules({ destinationAddressPrefixes: ["Internet"] }),
        setCluster({ httpsProxy: "http://10.0.5.4:3128" }),
      ],
      "nsg-nodes lets it through",
    ),
    pass("the Internet denied, isolated", [
      setNodeRules({ destinationAddressPrefixes: ["Internet"] }),
      setCluster({ outboundType: "block", bootstrapArtifactSource: "Cache" }),
    ]),
    notAssessed(
      "the tag may or may not cover everything",
      [routed, setNodeRules({ destinationAddressPrefixes: ["Internet"] })],
      "Whether nsg-nodes lets it through is open",
    ),
    notAssessed(
      "a part of Azure denied",
      setNodeRules({ destinationAddressPrefixes: ["AzureCloud.westeurope"] }),
    ),
    notAssessed("the group was not read", setNodeSubnet({ networkSecurityGroupId: surroundingIds.nodeNsg })),
    notAssessed("API server's address unknown", [
      setNodeRules(),
      deny("privateEndpoint"),
      deny("privateEndpointNic"),
    ]),
    notApplicable("public cluster", [publicRanges, setNodeRules()]),
  ],
};
