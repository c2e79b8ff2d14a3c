// The ways in, each judged from where it starts and over the networks that it crosses.
import type { AccessPath } from "../../../src/core/access/access-path.ts";
import { evaluateAccessPaths } from "../../../src/core/access/evaluate-access-paths.ts";
import { walksOf } from "../../../src/core/finding/kit/walks.ts";
import { runChecks } from "../../../src/core/finding/run-checks.ts";
import type { JumpHost } from "../../../src/core/snapshot/hosts.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { SaidPath } from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import { diagnose, pathInWords } from "../../diagnosed.ts";
import { besideNodes, setBastion, setBastionRules, setGateways } from "../../fixtures/entry-changes.ts";
import { ids, linkTo, spoke } from "../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  type Change,
  changed,
  databaseHost,
  setClient,
  setData,
  setHub,
  setHubPeering,
  setJumpHosts,
  setSpoke,
  setSpokePeering,
} from "../../fixtures/snapshot-changes.ts";
import { setHubFirewall } from "../../fixtures/snapshot-nodes.ts";
import { dataBeyondHub, dataThroughHub, setDataPeerings } from "../../fixtures/snapshot-surroundings.ts";
import { hubDenied } from "../../fixtures/snapshot-variants.ts";
import { dataBetweenHubs } from "../../fixtures/two-hubs.ts";

const pathsWith = (...changes: readonly Change[]): readonly SaidPath[] => {
  const snapshot = changed(...changes);
  const walks = walksOf(snapshot);
  const results = runChecks(snapshot, walks);
  return evaluateAccessPaths(snapshot, { results, ofCluster: walks.requirements }).map(pathInWords);
};

/** The states of some ways, in one line. */
const statesOf = (wanted: readonly string[], changes: readonly Change[]): string =>
  pathsWith(...changes)
    .filter(({ id }) => wanted.includes(id))
    .map(({ id, state }) => `${id} ${state}`)
    .join(", ");

const off = { powerState: collected("deallocated") };
const app = (number: number, patch: Partial<JumpHost> = {}): Partial<JumpHost> => ({
  id: ids.jump.replace("jump-1", `app-${number}`),
  name: `app-${number}`,
  ...patch,
});

test.each([
  ["run", [setJumpHosts(app(1), app(2))]],
  ["are off", [setJumpHosts(app(1, off), app(2, off))]],
])("machines of which none is called like a jump host %s: whether one is, stays open", (_name, changes) => {
  expect(statesOf(["P05", "P06", "P07"], changes)).toBe("P05 probable, P06 probable, P07 probable");
});

test("a hub that was not read is no way in that works, though a jump host beside the nodes is one", () => {
  const changes = [hubDenied, setJumpHosts(besideNodes)];
  expect(statesOf(["P04", "P05"], changes)).toBe("P04 available, P05 probable");
  const over = pathsWith(...changes).find(({ id }) => id === "P05");
  expect(over?.unconfirmed).toEqual(expect.arrayContaining(["peering.both-sides"]));
  expect(diagnose(changed(...changes)).verdict).toBe("unknown");
});

test("a jump host beside the nodes does not hide that the hub's peering is down", () => {
  const changes = [setSpokePeering({ peeringState: "Disconnected" }), setJumpHosts(besideNodes)];
  expect(statesOf(["P04"], changes)).toBe("P04 available");
  expect(diagnose(changed(...changes))).toMatchObject({
    verdict: "degraded",
    rootCause: { check: "peering.state" },
  });
});

