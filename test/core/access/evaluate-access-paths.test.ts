// The ways in: their states, what blocks them, and their order.

import type { AccessPath } from "../../../src/core/access/access-path.ts";
import { evaluateAccessPaths } from "../../../src/core/access/evaluate-access-paths.ts";
import { pathSpecs } from "../../../src/core/access/path-registry.ts";
import { catalogue } from "../../../src/core/finding/catalogue.ts";
import { walksOf } from "../../../src/core/finding/kit/walks.ts";
import { runChecks } from "../../../src/core/finding/run-checks.ts";
import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { SaidPath } from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import { pathInWords } from "../../diagnosed.ts";
import {
  besideNodes,
  denyBastion,
  denyGateways,
  developer,
  noBastion,
  setBastion,
  setBastionRules,
  setGateways,
} from "../../fixtures/entry-changes.ts";
import { ids, readOnly } from "../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  type Change,
  changed,
  setAccess,
  setClient,
  setCluster,
  setData,
  setJumpHosts,
  setRecord,
  setRules,
} from "../../fixtures/snapshot-changes.ts";
import { deny, publicRanges, stop } from "../../fixtures/snapshot-variants.ts";

const pathsWith = (...changes: readonly Change[]): readonly SaidPath[] => {
  const snapshot = changed(...changes);
  const walks = walksOf(snapshot);
  const results = runChecks(snapshot, walks);
  return evaluateAccessPaths(snapshot, { results, ofCluster: walks.requirements }).map(pathInWords);
};
const statesWith = (...changes: readonly Change[]) =>
  Object.fromEntries(pathsWith(...changes).map(({ id, state }) => [id, state]));
const pathWith = (id: string, ...changes: readonly Change[]) =>
  pathsWith(...changes).find((path) => path.id === id);

const off = { powerState: collected("deallocated") };
const furtherEndpoint = setData("privateEndpointConnections", [
  { id: ids.connection, privateEndpointId: ids.endpoint, status: "Approved" },
  { id: `${ids.connection}.2`, privateEndpointId: `${ids.endpoint}-own`, status: "Approved" },
]);

const bastionAddress = ids.bastion.replace("bastionHosts/bas-hub", "publicIPAddresses/pip-bastion");
const bastionAt =
  (ipAddress: string): Change =>
  (snapshot) => ({
    ...setBastion({ publicIpAddressId: bastionAddress })(snapshot),
    publicIpAddresses: {
      [idKey(bastionAddress)]: collected({
        ...{ id: bastionAddress, name: "pip-bastion", provisioningState: "Succeeded", ipAddress },
      }),
    },
  });

/** Every way that may be listed; the others are of no kind that anything here tells of. */
type Way = `P${string}`;
const ways = Array.from({ length: 16 }, (_, at): Way => `P${`${at + 1}`.padStart(2, "0")}`);
type Expected = AccessPath["state"] | "notListed";
type States = Partial<Record<Way, Expected>>;

const overJumpHost = ["P05", "P06", "P07", "P16"] as const;
const all = (ids: readonly Way[], state: Expected): States =>
  Object.fromEntries(ids.map((id) => [id, state]));
const open: States = { ...all(overJumpHost, "available"), P09: "probable", P13: "available" };

const inRanges: States = {
  ...all(["P02", "P03", "P09"], "probable"),
  ...{ P13: "available", P15: "notConfigured" },
};

