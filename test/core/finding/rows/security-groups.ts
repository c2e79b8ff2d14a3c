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
import { type Rows, row } from "./row.ts";

const policies = (value: string) => setNodeSubnet({ privateEndpointNetworkPolicies: value });
const inbound443 = { direction: "Inbound", destinationPortRanges: ["443"] } as const;
const fromHub = { ...inbound443, sourceAddressPrefixes: ["10.0.0.0/16"] };
const ssh = { direction: "Inbound", destinationPortRanges: ["22"] } as const;
const sshAndRdp = { direction: "Inbound", destinationPortRanges: ["22", "3389"] } as const;
const jit = { ...sshAndRdp, name: "MicrosoftDefenderForCloud-JITRule_1_2A3B" };

export const securityGroupRows: Rows = {
  "nsg.pe-inbound": [
    row("policies off", [setNodeRules(inbound443)], "notApplicable"),
    row(
      "policies for routes only",
      [setNodeRules(inbound443), policies("RouteTableEnabled")],
      "notApplicable",
    ),
    row("policies on, no group", [policies("Enabled")], "notApplicable"),
    row("policies on, default rules", [setNodeRules(), policies("Enabled")], "pass", {
      says: "nsg-nodes lets it through by its rule AllowVnetInBound",
    }),
    row("policies on, 443 denied", [setNodeRules(fromHub), policies("Enabled")], "fail", {
      says: "jump-1 cannot reach the API server (10.10.0.4) on TCP 443: The rule custom (priority 200) of nsg-nodes",
      fix: "--priority 199 --direction Inbound --access Allow --protocol Tcp --source-address-prefixes 10.0.1.4 --destination-address-prefixes 10.10.0.4",
    }),
    row(
      "policies for groups, nodes denied",
      [
        setNodeRules({ ...inbound443, sourceAddressPrefixes: ["10.10.0.0/22"] }),
        policies("NetworkSecurityGroupEnabled"),
      ],
      "fail",
      {
        says: "nodes cannot reach the API server (10.10.0.4) on TCP 443: The rule custom (priority 200) of nsg-nodes",
      },
    ),
    row("an unknown value", [setNodeRules(inbound443), policies("Sometimes")], "notAssessed", {
      says: "Sometimes",
    }),
    row(
      "the group was not read",
      [
        setNodeSubnet({
          networkSecurityGroupId: surroundingIds.nodeNsg,
          privateEndpointNetworkPolicies: "Enabled",
        }),
      ],
      "notAssessed",
      { says: "nsg-nodes was not read" },
    ),
    row(
      "a tag nobody knows",
      [setNodeRules({ ...inbound443, sourceAddressPrefixes: ["Mystery"] }), policies("Enabled")],
      "notAssessed",
    ),
    row("another subnet's endpoint", [setSpoke({ subnets: [] })], "notAssessed"),
    row("hub denied", [setNodeRules(), policies("Enabled"), hubDenied], "notAssessed"),
    row("denied", [deny("privateEndpoint")], "notAssessed"),
    row("no endpoint", [setData("privateEndpoint", null)], "notApplicable"),
    row("VNet integration", [setAccess({ enableVnetIntegration: true })], "notApplicable"),
  ],
  "nsg.jump-inbound": [
    row("default rules", [], "pass", { says: "nsg-jump lets it through by its rule AllowVnetInBound" }),
    row("SSH denied, RDP open", [setRules(ssh)], "pass"),
    row("both denied", [setRules(sshAndRdp)], "fail", {
      says: "bas-hub cannot reach 10.0.1.4 on TCP 22: The rule custom (priority 200) of nsg-jump",
      fix: "--source-address-prefixes 10.0.2.0/26 --destination-address-prefixes 10.0.1.4 --destination-port-ranges 22",
    }),
    row("denied to others", [setRules({ ...sshAndRdp, sourceAddressPrefixes: ["Internet"] })], "pass"),
    // jit.active-request tells it.
    row("just-in-time access", [setRules(jit)], "notApplicable"),
    row("no group", [setJumpHosts({ subnetId: "elsewhere" })], "pass"),
    row(
      "application security groups",
      [setRules({ ...sshAndRdp, usesApplicationSecurityGroups: true })],
      "notAssessed",
    ),
    row(
      "the group was not read",
      [setJumpHosts({ networkSecurityGroupId: `${ids.jumpNsg}-2` })],
      "notAssessed",
    ),
    row("no Bastion", [setBastion()], "notApplicable"),
    row(
      "Bastion in the peered network of the cluster",
      [
        setBastion({ virtualNetworkId: ids.spoke, subnetId: `${ids.spoke}/subnets/AzureBastionSubnet` }),
        setRules(sshAndRdp),
      ],
      "notAssessed",
      { says: "subnet of the Bastion host" },
    ),
    row("Bastions out of sight", [unlist("bastionHosts")], "notAssessed"),
    row("hub denied", [hubDenied], "notAssessed"),
    row("in the cluster's network", [setClient({ virtualNetwork: ids.spoke })], "pass"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
};
