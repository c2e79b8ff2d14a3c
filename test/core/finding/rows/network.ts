// Rows for vnet.*, peering.*, nsg.* and route.*: the way through the network.

import { besideNodes } from "../../../fixtures/entry-changes.ts";
import { apiIp, ids, linkTo } from "../../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  setClient,
  setCluster,
  setData,
  setEndpointSubnet,
  setHub,
  setHubPeering,
  setJumpHosts,
  setPools,
  setRoutes,
  setRules,
  setSpoke,
  setSpokePeering,
} from "../../../fixtures/snapshot-changes.ts";
import { managedIds, managedNetwork } from "../../../fixtures/snapshot-managed-network.ts";
import { firewallAddress, setHubAppliance } from "../../../fixtures/snapshot-nodes.ts";
import { dataBeyondHub, dataThroughHub, setDataPeerings } from "../../../fixtures/snapshot-surroundings.ts";
import {
  addCrowd,
  addHiddenHub,
  deny,
  hubDenied,
  publicRanges,
} from "../../../fixtures/snapshot-variants.ts";
import { type Rows, row } from "./row.ts";

const noSpokePeering = setSpoke({ peerings: [] });
const noHubPeering = setHub({ peerings: [] });
const state = (peeringState: string) => setSpokePeering({ peeringState });
const beside = setJumpHosts(besideNodes);
const fromData = setClient({ virtualNetwork: ids.data });
const inside = setClient({ virtualNetwork: ids.spoke });
const hubHidden = [hubDenied, beside];
const appliance = (prefix: string) => ({ prefix, hop: "VirtualAppliance", ip: firewallAddress });
/** People of the data network find the name, so that their way leads on. */
const linked = setData(
  "privateDnsLinks",
  [ids.spoke, ids.hub, ids.data].map((id) => linkTo(id, "link")),
);
const spokeForwards = setSpokePeering({ allowForwardedTraffic: true });
const beyondHub = [addDataNetwork, linked, fromData];

const hostedSystem = { nodeSubnetIds: [`${ids.spoke}/subnets/hosted`] };

const onlySubnets = { local: ["jump"], remote: ["nodes"] };