/** What a row does not name is not configured. */
test.each<[name: string, changes: Change | readonly Change[], states: States]>([
  ["private, healthy", [], open],
  ["stopped", stop, all([...overJumpHost, "P09", "P13"], "blocked")],
  [
    "a power state that nobody knows",
    setCluster({ powerState: "Hibernated" }),
    all([...overJumpHost, "P09", "P13"], "probable"),
  ],
  [
    "a jump host that is starting",
    setJumpHosts({ powerState: collected("starting") }),
    { ...open, ...all(overJumpHost, "probable") },
  ],
  ["no jump host", setData("jumpHosts", []), { P09: "probable", P13: "available" }],
  [
    "jump host in the cluster's own network",
    setJumpHosts(besideNodes),
    { ...open, P04: "available", P05: "notConfigured" },
  ],
  ["jump hosts in both networks", setJumpHosts(besideNodes, {}), { ...open, P04: "available" }],
  [
    "both, and the one beside the nodes is off",
    setJumpHosts({ ...besideNodes, ...off }, {}),
    { ...open, P04: "blocked" },
  ],
  [
    "both, and the one in the hub is off: Bastion leads to the other",
    setJumpHosts(besideNodes, off),
    { ...open, P04: "available", P05: "blocked" },
  ],
  [
    "both, and the requester stands beside the nodes: the hub's is judged as well",
    [setJumpHosts(besideNodes, off), setClient({ virtualNetwork: "vnet-aks" })],
    { ...open, P04: "available", P05: "blocked" },
  ],
  [
    "jump hosts unread",
    deny("jumpHosts"),
    { ...open, ...all(overJumpHost, "probable"), P04: "notListed", P16: "notListed" },
  ],
  ["no Bastion", noBastion, { P05: "available", P13: "available" }],
  [
    "Bastion unread",
    denyBastion,
    { ...open, P06: "probable", P07: "probable", P09: "notListed", P16: "notListed" },
  ],
  ["a Developer Bastion", setBastion(developer), { P05: "available", P06: "available", P13: "available" }],
  [
    "a Basic Bastion",
    setBastion({ sku: "Basic", enableTunneling: false }),
    { ...open, P07: "blocked", P09: "blocked", P16: "blocked" },
  ],
  ["a VPN gateway", setGateways({}), { ...open, P11: "probable" }],
  [
    "a VPN gateway whose last change failed",
    setGateways({ provisioningState: "Failed" }),
    { ...open, P11: "probable" },
  ],
  ["an ExpressRoute gateway", setGateways({ gatewayType: "ExpressRoute" }), { ...open, P12: "probable" }],
  ["gateways unread", denyGateways, { ...open, P11: "notListed", P12: "notListed" }],
  ["a further private endpoint", furtherEndpoint, { ...open, P08: "probable" }],
  [
    "endpoint connections unread",
    deny("privateEndpointConnections"),
    { ...all([...overJumpHost, "P09"], "probable"), P08: "notListed", P13: "available" },
  ],
  ["public, ranges", publicRanges, inRanges],
  [
    "public, ranges without Bastion's address",
    [publicRanges, bastionAt("20.50.7.7")],
    { ...inRanges, P09: "blocked" },
  ],
  ["public, ranges with Bastion's address", [publicRanges, bastionAt("20.40.0.9")], inRanges],
  [
    "public, ranges, requester covered",
    [publicRanges, setClient({ ip: "20.40.0.1" })],
    { ...inRanges, P02: "available" },
  ],
  [
    "public, open",
    [publicRanges, setAccess({ authorizedIpRanges: [] })],
    { P01: "available", P03: "available", P13: "available", P15: "notConfigured" },
  ],
  ["Reader only", setData("permissions", readOnly), all([...overJumpHost, "P09", "P13"], "blocked")],
  ["rights unknown", deny("permissions"), all([...overJumpHost, "P09", "P13"], "probable")],
  ["platform health unknown", deny("resourceHealth"), all([...overJumpHost, "P09", "P13"], "probable")],
  [
    "a stale record: nodes may have lost the API server as well",
    setRecord("10.10.0.77"),
    { ...all(overJumpHost, "blocked"), P09: "probable", P13: "probable" },
  ],
])("%s", (_name, changes, states) => {
  const found = statesWith(...[changes].flat());
  const expected = { ...all(ways, "notConfigured"), P15: "notListed", ...states };
  expect(Object.fromEntries(ways.map((id) => [id, found[id] ?? "notListed"]))).toEqual(expected);
});

test("only root causes are named as blocking", () => {
  expect(pathWith("P05", stop)).toMatchObject({
    blockedBy: ["cluster.power-state"],
    reason: "prod-1 is stopped, so it has no API server.",
    steps: [],
  });
  expect(pathWith("P05", setRules({}))).toMatchObject({ blockedBy: ["nsg.client-443"] });
});

