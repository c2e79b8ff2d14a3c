// Ways over a gateway in the answer: what is called degraded, which way it blocks, and whom an address picks.

import type { Verdict } from "../../../src/core/diagnosis/cause.ts";
import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { SaidDiagnosis } from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import { diagnose } from "../../diagnosed.ts";
import { besideNodes, setBastion, setGateways } from "../../fixtures/entry-changes.ts";
import {
  connectionTo,
  denyConnections,
  gatewayIds,
  setGatewayConnections,
  setTransit,
  withCircuit,
  withTunnel,
} from "../../fixtures/gateway-changes.ts";
import { ids, linkTo } from "../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  type Change,
  changed,
  setAccess,
  setClient,
  setData,
  setJumpHosts,
  setSpoke,
} from "../../fixtures/snapshot-changes.ts";
import { setChanges } from "../../fixtures/snapshot-variants.ts";
import { saidCalled } from "../../said.ts";

const downState = collected({ connectionStatus: "NotConnected", provisioningState: "Succeeded" });
const pool = { clientAddressPools: ["172.30.0.0/24"] };
const overGateway = ({ requirements }: SaidDiagnosis) => requirements.find(({ id }) => id === "gateway.api");
const pathOf = ({ accessPaths }: SaidDiagnosis, wanted: string) =>
  accessPaths.find(({ id }) => id === wanted);
/** The cluster's network is peered with nothing, and its own gateway is all that leads in. */
const alone = [
  setGateways({ gatewayType: "ExpressRoute", virtualNetworkId: ids.spoke }),
  setSpoke({ peerings: [] }),
  setData("peerNetworks", []),
  setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]),
  setJumpHosts(),
  setBastion(),
];

/** `verdict end state` */
type Row = [string, readonly Change[], string, sentence: string];
test.each<Row>([
  ["a tunnel that is up", [withTunnel()], "healthy delivered probable", "keeps anyone from reaching prod-1."],
  [
    "a tunnel that is down",
    [withTunnel({ connectionStatus: "NotConnected" })],
    "degraded stopped blocked",
    'behind cn-office cannot reach the API server (10.10.0.4) on TCP 443: The connection cn-office is down ("NotConnected").',
  ],
  [
    "a tunnel of which Azure knows no state",
    [withTunnel({ connectionStatus: "Unknown" })],
    "unknown unknown probable",
    "Whether the connection cn-office is up is open",
  ],
  [
    "connections that may not be read",
    [withTunnel(), denyConnections],
    "unknown unknown probable",
    "The connections of rg-hub could not be read.",
  ],
  [
    "point-to-site without the hub's half",
    [setGateways(pool), setTransit(false, true)],
    "degraded stopped blocked",
    "their peering has allowGatewayTransit off.",
  ],
  [
    "point-to-site",
    [setGateways(pool), setTransit(true, true), setAccess({ enablePrivateClusterPublicFqdn: true })],
    "healthy delivered probable",
    "prod-1.",
  ],
  [
    "neither half: nobody meant to",
    [withTunnel(), setTransit(false, false)],
    "healthy - notConfigured",
    "prod-1.",
  ],
  [
    "neither half, and the requester is behind it",
    [withTunnel(), setTransit(false, false), setClient({ ip: "192.168.7.9" })],
    "degraded stopped blocked",
    "their peering has allowGatewayTransit and useRemoteGateways off.",
  ],
  [
    "offered, and not used",
    [withTunnel(), setTransit(true, false)],
    "degraded stopped blocked",
    "their peering has useRemoteGateways off.",
  ],
  [
    "a tunnel that is down, of two",
    [
      withTunnel(),
      setGatewayConnections(
        connectionTo(),
        connectionTo({
          id: `${gatewayIds.office}-2`,
          name: "cn-branch",
          state: downState,
        }),
      ),
    ],
    "degraded delivered probable",
    "the connection cn-branch is down, so what comes from 192.168.0.0/16 depends on cn-office.",
  ],
  [
    "two tunnels to one range, both down",
    [
      withTunnel(),
      setGatewayConnections(
        connectionTo({ state: downState }),
        connectionTo({ id: `${gatewayIds.office}-2`, name: "cn-branch", state: downState }),
      ),
    ],
    "degraded stopped blocked",
    "The connection cn-office is down",
  ],
  [
    "a tunnel that is down beside one to another range",
    [
      withTunnel(),
      setGatewayConnections(
        connectionTo(),
        connectionTo({
          ...{ id: `${gatewayIds.office}-2`, name: "cn-branch", state: downState },
          localNetworkGatewayId: `${gatewayIds.far}-2`,
        }),
      ),
      (snapshot) => ({
        ...snapshot,
        localNetworkGateways: {
          ...snapshot.localNetworkGateways,
          [idKey(`${gatewayIds.far}-2`)]: collected({
            ...{ id: `${gatewayIds.far}-2`, name: "lgw-branch", addressPrefixes: ["172.20.0.0/16"] },
          }),
        },
      }),
    ],
    "degraded stopped probable",
    "172.20.0.0/16 behind cn-branch cannot reach the API server (10.10.0.4) on TCP 443: The connection cn-branch is down",
  ],
  [
    "two tunnels of which one is down, and nobody uses their gateway",
    [
      withTunnel(),
      setGatewayConnections(
        connectionTo(),
        connectionTo({ id: `${gatewayIds.office}-2`, name: "cn-branch", state: downState }),
      ),
      setTransit(false, false),
    ],
    "healthy - notConfigured",
    "prod-1.",
  ],
  [
    "a tunnel between two networks of Azure, down",
    [
      withTunnel(),
      setGatewayConnections(
        connectionTo({
          connectionType: "Vnet2Vnet",
          state: collected({ connectionStatus: "NotConnected", provisioningState: "Succeeded" }),
        }),
      ),
    ],
    "healthy - probable",
    "prod-1.",
  ],
  ["a gateway that joins nothing", [setGateways({})], "healthy - probable", "prod-1."],
])("%s", (_name, changes, expected, sentence) => {
  const diagnosis = diagnose(changed(...changes));
  const [end = "-", state = "-"] = [overGateway(diagnosis)?.end, pathOf(diagnosis, "P11")?.state];
  expect(`${diagnosis.verdict} ${end} ${state}`).toBe(expected);
  expect(diagnosis.summary).toContain(sentence);
});

