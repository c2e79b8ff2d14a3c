// Rows for route.*: where the nodes' default route leads, and the routes of kubenet.
import { idKey } from "../../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { addBalancer } from "../../../fixtures/balancer-changes.ts";
import { withTunnel } from "../../../fixtures/gateway-changes.ts";
import { hub, ids, listed, pool } from "../../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  setCluster,
  setHub,
  setPools,
  setSpoke,
  setSpokePeering,
} from "../../../fixtures/snapshot-changes.ts";
import { managedIds, managedNetwork } from "../../../fixtures/snapshot-managed-network.ts";
import {
  both,
  firewallAddress,
  routed,
  setAppliance,
  setHubFirewall,
  setNodeRoutes,
  surroundingIds,
  toAppliance,
  unlist,
} from "../../../fixtures/snapshot-nodes.ts";
import { setNetworkProfile } from "../../../fixtures/snapshot-surroundings.ts";
import { hubDenied } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const outbound = (outboundType: string) => setCluster({ outboundType });
const byRoutes = outbound("userDefinedRouting");
const noBalancer: Change = (snapshot) => ({ ...snapshot, loadBalancers: listed() });
const noTables: Change = (snapshot) => ({ ...snapshot, routeTables: {} });
const kubenet = setNetworkProfile({ plugin: "kubenet" });
const podRoute = (third: number) => ({
  prefix: `10.244.${third}.0/24`,
  hop: "VirtualAppliance",
  ip: `10.10.0.${third}`,
});
const deallocated = setHubFirewall({ ipConfigurations: [] });
const throughAppliance = [routed, setNodeRoutes(toAppliance("10.0.1.9"))];
const nvaNic = surroundingIds.applianceNic;
const balanced = "10.0.1.20";
const throughBalancer = (...interfaceIds: readonly string[]) => [
  routed,
  setNodeRoutes(toAppliance(balanced)),
  addBalancer("lb-nva", balanced, ...interfaceIds.map((interfaceId) => ({ interfaceId }))),
];
/** One interface takes and sends. */
const oneArmed = {
  privateIpAddress: "10.0.1.9",
  interfaces: [
    { id: surroundingIds.applianceNic, privateIpAddresses: ["10.0.1.9"], enableIpForwarding: true },
  ],
};
/** Azure lends nothing in it a public address. */
const lentNothing = setHub({
  subnets: hub.subnets.map((subnet) => ({ ...subnet, defaultOutboundAccess: false })),
});
const scaleSetNic = `${ids.jump.replace("virtualMachines/jump-1", "virtualMachineScaleSets/nva/virtualMachines/0")}/networkInterfaces/nic`;
const farBalancer = ids.firewall
  .replace("rg-hub", "rg-nva")
  .replace("azureFirewalls/fw-hub", "loadBalancers/lb-far");
const addNodeSubnet: Change = (snapshot) =>
  setSpoke({
    subnets: [
      ...(snapshot.clusterNetwork.status === "collected" ? snapshot.clusterNetwork.data.subnets : []),
      { id: `${ids.spoke}/subnets/more`, name: "more", addressPrefixes: ["10.10.4.0/22"], delegations: [] },
    ],
  })(
    setCluster({ agentPools: [pool, { ...pool, name: "more", vnetSubnetId: `${ids.spoke}/subnets/more` }] })(
      snapshot,
    ),
  );

/** A NAT gateway before the firewall's own subnet; null: it was not read. */
const natBefore = (publicIpAddressIds: readonly string[] | null): Change =>
  both(
    setHub({
      subnets: [
        ...hub.subnets,
        {
          ...{
            id: surroundingIds.firewallSubnet,
            name: "AzureFirewallSubnet",
            addressPrefixes: ["10.0.3.0/26"],
          },
          ...{ delegations: [], natGatewayId: surroundingIds.natGateway },
        },
      ],
    }),
    (snapshot) => ({
      ...snapshot,
      natGateways:
        publicIpAddressIds === null
          ? {}
          : {
              [idKey(surroundingIds.natGateway)]: collected({
                ...{ id: surroundingIds.natGateway, name: "ng-hub", provisioningState: "Succeeded" },
                ...{ publicIpAddressIds, publicIpPrefixIds: [] },
              }),
            },
    }),
  );

