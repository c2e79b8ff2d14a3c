import {
  bastionNsg,
  denyBastion,
  developer,
  noBastion,
  setBastion,
  setBastionRules,
  setBastionSubnet,
} from "../../../fixtures/entry-changes.ts";
import { hubSubscription, ids } from "../../../fixtures/healthy-snapshot.ts";
import { setClient, setHubPeering } from "../../../fixtures/snapshot-changes.ts";
import { clusterDenied, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { type Rows, row } from "./row.ts";

const elsewhere = { virtualNetworkId: ids.data, name: "bas-data" };
export const notHere = [
  row("public cluster", [publicRanges], "notApplicable", { says: "public" }),
  row("denied", [clusterDenied], "notAssessed"),
  row("Bastion hosts could not be listed", [denyBastion], "notAssessed", {
    says: "It takes Microsoft.Network/bastionHosts/read on vnet-hub.",
  }),
];
export const without = [row("no Bastion host", [noBastion], "notApplicable")];

export const office = { sourceAddressPrefixes: ["20.50.0.0/24"] };
const officeOnly = setBastionRules({ AllowHttpsInbound: office });
const officeDenied = setBastionRules({ AllowHttpsInbound: { ...office, access: "Deny" } });
const atHome = setClient({ ip: "20.60.0.9" });

export const bastionRows: Rows = {
  "bastion.exists": [
    row("in the hub", [], "pass", { says: "bas-hub stands in vnet-hub" }),
    row("in the cluster's own network", [setBastion({ virtualNetworkId: ids.spoke })], "pass"),
    row("none", [noBastion], "notConfigured"),
    row("in a network that is peered with nothing here", [setBastion(elsewhere)], "notConfigured", {
      says: "bas-data stands in vnet-data",
    }),
    row(
      "a Developer host in another network than the jump host",
      [setBastion({ ...developer, virtualNetworkId: ids.spoke })],
      "notConfigured",
      { says: "Developer SKU serves no other network" },
    ),
    row("a Developer host beside the jump host", [setBastion(developer)], "pass"),
    row("a subnet for it, but no host was found", [setBastion()], "notAssessed", {
      says: "vnet-hub has a subnet",
    }),
    ...notHere,
  ],
  "bastion.provisioning": [
    row("succeeded", [], "pass"),
    row("failed", [setBastion({ provisioningState: "Failed" })], "fail", {
      fix: `az resource update --subscription ${hubSubscription} --ids ${ids.bastion} --api-version 2024-05-01 --set properties.enableTunneling=true`,
    }),
    row("being deleted", [setBastion({ provisioningState: "Deleting" })], "fail"),
    row("updating", [setBastion({ provisioningState: "Updating" })], "warn", { says: '"Updating"' }),
    row("a second one works", [setBastion({ provisioningState: "Failed" }, {})], "pass"),
    ...without,
    ...notHere,
  ],
  "bastion.sku-features": [
    row("Standard with tunneling", [], "pass"),
    row("Premium with tunneling", [setBastion({ sku: "Premium" })], "pass"),
    row("Basic", [setBastion({ sku: "Basic", enableTunneling: false })], "fail", {
      says: "SKU Basic",
      fix: "--set sku.name=Standard properties.enableTunneling=true",
    }),
    row("tunneling off", [setBastion({ enableTunneling: false })], "fail", {
      says: "tunneling off",
      fix: "--set properties.enableTunneling=true",
    }),
    row("Developer", [setBastion(developer)], "notApplicable", { says: "browser only" }),
    row("a SKU nobody knows", [setBastion({ sku: "Ultra" })], "notAssessed", { says: '"Ultra"' }),
    row("Standard beside Basic", [setBastion({ sku: "Basic", name: "bas-old" }, {})], "pass"),
    ...without,
    ...notHere,
  ],
  "bastion.subnet": [
    row("a /26", [], "pass"),
    row("a /27", [setBastionSubnet({ addressPrefixes: ["10.0.2.0/27"] })], "warn", { says: "November 2021" }),
    row("a /28", [setBastionSubnet({ addressPrefixes: ["10.0.2.0/28"] })], "fail", { says: "/28" }),
    row("a route table", [setBastionSubnet({ routeTableId: ids.jumpRoutes })], "fail", {
      says: "rt-jump",
      fix: "--vnet-name vnet-hub --name AzureBastionSubnet --remove routeTable",
    }),
    row("delegated", [setBastionSubnet({ delegations: ["Microsoft.Sql/managedInstances"] })], "warn"),
    row("Developer", [setBastion(developer)], "notApplicable"),
    row("no range that can be read", [setBastionSubnet({ addressPrefixes: [] })], "notAssessed"),
    row("its subnet is not there", [setBastion({ subnetId: `${ids.bastionSubnet}-2` })], "notAssessed"),
    row("hub unreadable", [hubDenied], "notAssessed", { says: "vnet-hub" }),
    ...without,
    ...notHere,
  ],
  "bastion.nsg-rules": [
    row("no security group", [], "notApplicable"),
    row("all eight rules", [setBastionRules({})], "pass"),
    row(
      "all eight rules, and a gateway that may teach the network any route",
      [setBastionRules({}), setHubPeering({ useRemoteGateways: true })],
      "pass",
    ),
    row("Azure out of reach", [setBastionRules({ AllowAzureCloudOutbound: null })], "fail", {
      says: "needs: AllowAzureCloudOutbound.",
      fix: `--resource-group rg-hub --nsg-name nsg-bastion --name AllowAzureCloudOutbound --priority 3999 --direction Outbound --access Allow --protocol Tcp --source-address-prefixes '*' --destination-address-prefixes AzureCloud --destination-port-ranges 443`,
    }),
    row(
      "the rule is there, but denies",
      [setBastionRules({ AllowAzureCloudOutbound: { access: "Deny" } })],
      "fail",
      {
        fix: "--name AllowAzureCloudOutbound-2 --priority 109 ",
      },
    ),
    row(
      "Azure cannot manage it: only the office's addresses are let in",
      [
        setClient({ ip: "20.50.0.9" }),
        setBastionRules({
          AllowHttpsInbound: { sourceAddressPrefixes: ["20.50.0.0/24"] },
          AllowGatewayManagerInbound: null,
        }),
      ],
      "fail",
      {
        says: "needs: AllowGatewayManagerInbound.",
        fix: "--source-address-prefixes GatewayManager --destination-address-prefixes '*' --destination-port-ranges 443",
      },
    ),
    row(
      "the Internet holds Azure's managers too",
      [setBastionRules({ AllowGatewayManagerInbound: null })],
      "pass",
    ),
    row("people cannot connect", [setBastionRules({ AllowHttpsInbound: null })], "fail", {
      fix: "--source-address-prefixes Internet",
    }),
    row(
      "ssh to the machines denied",
      [setBastionRules({ AllowSshRdpOutbound: { destinationPortRanges: ["3389"] } })],
      "fail",
      {
        says: "AllowSshRdpOutbound",
      },
    ),
    row(
      "only RDP denied",
      [setBastionRules({ AllowSshRdpOutbound: { destinationPortRanges: ["22"] } })],
      "warn",
    ),
    row(
      "several at once",
      [setBastionRules({ AllowAzureCloudOutbound: null, AllowSshRdpOutbound: null })],
      "fail",
      {
        says: "needs: AllowSshRdpOutbound, AllowAzureCloudOutbound.",
        fix: "--name AllowAzureCloudOutbound --priority 3998 ",
      },
    ),
    row(
      "health probes denied",
      [setBastionRules({ AllowAzureLoadBalancerInbound: { access: "Deny", priority: 110 } })],
      "warn",
      {
        says: "should have: AllowAzureLoadBalancerInbound.",
      },
    ),
    row("its instances cannot talk", [setBastionRules({ AllowBastionCommunication: null })], "warn", {
      fix: "--source-address-prefixes VirtualNetwork --destination-address-prefixes VirtualNetwork --destination-port-ranges 8080 5701",
    }),
    row("session details denied", [setBastionRules({ AllowHttpOutbound: null })], "warn"),
    row("only the office's addresses are let in, wherever the asker is", [officeOnly, atHome], "pass"),
    row("a denial before the office's addresses", [officeDenied], "fail", { says: "AllowHttpsInbound" }),
    row(
      "a private host takes private addresses",
      [
        setBastion({ sku: "Premium", privateOnly: true }),
        setBastionRules({ AllowHttpsInbound: { sourceAddressPrefixes: ["10.0.0.0/8"] } }),
      ],
      "pass",
    ),
    row("Developer", [setBastion(developer)], "notApplicable"),
    row(
      "the group could not be read",
      [setBastionSubnet({ networkSecurityGroupId: bastionNsg })],
      "notAssessed",
      {
        says: "networkSecurityGroups/read on nsg-bastion",
      },
    ),
    ...without,
    ...notHere,
  ],
};
