// Rows for vpn.* and er.* beside the steps of a VPN: circuits, what joins them, point-to-site clients, and what is advised.
import type { BgpPeer, VirtualNetworkGateway } from "../../../../src/core/snapshot/gateways.ts";
import { idKey } from "../../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { denyGateways, setGateways } from "../../../fixtures/entry-changes.ts";
import {
  circuitConnection,
  connectionTo,
  denyConnections,
  gatewayIds,
  setGatewayConnections,
  withCircuit,
  withTunnel,
} from "../../../fixtures/gateway-changes.ts";
import { hubSubscription, ids, tenantId } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setAccess, setHub } from "../../../fixtures/snapshot-changes.ts";
import { deny, publicRanges, setChanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

const clients = (patch: Partial<VirtualNetworkGateway> = {}): Change =>
  withTunnel(
    {},
    {
      clientAddressPools: ["172.20.0.0/24"],
      clientProtocols: ["OpenVPN"],
      clientAuthentication: ["AAD"],
      clientTenant: `https://login.microsoftonline.com/${tenantId}/`,
      ...patch,
    },
  );
const ownServer = setHub({ dnsServers: ["10.0.1.5"] });
const publicName = setAccess({ enablePrivateClusterPublicFqdn: true });
const peeringChanged = setChanges([
  {
    resourceId: `${ids.hub}/virtualNetworkPeerings/hub-to-aks`,
    operation: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
    time: "2026-11-25T06:00:00.000Z",
    caller: "megan@contoso.example",
  },
]);

const line = (patch: Parameters<typeof circuitConnection>[0], gateway = "ErGw3AZ"): readonly Change[] => [
  withCircuit(),
  setGateways({ gatewayType: "ExpressRoute", sku: gateway }),
  setGatewayConnections(circuitConnection(patch)),
];
const noCircuits: Change = (snapshot) => ({ ...snapshot, expressRouteCircuits: {} });
const circuitDenied: Change = (snapshot) => ({
  ...snapshot,
  expressRouteCircuits: { [idKey(gatewayIds.circuit)]: unavailable("denied", "The circuit was not read.") },
});
const onPort =
  (linksEncrypted: boolean): Change =>
  (snapshot) => ({
    ...withCircuit({ portId: "/ports/port-1" })(snapshot),
    expressRoutePorts: {
      "/ports/port-1": collected({ id: "/ports/port-1", name: "port-1", linksEncrypted }),
    },
  });

const sessions = (...peers: readonly Partial<BgpPeer>[]): readonly Change[] => [
  withTunnel(),
  (snapshot) => ({
    ...snapshot,
    bgpPeers: {
      [idKey(gatewayIds.gateway)]: collected(
        peers.map((peer) => ({ address: "192.168.255.1", state: "Connected", routes: 0, ...peer })),
      ),
    },
  }),
];
const sessionsDenied: Change = (snapshot) => ({
  ...snapshot,
  bgpPeers: { [idKey(gatewayIds.gateway)]: unavailable("denied", "Its BGP sessions were not read.") },
});
const carried = (primaryIn: number, secondaryIn: number): readonly Change[] => [
  withCircuit(),
  (snapshot) => ({
    ...snapshot,
    circuitTraffic: { [idKey(gatewayIds.circuit)]: collected({ primaryIn, secondaryIn }) },
  }),
];

const vpnRows: Rows = {
  "vpn.p2s-config": [
    row("no gateway", [], "notConfigured"),
    row("no pool", [withTunnel()], "notConfigured", { says: "no point-to-site is set up" }),
    row("set up", [clients(), ownServer], "pass"),
    row("a public name", [clients(), publicName], "pass", { says: "--public-fqdn" }),
    row("no DNS server", [clients()], "warn", { says: "vnet-hub has no DNS servers of its own" }),
    row("the pool is the cluster's range", [clients({ clientAddressPools: ["10.10.8.0/24"] })], "fail", {
      says: "the point-to-site clients of vgw-hub 10.10.8.0/24",
    }),
    row("Entra ID without OpenVPN", [clients({ clientProtocols: ["IkeV2", "SSTP"] })], "fail", {
      says: "takes OpenVPN",
      fix: `network vnet-gateway update --subscription ${hubSubscription} --resource-group rg-hub --name vgw-hub --client-protocol IkeV2 OpenVPN`,
    }),
    row("no root certificate", [clients({ clientAuthentication: ["Certificate"] })], "fail", {
      says: "no root certificate",
    }),
    row(
      "no root certificate, and Entra ID besides",
      [clients({ clientAuthentication: ["Certificate", "AAD"] }), ownServer],
      "pass",
    ),
    row(
      "another tenant",
      [clients({ clientTenant: "https://login.microsoftonline.com/other/" }), ownServer],
      "warn",
      {
        says: "another Entra tenant",
      },
    ),
    row("a peering changed lately", [clients(), ownServer, peeringChanged], "warn", {
      says: "download the profile again",
    }),
    row("gateways could not be listed", [denyGateways], "notAssessed"),
    row("the hub was not read", [clients(), deny("peerNetworks")], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "vpn.bgp-peers": [
    row("no gateway", [], "notApplicable"),
    row("no BGP", [withTunnel()], "notApplicable"),
    row("up", sessions({ state: "Connected", routes: 3 }), "pass", {
      says: "learned 3 routes from 192.168.255.1",
    }),
    row("down", sessions({ state: "Connecting" }), "fail", { says: 'down ("Connecting")' }),
    row("teaches nothing", sessions({ state: "Connected" }), "fail", { says: "teaches no route" }),
    row("one of two", sessions({ state: "Connected", routes: 3 }, { state: "Idle" }), "warn"),
    row("a state nobody knows", sessions({ state: "Humming" }), "notAssessed", { says: "Humming" }),
    row("none", sessions(), "fail", { says: "has no BGP session" }),
    row("may not be asked", [withTunnel(), sessionsDenied], "notAssessed"),
    row("gateways could not be listed", [denyGateways], "notAssessed"),
  ],
  "vpn.redundancy": [
    row("no gateway", [], "notConfigured"),
    row("zones", [withTunnel({}, { sku: "VpnGw2AZ" })], "pass"),
    row("two instances", [withTunnel({}, { activeActive: true })], "pass"),
    row("one instance", [withTunnel()], "warn", { says: "VpnGw1" }),
    row("gateways could not be listed", [denyGateways], "notAssessed"),
  ],
};

const erRows: Rows = {
  "er.private-peering": [
    row("no circuit", [], "notApplicable"),
    row("on", [withCircuit()], "pass"),
    row("off", [withCircuit({ privatePeeringState: "Disabled" })], "fail", {
      says: "Disabled",
      fix: "network express-route peering update",
    }),
    row("never made", [withCircuit({ privatePeeringState: null })], "fail"),
    row("a state nobody knows", [withCircuit({ privatePeeringState: "Humming" })], "notAssessed"),
  ],
  "er.gateway-connection": [
    row("no gateway", [], "notApplicable"),
    row("up", [withCircuit()], "pass", { says: "The connection cn-line is up" }),
    row(
      "down",
      line({ state: collected({ connectionStatus: "NotConnected", provisioningState: "Succeeded" }) }),
      "fail",
      {
        says: "cn-line is down",
      },
    ),
    row("gone", [withCircuit(), setGatewayConnections()], "fail", {
      says: "The gateway vgw-hub has no connection",
    }),
    row(
      "its gateway failed",
      [withCircuit(), setGateways({ gatewayType: "ExpressRoute", provisioningState: "Failed" })],
      "fail",
      {
        says: "vgw-hub",
      },
    ),
    row("connections could not be listed", [withCircuit(), denyConnections], "notAssessed"),
  ],
  "er.bgp-routes": [
    row("no circuit", [], "notConfigured"),
    row("both paths", carried(5, 7), "pass"),
    row("one path", carried(5, 0), "warn", { says: "the secondary path of er-1" }),
    row("none", carried(0, 0), "warn", { says: "Nothing ever came in over er-1" }),
    row(
      "was not read",
      [
        withCircuit(),
        (snapshot) => ({
          ...snapshot,
          circuitTraffic: { [idKey(gatewayIds.circuit)]: unavailable("denied", "Its traffic was not read.") },
        }),
      ],
      "notAssessed",
    ),
    row("connections could not be listed", [withCircuit(), denyConnections], "notAssessed"),
  ],
  "er.fastpath": [
    row("no circuit", [], "notConfigured"),
    row("off", [withCircuit()], "pass", { says: "FastPath is off" }),
    row("on a gateway made for it", line({ bypassesGateway: true }), "pass"),
    row("on a small gateway", line({ bypassesGateway: true }, "Standard"), "warn", { says: "Standard" }),
    row(
      "to endpoints, on a provider's circuit",
      line({ bypassesGateway: true, privateLinkFastPath: true }),
      "warn",
    ),
    row(
      "to endpoints, and the circuit was not read",
      [...line({ bypassesGateway: true, privateLinkFastPath: true }), circuitDenied],
      "notAssessed",
    ),
    row("connections could not be listed", [withCircuit(), denyConnections], "notAssessed"),
  ],
  "er.encryption": [
    row("no circuit", [], "notConfigured"),
    row("a provider's circuit", [withCircuit()], "warn", { says: "er-1" }),
    row("MACsec", [onPort(true)], "pass", { says: "MACsec" }),
    row("ports without it", [onPort(false)], "warn"),
    row(
      "a tunnel inside",
      [withCircuit(), setGatewayConnections(circuitConnection(), connectionTo({ usesPrivateAddress: true }))],
      "pass",
      { says: "cn-office runs inside" },
    ),
    row("the circuit was not read", [withCircuit(), circuitDenied], "notAssessed"),
    row("connections could not be listed", [withCircuit(), noCircuits, denyConnections], "notAssessed"),
  ],
};

export const gatewayRows: Rows = { ...vpnRows, ...erRows };
