// Nodes' way out, where it was called healthy and is not, or the other way round.

import type { JumpHost } from "../../../src/core/snapshot/hosts.ts";
import type { Route } from "../../../src/core/snapshot/network.ts";
import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { hub, ids, jumpHost, listed } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  setCluster,
  setData,
  setHub,
  setRules,
} from "../../fixtures/snapshot-changes.ts";
import {
  both,
  firewallAddress,
  routed,
  setAgentRules,
  setHubFirewall,
  setNatGateway,
  setNodeRoutes,
  setNodeRules,
  siblingOf,
  surroundingIds,
  toAppliance,
} from "../../fixtures/snapshot-nodes.ts";
import { deny, publicRanges } from "../../fixtures/snapshot-variants.ts";

const of = (...changes: readonly Change[]) => diagnose(changed(...changes));
type Found = ReturnType<typeof of>;

const egressOf = ({ requirements }: Found) => requirements.find(({ id }) => id === "nodes.egress");
/** The step that stops it; where none does, the first that is open. */
const deciding = (found: Found) => {
  const steps = egressOf(found)?.walks.flatMap(({ trace }) => trace.steps) ?? [];
  const step = steps.find(({ state }) => state === "stops") ?? steps.find(({ state }) => state !== "passes");
  return step?.reason.is;
};
/** `verdict reason` */
const ended = (found: Found) => [found.verdict, deciding(found) ?? []].flat().join(" ");
/** Every line of what is printed for the cause. */
const linesOf = ({ rootCause }: Found): string => (rootCause?.fix?.commands ?? []).join("\n");
const isProved = ({ rootCause }: Found): boolean => (rootCause?.repairs ?? []).every(({ proved }) => proved);

const firewallTable = siblingOf(ids.hub, "routeTables", "rt-firewall");
const firewallRoutes = (...routes: readonly Omit<Route, "name">[]): Change =>
  both(
    setHub({
      subnets: [
        ...hub.subnets,
        {
          ...{ id: surroundingIds.firewallSubnet, name: "AzureFirewallSubnet", delegations: [] },
          ...{ addressPrefixes: ["10.0.3.0/26"], routeTableId: firewallTable },
        },
      ],
    }),
    (snapshot) => ({
      ...snapshot,
      routeTables: {
        ...snapshot.routeTables,
        [idKey(firewallTable)]: collected({
          id: firewallTable,
          name: "rt-firewall",
          disableBgpRoutePropagation: false,
          routes: routes.map((route, index) => ({ ...route, name: `route-${index}` })),
        }),
      },
    }),
  );
const all = (nextHopType: string, nextHopIpAddress?: string) => ({
  ...{ addressPrefix: "0.0.0.0/0", nextHopType },
  ...(nextHopIpAddress === undefined ? {} : { nextHopIpAddress }),
});
const toNodes = (nextHopType: string, nextHopIpAddress?: string) => ({
  ...all(nextHopType, nextHopIpAddress),
  addressPrefix: "10.10.0.0/16",
});

describe("the routes of the firewall's own subnet", () => {
  test.each<[string, Change, string, RegExp?]>([
    ["drop everything", firewallRoutes(all("None")), "broken routeDrops", /route delete .*rt-firewall/],
    ["lead to the firewall", firewallRoutes(all("VirtualAppliance", firewallAddress)), "broken loops"],
    [
      "lead to a gateway that is not there",
      firewallRoutes(all("VirtualNetworkGateway")),
      "broken gatewayMissing",
    ],
    [
      "drop what goes back",
      firewallRoutes(toNodes("None")),
      "broken routeDrops",
      /route delete .*rt-firewall/,
    ],
    [
      "lead what goes back to nobody",
      firewallRoutes(toNodes("VirtualAppliance", "10.0.3.9")),
      "broken hopNobody",
    ],
    ["lead to the Internet", firewallRoutes(all("Internet")), "healthy"],
    [
      "drop a network that is not the nodes'",
      firewallRoutes({ ...all("None"), addressPrefix: "10.99.0.0/16" }),
      "healthy",
    ],
  ])("%s", (...[_name, change, expected, line = /^$/]) => {
    const found = of(routed, change);
    expect(ended(found)).toBe(expected);
    expect(linesOf(found)).toMatch(line);
    expect(isProved(found)).toBe(true);
  });
});

