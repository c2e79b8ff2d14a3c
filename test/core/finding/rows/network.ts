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
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

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
    pass("there", []),
    fail("subnet gone", setSpoke({ subnets: [] }), "nodes"),
    fail("hosted nodes' subnet gone", setCluster({ agentPools: [], hostedSystem }), {
      says: "no longer has the subnet hosted",
    }),
    notAssessed(
      "the network's last change failed",
      setSpoke({ provisioningState: "Failed" }),
      "all the same",
    ),
    warn("network updating", setSpoke({ provisioningState: "Updating" })),
    pass("named in other letters", setPools({ vnetSubnetId: ids.nodeSubnet.toUpperCase() })),
    pass("managed network", managedNetwork(), `${managedIds.name} and`),
    notAssessed("managed network without subnets", [managedNetwork(), setSpoke({ subnets: [] })]),
    notAssessed("denied", deny("clusterNetwork")),
  ],
  "peering.both-sides": [
    pass("both", []),
    fail("the hub lacks it", [noHubPeering, state("Disconnected")], {
      says: "vnet-hub has no peering with vnet-aks",
      fix: "--vnet-name vnet-aks --name aks-to-hub",
    }),
    fail("the hub never had it", [noHubPeering, state("Initiated")], {
      fix: "--vnet-name vnet-hub --name vnet-hub-to-vnet-aks",
    }),
    fail("the spoke lacks it", [noSpokePeering, setHubPeering({ peeringState: "Disconnected" })], {
      says: "vnet-aks has no peering with vnet-hub",
      fix: "peering delete",
    }),
    fail(
      "only the zone's link remembers the hub",
      [noSpokePeering, setData("peerNetworks", []), setData("jumpHosts", [])],
      "vnet-aks has no peering with vnet-hub",
    ),
    notAssessed("hub denied", hubDenied, "Microsoft.Network/virtualNetworks/read on vnet-hub."),
    notAssessed("hub denied, half is Disconnected", [hubDenied, state("Disconnected")], {
      says: "Microsoft.Network/virtualNetworks/read on vnet-hub",
    }),
    notAssessed("hub denied, a jump host beside the nodes", hubHidden, {
      says: "Microsoft.Network/virtualNetworks/read on vnet-hub.",
    }),
    pass("many further networks that were not read", [addCrowd, setData("jumpHosts", [])]),
    notAssessed("another hub denied", [addHiddenHub, setData("jumpHosts", [])], "vnet-hub-2"),
    fail("a jump host beside the nodes, half gone", [noHubPeering, beside], "vnet-hub"),
    fail("a jump host beside the nodes, where the requester is", [noHubPeering, beside, inside], {
      says: "bas-hub cannot reach 10.10.0.9",
    }),
    notApplicable("beyond the hub, without a route", [...beyondHub, dataBeyondHub], {
      says: "The path ends before: No network that is joined with sql has ",
    }),
    pass(
      "beyond the hub, through its appliance",
      [
        ...beyondHub,
        dataThroughHub({ allowForwardedTraffic: true }),
        setHubAppliance(),
        spokeForwards,
        dataBeyondHub,
      ],
      "vnet-data is peered with vnet-hub",
    ),
    pass("beyond the hub, by a default route through its appliance", [
      ...beyondHub,
      dataThroughHub({ allowForwardedTraffic: true }, undefined, "0.0.0.0/0"),
      setHubAppliance(),
      spokeForwards,
      dataBeyondHub,
    ]),
    notAssessed(
      "beyond the hub, whose gateway may teach routes",
      [...beyondHub, dataBeyondHub, setDataPeerings({ useRemoteGateways: true })],
      "others may be learned that Azure does not list",
    ),
    notApplicable(
      "beyond the hub, whose peering is down",
      [...beyondHub, dataThroughHub({ peeringState: "Disconnected" }), dataBeyondHub],
      'The path ends before: The peering of vnet-data with vnet-hub is "Disconnected"',
    ),
    notApplicable(
      "beyond the hub, through an appliance in no network near",
      [...beyondHub, dataThroughHub({}, "10.77.0.4"), dataBeyondHub],
      "10.77.0.4",
    ),
    notAssessed(
      "beyond the hub, its routes were not read",
      [...beyondHub, dataThroughHub({}), dataBeyondHub, (snapshot) => ({ ...snapshot, routeTables: {} })],
      "Azure was not asked for the route table rt-data.",
    ),
    notAssessed("a network that is not peered and was not read", setClient({ virtualNetwork: ids.data }), {
      says: "Azure was not asked for the network vnet-data.",
    }),
    notAssessed("denied", deny("clusterNetwork")),
    notApplicable("public cluster", publicRanges),
    notApplicable("nothing peered", [
      noSpokePeering,
      setData("peerNetworks", []),
      setData("jumpHosts", []),
      setData("privateDnsLinks", []),
    ]),
  ],
  "peering.state": [
    pass("joins only some subnets, those that are needed", setHubPeering({ onlySubnets })),
    fail("joins only some subnets, and is down", [setHubPeering({ onlySubnets }), state("Disconnected")], {
      fix: "--allow-vnet-access --peer-complete-vnets false --local-subnet-names jump --remote-subnet-names nodes",
    }),
    pass("Connected", []),
    fail("Disconnected", state("Disconnected"), { fix: "peering create" }),
    fail("Initiated", setHubPeering({ peeringState: "Initiated" })),
    fail("Disconnected, and a jump host beside the nodes", [state("Disconnected"), beside]),
    notAssessed("hub denied, a jump host beside the nodes", hubHidden),
    pass("updating", setSpokePeering({ provisioningState: "Updating" })),
    notAssessed("an unknown state", state("Flirting"), "Flirting"),
    notAssessed("hub denied", hubDenied),
    notApplicable("in the cluster's network", setClient({ virtualNetwork: ids.spoke })),
  ],
  "peering.vnet-access": [
    pass("on", []),
    fail("off at the hub", setHubPeering({ allowVirtualNetworkAccess: false }), {
      fix: "--vnet-name vnet-hub --name hub-to-aks --set allowVirtualNetworkAccess=true",
    }),
    fail("off at the spoke", setSpokePeering({ allowVirtualNetworkAccess: false })),
    notAssessed("hub denied, a jump host beside the nodes", hubHidden),
    notAssessed("hub denied", hubDenied),
    notAssessed(
      "hub denied, off at the spoke",
      [hubDenied, setSpokePeering({ allowVirtualNetworkAccess: false })],
      "Microsoft.Network/virtualNetworks/read on vnet-hub",
    ),
  ],
  "nsg.client-443": [
    pass("default rules", [], "nsg-jump lets it through by its rule AllowVnetOutBound"),
    fail("deny before them", setRules({ name: "deny-443", destinationPortRanges: ["443"] }), {
      says: "deny-443 (priority 200)",
      fix: "--priority 199",
    }),
    fail("199 is taken", setRules({}, { name: "x", priority: 199, destinationPortRanges: ["22"] }), {
      fix: "--priority 198",
    }),
    fail(
      "an earlier repair stays",
      setRules({}, { name: "Allow-AKS-TCP-443", priority: 199, destinationAddressPrefixes: ["10.10.9.9"] }),
      { fix: "--name allow-aks-tcp-443-2 " },
    ),
    pass("another port", setRules({ destinationPortRanges: ["22", "3389"] })),
    pass("UDP", setRules({ protocol: "Udp" })),
    pass("inbound", setRules({ direction: "Inbound" })),
    pass("a public tag", setRules({ destinationAddressPrefixes: ["AzureCloud.westeurope"] })),
    notAssessed("a tag nobody knows", setRules({ destinationAddressPrefixes: ["Mystery"] })),
    notAssessed("application security groups", setRules({ usesApplicationSecurityGroups: true })),
    pass(
      "the doubtful rule allows as well",
      setRules({ usesApplicationSecurityGroups: true, access: "Allow" }),
    ),
    notAssessed("an unknown access", setRules({ access: "Maybe" }), "Maybe"),
    fail("on the interface", [
      setRules({}),
      setJumpHosts({ networkSecurityGroupId: ids.jumpNsg.toUpperCase() }),
    ]),
    notAssessed("the group was not read", setJumpHosts({ networkSecurityGroupId: `${ids.jumpNsg}-2` }), {
      says: "Azure was not asked for the network security group nsg-jump-2.",
    }),
    fail("no jump host: the subnets are judged", [setRules({}), setData("jumpHosts", [])]),
    notAssessed("address unknown", [deny("privateEndpointNic"), deny("privateEndpoint")]),
    notAssessed("hub denied", hubDenied),
  ],
  "route.api-path": [
    pass("over a peering of other subnets, which says so itself", setSpokePeering({ onlySubnets })),
    pass("system routes", []),
    pass("default route to a firewall", [setRoutes(appliance("0.0.0.0/0")), setHubAppliance()]),
    pass("less specific than the endpoint", setRoutes({ prefix: "10.10.0.0/16", hop: "None" })),
    fail("the endpoint's own address dropped", setRoutes({ prefix: `${apiIp}/32`, hop: "None" }), {
      says: "The route 10.10.0.4/32 of rt-jump drops it",
      fix: "route-table route delete",
    }),
    fail("sent to the Internet", setRoutes({ prefix: `${apiIp}/32`, hop: "Internet" })),
    notAssessed("through an appliance", [
      setRoutes(appliance(`${apiIp}/32`)),
      setHubAppliance(),
      spokeForwards,
    ]),
    notAssessed("an unknown hop", setRoutes({ prefix: `${apiIp}/32`, hop: "Wormhole" }), "Wormhole"),
    fail("policies on, dropped", [
      setRoutes({ prefix: "10.10.0.0/16", hop: "None" }),
      setEndpointSubnet("RouteTableEnabled"),
    ]),
    fail(
      "policies on, one way only",
      [setRoutes(appliance("10.10.0.0/16")), setHubAppliance(), spokeForwards, setEndpointSubnet("Enabled")],
      "It goes over 10.0.3.4, and the answers straight",
    ),
    fail("policies on, the way back only", [setHubAppliance(), setEndpointSubnet("Enabled", "10.0.0.0/16")], {
      says: "It goes straight, and the answers over 10.0.3.4",
    }),
    pass("policies on, both ways", [
      setRoutes(appliance("10.10.0.0/16")),
      setHubAppliance(),
      spokeForwards,
      setEndpointSubnet("Enabled", "10.0.0.0/16"),
    ]),
    pass("policies for security groups only", [
      setRoutes({ prefix: "10.10.0.0/16", hop: "None" }),
      setEndpointSubnet("NetworkSecurityGroupEnabled"),
    ]),
    notAssessed("the table was not read", (snapshot) => ({ ...snapshot, routeTables: {} })),
    notAssessed("hub denied", hubDenied),
  ],
};
