// Where BGP alone tells what is behind a tunnel: a session that is down shuts the way, unless another one teaches.
import type { BgpPeer } from "../../../src/core/snapshot/gateways.ts";
import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { noBastion } from "../../fixtures/entry-changes.ts";
import {
  connectionTo,
  gatewayIds,
  setGatewayConnections,
  withTunnel,
} from "../../fixtures/gateway-changes.ts";
import { type Change, changed, setJumpHosts } from "../../fixtures/snapshot-changes.ts";

const office = "192.168.255.1";
const otherInstance = "10.0.3.5";

/** One tunnel to the office, and nothing but BGP that tells its ranges. */
const overBgp =
  (...sessions: readonly (readonly [address: string, state: string, routes: number])[]): Change =>
  (snapshot) => ({
    ...setGatewayConnections(connectionTo({ enableBgp: true }))(withTunnel()(snapshot)),
    localNetworkGateways: {
      [idKey(gatewayIds.far)]: collected({
        ...{ id: gatewayIds.far, name: "lgw-office", addressPrefixes: [], bgpAddress: office },
      }),
    },
    bgpPeers: {
      [idKey(gatewayIds.gateway)]: collected(
        sessions.map(([address, state, routes]): BgpPeer => ({ address, state, routes })),
      ),
    },
  });
const alone: Change = (snapshot) => setJumpHosts()(noBastion(snapshot));

test.each<[string, readonly Change[], string]>([
  ["nothing else leads in", [alone], "broken"],
  ["a jump host is left", [], "degraded"],
])("the session is down, and %s", (_name, others, verdict) => {
  const found = diagnose(changed(...others, overBgp([office, "Idle", 0])));
  expect([found.verdict, found.rootCause?.check, found.rootCause?.resourceId]).toEqual([
    ...[verdict, "vpn.bgp-peers", gatewayIds.gateway],
  ]);
  const way = found.accessPaths.find(({ id }) => id === "P11");
  expect([way?.state, way?.blockedBy]).toEqual(["blocked", ["vpn.bgp-peers"]]);
});

test("said once: the walk that stops for it is no second fault", () => {
  const { thenAlso } = diagnose(changed(alone, overBgp([office, "Idle", 0])));
  expect(thenAlso?.map(({ check }) => check)).toEqual([]);
});

test("what the two instances of a gateway say to each other teaches nothing about the office", () => {
  const found = diagnose(changed(alone, overBgp([office, "Idle", 0], [otherInstance, "Connected", 4])));
  expect([found.verdict, found.rootCause?.check]).toEqual(["broken", "vpn.bgp-peers"]);
});

/** Of another tunnel, whose other side nobody placed. */
const elsewhere = "192.168.250.1";
const { localNetworkGatewayId: _office, ...toPlant } = {
  ...connectionTo({ enableBgp: true }),
  ...{ id: `${gatewayIds.office}-2`, name: "cn-plant" },
};

test.each([
  ["a site that was not read", { ...toPlant, localNetworkGatewayId: `${gatewayIds.far}-2` }],
  ["a network of Azure", { ...toPlant, connectionType: "Vnet2Vnet" }],
])(
  "a session with %s may teach what that with the office does not: nothing is shut for certain",
  (_what, other) => {
    const two = setGatewayConnections(connectionTo({ enableBgp: true }), other);
    const found = diagnose(changed(alone, overBgp([office, "Idle", 0], [elsewhere, "Connected", 4]), two));
    expect(found.verdict).not.toBe("healthy");
    expect(found.accessPaths.find(({ id }) => id === "P11")?.state).not.toBe("blocked");
  },
);

describe("one of two sessions with the office is down", () => {
  const found = diagnose(changed(alone, overBgp([office, "Idle", 0], [office, "Connected", 4])));

  test("a warning that redundancy is lost, and no way is shut", () => {
    const check = found.checks.find(({ id }) => id === "vpn.bgp-peers");
    expect([check?.status, found.verdict]).toEqual(["warn", "degraded"]);
    expect(found.accessPaths.find(({ id }) => id === "P11")?.state).toBe("probable");
  });

  test("nobody is told that no route leads there", () => {
    const { summary } = found;
    expect(summary).not.toMatch(/no route leads/);
    expect(summary).toMatch(/the others are all that is left/);
  });
});

test("a state that nobody knows shuts nothing", () => {
  const found = diagnose(changed(alone, overBgp([office, "Humming", 0])));
  expect([found.verdict, found.accessPaths.find(({ id }) => id === "P11")?.state]).toEqual([
    ...["unknown", "probable"],
  ]);
});
