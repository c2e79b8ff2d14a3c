// Nodes' way out where routes of one's own lead to a gateway or to somebody's appliance: up to where Azure's side ends.

import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { denyGateways, setGateways } from "../../fixtures/entry-changes.ts";
import {
  connectionTo,
  denyConnections,
  gatewayIds,
  setGatewayConnections,
  setTransit,
  withCircuit,
  withTunnel,
} from "../../fixtures/gateway-changes.ts";
import { hub, ids } from "../../fixtures/healthy-snapshot.ts";
import { type Change, changed, setCluster, setHub, setRules } from "../../fixtures/snapshot-changes.ts";
import {
  routed,
  setAppliance,
  setGroup,
  setHubFirewall,
  setNodeRoutes,
  siblingOf,
  toAppliance,
  unlist,
} from "../../fixtures/snapshot-nodes.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";

const of = (...changes: readonly Change[]) => diagnose(changed(...changes));
const egress = ({ requirements }: ReturnType<typeof diagnose>) =>
  requirements.find(({ id }) => id === "nodes.egress")?.end;

const ownRoutes = setCluster({ outboundType: "userDefinedRouting" });
const gateway = { hop: "VirtualNetworkGateway" };
const halves = (route: Readonly<{ hop: string; ip?: string }>): Change =>
  setNodeRoutes({ ...route, prefix: "0.0.0.0/1" }, { ...route, prefix: "128.0.0.0/1" });
/** The cluster's balancer takes nothing out: routes are all that its nodes have. */
const withoutBalancer: Change = (snapshot) => ({
  ...snapshot,
  loadBalancers: {
    ...snapshot.loadBalancers,
    items: snapshot.loadBalancers.items.map((each) => ({ ...each, leadsOut: false })),
  },
});
const down = withTunnel({ connectionStatus: "NotConnected" });
const toNetworks = setGatewayConnections(connectionTo({ connectionType: "Vnet2Vnet" }));
const strangerInHub = setHub({
  subnets: [
    ...hub.subnets,
    {
      ...{ id: `${ids.hub}/subnets/GatewaySubnet`, name: "GatewaySubnet", delegations: [] },
      ...{ addressPrefixes: ["10.0.9.0/27"], occupantIds: [siblingOf(ids.hub, "gateways", "g")] },
    },
  ],
});

/** `verdict end` */
type Row = [string, readonly Change[], string, sentence: string];
const ended = (found: ReturnType<typeof of>) => `${found.verdict} ${egress(found) ?? "-"}`;

test.each<Row>([
  ["no gateway", [], "broken stopped", "leads to the gateway of vnet-aks, but none stands there"],
  ["the same of a public cluster", [publicRanges], "broken stopped", "but none stands there"],
  [
    "a failed one",
    [withTunnel({}, { provisioningState: "Failed" })],
    "unknown unknown",
    "what lies behind the gateway vgw-hub, Azure does not show",
  ],
  [
    "one without a connection",
    [setGateways({}), setTransit(true, true)],
    "broken stopped",
    "The gateway vgw-hub has no connection",
  ],
  [
    "one with point-to-site clients alone",
    [setGateways({ clientAddressPools: ["172.30.0.0/24"] }), setTransit(true, true)],
    "broken stopped",
    "The gateway vgw-hub has no connection",
  ],
  ["a tunnel that is down", [down], "broken stopped", "The connection cn-office is down"],
  [
    "a circuit that is down",
    [withCircuit({ circuitProvisioningState: "Disabled" })],
    "broken stopped",
    "Of the circuit er-1 the circuit is down",
  ],
  [
    "a gateway that is not shared",
    [withTunnel(), setTransit(true, false)],
    "broken stopped",
    "their peering has useRemoteGateways off",
  ],
  ["a tunnel that is up", [withTunnel()], "healthy unknown", "what lies behind the gateway vgw-hub"],
  ["gateways that may not be listed", [denyGateways], "unknown unknown", "could not be assessed"],
  [
    "one of which the list says nothing",
    [setTransit(true, true), strangerInHub],
    "unknown unknown",
    "Azure was not asked for the gateway in vnet-hub.",
  ],
  [
    "connections that may not be listed",
    [withTunnel(), denyConnections],
    "unknown unknown",
    "The connections of rg-hub could not be read.",
  ],
  [
    "a tunnel that leads to another network of Azure",
    [withTunnel(), toNetworks],
    "healthy unknown",
    "what lies behind the gateway vgw-hub, Azure does not show",
  ],
])("routes to a gateway: %s", (_name, changes, expected, sentence) => {
  const diagnosis = of(ownRoutes, setNodeRoutes(gateway), ...changes);
  expect(ended(diagnosis)).toBe(expected);
  expect(diagnosis.summary).toContain(sentence);
});