describe.each([
  ["P11", { gatewayType: "Vpn" }],
  ["P12", { gatewayType: "ExpressRoute" }],
])("%s, over a gateway", (id, gateway) => {
  test.each<[where: string, changes: readonly Change[], state: AccessPath["state"]]>([
    ["in the hub", [], "probable"],
    ["in a hub whose peering is Disconnected", [setHubPeering({ peeringState: "Disconnected" })], "blocked"],
    [
      "in a hub whose peering lets nothing through",
      [setHubPeering({ allowVirtualNetworkAccess: false })],
      "blocked",
    ],
    ["in a hub that has no peering back", [setHub({ peerings: [] })], "blocked"],
    ["in a hub that was not read", [hubDenied], "probable"],
    [
      "in a hub whose peering is down, from beside the nodes",
      [
        setHubPeering({ peeringState: "Disconnected" }),
        setJumpHosts(besideNodes),
        setClient({ virtualNetwork: ids.spoke }),
      ],
      "blocked",
    ],
  ])("%s", (_where, changes, state) => {
    expect(statesOf([id], [...changes, setGateways(gateway)])).toBe(`${id} ${state}`);
  });

  test("in the cluster's own network crosses no peering", () => {
    const own = setGateways({ ...gateway, virtualNetworkId: ids.spoke });
    // A circuit that nothing joins to its gateway brings nobody.
    const state = id === "P12" ? "blocked" : "probable";
    expect(statesOf([id], [setHubPeering({ peeringState: "Disconnected" }), own])).toBe(`${id} ${state}`);
  });

  test("of two, the one whose peering works is the way", () => {
    const changes = [addDataNetwork, setHubPeering({ peeringState: "Disconnected" })];
    const two = setGateways(gateway, { ...gateway, name: "vgw-data", virtualNetworkId: ids.data });
    const linked = setData("privateDnsLinks", [
      linkTo(ids.spoke, "a"),
      linkTo(ids.hub, "b"),
      linkTo(ids.data, "c"),
    ]);
    expect(statesOf([id], [...changes, two, linked])).toBe(`${id} probable`);
    const [connect] = pathsWith(...changes, two, linked).find((path) => path.id === id)?.steps ?? [];
    expect(connect).toContain("vgw-data");
  });
});

const bastionSubnet = {
  ...{ id: `${ids.spoke}/subnets/AzureBastionSubnet`, name: "AzureBastionSubnet", delegations: [] },
  addressPrefixes: ["10.10.9.0/26"],
};

describe("P09, from Bastion straight to the API server", () => {
  test.each<[where: string, changes: readonly Change[], state: AccessPath["state"]]>([
    ["in the hub", [], "probable"],
    [
      "in a hub whose peering is Disconnected",
      [setSpokePeering({ peeringState: "Disconnected" })],
      "blocked",
    ],
    [
      "in a hub whose peering lets nothing through",
      [setHubPeering({ allowVirtualNetworkAccess: false })],
      "blocked",
    ],
    [
      "the same, from beside the nodes",
      [
        setHubPeering({ allowVirtualNetworkAccess: false }),
        setJumpHosts(besideNodes),
        setClient({ virtualNetwork: ids.spoke }),
      ],
      "blocked",
    ],
    ["in a hub that was not read", [hubDenied], "probable"],
    [
      "in the cluster's own network",
      [
        setBastion({ virtualNetworkId: ids.spoke, subnetId: `${ids.spoke}/subnets/AzureBastionSubnet` }),
        setSpokePeering({ peeringState: "Disconnected" }),
        setSpoke({ subnets: [...spoke.subnets, bastionSubnet] }),
        setJumpHosts(besideNodes),
      ],
      "probable",
    ],
  ])("%s", (_where, changes, state) => {
    expect(statesOf(["P09"], changes)).toBe(`P09 ${state}`);
  });
});

describe("P05, from a spoke beside the cluster's", () => {
  const toolHost = setJumpHosts({ ...databaseHost, name: "jump-2" });
  const linked = setData("privateDnsLinks", [linkTo(ids.spoke, "a"), linkTo(ids.data, "b")]);
  const start = [addDataNetwork, toolHost, linked, setClient({ virtualNetwork: ids.data })];
  const forwards = { allowForwardedTraffic: true };

  test.each<[how: string, changes: readonly Change[], state: AccessPath["state"]]>([
    ["peered with it", [], "available"],
    ["peered with the hub only: peering leads no further", [dataBeyondHub], "blocked"],
    [
      "through the hub's appliance, round which the endpoint's answers go",
      [dataThroughHub(forwards), setSpokePeering(forwards), dataBeyondHub, setHubFirewall()],
      "probable",
    ],
    [
      "peered with the hub only, whose gateway may teach a way on",
      [dataBeyondHub, setDataPeerings({ useRemoteGateways: true })],
      "probable",
    ],
    [
      "through the hub's appliance, and a peering drops that",
      [dataThroughHub(forwards), dataBeyondHub],
      "blocked",
    ],
  ])("%s", (_how, changes, state) => {
    expect(statesOf(["P05"], [...start, ...changes])).toBe(`P05 ${state}`);
  });
});