export const nodeRouteRows: Rows = {
  "route.default": [
    notApplicable("load balancer, no route", []),
    pass("a NAT gateway before the firewall", [routed, natBefore([surroundingIds.natIp])]),
    fail("one without a public address", [routed, natBefore([])], {
      says: "The NAT gateway",
      fix: "--public-ip-addresses pip-ng-hub",
    }),
    notAssessed(
      "one that was not read",
      [routed, natBefore(null)],
      "Azure was not asked for the NAT gateway ng-aks.",
    ),
    notApplicable("load balancer, to the Internet", setNodeRoutes({ hop: "Internet" })),
    fail("load balancer, dropped", setNodeRoutes({ hop: "None" }), {
      says: "The route 0.0.0.0/0 of rt-nodes drops it",
      fix: "route delete",
    }),
    pass("load balancer, through an appliance", [setNodeRoutes(toAppliance()), setHubFirewall()]),
    notAssessed("an unknown hop", setNodeRoutes({ hop: "Wormhole" }), "Wormhole"),
    pass("routes, to an appliance", routed, "The route 0.0.0.0/0 of rt-nodes leads to VirtualAppliance"),
    notAssessed(
      "routes, to a gateway",
      [byRoutes, setNodeRoutes({ hop: "VirtualNetworkGateway" }), withTunnel()],
      "What lies behind the gateway vgw-hub, Azure does not show",
    ),
    fail("routes, no table", [setHubFirewall(), byRoutes, noBalancer], {
      says: "nodes has no default route and no NAT gateway",
      fix: "route-table create --subscription 6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81 --resource-group rg-prod --name rt-vnet-aks-nodes --location westeurope",
    }),
    fail("routes, none in the table", [setHubFirewall(), byRoutes, setNodeRoutes(), noBalancer], {
      fix: `--route-table-name rt-nodes --name default --address-prefix 0.0.0.0/0 --next-hop-type VirtualAppliance --next-hop-ip-address ${firewallAddress}`,
    }),
    fail(
      "routes, to the Internet",
      [setHubFirewall(), byRoutes, setNodeRoutes({ hop: "Internet" }), noBalancer],
      { says: "leads straight to the Internet", fix: "--name default" },
    ),
    fail("routes, dropped, and no firewall to be seen", [
      byRoutes,
      setNodeRoutes({ hop: "None" }),
      noBalancer,
    ]),
    notAssessed(
      "routes, learned perhaps",
      [byRoutes, setSpokePeering({ useRemoteGateways: true }), noBalancer],
      "others may be learned",
    ),
    notAssessed("routes, an unknown hop", [byRoutes, setNodeRoutes({ hop: "Wormhole" })]),
    fail("without a cache: that is walked", [outbound("none"), setNodeRoutes({ hop: "None" })], {
      says: "The route 0.0.0.0/0 of rt-nodes drops it",
    }),
    notApplicable("isolated", [
      setCluster({ outboundType: "none", bootstrapArtifactSource: "Cache" }),
      setNodeRoutes({ hop: "None" }),
    ]),
    notApplicable("behind a proxy", [
      setCluster({ httpsProxy: "http://proxy.corp.example:3128" }),
      setNodeRoutes({ hop: "None" }),
    ]),
    notAssessed("table not read", [routed, noTables], "Azure was not asked for the route table rt-nodes."),
  ],
  "route.next-hop-alive": [
    notAssessed("an appliance without address", [routed, setNodeRoutes({ hop: "VirtualAppliance" })], {
      says: 'its route 0.0.0.0/0 has the next hop "VirtualAppliance"',
    }),
    notApplicable(
      "over a peering of some subnets",
      [routed, setSpokePeering({ onlySubnets: { local: ["nodes"], remote: ["jump"] } })],
      "The path ends before: The peering of vnet-aks with vnet-hub joins only some subnets",
    ),
    notApplicable("no appliance", []),
    notApplicable("a firewall", routed),
    notApplicable("peering not Connected", [routed, setSpokePeering({ peeringState: "Disconnected" })], {
      says: 'The path ends before: The peering of vnet-aks with vnet-hub is "Disconnected"',
    }),
    pass("a machine", [...throughAppliance, setAppliance()], "nva-1 is there"),
    fail(
      "a machine that is off",
      [...throughAppliance, setAppliance({ powerState: collected("deallocated") })],
      { fix: "az vm start" },
    ),
    fail("a machine that does not forward", [...throughAppliance, setAppliance({}, false)], {
      fix: "--name nic-nva-1 --ip-forwarding true",
    }),
    notAssessed("a machine that was not asked", [
      ...throughAppliance,
      setAppliance({ powerState: unavailable("denied", "The power state could not be read.") }),
    ]),
    notAssessed(
      "a machine in a state nobody knows",
      [...throughAppliance, setAppliance({ powerState: collected("Dozing") })],
      "Dozing",
    ),
    pass("a load balancer, and what stands behind it runs", [...throughBalancer(nvaNic), setAppliance()], {
      says: "lb-nva is there",
    }),
    pass("a load balancer, and one of two behind it runs", [
      ...throughBalancer(`${nvaNic}-gone`, nvaNic),
      setAppliance(),
    ]),
    fail(
      "a load balancer whose machine is off",
      [...throughBalancer(nvaNic), setAppliance({ powerState: collected("deallocated") })],
      { says: "lb-nva at 10.0.1.20 does not answer: no machine behind it runs", fix: "az vm start" },
    ),
    pass("a load balancer that leads to addresses", [
      routed,
      setNodeRoutes(toAppliance(balanced)),
      addBalancer("lb-nva", balanced, { ipAddress: "10.0.1.9" }),
      setAppliance(),
    ]),
    notAssessed("a load balancer whose machines were not read", throughBalancer(nvaNic), {
      says: "Azure was not asked for the interface nic-nva-1 behind lb-nva.",
    }),
    notAssessed("a load balancer, one behind it off and another not read", [
      ...throughBalancer(nvaNic, `${nvaNic}-2`),
      setAppliance({ powerState: collected("stopped") }),
    ]),
    notAssessed("a load balancer before a scale set", throughBalancer(scaleSetNic), "scale set"),
    fail(
      "a load balancer whose machine does not forward",
      [...throughBalancer(nvaNic), setAppliance({}, false)],
      { says: "lb-nva at 10.0.1.20 sends nothing on", fix: "--name nic-nva-1 --ip-forwarding true" },
    ),
    notAssessed(
      "a load balancer, one behind it does not forward and another was not read",
      [...throughBalancer(nvaNic, `${nvaNic}-2`), setAppliance({}, false)],
      "nva-1 takes no packets for others",
    ),
    fail("a machine without a way out", [...throughAppliance, setAppliance(oneArmed), lentNothing], {
      says: "has no egress path itself",
      fix: "az network nat gateway create",
    }),
    pass("the same, with a public address", [
      ...throughAppliance,
      setAppliance({ ...oneArmed, hasPublicAddress: true }),
      lentNothing,
    ]),
    notAssessed("a load balancer with nothing behind it", throughBalancer(), "lb-nva"),
    notAssessed(
      "a load balancer that was not read stands in the subnet",
      [
        ...throughAppliance,
        setHub({
          subnets: hub.subnets.map((subnet) => ({ ...subnet, occupantIds: [`${farBalancer}`] })),
        }),
      ],
      "Azure was not asked for lb-far in jump",
    ),
    fail("nothing there", throughAppliance, {
      says: "leads to 10.0.1.9, an address that nothing owns",
      fix: `--next-hop-ip-address ${firewallAddress}`,
    }),
    notApplicable("the firewall is deallocated", [routed, deallocated], {
      says: "The path ends before: afw-hub at 10.0.3.4 does not answer: deallocated",
    }),
    notAssessed("an interface beside it belongs to nobody that was read", [
      ...throughAppliance,
      setHub({
        subnets: hub.subnets.map((subnet) => ({
          ...subnet,
          occupantIds: [`${surroundingIds.applianceNic}-9`],
        })),
      }),
    ]),
    fail("in no network near", [routed, setNodeRoutes(toAppliance("10.77.0.4"))], {
      says: "leads to 10.77.0.4, which stands neither in vnet-aks nor in a network peered with it",
    }),
    notAssessed("the hub's other owner", [...throughAppliance, unlist("loadBalancers")]),
    notAssessed("hub denied", [routed, hubDenied, unlist("firewalls")]),
    notAssessed("table not read", [routed, noTables]),
  ],
  "route.kubenet-table": [
    fail("in a network that AKS made", [kubenet, managedNetwork()], {
      says: "subnet aks-subnet has no route table, so",
      fix: `--resource-group MC_rg-prod_prod-1_westeurope --vnet-name ${managedIds.name} --name aks-subnet`,
    }),
    notApplicable("another plugin", []),
    pass("a route for each node", [kubenet, setNodeRoutes(podRoute(0), podRoute(1), podRoute(2))]),
    warn("fewer routes than nodes", [kubenet, setNodeRoutes(podRoute(0), podRoute(1))], "of 2 nodes"),
    pass("stopped pools count no nodes", [kubenet, setPools({ powerState: "Stopped" }), setNodeRoutes()]),
    fail("no table", kubenet, { fix: "route-table list" }),
    fail("another subnet's table", [kubenet, setNodeRoutes(podRoute(0)), addNodeSubnet], {
      fix: `--name more --route-table ${ids.nodeRoutes}`,
    }),
    notAssessed("table not read", [kubenet, setNodeRoutes(podRoute(0)), noTables]),
  ],
};