test("what the transit pair lacks is set by the fix, the half that offers the gateway first", () => {
  const { rootCause, accessPaths } = diagnose(
    changed(withTunnel(), setTransit(false, false), setClient({ ip: "192.168.7.9" })),
  );
  expect(rootCause).toMatchObject({
    check: "peering.gateway-transit",
    need: "gateway.api",
    confidence: "certain",
  });
  const set = (group: string, network: string, peering: string, setting: string) =>
    expect.stringMatching(
      new RegExp(`--resource-group ${group} --vnet-name ${network} --name ${peering} --set ${setting}=true$`),
    );
  expect(rootCause?.fix?.commands).toEqual([
    set("rg-hub", "vnet-hub", "hub-to-aks", "allowGatewayTransit"),
    set("rg-prod", "vnet-aks", "aks-to-hub", "useRemoteGateways"),
  ]);
  expect(accessPaths.find(({ id }) => id === "P11")?.blockedBy).toEqual(["peering.gateway-transit"]);
});

test("who changed the connection last is named", () => {
  const resourceChange = {
    resourceId: gatewayIds.office,
    operation: "Microsoft.Network/connections/sharedKey/write",
    time: "2026-11-25T06:00:00Z",
    caller: "megan@contoso.example",
  };
  const { rootCause } = diagnose(
    changed(withTunnel({ connectionStatus: "NotConnected" }), setChanges([resourceChange])),
  );
  expect(rootCause?.changed?.what).toBe(
    "megan@contoso.example changed the shared key of gateway connection cn-office",
  );
});

test("a tunnel that is down has no fix in Azure, and the connection is blamed", () => {
  const { rootCause } = diagnose(changed(withTunnel({ connectionStatus: "NotConnected" })));
  expect([rootCause?.fix, rootCause?.resourceId]).toEqual([undefined, gatewayIds.office]);
});

test("broken where no other way is left", () => {
  const alone = [setJumpHosts(), setBastion(), setAccess({ disableRunCommand: true })];
  const diagnosis = diagnose(changed(withTunnel({ connectionStatus: "NotConnected" }), ...alone));
  expect([diagnosis.verdict, pathOf(diagnosis, "P11")?.state]).toEqual(["broken", "blocked"]);
});

