// Rows for nsg.*: the groups of the endpoint and the jump host.

import { setBastion } from "../../../fixtures/entry-changes.ts";
import { ids } from "../../../fixtures/healthy-snapshot.ts";
import {
  setAccess,
  setClient,
  setData,
  setJumpHosts,
  setRules,
  setSpoke,
} from "../../../fixtures/snapshot-changes.ts";
import { setNodeRules, setNodeSubnet, surroundingIds, unlist } from "../../../fixtures/snapshot-nodes.ts";
import { deny, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { fail, notApplicable, notAssessed, pass, type Rows } from "./row.ts";

const policies = (value: string) => setNodeSubnet({ privateEndpointNetworkPolicies: value });
const inbound443 = { direction: "Inbound", destinationPortRanges: ["443"] } as const;
const fromHub = { ...inbound443, sourceAddressPrefixes: ["10.0.0.0/16"] };
const ssh = { direction: "Inbound", destinationPortRanges: ["22"] } as const;
const sshAndRdp = { direction: "Inbound", destinationPortRanges: ["22", "3389"] } as const;
const jit = { ...sshAndRdp, name: "MicrosoftDefenderForCloud-JITRule_1_2A3B" };

export const securityGroupRows: Rows = {
  "nsg.pe-inbound": [
    notApplicable("policies off", setNodeRules(inbound443)),
    notApplicable("policies for routes only", [setNodeRules(inbound443), policies("RouteTableEnabled")]),
    notApplicable("policies on, no group", policies("Enabled")),
    pass("policies on, default rules", [setNodeRules(), policies("Enabled")], {
      says: "nsg-nodes lets it through by its rule AllowVnetInBound",
    }),
    fail("policies on, 443 denied", [setNodeRules(fromHub), policies("Enabled")], {
      says: "jump-1 cannot reach the API server (10.10.0.4) on TCP 443: The rule custom (priority 200) of nsg-nodes",
      fix: "--priority 199 --direction Inbound --access Allow --protocol Tcp --source-address-prefixes 10.0.1.4 --destination-address-prefixes 10.10.0.4",
    }),
    fail(
      "policies for groups, nodes denied",
      [
        setNodeRules({ ...inbound443, sourceAddressPrefixes: ["10.10.0.0/22"] }),
        policies("NetworkSecurityGroupEnabled"),
      ],
      "nodes cannot reach the API server (10.10.0.4) on TCP 443: The rule custom (priority 200) of nsg-nodes",
    ),
    notAssessed("an unknown value", [setNodeRules(inbound443), policies("Sometimes")], "Sometimes"),
    notAssessed(
      "the group was not read",
      setNodeSubnet({
        networkSecurityGroupId: surroundingIds.nodeNsg,
        privateEndpointNetworkPolicies: "Enabled",
      }),
      "Azure was not asked for the network security group nsg-nodes.",
    ),
    notAssessed("a tag nobody knows", [
      setNodeRules({ ...inbound443, sourceAddressPrefixes: ["Mystery"] }),
      policies("Enabled"),
    ]),
    notAssessed("another subnet's endpoint", setSpoke({ subnets: [] })),
    notAssessed("hub denied", [setNodeRules(), policies("Enabled"), hubDenied]),
    notAssessed("denied", deny("privateEndpoint")),
    notApplicable("no endpoint", setData("privateEndpoint", null)),
    notApplicable("VNet integration", setAccess({ enableVnetIntegration: true })),
  ],
  "nsg.jump-inbound": [
    pass("default rules", [], "nsg-jump lets it through by its rule AllowVnetInBound"),
    pass("SSH denied, RDP open", setRules(ssh)),
    fail("both denied", setRules(sshAndRdp), {
      says: "bas-hub cannot reach 10.0.1.4 on TCP 22: The rule custom (priority 200) of nsg-jump",
      fix: "--source-address-prefixes 10.0.2.0/26 --destination-address-prefixes 10.0.1.4 --destination-port-ranges 22",
    }),
    pass("denied to others", setRules({ ...sshAndRdp, sourceAddressPrefixes: ["Internet"] })),
    // jit.active-request tells it.
    notApplicable("just-in-time access", setRules(jit)),
    pass("no group", setJumpHosts({ subnetId: "elsewhere" })),
    notAssessed(
      "application security groups",
      setRules({ ...sshAndRdp, usesApplicationSecurityGroups: true }),
    ),
    notAssessed("the group was not read", setJumpHosts({ networkSecurityGroupId: `${ids.jumpNsg}-2` })),
    notApplicable("no Bastion", setBastion()),
    notAssessed(
      "Bastion in the peered network of the cluster",
      [
        setBastion({ virtualNetworkId: ids.spoke, subnetId: `${ids.spoke}/subnets/AzureBastionSubnet` }),
        setRules(sshAndRdp),
      ],
      "subnet of the Bastion host",
    ),
    notAssessed("Bastions out of sight", unlist("bastionHosts")),
    notAssessed("hub denied", hubDenied),
    pass("in the cluster's network", setClient({ virtualNetwork: ids.spoke })),
    notApplicable("public cluster", publicRanges),
  ],
};
