// What gateways join is read where a gateway is near, as deep as it has to be, and one odd part hides only itself.
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario } from "../scenario.ts";
import { collect } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const inHub = (type: string, name: string) => `${ids.hubGroup}/providers/Microsoft.Network/${type}/${name}`;
const gatewayId = inHub("virtualNetworkGateways", "vgw");
const located = { location: "westeurope" };
const named = (id: string) => ({ id, properties: {} });

const gateway = {
  ...located,
  id: gatewayId,
  properties: {
    gatewayType: "Vpn",
    activeActive: true,
    ipConfigurations: [
      { name: "default", properties: { subnet: { id: `${ids.hub}/subnets/GatewaySubnet` } } },
    ],
    vpnClientConfiguration: { vpnClientAddressPool: { addressPrefixes: ["172.30.0.0/24"] } },
    gatewayDefaultSite: { id: inHub("localNetworkGateways", "lgw") },
  },
};
const office = {
  ...located,
  id: inHub("localNetworkGateways", "lgw"),
  properties: { localNetworkAddressSpace: { addressPrefixes: ["192.168.0.0/16"] } },
};
const tunnel = (name: string, properties: Record<string, string> = {}) => ({
  ...located,
  id: inHub("connections", name),
  properties: {
    connectionType: "IPsec",
    virtualNetworkGateway1: named(gatewayId),
    localNetworkGateway2: named(office.id),
    connectionStatus: "Connected",
    sharedKey: "of nobody's business",
    ...properties,
  },
});
const circuit = {
  ...located,
  id: inHub("expressRouteCircuits", "er"),
  properties: {
    circuitProvisioningState: "Enabled",
    serviceProviderProvisioningState: "Provisioned",
    peerings: [
      { name: "MicrosoftPeering", properties: { peeringType: "MicrosoftPeering", state: "Enabled" } },
      { name: "AzurePrivatePeering", properties: { peeringType: "AzurePrivatePeering", state: "Disabled" } },
    ],
  },
};
const line = {
  ...located,
  id: inHub("connections", "line"),
  properties: {
    connectionType: "ExpressRoute",
    virtualNetworkGateway1: named(gatewayId),
    peer: { id: circuit.id },
    connectionStatus: "Connected",
  },
};
const all = [gateway, office, tunnel("office"), circuit, line];

const sent = (pattern: RegExp) => armRequests(azure.simulator).filter(({ path }) => pattern.test(path));
const denied = (path: string) => ({
  match: { path },
  status: 403,
  body: { error: { code: "AuthorizationFailed", message: "no" } },
});

test("a gateway, its connections with their states, and what they name", async () => {
  const snapshot = await collect(azure, { resources: all });
  expect(snapshot.virtualNetworkGateways.items).toMatchObject([
    { name: "vgw", activeActive: true, clientAddressPools: ["172.30.0.0/24"], defaultSiteId: office.id },
  ]);
  expect(snapshot.gatewayConnections).toMatchObject({
    missing: [],
    items: [
      {
        name: "office",
        connectionType: "IPsec",
        gatewayId,
        localNetworkGatewayId: office.id,
        state: { data: { connectionStatus: "Connected" } },
      },
      { name: "line", connectionType: "ExpressRoute", circuitId: circuit.id },
    ],
  });
  expect(snapshot.localNetworkGateways[office.id.toLowerCase()]).toMatchObject({
    data: { name: "lgw", addressPrefixes: ["192.168.0.0/16"] },
  });
  expect(snapshot.expressRouteCircuits[circuit.id.toLowerCase()]).toMatchObject({
    data: {
      circuitProvisioningState: "Enabled",
      serviceProviderProvisioningState: "Provisioned",
      privatePeeringState: "Disabled",
    },
  });
  expect(JSON.stringify(snapshot)).not.toContain("nobody's business");
});

test("traffic selectors of a tunnel that does not join all", async () => {
  const trafficSelectorPolicies = [
    { localAddressRanges: ["10.20.0.0/16"], remoteAddressRanges: ["192.168.0.0/16"] },
  ];
  const plain = tunnel("office");
  const narrow = { ...plain, properties: { ...plain.properties, trafficSelectorPolicies } };
  const { gatewayConnections } = await collect(azure, { resources: [gateway, office, narrow] });
  expect(gatewayConnections.items).toMatchObject([
    { selectors: [{ local: ["10.20.0.0/16"], remote: ["192.168.0.0/16"] }] },
  ]);
});

test("without a gateway nothing of the kind is asked for", async () => {
  const { gatewayConnections } = await collect(azure, { resources: [office, tunnel("office")] });
  expect(gatewayConnections).toEqual({ items: [], missing: [] });
  expect(sent(/connections|localNetworkGateways|expressRouteCircuits/i).map(({ path }) => path)).toEqual([
    expect.stringContaining("privateEndpointConnections"),
  ]);
});