test("an address outside every network leaves the way to the jump host open, and the run command first", () => {
  const outside = setClient({ ip: "20.50.0.9" });
  expect(pathWith("P05", outside)).toMatchObject({
    state: "probable",
    rank: 5,
    reason: "The path from 20.50.0.9 to vnet-hub (VPN or ExpressRoute) is not judged yet.",
    unconfirmed: ["client.network"],
  });
  expect(pathWith("P13", outside)).toMatchObject({ state: "available", rank: 1 });
});

test("what would settle a probable way is named", () => {
  expect(pathWith("P02", publicRanges)?.unconfirmed).toEqual(["api.authorized-ip-client"]);
  expect(pathWith("P13", setRecord("10.10.0.77"))?.unconfirmed).toEqual(["dns.a-record-match"]);
});

test("usable ways are ranked, available before probable, and no other has a rank", () => {
  const ranking = (...changes: readonly Change[]) =>
    pathsWith(...changes)
      .filter(({ rank }) => rank !== undefined)
      .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .map(({ id }) => id);
  expect(ranking()).toEqual(["P13", "P07", "P06", "P05", "P16", "P09"]);
  expect(ranking(publicRanges)).toEqual(["P13", "P02", "P03", "P09"]);
  const onlyRun = setData("permissions", [
    {
      actions: ["*/listClusterUserCredential/action", "*/runcommand/action"],
      notActions: [],
      dataActions: [],
      notDataActions: [],
    },
  ]);
  expect(ranking(onlyRun)).toEqual(["P07", "P06", "P05", "P16", "P13", "P09"]);
  expect(ranking(stop)).toEqual([]);
});

test("clusters for trials have an order of their own", () => {
  const trial = setCluster({ tags: { Environment: "dev" } });
  const ranks = pathsWith(trial).flatMap(({ id, rank }) =>
    id === "P16" || id === "P05" ? [[id, rank]] : [],
  );
  expect(ranks).toEqual([
    ["P05", 5],
    ["P16", 4],
  ]);
});

test("from a machine in Azure no VPN is offered", () => {
  const inHub = setClient({ virtualNetwork: "vnet-hub" });
  expect(pathWith("P11", setGateways({}), inHub)).not.toHaveProperty("rank");
  expect(pathWith("P11", setGateways({}))).toHaveProperty("rank");
});

test("Bastion leads on from its jump host, wherever the requester is", () => {
  expect(pathWith("P06", setClient({ ip: "20.50.0.9" }))).toMatchObject({ state: "available", rank: 3 });
  expect(pathWith("P06", addDataNetwork, setClient({ virtualNetwork: "vnet-data" }))?.state).toBe(
    "available",
  );
  expect(pathWith("P05", addDataNetwork, setClient({ virtualNetwork: "vnet-data" }))?.state).toBe("blocked");
});

test.each([
  ["20.50.0.9", "available"],
  ["20.60.0.9", "blocked"],
  [undefined, "probable"],
])("Bastion for the office's addresses only, asked from %s: %s", (ip, state) => {
  const officeOnly = setBastionRules({ AllowHttpsInbound: { sourceAddressPrefixes: ["20.50.0.0/24"] } });
  expect(pathWith("P06", officeOnly, setClient(ip === undefined ? {} : { ip }))?.state).toBe(state);
});

test("what is not judged yet is named", () => {
  expect(pathWith("P11", setGateways({}))).toMatchObject({
    reason:
      "Whether the VPN is up on your side, and leads and resolves names up to the API server, is not judged yet.",
    unconfirmed: ["vpn.connection-status", "vpn.p2s-config", "vpn.route-to-spoke", "dns.onprem-forwarding"],
  });
  expect(pathWith("P06", denyBastion)?.unconfirmed).toContain("bastion.exists");
});

test("a cluster without Entra needs no kubelogin", () => {
  const steps = pathWith(
    "P01",
    publicRanges,
    setAccess({ authorizedIpRanges: [] }),
    setCluster({ entra: { managed: false, enableAzureRbac: false, adminGroupObjectIds: [] } }),
  )?.steps;
  expect(steps?.[0]).toBe("az login");
  expect(steps?.some((step) => step.startsWith("kubelogin"))).toBe(false);
});

test.each(pathSpecs)("$id rests on checks that exist", ({ hard, soft = [] }) => {
  const known: readonly string[] = catalogue.map(({ id }) => id);
  expect([...hard, ...soft].filter((id) => !known.includes(id))).toEqual([]);
});
