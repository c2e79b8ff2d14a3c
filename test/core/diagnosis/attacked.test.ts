// What fresh eyes broke: each was called healthy, or something else, before.

import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { noBastion, setGateways } from "../../fixtures/entry-changes.ts";
import { setTransit, withTunnel } from "../../fixtures/gateway-changes.ts";
import { ids, listed, spoke } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  setAccess,
  setClient,
  setData,
  setHubPeering,
  setJumpHosts,
  setPools,
  setSpoke,
} from "../../fixtures/snapshot-changes.ts";
import { routed, setNodeSubnet, unlist } from "../../fixtures/snapshot-nodes.ts";
import { publicRanges, withoutScaleSets } from "../../fixtures/snapshot-variants.ts";
import { setVnetIntegration } from "../../fixtures/snapshot-vnet-integration.ts";

const of = (...changes: readonly Change[]) => diagnose(changed(...changes));
const balancerGone: Change = (snapshot) => ({ ...snapshot, loadBalancers: listed() });

const adminDenies =
  (destination: string, port: string): Change =>
  (snapshot) => ({
    ...snapshot,
    adminRules: {
      [idKey(ids.spoke)]: collected([
        {
          ...{ id: "/networkManagers/company/rules/deny", name: "deny", manager: "company", priority: 1 },
          ...{ direction: "Outbound", access: "Deny", protocol: "*", sourceAddressPrefixes: ["*"] },
          ...{ destinationAddressPrefixes: [destination], sourcePortRanges: ["*"] },
          ...{ destinationPortRanges: [port], usesApplicationSecurityGroups: false },
        },
      ]),
    },
  });

const podSubnet = { ...spoke.subnets[0], id: `${ids.spoke}/subnets/pods`, name: "pods" };
const podsWith = (fields: object): Change => {
  const pods = { ...podSubnet, addressPrefixes: ["10.10.64.0/20"], delegations: [], ...fields };
  return (snapshot) =>
    setPools({ podSubnetId: pods.id })(
      setSpoke({ subnets: [...spoke.subnets, pods as (typeof spoke.subnets)[number]] })(snapshot),
    );
};

test.each<[string, readonly Change[], string, RegExp]>([
  ["the nodes' load balancer is gone", [balancerGone], "broken", /load balancer kubernetes is gone/],
  ["the same for a public cluster", [publicRanges, balancerGone], "broken", /kubernetes is gone/],
  ["a network manager keeps nodes from the Internet", [adminDenies("Internet", "443")], "broken", /deny/],
  [
    "pods may ask no DNS server",
    [podsWith({}), setSpoke({ dnsServers: ["10.9.9.9"] })],
    "broken",
    /10\.9\.9\.9/,
  ],
])("%s: %s", (_name, changes, verdict, said) => {
  const diagnosis = of(...changes);
  expect(diagnosis.verdict).toBe(verdict);
  expect(diagnosis.summary).toMatch(said);
});

test("a NAT gateway beside a balancer without an outbound rule: nodes leave by it", () => {
  const [balancer] = changed().loadBalancers.items;
  const silent: Change = (snapshot) => ({
    ...snapshot,
    loadBalancers: balancer === undefined ? listed() : listed({ ...balancer, leadsOut: false }),
  });
  const found = of(setNodeSubnet({ natGatewayId: "/nat" }), silent);
  expect(found.checks.find(({ id }) => id === "egress.lb-outbound")?.status).toBe("pass");
});

test("an address in a network that the hub is peered with may be reached over it: not called lost", () => {
  const beyond = setHubPeering({ remoteAddressPrefixes: ["10.10.0.0/16", "10.50.0.0/16"] });
  expect(of(beyond, setClient({ ip: "10.50.0.4" })).outside?.mayBeLearned).toBe(true);
  expect(of(setClient({ ip: "10.50.0.4" })).outside?.mayBeLearned).toBe(false);
});

test("an address behind an appliance to which routes lead: not called lost", () => {
  expect(of(routed, setClient({ ip: "192.168.5.5" })).outside?.mayBeLearned).toBe(true);
});