describe("a site behind a gateway that all addresses lie behind", () => {
  const teaching =
    (...addressPrefixes: readonly string[]): Change =>
    (snapshot) => ({
      ...withTunnel()(snapshot),
      localNetworkGateways: {
        [idKey(gatewayIds.far)]: collected({ id: gatewayIds.far, name: "lgw-office", addressPrefixes }),
      },
    });
  const bothHalves = teaching("0.0.0.0/1", "128.0.0.0/1");
  const refusing = setNodeRoutes({ prefix: "10.99.0.0/16", hop: "None" });
  const beyond = "what lies behind the gateway vgw-hub, Azure does not show";

  test.each<Row>([
    ["as one range", [teaching("0.0.0.0/0")], "healthy unknown", beyond],
    ["as two halves", [bothHalves], "healthy unknown", beyond],
    [
      "nodes with nothing else to leave by",
      [ownRoutes, withoutBalancer, bothHalves],
      "healthy unknown",
      beyond,
    ],
    ["one half alone", [teaching("0.0.0.0/1")], "healthy -", "Nothing on Azure's side"],
    [
      "one half alone, and nothing else to leave by",
      [ownRoutes, withoutBalancer, teaching("0.0.0.0/1")],
      "broken stopped",
      "no default route",
    ],
  ])("%s", (_name, changes, expected, sentence) => {
    const diagnosis = of(...changes);
    expect(ended(diagnosis)).toBe(expected);
    expect(diagnosis.summary).toContain(sentence);
  });

  test("while its tunnel is down it is open whether the route is taught", () => {
    const isDown: Change = (snapshot) => ({
      ...bothHalves(snapshot),
      gatewayConnections: down(snapshot).gatewayConnections,
    });
    expect(egress(of(isDown))).toBe("unknown");
  });

  test("a table that takes no routes from gateways", () => {
    const refuses: Change = (snapshot) => ({
      ...bothHalves(refusing(snapshot)),
      routeTables: Object.fromEntries(
        Object.entries(refusing(snapshot).routeTables).map(([id, table]) => [
          id,
          table.status === "collected"
            ? collected({ ...table.data, disableBgpRoutePropagation: true })
            : table,
        ]),
      ),
    });
    expect(egress(of(refuses))).toBeUndefined();
  });
});

describe("two halves in place of a default route", () => {
  const statusOf = (id: string, ...changes: readonly Change[]) =>
    of(ownRoutes, withoutBalancer, ...changes).checks.find((each) => each.id === id);

  test("to the firewall: as good as one route", () => {
    const diagnosis = of(routed, halves(toAppliance()));
    expect([diagnosis.verdict, egress(diagnosis)]).toEqual(["healthy", "delivered"]);
  });

  test.each<[string, string, Change, string]>([
    ["route.next-hop-alive", "to an address that nothing owns", halves(toAppliance("10.0.3.9")), "fail"],
    ["route.default", "to nowhere", halves({ hop: "None" }), "fail"],
    ["route.default", "one half alone", setNodeRoutes({ ...toAppliance(), prefix: "0.0.0.0/1" }), "fail"],
    [
      "route.default",
      "one half before a whole route",
      setNodeRoutes(toAppliance(), { ...toAppliance(), prefix: "128.0.0.0/1" }),
      "pass",
    ],
  ])("%s, %s: %s", (id, _name, change, status) => {
    expect(statusOf(id, setHubFirewall(), change)?.status).toBe(status);
  });

  test("the fix leaves no half that leads nowhere, and was walked to its end", () => {
    const { rootCause } = of(ownRoutes, withoutBalancer, setHubFirewall(), halves({ hop: "None" }));
    expect(rootCause?.repairs?.map(({ proved }) => proved)).toEqual([true, true, true]);
    expect(rootCause?.fix?.commands).toEqual([
      expect.stringMatching(/ route delete .*--name route-1$/),
      expect.stringMatching(/ route create .*--name default-2 --address-prefix 0\.0\.0\.0\/0 /),
      expect.stringMatching(/ route delete .*--name default$/),
    ]);
  });

  test("one to a firewall and one to a gateway without a tunnel: the worse counts", () => {
    const mixed = setNodeRoutes(
      { ...toAppliance(), prefix: "0.0.0.0/1" },
      { ...gateway, prefix: "128.0.0.0/1" },
    );
    expect(of(ownRoutes, setHubFirewall(), mixed, down)).toMatchObject({ verdict: "broken" });
  });
});