describe("a group denies a service tag", () => {
  const denied = (...destinationAddressPrefixes: readonly string[]) => ({
    ...{ name: "deny-tag", destinationAddressPrefixes, destinationPortRanges: ["443"] },
  });

  test.each([
    "MicrosoftContainerRegistry",
    "AzureFrontDoor.FirstParty",
    "AzureActiveDirectory",
    "AzureResourceManager",
  ])("%s: stopped, and only that is opened", (tag) => {
    const found = of(setNodeRules(denied(tag)));
    expect([found.verdict, deciding(found)]).toEqual(["broken", "ruleDenies"]);
    expect(found.rootCause?.summary).toContain("deny-tag");
    expect(linesOf(found)).toContain(
      `--source-address-prefixes 10.10.0.0/22 --destination-address-prefixes ${tag} --destination-port-ranges 443`,
    );
    expect(isProved(found)).toBe(true);
  });

  test("several in one rule: each is opened", () => {
    const found = of(setNodeRules(denied("AzureActiveDirectory", "AzureResourceManager", "Sql")));
    expect(found.verdict).toBe("broken");
    expect(found.rootCause?.fix?.commands).toHaveLength(2);
    expect(isProved(found)).toBe(true);
  });

  test("on the nodes' own interfaces: what was added goes", () => {
    const found = of(setAgentRules(denied("MicrosoftContainerRegistry")));
    expect(found.verdict).toBe("broken");
    expect(linesOf(found)).toMatch(/nsg rule delete .*--name deny-tag$/);
  });

  test.each<[string, string, string]>([
    ["all of Azure", "AzureCloud", "broken"],
    ["Azure in one region", "AzureCloud.WestEurope", "unknown"],
    ["the registry in one region", "MicrosoftContainerRegistry.WestEurope", "unknown"],
    ["customers' front doors", "AzureFrontDoor.Frontend", "unknown"],
    ["a tag that nobody knows", "AzureSomethingNew", "unknown"],
    ["databases", "Sql", "healthy"],
    ["databases in one region", "Sql.WestEurope", "healthy"],
  ])("%s: %s", (_name, tag, verdict) => {
    const { verdict: found, summary } = of(setNodeRules(denied(tag)));
    expect(found).toBe(verdict);
    if (verdict === "unknown") expect(summary).toContain("deny-tag");
  });

  test("what was allowed before is not denied", () => {
    const allow = { ...denied("MicrosoftContainerRegistry"), name: "allow", access: "Allow", priority: 150 };
    expect(egressOf(of(setNodeRules(allow, denied("MicrosoftContainerRegistry"))))).toBeUndefined();
  });

  test("the same tag on another port: nothing is said", () => {
    expect(
      of(setNodeRules({ ...denied("MicrosoftContainerRegistry"), destinationPortRanges: ["80"] })).verdict,
    ).toBe("healthy");
  });
});

describe("a route of the nodes' own for a service tag or some public addresses", () => {
  const route = (prefix: string, hop: string, ip?: string) => ({
    prefix,
    hop,
    ...(ip === undefined ? {} : { ip }),
  });

  test.each<[string, Change, string]>([
    ["all of Azure to nowhere", setNodeRoutes(route("AzureCloud", "None")), "broken routeDrops"],
    [
      "the registry to nowhere",
      setNodeRoutes(route("MicrosoftContainerRegistry", "None")),
      "broken routeDrops",
    ],
    [
      "the registry to nobody",
      setNodeRoutes(route("MicrosoftContainerRegistry", "VirtualAppliance", "10.0.1.77")),
      "broken hopNobody",
    ],
    ["databases to nowhere", setNodeRoutes(route("Sql", "None")), "healthy"],
    [
      "Azure in one region to nowhere",
      setNodeRoutes(route("AzureCloud.WestEurope", "None")),
      "unknown routeMayDrop",
    ],
    ["public addresses to nowhere", setNodeRoutes(route("20.0.0.0/8", "None")), "unknown routeMayDrop"],
    [
      "public addresses to nobody",
      setNodeRoutes(route("20.0.0.0/8", "VirtualAppliance", "10.0.1.77")),
      "unknown routeMayDrop",
    ],
    ["public addresses straight out", setNodeRoutes(route("20.0.0.0/8", "Internet")), "healthy"],
    ["other private addresses to nowhere", setNodeRoutes(route("172.16.0.0/12", "None")), "healthy"],
    ["one of several halves to nowhere", setNodeRoutes(route("0.0.0.0/1", "None")), "broken routeDrops"],
    [
      "beside a firewall: public addresses to nowhere",
      both(routed, setNodeRoutes(toAppliance(), route("20.0.0.0/8", "None"))),
      "unknown routeMayDrop",
    ],
    [
      "beside a firewall: the firewall's address straight out",
      both(routed, setNodeRoutes(toAppliance(), route("20.50.2.1/32", "Internet"))),
      "healthy",
    ],
  ])("%s", (_name, change, expected) => {
    const found = of(change);
    expect(ended(found)).toBe(expected);
    if (expected.endsWith("routeDrops"))
      expect(linesOf(found)).toMatch(/route-table route delete .*--route-table-name rt-nodes/);
    if (expected.endsWith("routeMayDrop")) expect(found.summary).toMatch(/leads nowhere/);
  });
});