export const networkRows: Rows = {
  "vnet.cluster-subnet": [
    row("there", [], "pass"),
    row("subnet gone", [setSpoke({ subnets: [] })], "fail", { says: "nodes" }),
    row("hosted nodes' subnet gone", [setCluster({ agentPools: [], hostedSystem })], "fail", {
      says: "no longer has the subnet hosted",
    }),
    row("network failed", [setSpoke({ provisioningState: "Failed" })], "fail"),
    row("network updating", [setSpoke({ provisioningState: "Updating" })], "warn"),
    row("named in other letters", [setPools({ vnetSubnetId: ids.nodeSubnet.toUpperCase() })], "pass"),
    row("managed network", [managedNetwork()], "pass", { says: `${managedIds.name} and` }),
    row("managed network without subnets", [managedNetwork(), setSpoke({ subnets: [] })], "notAssessed"),
    row("denied", [deny("clusterNetwork")], "notAssessed"),
  ],
  "peering.both-sides": [
    row("both", [], "pass"),
    row("the hub lacks it", [noHubPeering, state("Disconnected")], "fail", {
      says: "vnet-hub has no peering with vnet-aks",
      fix: "--vnet-name vnet-aks --name aks-to-hub",
    }),
    row("the hub never had it", [noHubPeering, state("Initiated")], "fail", {
      fix: "--vnet-name vnet-hub --name vnet-hub-to-vnet-aks",
    }),
    row("the spoke lacks it", [noSpokePeering, setHubPeering({ peeringState: "Disconnected" })], "fail", {
      says: "vnet-aks has no peering with vnet-hub",
      fix: "peering delete",
    }),
    row(
      "only the zone's link remembers the hub",
      [noSpokePeering, setData("peerNetworks", []), setData("jumpHosts", [])],
      "fail",
      { says: "vnet-aks has no peering with vnet-hub" },
    ),
    row("hub denied", [hubDenied], "notAssessed", {
      says: "Microsoft.Network/virtualNetworks/read on vnet-hub.",
    }),
    row("hub denied, half is Disconnected", [hubDenied, state("Disconnected")], "notAssessed", {
      says: "Microsoft.Network/virtualNetworks/read on vnet-hub",
    }),
    row("hub denied, a jump host beside the nodes", hubHidden, "notAssessed", {
      says: "Microsoft.Network/virtualNetworks/read on vnet-hub.",
    }),
    row("many further networks that were not read", [addCrowd, setData("jumpHosts", [])], "pass"),
    row("another hub denied", [addHiddenHub, setData("jumpHosts", [])], "notAssessed", {
      says: "vnet-hub-2",
    }),
    row("a jump host beside the nodes, half gone", [noHubPeering, beside], "fail", { says: "vnet-hub" }),
    row("a jump host beside the nodes, where the asker is", [noHubPeering, beside, inside], "fail", {
      says: "bas-hub cannot reach 10.10.0.9",
    }),
    row("beyond the hub, without a route", [...beyondHub, dataBeyondHub], "notApplicable", {
      says: "The way ends before: No network that is joined with sql has ",
    }),
    row(
      "beyond the hub, through its appliance",
      [
        ...beyondHub,
        dataThroughHub({ allowForwardedTraffic: true }),
        setHubAppliance(),
        spokeForwards,
        dataBeyondHub,
      ],
      "pass",
      { says: "vnet-data is peered with vnet-hub" },
    ),
    row(
      "beyond the hub, by a default route through its appliance",
      [
        ...beyondHub,
        dataThroughHub({ allowForwardedTraffic: true }, undefined, "0.0.0.0/0"),
        setHubAppliance(),
        spokeForwards,
        dataBeyondHub,
      ],
      "pass",
    ),
    row(
      "beyond the hub, whose gateway may teach routes",
      [...beyondHub, dataBeyondHub, setDataPeerings({ useRemoteGateways: true })],
      "notAssessed",
      { says: "others may be learned that Azure does not list" },
    ),
    row(
      "beyond the hub, whose peering is down",
      [...beyondHub, dataThroughHub({ peeringState: "Disconnected" }), dataBeyondHub],
      "notApplicable",
      { says: 'The way ends before: The peering of vnet-data with vnet-hub is "Disconnected"' },
    ),
    row(
      "beyond the hub, through an appliance that nobody knows",
      [...beyondHub, dataThroughHub({}, "10.77.0.4"), dataBeyondHub],
      "notAssessed",
      { says: "10.77.0.4" },
    ),
    row(
      "beyond the hub, its routes were not read",
      [...beyondHub, dataThroughHub({}), dataBeyondHub, (snapshot) => ({ ...snapshot, routeTables: {} })],
      "notAssessed",
      { says: "routeTables/read" },
    ),
    row(
      "a network that is not peered and was not read",
      [setClient({ virtualNetwork: ids.data })],
      "notAssessed",
      {
        says: "Microsoft.Network/virtualNetworks/read on vnet-data",
      },
    ),
    row("denied", [deny("clusterNetwork")], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
    row(
      "nothing peered",
      [noSpokePeering, setData("peerNetworks", []), setData("jumpHosts", []), setData("privateDnsLinks", [])],
      "notApplicable",
    ),
  ],
  "peering.state": [
    row("joins only some subnets, those that are needed", [setHubPeering({ onlySubnets })], "pass"),
    row(
      "joins only some subnets, and is down",
      [setHubPeering({ onlySubnets }), state("Disconnected")],
      "fail",
      {
        fix: "--allow-vnet-access --peer-complete-vnets false --local-subnet-names jump --remote-subnet-names nodes",
      },
    ),
    row("Connected", [], "pass"),
    row("Disconnected", [state("Disconnected")], "fail", { fix: "peering create" }),
    row("Initiated", [setHubPeering({ peeringState: "Initiated" })], "fail"),
    row("Disconnected, and a jump host beside the nodes", [state("Disconnected"), beside], "fail"),
    row("hub denied, a jump host beside the nodes", hubHidden, "notAssessed"),
    row("updating", [setSpokePeering({ provisioningState: "Updating" })], "pass"),
    row("an unknown state", [state("Flirting")], "notAssessed", { says: "Flirting" }),
    row("hub denied", [hubDenied], "notAssessed"),
    row("in the cluster's network", [setClient({ virtualNetwork: ids.spoke })], "notApplicable"),
  ],
  "peering.vnet-access": [
    row("on", [], "pass"),
    row("off at the hub", [setHubPeering({ allowVirtualNetworkAccess: false })], "fail", {
      fix: "--vnet-name vnet-hub --name hub-to-aks --set allowVirtualNetworkAccess=true",
    }),
    row("off at the spoke", [setSpokePeering({ allowVirtualNetworkAccess: false })], "fail"),
    row("hub denied, a jump host beside the nodes", hubHidden, "notAssessed"),
    row("hub denied", [hubDenied], "notAssessed"),
    row(
      "hub denied, off at the spoke",
      [hubDenied, setSpokePeering({ allowVirtualNetworkAccess: false })],
      "notAssessed",
      { says: "Microsoft.Network/virtualNetworks/read on vnet-hub" },
    ),
  ],
  "nsg.client-443": [
    row("default rules", [], "pass", { says: "nsg-jump lets it through by its rule AllowVnetOutBound" }),
    row("deny before them", [setRules({ name: "deny-443", destinationPortRanges: ["443"] })], "fail", {
      says: "deny-443 (priority 200)",
      fix: "--priority 199",
    }),
    row("199 is taken", [setRules({}, { name: "x", priority: 199, destinationPortRanges: ["22"] })], "fail", {
      fix: "--priority 198",
    }),
    row(
      "an earlier repair stays",
      [setRules({}, { name: "Allow-AKS-TCP-443", priority: 199, destinationAddressPrefixes: ["10.10.9.9"] })],
      "fail",
      { fix: "--name allow-aks-tcp-443-2 " },
    ),
    row("another port", [setRules({ destinationPortRanges: ["22", "3389"] })], "pass"),
    row("UDP", [setRules({ protocol: "Udp" })], "pass"),
    row("inbound", [setRules({ direction: "Inbound" })], "pass"),
    row("a public tag", [setRules({ destinationAddressPrefixes: ["AzureCloud.westeurope"] })], "pass"),
    row("a tag nobody knows", [setRules({ destinationAddressPrefixes: ["Mystery"] })], "notAssessed"),
    row("application security groups", [setRules({ usesApplicationSecurityGroups: true })], "notAssessed"),
    row(
      "the doubtful rule allows as well",
      [setRules({ usesApplicationSecurityGroups: true, access: "Allow" })],
      "pass",
    ),
    row("an unknown access", [setRules({ access: "Maybe" })], "notAssessed", { says: "Maybe" }),
    row(
      "on the interface",
      [setRules({}), setJumpHosts({ networkSecurityGroupId: ids.jumpNsg.toUpperCase() })],
      "fail",
    ),
    row(
      "the group was not read",
      [setJumpHosts({ networkSecurityGroupId: `${ids.jumpNsg}-2` })],
      "notAssessed",
      {
        says: "nsg-jump-2 was not read. It takes Microsoft.Network/networkSecurityGroups/read on nsg-jump-2.",
      },
    ),
    row("no jump host: the subnets are judged", [setRules({}), setData("jumpHosts", [])], "fail"),
    row("address unknown", [deny("privateEndpointNic"), deny("privateEndpoint")], "notAssessed"),
    row("hub denied", [hubDenied], "notAssessed"),
  ],
  "route.api-path": [
    row("over a peering of other subnets, which says so itself", [setSpokePeering({ onlySubnets })], "pass"),
    row("system routes", [], "pass"),
    row("default route to a firewall", [setRoutes(appliance("0.0.0.0/0")), setHubAppliance()], "pass"),
    row("less specific than the endpoint", [setRoutes({ prefix: "10.10.0.0/16", hop: "None" })], "pass"),
    row("the endpoint's own address dropped", [setRoutes({ prefix: `${apiIp}/32`, hop: "None" })], "fail", {
      says: "The route 10.10.0.4/32 of rt-jump drops it",
      fix: "route-table route delete",
    }),
    row("sent to the Internet", [setRoutes({ prefix: `${apiIp}/32`, hop: "Internet" })], "fail"),
    row(
      "through an appliance",
      [setRoutes(appliance(`${apiIp}/32`)), setHubAppliance(), spokeForwards],
      "notAssessed",
    ),
    row("an unknown hop", [setRoutes({ prefix: `${apiIp}/32`, hop: "Wormhole" })], "notAssessed", {
      says: "Wormhole",
    }),
    row(
      "policies on, dropped",
      [setRoutes({ prefix: "10.10.0.0/16", hop: "None" }), setEndpointSubnet("RouteTableEnabled")],
      "fail",
    ),
    row(
      "policies on, one way only",
      [setRoutes(appliance("10.10.0.0/16")), setHubAppliance(), spokeForwards, setEndpointSubnet("Enabled")],
      "fail",
      {
        says: "It goes over 10.0.3.4, and the answers straight",
      },
    ),
    row(
      "policies on, the way back only",
      [setHubAppliance(), setEndpointSubnet("Enabled", "10.0.0.0/16")],
      "fail",
      { says: "It goes straight, and the answers over 10.0.3.4" },
    ),
    row(
      "policies on, both ways",
      [
        setRoutes(appliance("10.10.0.0/16")),
        setHubAppliance(),
        spokeForwards,
        setEndpointSubnet("Enabled", "10.0.0.0/16"),
      ],
      "pass",
    ),
    row(
      "policies for security groups only",
      [setRoutes({ prefix: "10.10.0.0/16", hop: "None" }), setEndpointSubnet("NetworkSecurityGroupEnabled")],
      "pass",
    ),
    row("the table was not read", [(snapshot) => ({ ...snapshot, routeTables: {} })], "notAssessed"),
    row("hub denied", [hubDenied], "notAssessed"),
  ],
};