describe("ExpressRoute", () => {
  test("up as far as Azure shows: healthy by another way, and the sentence says what is open", () => {
    const diagnosis = diagnose(changed(withCircuit()));
    expect([diagnosis.verdict, overGateway(diagnosis)?.end, pathOf(diagnosis, "P12")?.state]).toEqual([
      "healthy",
      "unknown",
      "probable",
    ]);
    expect(diagnosis.summary).toMatch(/; which ranges the other side of cn-line teaches by BGP/);
  });

  test("the same with an error that points at the requester's side: nothing is called fine", () => {
    const symptom = "dial tcp 10.10.0.4:443: i/o timeout";
    const { summary } = diagnose(changed(withCircuit(), setClient({ symptom })));
    expect(summary).toContain("which ranges the other side of cn-line teaches by BGP");
    expect(summary).not.toContain("is fine");
  });

  test.each<[string, readonly Change[], Verdict]>([
    ["beside a jump host in the cluster's own network", [setJumpHosts(besideNodes)], "healthy"],
    ["where nothing else leads in", alone, "unknown"],
  ])("the same %s", (_where, changes, verdict) => {
    expect(diagnose(changed(withCircuit(), ...changes)).verdict).toBe(verdict);
  });

  test.each([
    ["the circuit", { circuitProvisioningState: "Disabled" }],
    ["the provider's side", { serviceProviderProvisioningState: "NotProvisioned" }],
    ["the private peering", { privatePeeringState: "Disabled" }],
  ])("%s is down", (part, patch) => {
    const diagnosis = diagnose(changed(withCircuit(patch)));
    expect([diagnosis.verdict, pathOf(diagnosis, "P12")?.state]).toEqual(["degraded", "blocked"]);
    expect(diagnosis.summary).toContain(`Of the circuit er-1 ${part} is down`);
  });
});

describe("an address of the requester", () => {
  const both = [withTunnel({ connectionStatus: "NotConnected" }, pool)];
  test.each<[string, string, string, string | undefined]>([
    ["in the office's range picks the tunnel", "192.168.7.9", "stopped", "blocked"],
    ["of the pool picks point-to-site, whatever the tunnel does", "172.30.0.7", "delivered", "available"],
    ["of neither picks none", "192.169.0.1", "stopped", "probable"],
  ])("%s", (_name, ip, end, state) => {
    const diagnosis = diagnose(changed(...both, setClient({ ip })));
    expect([overGateway(diagnosis)?.end, pathOf(diagnosis, "P11")?.state]).toEqual([end, state]);
  });

  test("of the hub picks none, though a range of the pool sums it up", () => {
    const wide = { clientAddressPools: ["10.0.0.0/8"] };
    const at = (ip: string) =>
      overGateway(diagnose(changed(withTunnel({}, wide), setClient({ ip }))))?.walks.length;
    expect([at("10.0.1.4"), at("10.99.0.1")]).toEqual([2, 1]);
  });

  test("behind a tunnel is no address of nowhere", () => {
    const diagnosis = diagnose(changed(withTunnel(), setClient({ ip: "192.168.7.9" })));
    expect(diagnosis.checks.find(({ id }) => id === "client.network")).toMatchObject({
      status: "pass",
      summary: "You come from behind cn-office.",
    });
    expect(diagnosis.summary).not.toContain("in none of the networks");
  });
});

test("beside a gateway that the cluster's network uses, another peer's is no way in and nobody's fault", () => {
  const other = { id: `${gatewayIds.gateway}-2`, name: "vgw-data", virtualNetworkId: ids.data, ...pool };
  const both = [withTunnel(), setGateways({}, other), addDataNetwork];
  const walked = (...changes: readonly Change[]) =>
    overGateway(diagnose(changed(...changes)))?.walks.map(({ from }) => saidCalled(from).split(" ")[0]);
  expect(walked(...both)).toEqual(["192.168.0.0/16"]);
  // While the cluster's network uses none, the one that is offered is meant.
  expect(walked(withTunnel(), setGateways({}, other), setTransit(true, false), addDataNetwork)).toEqual([
    "192.168.0.0/16",
  ]);
});

test("of many ranges each is walked, and the one that is stopped is told", () => {
  const ranges = Array.from({ length: 30 }, (_, index) => `192.168.${index}.0/24`);
  const pools = { clientAddressPools: [...ranges, "10.0.7.0/24"] };
  const found = overGateway(diagnose(changed(setGateways(pools), setTransit(true, true))));
  expect([found?.end, found?.walks.length, saidCalled(found?.walks[0]?.from ?? "")]).toEqual([
    "stopped",
    24,
    "10.0.7.0/24 of the point-to-site clients of vgw-hub",
  ]);
});
