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
import { type Rows, row } from "./row.ts";

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
    row("load balancer, no route", [], "notApplicable"),
    row("a NAT gateway before the firewall", [routed, natBefore([surroundingIds.natIp])], "pass"),
    row("one without a public address", [routed, natBefore([])], "fail", {
      says: "The NAT gateway",
      fix: "--public-ip-addresses pip-ng-hub",
    }),
    row("one that was not read", [routed, natBefore(null)], "notAssessed", { says: "natGateways/read" }),
    row("load balancer, to the Internet", [setNodeRoutes({ hop: "Internet" })], "notApplicable"),
    row("load balancer, dropped", [setNodeRoutes({ hop: "None" })], "fail", {
      says: "The route 0.0.0.0/0 of rt-nodes drops it",
      fix: "route delete",
    }),
    row("load balancer, through an appliance", [setNodeRoutes(toAppliance()), setHubFirewall()], "pass"),
    row("an unknown hop", [setNodeRoutes({ hop: "Wormhole" })], "notAssessed", { says: "Wormhole" }),
    row("routes, to an appliance", [routed], "pass", {
      says: "The route 0.0.0.0/0 of rt-nodes leads to VirtualAppliance",
    }),
    row(
      "routes, to a gateway",
      [byRoutes, setNodeRoutes({ hop: "VirtualNetworkGateway" }), withTunnel()],
      "notAssessed",
      { says: "What lies behind the gateway vgw-hub, Azure does not show" },
    ),
    row("routes, no table", [setHubFirewall(), byRoutes, noBalancer], "fail", {
      says: "nodes has no default route and no NAT gateway",
      fix: "route-table create --subscription 6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81 --resource-group rg-prod --name rt-vnet-aks-nodes --location westeurope",
    }),
    row("routes, none in the table", [setHubFirewall(), byRoutes, setNodeRoutes(), noBalancer], "fail", {
      fix: `--route-table-name rt-nodes --name default --address-prefix 0.0.0.0/0 --next-hop-type VirtualAppliance --next-hop-ip-address ${firewallAddress}`,
    }),
    row(
      "routes, to the Internet",
      [setHubFirewall(), byRoutes, setNodeRoutes({ hop: "Internet" }), noBalancer],
      "fail",
      { says: "leads straight to the Internet", fix: "--name default" },
    ),
    row(
      "routes, dropped, and no firewall to be seen",
      [byRoutes, setNodeRoutes({ hop: "None" }), noBalancer],
      "fail",
    ),
    row(
      "routes, learned perhaps",
      [byRoutes, setSpokePeering({ useRemoteGateways: true }), noBalancer],
      "notAssessed",
      { says: "others may be learned" },
    ),
    row("routes, an unknown hop", [byRoutes, setNodeRoutes({ hop: "Wormhole" })], "notAssessed"),
    row("without a cache: that is walked", [outbound("none"), setNodeRoutes({ hop: "None" })], "fail", {
      says: "The route 0.0.0.0/0 of rt-nodes drops it",
    }),
    row(
      "isolated",
      [
        setCluster({ outboundType: "none", bootstrapArtifactSource: "Cache" }),
        setNodeRoutes({ hop: "None" }),
      ],
      "notApplicable",
    ),
    row(
      "behind a proxy",
      [setCluster({ httpsProxy: "http://proxy.corp.example:3128" }), setNodeRoutes({ hop: "None" })],
      "notApplicable",
    ),
    row("table not read", [routed, noTables], "notAssessed", { says: "Microsoft.Network/routeTables/read" }),
  ],
  "route.next-hop-alive": [
    row("an appliance without address", [routed, setNodeRoutes({ hop: "VirtualAppliance" })], "notAssessed", {
      says: 'its route 0.0.0.0/0 has the next hop "VirtualAppliance"',
    }),
    row(
      "over a peering of some subnets",
      [routed, setSpokePeering({ onlySubnets: { local: ["nodes"], remote: ["jump"] } })],
      "notApplicable",
      { says: "The way ends before: The peering of vnet-aks with vnet-hub joins only some subnets" },
    ),
    row("no appliance", [], "notApplicable"),
    row("a firewall", [routed], "notApplicable"),
    row(
      "peering not Connected",
      [routed, setSpokePeering({ peeringState: "Disconnected" })],
      "notApplicable",
      { says: 'The way ends before: The peering of vnet-aks with vnet-hub is "Disconnected"' },
    ),
    row("a machine", [...throughAppliance, setAppliance()], "pass", { says: "nva-1 is there" }),
    row(
      "a machine that is off",
      [...throughAppliance, setAppliance({ powerState: collected("deallocated") })],
      "fail",
      {
        fix: "az vm start",
      },
    ),
    row("a machine that does not forward", [...throughAppliance, setAppliance({}, false)], "fail", {
      fix: "--name nic-nva-1 --ip-forwarding true",
    }),
    row(
      "a machine that was not asked",
      [
        ...throughAppliance,
        setAppliance({ powerState: unavailable("denied", "The power state could not be read.") }),
      ],
      "notAssessed",
    ),
    row(
      "a machine in a state nobody knows",
      [...throughAppliance, setAppliance({ powerState: collected("Dozing") })],
      "notAssessed",
      {
        says: "Dozing",
      },
    ),
    row(
      "a load balancer, and what stands behind it runs",
      [...throughBalancer(nvaNic), setAppliance()],
      "pass",
      { says: "lb-nva is there" },
    ),
    row(
      "a load balancer, and one of two behind it runs",
      [...throughBalancer(`${nvaNic}-gone`, nvaNic), setAppliance()],
      "pass",
    ),
    row(
      "a load balancer whose machine is off",
      [...throughBalancer(nvaNic), setAppliance({ powerState: collected("deallocated") })],
      "fail",
      { says: "lb-nva at 10.0.1.20 does not answer: no machine behind it runs", fix: "az vm start" },
    ),
    row(
      "a load balancer that leads to addresses",
      [
        routed,
        setNodeRoutes(toAppliance(balanced)),
        addBalancer("lb-nva", balanced, { ipAddress: "10.0.1.9" }),
        setAppliance(),
      ],
      "pass",
    ),
    row("a load balancer whose machines were not read", throughBalancer(nvaNic), "notAssessed", {
      says: "networkInterfaces/read on nic-nva-1",
    }),
    row(
      "a load balancer, one behind it off and another not read",
      [...throughBalancer(nvaNic, `${nvaNic}-2`), setAppliance({ powerState: collected("stopped") })],
      "notAssessed",
    ),
    row("a load balancer before a scale set", throughBalancer(scaleSetNic), "notAssessed", {
      says: "scale set",
    }),
    row(
      "a load balancer whose machine does not forward",
      [...throughBalancer(nvaNic), setAppliance({}, false)],
      "fail",
      { says: "lb-nva at 10.0.1.20 sends nothing on", fix: "--name nic-nva-1 --ip-forwarding true" },
    ),
    row(
      "a load balancer, one behind it does not forward and another was not read",
      [...throughBalancer(nvaNic, `${nvaNic}-2`), setAppliance({}, false)],
      "notAssessed",
      { says: "nva-1 takes no packets for others" },
    ),
    row("a machine without a way out", [...throughAppliance, setAppliance(oneArmed), lentNothing], "fail", {
      says: "has no way out itself",
      fix: "az network nat gateway create",
    }),
    row(
      "the same, with a public address",
      [...throughAppliance, setAppliance({ ...oneArmed, hasPublicAddress: true }), lentNothing],
      "pass",
    ),
    row("a load balancer with nothing behind it", throughBalancer(), "notAssessed", { says: "lb-nva" }),
    row(
      "a load balancer that was not read stands in the subnet",
      [
        ...throughAppliance,
        setHub({
          subnets: hub.subnets.map((subnet) => ({ ...subnet, occupantIds: [`${farBalancer}`] })),
        }),
      ],
      "notAssessed",
      { says: "lb-far in jump was not read" },
    ),
    row("nothing there", throughAppliance, "fail", {
      says: "leads to 10.0.1.9, an address that nothing owns",
      fix: `--next-hop-ip-address ${firewallAddress}`,
    }),
    row("the firewall is deallocated", [routed, deallocated], "notApplicable", {
      says: "The way ends before: afw-hub at 10.0.3.4 does not answer: deallocated",
    }),
    row(
      "an interface beside it belongs to nobody that was read",
      [
        ...throughAppliance,
        setHub({
          subnets: hub.subnets.map((subnet) => ({
            ...subnet,
            occupantIds: [`${surroundingIds.applianceNic}-9`],
          })),
        }),
      ],
      "notAssessed",
    ),
    row("in no network near", [routed, setNodeRoutes(toAppliance("10.77.0.4"))], "notAssessed", {
      says: "In which network 10.77.0.4 stands was not read",
    }),
    row("the hub's other owner", [...throughAppliance, unlist("loadBalancers")], "notAssessed"),
    row("hub denied", [routed, hubDenied, unlist("firewalls")], "notAssessed"),
    row("table not read", [routed, noTables], "notAssessed"),
  ],
  "route.kubenet-table": [
    row("in a network that AKS made", [kubenet, managedNetwork()], "fail", {
      says: "subnet aks-subnet has no route table, so",
      fix: `--resource-group MC_rg-prod_prod-1_westeurope --vnet-name ${managedIds.name} --name aks-subnet`,
    }),
    row("another plugin", [], "notApplicable"),
    row("a route for each node", [kubenet, setNodeRoutes(podRoute(0), podRoute(1), podRoute(2))], "pass"),
    row("fewer routes than nodes", [kubenet, setNodeRoutes(podRoute(0), podRoute(1))], "warn", {
      says: "of 2 nodes",
    }),
    row(
      "stopped pools count no nodes",
      [kubenet, setPools({ powerState: "Stopped" }), setNodeRoutes()],
      "pass",
    ),
    row("no table", [kubenet], "fail", { fix: "route-table list" }),
    row("another subnet's table", [kubenet, setNodeRoutes(podRoute(0)), addNodeSubnet], "fail", {
      fix: `--name more --route-table ${ids.nodeRoutes}`,
    }),
    row("table not read", [kubenet, setNodeRoutes(podRoute(0)), noTables], "notAssessed"),
  ],
};