describe("the run command is off on purpose", () => {
  const alone: Change = (snapshot) =>
    setAccess({ disableRunCommand: true })(setJumpHosts()(noBastion(snapshot)));
  const pointToSite: Change = (snapshot) =>
    setAccess({ disableRunCommand: true, enablePrivateClusterPublicFqdn: true })(
      setTransit(true, true)(setGateways({ clientAddressPools: ["172.30.0.0/24"] })(snapshot)),
    );

  test.each<[string, Change]>([
    ["a VPN", withTunnel()],
    ["point-to-site clients", pointToSite],
  ])("and only %s leads in, which works: no fault", (_name, way) => {
    const { verdict, rootCause } = of(alone, way);
    expect([verdict, rootCause]).toEqual(["healthy", null]);
  });

  test("and the only tunnel is down: that is the fault", () => {
    const { verdict, rootCause } = of(alone, withTunnel({ connectionStatus: "NotConnected" }));
    expect([verdict, rootCause?.check]).toEqual(["broken", "vpn.connection-status"]);
  });

  test("and nothing leads in: broken for that", () => {
    const { verdict, rootCause } = of(alone);
    expect([verdict, rootCause?.check]).toEqual(["broken", "invoke.enabled"]);
  });
});

describe("what the API server stands behind is gone: nothing is called delivered to it", () => {
  const noEndpoint = setData("privateEndpoint", null);
  const noInterface = setData("privateEndpointNic", null);

  test.each<[string, readonly Change[], string, string]>([
    ["the endpoint", [noEndpoint, noInterface], "pe.exists", "targetGone"],
    ["the endpoint beside its interface", [noEndpoint], "pe.exists", "targetGone"],
    ["its interface", [noInterface], "pe.provisioning", "hopDown"],
    [
      "the balancer in the network",
      [setVnetIntegration({ balancer: null })],
      "api.vnetint-ilb",
      "targetGone",
    ],
  ])("%s", (_name, changes, cause, is) => {
    const { verdict, rootCause, requirements } = of(...changes);
    const need = requirements.find(({ id }) => id === "nodes.api");
    const stop = need?.walks.flatMap(({ trace }) => trace.steps).find(({ state }) => state === "stops");
    expect([verdict, rootCause?.check, need?.end, stop?.reason.is]).toEqual(["broken", cause, "stopped", is]);
  });

  test("its balancer's last change failed: it may go on serving, so nothing is called broken", () => {
    const { verdict, rootCause, requirements } = of(
      setVnetIntegration({ balancer: { provisioningState: "Failed" } }),
    );
    const need = requirements.find(({ id }) => id === "nodes.api");
    expect([verdict, rootCause, need?.end]).toEqual(["unknown", null, "unknown"]);
  });

  test("balancers that may not be listed: open, never delivered", () => {
    const { requirements } = of(setVnetIntegration({ balancer: null }), unlist("loadBalancers"));
    expect(requirements.find(({ id }) => id === "nodes.api")?.end).toBe("unknown");
  });
});

describe("the scale set of a pool was deleted", () => {
  const sets = { type: "VirtualMachineScaleSets" };
  const noSets: Change = (snapshot) => ({ ...snapshot, scaleSets: listed() });
  const system = setPools(sets);
  const two = setPools(sets, { ...sets, name: "apps", mode: "User" });

  test.each<[string, readonly Change[], string, string | undefined]>([
    ["the system pool's", [system, noSets], "broken", "pool.system-ready"],
    ["a user pool's", [two], "degraded", "pool.provisioning"],
    ["none", [system], "healthy", undefined],
    [
      "nodes that stand in no scale set",
      [setPools({ type: "VirtualMachines" }), noSets],
      "healthy",
      undefined,
    ],
    [
      "a pool without nodes",
      [setPools(sets, { ...sets, name: "apps", mode: "User", count: 0 })],
      "healthy",
      undefined,
    ],
    ["scale sets that may not be listed", [system, withoutScaleSets], "unknown", undefined],
  ])("%s", (_name, changes, verdict, check) => {
    const diagnosis = of(...changes);
    expect([diagnosis.verdict, diagnosis.rootCause?.check]).toEqual([verdict, check]);
    if (check !== undefined)
      expect(diagnosis.summary).toMatch(/scale set of (the pool )?\w+ is gone from MC_/i);
  });

  test("and it was the only one: no node is left for the run command", () => {
    const { accessPaths } = of(system, noSets);
    const path = accessPaths.find(({ id }) => id === "P13");
    expect([path?.state, path?.blockedBy]).toEqual(["blocked", ["pool.system-ready"]]);
  });
});

test("whether a network manager has rules was refused: no doubt about the cluster, and a limit that is said", () => {
  const scope = "/subscriptions/6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81";
  const refused: Change = (snapshot) => ({
    ...snapshot,
    adminRulesRefused: [{ action: "Microsoft.Network/networkManagers/read", scope }],
  });
  const { verdict, summary, limits } = of(refused);
  expect(verdict).toBe("healthy");
  expect(summary).toMatch(/; whether a network manager's rules stop anything here was not read\.$/);
  expect(limits).toMatchObject([
    { who: `whoever has Microsoft.Network/networkManagers/read on ${scope} (role Reader)` },
  ]);
  expect(of().limits).toEqual([]);
});
