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
import { fail, notApplicable, notAssessed, notConfigured, pass, type Rows, warn } from "./row.ts";

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
    notConfigured("no gateway", []),
    notConfigured("no pool", withTunnel(), "no point-to-site is set up"),
    pass("set up", [clients(), ownServer]),
    pass("a public name", [clients(), publicName], "--public-fqdn"),
    warn("no DNS server", clients(), "vnet-hub has no DNS servers of its own"),
    fail("the pool is the cluster's range", clients({ clientAddressPools: ["10.10.8.0/24"] }), {
      says: "the point-to-site clients of vgw-hub 10.10.8.0/24",
    }),
    fail("Entra ID without OpenVPN", clients({ clientProtocols: ["IkeV2", "SSTP"] }), {
      says: "takes OpenVPN",
      fix: `network vnet-gateway update --subscription ${hubSubscription} --resource-group rg-hub --name vgw-hub --client-protocol IkeV2 OpenVPN`,
    }),
    fail("no root certificate", clients({ clientAuthentication: ["Certificate"] }), "no root certificate"),
    pass("no root certificate, and Entra ID besides", [
      clients({ clientAuthentication: ["Certificate", "AAD"] }),
      ownServer,
    ]),
    warn(
      "another tenant",
      [clients({ clientTenant: "https://login.microsoftonline.com/other/" }), ownServer],
      "another Entra tenant",
    ),
    warn("a peering changed lately", [clients(), ownServer, peeringChanged], "download the profile again"),
    notAssessed("gateways could not be listed", denyGateways),
    notAssessed("the hub was not read", [clients(), deny("peerNetworks")]),
    notApplicable("public cluster", publicRanges),
  ],
  "vpn.bgp-peers": [
    notApplicable("no gateway", []),
    notApplicable("no BGP", withTunnel()),
    pass("up", sessions({ state: "Connected", routes: 3 }), "learned 3 routes from 192.168.255.1"),
    fail("down", sessions({ state: "Connecting" }), 'down ("Connecting")'),
    fail("teaches nothing", sessions({ state: "Connected" }), "teaches no route"),
    warn("one of two", sessions({ state: "Connected", routes: 3 }, { state: "Idle" })),
    notAssessed("a state nobody knows", sessions({ state: "Humming" }), "Humming"),
    fail("none", sessions(), "has no BGP session"),
    notAssessed("may not be asked", [withTunnel(), sessionsDenied]),
    notAssessed("gateways could not be listed", denyGateways),
  ],
  "vpn.redundancy": [
    notConfigured("no gateway", []),
    pass("zones", withTunnel({}, { sku: "VpnGw2AZ" })),
    pass("two instances", withTunnel({}, { activeActive: true })),
    warn("one instance", withTunnel(), "VpnGw1"),
    notAssessed("gateways could not be listed", denyGateways),
  ],
};

const erRows: Rows = {
  "er.private-peering": [
    notApplicable("no circuit", []),
    pass("on", withCircuit()),
    fail("off", withCircuit({ privatePeeringState: "Disabled" }), {
      says: "Disabled",
      fix: "network express-route peering update",
    }),
    fail("never made", withCircuit({ privatePeeringState: null })),
    notAssessed("a state nobody knows", withCircuit({ privatePeeringState: "Humming" })),
  ],
  "er.gateway-connection": [
    notApplicable("no gateway", []),
    pass("up", withCircuit(), "The connection cn-line is up"),
    fail(
      "down",
      line({ state: collected({ connectionStatus: "NotConnected", provisioningState: "Succeeded" }) }),
      "cn-line is down",
    ),
    fail("gone", [withCircuit(), setGatewayConnections()], "The gateway vgw-hub has no connection"),
    notAssessed(
      "its gateway's last change failed",
      [withCircuit(), setGateways({ gatewayType: "ExpressRoute", provisioningState: "Failed" })],
      "vgw-hub",
    ),
    notAssessed("connections could not be listed", [withCircuit(), denyConnections]),
  ],
  "er.bgp-routes": [
    notConfigured("no circuit", []),
    pass("both paths", carried(5, 7)),
    warn("one path", carried(5, 0), "the secondary path of er-1"),
    warn("none", carried(0, 0), "Nothing ever came in over er-1"),
    notAssessed("was not read", [
      withCircuit(),
      (snapshot) => ({
        ...snapshot,
        circuitTraffic: { [idKey(gatewayIds.circuit)]: unavailable("denied", "Its traffic was not read.") },
      }),
    ]),
    notAssessed("connections could not be listed", [withCircuit(), denyConnections]),
  ],
  "er.fastpath": [
    notConfigured("no circuit", []),
    pass("off", withCircuit(), "FastPath is off"),
    pass("on a gateway made for it", line({ bypassesGateway: true })),
    warn("on a small gateway", line({ bypassesGateway: true }, "Standard"), "Standard"),
    warn("to endpoints, on a provider's circuit", line({ bypassesGateway: true, privateLinkFastPath: true })),
    notAssessed("to endpoints, and the circuit was not read", [
      ...line({ bypassesGateway: true, privateLinkFastPath: true }),
      circuitDenied,
    ]),
    notAssessed("connections could not be listed", [withCircuit(), denyConnections]),
  ],
  "er.encryption": [
    notConfigured("no circuit", []),
    warn("a provider's circuit", withCircuit(), "er-1"),
    pass("MACsec", onPort(true), "MACsec"),
    warn("ports without it", onPort(false)),
    pass(
      "a tunnel inside",
      [withCircuit(), setGatewayConnections(circuitConnection(), connectionTo({ usesPrivateAddress: true }))],
      "cn-office runs inside",
    ),
    notAssessed("the circuit was not read", [withCircuit(), circuitDenied]),
    notAssessed("connections could not be listed", [withCircuit(), noCircuits, denyConnections]),
  ],
};

export const gatewayRows: Rows = { ...vpnRows, ...erRows };
