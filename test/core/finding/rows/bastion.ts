import {
  bastionNsg,
  denyBastion,
  developer,
  noBastion,
  setBastion,
  setBastionRules,
  setBastionSubnet,
} from "../../../fixtures/entry-changes.ts";
import { ids } from "../../../fixtures/healthy-snapshot.ts";
import { setClient, setHubPeering } from "../../../fixtures/snapshot-changes.ts";
import { clusterDenied, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { fail, notApplicable, notAssessed, notConfigured, pass, type Rows, warn } from "./row.ts";

const elsewhere = { virtualNetworkId: ids.data, name: "bas-data" };
export const notHere = [
  notApplicable("public cluster", publicRanges, "public"),
  notAssessed("denied", clusterDenied),
  notAssessed("Bastion hosts could not be listed", denyBastion, {
    says: "It takes Microsoft.Network/bastionHosts/read on vnet-hub.",
  }),
];
export const without = [notApplicable("no Bastion host", noBastion)];

export const office = { sourceAddressPrefixes: ["20.50.0.0/24"] };
const officeOnly = setBastionRules({ AllowHttpsInbound: office });
const officeDenied = setBastionRules({ AllowHttpsInbound: { ...office, access: "Deny" } });
const atHome = setClient({ ip: "20.60.0.9" });

export const bastionRows: Rows = {
  "bastion.exists": [
    pass("in the hub", [], "bas-hub stands in vnet-hub"),
    pass("in the cluster's own network", setBastion({ virtualNetworkId: ids.spoke })),
    notConfigured("none", noBastion),
    notConfigured("in a network that is peered with nothing here", setBastion(elsewhere), {
      says: "bas-data stands in vnet-data",
    }),
    notConfigured(
      "a Developer host in another network than the jump host",
      setBastion({ ...developer, virtualNetworkId: ids.spoke }),
      "Developer SKU serves no other network",
    ),
    pass("a Developer host beside the jump host", setBastion(developer)),
    notAssessed("a subnet for it, but no host was found", setBastion(), "vnet-hub has a subnet"),
    notConfigured("a subnet for it in which nothing stands", [
      setBastion(),
      setBastionSubnet({ occupantIds: [] }),
    ]),
    ...notHere,
  ],
  "bastion.provisioning": [
    pass("succeeded", []),
    notAssessed(
      "its last change failed",
      setBastion({ provisioningState: "Failed" }),
      "it may work all the same",
    ),
    fail("being deleted", setBastion({ provisioningState: "Deleting" })),
    warn("updating", setBastion({ provisioningState: "Updating" }), '"Updating"'),
    pass("a second one works", setBastion({ provisioningState: "Failed" }, {})),
    ...without,
    ...notHere,
  ],
  "bastion.sku-features": [
    pass("Standard with tunneling", []),
    pass("Premium with tunneling", setBastion({ sku: "Premium" })),
    fail("Basic", setBastion({ sku: "Basic", enableTunneling: false }), {
      says: "SKU Basic",
      fix: "--set sku.name=Standard properties.enableTunneling=true",
    }),
    fail("tunneling off", setBastion({ enableTunneling: false }), {
      says: "tunneling off",
      fix: "--set properties.enableTunneling=true",
    }),
    notApplicable("Developer", setBastion(developer), "browser only"),
    notAssessed("a SKU nobody knows", setBastion({ sku: "Ultra" }), '"Ultra"'),
    pass("Standard beside Basic", setBastion({ sku: "Basic", name: "bas-old" }, {})),
    ...without,
    ...notHere,
  ],
  "bastion.subnet": [
    pass("a /26", []),
    warn("a /27", setBastionSubnet({ addressPrefixes: ["10.0.2.0/27"] }), "November 2021"),
    fail("a /28", setBastionSubnet({ addressPrefixes: ["10.0.2.0/28"] }), "/28"),
    fail("a route table", setBastionSubnet({ routeTableId: ids.jumpRoutes }), {
      says: "rt-jump",
      fix: "--vnet-name vnet-hub --name AzureBastionSubnet --remove routeTable",
    }),
    warn("delegated", setBastionSubnet({ delegations: ["Microsoft.Sql/managedInstances"] })),
    notApplicable("Developer", setBastion(developer)),
    notAssessed("no range that can be read", setBastionSubnet({ addressPrefixes: [] })),
    notAssessed("its subnet is not there", setBastion({ subnetId: `${ids.bastionSubnet}-2` })),
    notAssessed("hub unreadable", hubDenied, "vnet-hub"),
    ...without,
    ...notHere,
  ],
  "bastion.nsg-rules": [
    notApplicable("no security group", []),
    pass("all eight rules", setBastionRules({})),
    pass("all eight rules, and a gateway that may teach the network any route", [
      setBastionRules({}),
      setHubPeering({ useRemoteGateways: true }),
    ]),
    fail("Azure out of reach", setBastionRules({ AllowAzureCloudOutbound: null }), {
      says: "needs: AllowAzureCloudOutbound.",
      fix: `--resource-group rg-hub --nsg-name nsg-bastion --name AllowAzureCloudOutbound --priority 3999 --direction Outbound --access Allow --protocol Tcp --source-address-prefixes '*' --destination-address-prefixes AzureCloud --destination-port-ranges 443`,
    }),
    fail("the rule is there, but denies", setBastionRules({ AllowAzureCloudOutbound: { access: "Deny" } }), {
      fix: "--name AllowAzureCloudOutbound-2 --priority 109 ",
    }),
    fail(
      "Azure cannot manage it: only the office's addresses are let in",
      [
        setClient({ ip: "20.50.0.9" }),
        setBastionRules({
          AllowHttpsInbound: { sourceAddressPrefixes: ["20.50.0.0/24"] },
          AllowGatewayManagerInbound: null,
        }),
      ],
      {
        says: "needs: AllowGatewayManagerInbound.",
        fix: "--source-address-prefixes GatewayManager --destination-address-prefixes '*' --destination-port-ranges 443",
      },
    ),
    pass("the Internet holds Azure's managers too", setBastionRules({ AllowGatewayManagerInbound: null })),
    fail("people cannot connect", setBastionRules({ AllowHttpsInbound: null }), {
      fix: "--source-address-prefixes Internet",
    }),
    fail(
      "ssh to the machines denied",
      setBastionRules({ AllowSshRdpOutbound: { destinationPortRanges: ["3389"] } }),
      "AllowSshRdpOutbound",
    ),
    warn("only RDP denied", setBastionRules({ AllowSshRdpOutbound: { destinationPortRanges: ["22"] } })),
    fail("several at once", setBastionRules({ AllowAzureCloudOutbound: null, AllowSshRdpOutbound: null }), {
      says: "needs: AllowSshRdpOutbound, AllowAzureCloudOutbound.",
      fix: "--name AllowAzureCloudOutbound --priority 3998 ",
    }),
    warn(
      "health probes denied",
      setBastionRules({ AllowAzureLoadBalancerInbound: { access: "Deny", priority: 110 } }),
      "should have: AllowAzureLoadBalancerInbound.",
    ),
    warn("its instances cannot talk", setBastionRules({ AllowBastionCommunication: null }), {
      fix: "--source-address-prefixes VirtualNetwork --destination-address-prefixes VirtualNetwork --destination-port-ranges 8080 5701",
    }),
    warn("session details denied", setBastionRules({ AllowHttpOutbound: null })),
    pass("only the office's addresses are let in, wherever the requester is", [officeOnly, atHome]),
    fail("a denial before the office's addresses", officeDenied, "AllowHttpsInbound"),
    pass("a private host takes private addresses", [
      setBastion({ sku: "Premium", privateOnly: true }),
      setBastionRules({ AllowHttpsInbound: { sourceAddressPrefixes: ["10.0.0.0/8"] } }),
    ]),
    notApplicable("Developer", setBastion(developer)),
    notAssessed("the group could not be read", setBastionSubnet({ networkSecurityGroupId: bastionNsg }), {
      says: "Azure was not asked for the network security group nsg-bastion.",
    }),
    ...without,
    ...notHere,
  ],
};