test("through Bastion, where it reaches one of two jump hosts, the way leads to that one", () => {
  const far = { ...databaseHost, name: "jump-far" };
  const changes = [addDataNetwork, setJumpHosts(far, {}), setClient({ virtualNetwork: ids.data })];
  expect(statesOf(["P06", "P07"], changes)).toBe("P06 available, P07 available");
  const [connect] = pathsWith(...changes).find(({ id }) => id === "P06")?.steps ?? [];
  expect(connect).toContain("jump-1");
});

test("whom Bastion lets in is the requester's matter, and no fault of the cluster", () => {
  const officeOnly = setBastionRules({ AllowHttpsInbound: { sourceAddressPrefixes: ["20.50.0.0/24"] } });
  const asked = (...changes: readonly Change[]) => diagnose(changed(officeOnly, ...changes));
  expect(asked()).toMatchObject({ verdict: "healthy", rootCause: null });
  // Nothing is wrong with the cluster; the address leads nowhere near it.
  expect(asked(setClient({ ip: "20.60.0.9" }))).toMatchObject({ verdict: "degraded", rootCause: null });
  const path = pathsWith(officeOnly).find(({ id }) => id === "P06");
  expect(path).toMatchObject({ state: "probable", unconfirmed: ["bastion.client-address"] });
  expect(path?.reason).toMatch(/^It depends on your address/);
});

describe("P05, with a jump host in each of two networks", () => {
  const jumpIn = { ...databaseHost, name: "jump-2" };
  const both = [addDataNetwork, setJumpHosts({}, jumpIn)];
  const linked = setData("privateDnsLinks", [
    linkTo(ids.spoke, "a"),
    linkTo(ids.hub, "b"),
    linkTo(ids.data, "c"),
  ]);
  const toHost = (...changes: readonly Change[]) =>
    pathsWith(...both, ...changes).find(({ id }) => id === "P05")?.steps[0];

  test.each<[how: string, changes: readonly Change[], host: string]>([
    ["of which one's network is not linked", [], "ssh 10.0.1.4"],
    ["of which one's peering is down", [linked, setHub({ peerings: [] })], "ssh 10.20.1.4"],
    ["of which one is off", [linked, setJumpHosts(off, jumpIn)], "ssh 10.20.1.4"],
    ["of which the other is off", [linked, setJumpHosts({}, { ...jumpIn, ...off })], "ssh 10.0.1.4"],
  ])("%s: leads over the other", (_how, changes, host) => {
    expect(statesOf(["P05"], [...both, ...changes])).toBe("P05 available");
    expect(toHost(...changes)).toBe(host);
  });

  test("of which one is off and the other's network is not linked: is blocked", () => {
    expect(statesOf(["P05"], [...both, setJumpHosts(off, jumpIn)])).toBe("P05 blocked");
  });
});

test("through Bastion to two jump hosts, of which one's network is not linked: leads over the other", () => {
  const linked = setData("privateDnsLinks", [linkTo(ids.spoke, "a"), linkTo(ids.data, "b")]);
  const jumpIn = { ...databaseHost, name: "jump-2" };
  const changes = [addDataNetwork, dataBetweenHubs, setJumpHosts({}, jumpIn), linked];
  expect(statesOf(["P06", "P07"], changes)).toBe("P06 available, P07 available");
  const [connect] = pathsWith(...changes).find(({ id }) => id === "P06")?.steps ?? [];
  expect(connect).toContain("jump-2");
});