describe("a group denies both halves of the Internet", () => {
  const half = (prefix: string, name: string, priority: number) => ({
    ...{ name, priority, destinationAddressPrefixes: [prefix], destinationPortRanges: ["443"] },
  });
  const [low, high] = [half("0.0.0.0/1", "low", 300), half("128.0.0.0/1", "high", 310)];
  const inOne = { ...low, destinationAddressPrefixes: ["0.0.0.0/1", "128.0.0.0/1"] };
  /** Not a word of the private ranges in between. */
  const publicOnly = {
    ...low,
    destinationAddressPrefixes: [
      ..."0.0.0.0/5 8.0.0.0/7 11.0.0.0/8 12.0.0.0/6 16.0.0.0/4 32.0.0.0/3 64.0.0.0/2 128.0.0.0/3".split(" "),
      ..."160.0.0.0/5 168.0.0.0/6 172.0.0.0/12 172.32.0.0/11 172.64.0.0/10 172.128.0.0/9 173.0.0.0/8".split(
        " ",
      ),
      ..."174.0.0.0/7 176.0.0.0/4 192.0.0.0/9 192.128.0.0/11 192.160.0.0/13 192.169.0.0/16 192.170.0.0/15".split(
        " ",
      ),
      ..."192.172.0.0/14 192.176.0.0/12 192.192.0.0/10 193.0.0.0/8 194.0.0.0/7 196.0.0.0/6 200.0.0.0/5".split(
        " ",
      ),
      ..."208.0.0.0/4".split(" "),
    ],
  };

  // Nodes among themselves are in the lower half as well: what of theirs is left shut is said, and not opened.
  test.each<[string, Change, readonly string[]]>([
    ["in one rule", setNodeRules(inOne), ["nodes.services"]],
    ["in two", setNodeRules(low, high), ["nodes.services"]],
    ["as every public range there is", setNodeRules(publicOnly), []],
    ["on the interfaces", setAgentRules(low, high), []],
  ])("%s: the fix heals all that the cluster needs", (_name, change, left) => {
    const found = of(change);
    expect([found.verdict, egressOf(found)?.end]).toEqual(["broken", "stopped"]);
    const changes = (found.rootCause?.repairs ?? []).flatMap((repair) => repair.changes);
    expect(changes).toContain("nodes.egress: stopped → delivered");
    expect([isProved(found), found.thenAlso?.map(({ need }) => need)]).toEqual([true, left]);
    expect(linesOf(found)).not.toContain("--source-address-prefixes VirtualNetwork");
  });
});

const noBalancer: Change = (snapshot) => ({ ...snapshot, loadBalancers: listed() });

describe("a cluster that was made without a way out", () => {
  const none = setCluster({ outboundType: "none" });
  const cached = setCluster({ outboundType: "none", bootstrapArtifactSource: "Cache" });
  const direct = setCluster({ outboundType: "none", bootstrapArtifactSource: "Direct" });

  test.each<[string, readonly Change[], string]>([
    ["with a cache of what nodes fetch", [cached, noBalancer], "healthy"],
    ["without one, and nothing to leave by", [none, noBalancer], "broken noWayOut"],
    ["the same under its other name", [none, setCluster({ outboundType: "block" })], "broken noWayOut"],
    ["told to fetch straight", [direct], "broken noWayOut"],
    ["with a route to a firewall that works", [routed, none, noBalancer], "healthy"],
    [
      "with a route to a firewall that lets nothing out",
      [routed, none, setHubFirewall({ collections: [] })],
      "broken firewallNoRule",
    ],
    ["with a route to nowhere", [none, setNodeRoutes({ hop: "None" })], "broken routeDrops"],
    ["with a route straight out", [none, setNodeRoutes({ hop: "Internet" })], "broken noWayOut"],
    ["with a NAT gateway", [setNatGateway(), none, noBalancer], "healthy"],
  ])("%s", (_name, changes, expected) => {
    expect(ended(of(...changes))).toBe(expected);
  });

  test("nobody proposes to take away the route to nowhere: nothing would take its place", () => {
    expect(linesOf(of(none, setNodeRoutes({ hop: "None" })))).toBe("");
  });
});