test("a connection of another gateway is not read", async () => {
  const elsewhere = tunnel("branch", {});
  const other = {
    ...elsewhere,
    properties: { ...elsewhere.properties, virtualNetworkGateway1: named(`${gatewayId}-other`) },
  };
  const { gatewayConnections } = await collect(azure, { resources: [gateway, office, other] });
  expect(gatewayConnections.items).toEqual([]);
  expect(sent(/connections\/branch/)).toEqual([]);
});

const usesGateway = (useRemoteGateways: boolean) => {
  const spoke = scenario().resources?.find(({ id }) => id === ids.spoke);
  const text = JSON.stringify(spoke).replace(
    '"allowVirtualNetworkAccess":true',
    `"allowVirtualNetworkAccess":true,"useRemoteGateways":${useRemoteGateways}`,
  );
  return JSON.parse(text);
};

test.each([
  [4, true],
  [5, false],
])("%s round trips where the peering says that it uses the hub's gateway: %s", async (levels, uses) => {
  const snapshot = await collect(azure, { resources: [...all, usesGateway(uses)] });
  expect(snapshot.arm.levels).toBe(levels);
  expect(sent(/\/connections(\?|$)/)).toHaveLength(1);
});

describe("connections of another resource group than the gateway's", () => {
  const far = tunnel("office");
  const moved = { ...far, id: far.id.replace("rg-hub", "rg-lines") };
  const list = "/virtualNetworkGateways/vgw/connections\\?";

  test("are told by the gateway", async () => {
    const answer = { match: { path: list }, status: 200, body: { value: [moved] } };
    const { gatewayConnections } = await collect(
      azure,
      { resources: [gateway, office, moved] },
      { faults: [answer] },
    );
    expect(gatewayConnections).toMatchObject({
      items: [{ id: moved.id, state: { status: "collected" } }],
      missing: [],
    });
  });

  test("are missing where it may not be asked", async () => {
    const { gatewayConnections } = await collect(
      azure,
      { resources: [gateway, office, moved] },
      { faults: [denied(list)] },
    );
    expect(gatewayConnections).toMatchObject({ items: [], missing: [{ reason: "denied" }] });
  });
});

test("connections that may not be listed are missing, with the right that would show them", async () => {
  const { gatewayConnections } = await collect(
    azure,
    { resources: all },
    { faults: [denied("/connections\\?")] },
  );
  expect(gatewayConnections).toMatchObject({
    items: [],
    missing: [
      { reason: "denied", needs: [{ action: "Microsoft.Network/connections/read", scope: ids.hubGroup }] },
    ],
  });
});

test.each<[string, string, object]>([
  [
    "a state",
    "/connections/office\\?",
    { gatewayConnections: { items: [{ state: { reason: "denied" } }, {}] } },
  ],
  [
    "a local network gateway",
    "/localNetworkGateways/lgw\\?",
    { localNetworkGateways: { [office.id.toLowerCase()]: { reason: "denied" } } },
  ],
  [
    "a circuit",
    "/expressRouteCircuits/er\\?",
    { expressRouteCircuits: { [circuit.id.toLowerCase()]: { reason: "denied" } } },
  ],
])("%s that may not be read is missing by itself", async (_what, path, expected) => {
  const snapshot = await collect(azure, { resources: all }, { faults: [denied(path)] });
  expect(snapshot).toMatchObject(expected);
  expect(snapshot.gatewayConnections.items.map(({ name }) => name)).toEqual(["office", "line"]);
});

test("one connection in a form that nobody knows hides only itself", async () => {
  const odd = {
    match: { path: "/connections\\?" },
    status: 200,
    body: { value: [null, tunnel("office"), { id: 7 }] },
  };
  const { gatewayConnections } = await collect(azure, { resources: all }, { faults: [odd] });
  expect(gatewayConnections).toMatchObject({
    items: [{ name: "office", state: { status: "collected" } }],
    missing: [{ reason: "failed" }, { reason: "failed" }],
  });
});

test("of many connections the first are read, and the others say so", async () => {
  const many = Array.from({ length: 15 }, (_, index) => tunnel(`branch-${index}`));
  const { gatewayConnections } = await collect(azure, { resources: [gateway, office, ...many] });
  const states = gatewayConnections.items.map(({ state }) => state.status);
  expect([states.length, states.filter((status) => status === "collected").length]).toEqual([15, 12]);
  expect(gatewayConnections.items.at(-1)?.state).toMatchObject({ reason: "notReached" });
});