const nicGroup = siblingOf(ids.hub, "networkSecurityGroups", "nsg-nva");
const oneInterface = {
  networkSecurityGroupId: nicGroup,
  privateIpAddress: "10.0.1.9",
  interfaces: [{ id: `${ids.jumpNic}-nva`, privateIpAddresses: ["10.0.1.9"], enableIpForwarding: true }],
};
const guarded =
  (direction: string, more: object = {}): Change =>
  (snapshot) =>
    setAppliance(oneInterface)(
      setGroup(nicGroup, "nsg-nva", [{ direction, destinationPortRanges: ["443"], ...more }])(snapshot),
    );
const occupied = setHub({
  subnets: hub.subnets.map((each) => ({
    ...each,
    occupantIds: [siblingOf(ids.hub, "networkInterfaces", "x")],
  })),
});

test.each<Row>([
  [
    "all that was read is fine",
    [setAppliance()],
    "healthy unknown",
    "; what nva-1 lets through by its own rules",
  ],
  [
    "it is off",
    [setAppliance({ powerState: collected("deallocated") })],
    "broken stopped",
    "does not answer: deallocated",
  ],
  [
    "it forwards nothing",
    [setAppliance({}, false)],
    "broken stopped",
    "sends nothing on: IP forwarding is off",
  ],
  [
    "nobody has the address",
    [],
    "broken stopped",
    "of rt-nodes leads to 10.0.1.9, an address that nothing owns",
  ],
  [
    "something unread may have it",
    [occupied],
    "unknown unknown",
    "Azure was not asked for x in jump, so it may own the address.",
  ],
  ["machines that may not be listed", [unlist("firewalls")], "unknown unknown", "could not be"],
  ["its interface's group lets nothing in", [guarded("Inbound")], "broken stopped", "of nsg-nva stops it"],
  ["its interface's group lets nothing out", [guarded("Outbound")], "broken stopped", "of nsg-nva stops it"],
  [
    "its interface's group lets others nothing out",
    [guarded("Outbound", { sourceAddressPrefixes: ["10.10.0.0/16"] })],
    "healthy unknown",
    "what nva-1 lets through",
  ],
  [
    "its subnet's group lets nothing in",
    [setAppliance(), setRules({ direction: "Inbound", destinationPortRanges: ["443"] })],
    "broken stopped",
    "of nsg-jump stops it",
  ],
])("routes to an appliance: %s", (_name, changes, expected, sentence) => {
  const diagnosis = of(ownRoutes, setNodeRoutes(toAppliance("10.0.1.9")), ...changes);
  expect(ended(diagnosis)).toBe(expected);
  expect(diagnosis.summary).toContain(sentence);
});

test("who can look further is told", () => {
  const { limits } = of(ownRoutes, setNodeRoutes(toAppliance("10.0.1.9")), setAppliance());
  expect(limits).toEqual([
    {
      what: "What nva-1 lets through by its own rules, Azure does not show.",
      who: "whoever runs nva-1",
      tell: "nc -vz mcr.microsoft.com 443",
    },
  ]);
});