describe("a cluster whose nodes leave by a proxy", () => {
  const proxyIp = "10.0.1.8";
  const through = (httpsProxy: string) => setCluster({ httpsProxy });
  const proxy = through(`http://${proxyIp}:3128`);
  const machine = (patch: Partial<JumpHost> = {}): Change =>
    setData("jumpHosts", [
      jumpHost,
      {
        ...jumpHost,
        ...{ id: ids.jump.replace("jump-1", "squid-1"), name: "squid-1", privateIpAddress: proxyIp },
        interfaces: [
          {
            id: siblingOf(ids.hub, "networkInterfaces", "nic-squid"),
            privateIpAddresses: [proxyIp],
            enableIpForwarding: false,
          },
        ],
        ...patch,
      },
    ]);
  const off = machine({ powerState: collected("deallocated") });
  const port = { name: "no-proxy", destinationPortRanges: ["3128"] };
  const toNowhere = setNodeRoutes({ hop: "None" });

  test.each<[string, readonly Change[], string]>([
    ["that runs", [proxy, machine()], "healthy proxyUnseen"],
    ["that runs, beside a dropped default route", [proxy, machine(), toNowhere], "healthy proxyUnseen"],
    [
      "that runs, beside a firewall that is gone",
      [proxy, machine(), setNodeRoutes(toAppliance("10.0.9.9"))],
      "healthy proxyUnseen",
    ],
    [
      "that runs, and the group lets nodes reach nothing else",
      [proxy, machine(), setNodeRules({ destinationAddressPrefixes: ["Internet"] })],
      "healthy proxyUnseen",
    ],
    ["that nobody has the address of", [proxy], "broken targetGone"],
    ["that is off", [proxy, off], "broken hopDown"],
    ["whose port the nodes' group denies", [proxy, machine(), setNodeRules(port)], "broken ruleDenies"],
    [
      "whose port the proxy's group denies",
      [proxy, machine(), setRules({ ...port, direction: "Inbound" })],
      "broken ruleDenies",
    ],
    [
      "that may not leave itself",
      [
        proxy,
        machine(),
        setRules({ destinationAddressPrefixes: ["Internet"], destinationPortRanges: ["443"] }),
      ],
      "broken ruleDenies",
    ],
    ["in a network that nobody joined", [through("http://10.200.0.4:3128")], "broken routeDrops"],
    ["of which only a name is known", [through("http://proxy.corp.example:8080")], "healthy proxyUnseen"],
    ["at a public address", [through("http://52.1.2.3:8080")], "healthy proxyUnseen"],
    [
      "at a public address that the group denies",
      [through("http://52.1.2.3:8080"), setNodeRules({ destinationAddressPrefixes: ["52.1.2.3/32"] })],
      "broken ruleDenies",
    ],
    ["where machines may not be listed", [proxy, deny("jumpHosts")], "unknown unread"],
  ])("%s", (_name, changes, expected) => {
    expect(ended(of(...changes))).toBe(expected);
  });

  test("its port is opened to it, and to nothing else", () => {
    const found = of(proxy, machine(), setNodeRules(port));
    expect(found.rootCause?.summary).toMatch(/nodes cannot reach 10\.0\.1\.8 on TCP 3128: The rule no-proxy/);
    expect(linesOf(found)).toMatch(
      /--protocol Tcp --source-address-prefixes 10\.10\.0\.0\/22 --destination-address-prefixes 10\.0\.1\.8 --destination-port-ranges 3128$/,
    );
    expect(isProved(found)).toBe(true);
  });

  test("a proxy that is off is started", () => {
    expect(linesOf(of(proxy, off))).toMatch(/^az vm start .*squid-1$/);
  });

  test("nodes of a public cluster reach the API server without it", () => {
    const found = of(publicRanges, proxy, machine(), toNowhere);
    expect(found.verdict).toBe("broken");
  });
});

test("one group stops two needs by two rules: what the fix of the first leaves is said", () => {
  const noNames = { name: "no-names", destinationAddressPrefixes: ["AzurePlatformDNS"] };
  const noRegistry = {
    ...{ name: "no-registry", priority: 210, destinationPortRanges: ["443"] },
    destinationAddressPrefixes: ["MicrosoftContainerRegistry"],
  };
  const { rootCause, thenAlso } = of(setNodeRules(noNames, noRegistry));
  expect(rootCause?.summary).toContain("no-names");
  expect(thenAlso?.map(({ summary }) => summary)).toEqual([expect.stringContaining("no-registry")]);
});
