// What fresh eyes broke again: each was called open, or another fault, before.

import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { apiIp, ids, linkTo, listed, recordName, zoneName } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  setClient,
  setData,
  setHub,
  setSpoke,
} from "../../fixtures/snapshot-changes.ts";
import {
  firewallAddress,
  setHubFirewall,
  setNodeRoutes,
  setNodeRules,
  setNodeSubnet,
  siblingOf,
  surroundingIds,
} from "../../fixtures/snapshot-nodes.ts";
import { dnsAt, dnsMachines, setNetworkProfile } from "../../fixtures/snapshot-surroundings.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";

const of = (...changes: readonly Change[]) => diagnose(changed(...changes));

const asks =
  (...dnsServers: readonly string[]): Change =>
  (snapshot) =>
    setSpoke({ dnsServers })(setHub({ dnsServers })(snapshot));

describe("networks ask a firewall for names that was deallocated to save money", () => {
  const away: Change = (snapshot) =>
    asks(firewallAddress)(setHubFirewall({ dnsProxy: true, ipConfigurations: [] })(snapshot));

  test.each<[string, readonly Change[]]>([
    ["of a private cluster", [away]],
    ["of a public one", [away, publicRanges, setClient({ ip: "20.40.0.9" })]],
  ])("%s: broken for that, and the line that brings it back is proved", (_name, changes) => {
    const { verdict, rootCause } = of(...changes);
    expect([verdict, rootCause?.check, rootCause?.resourceId]).toEqual([
      ...["broken", "firewall.state", surroundingIds.firewall],
    ]);
    expect(rootCause?.repairs?.map(({ proved }) => proved)).toEqual([true]);
  });

  test("and it is there: healthy", () => {
    expect(of(setHubFirewall({ dnsProxy: true }), asks(firewallAddress)).verdict).toBe("healthy");
  });
});

describe("Azure passes the name on, by the rule of a ruleset, where the network has no link to the zone", () => {
  const passesOn =
    (...servers: readonly string[]): Change =>
    (snapshot) => ({
      ...setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")])(snapshot),
      dnsRulesets: listed({
        ...{ id: siblingOf(ids.hub, "dnsForwardingRulesets", "rs-hub"), name: "rs-hub" },
        linkedNetworkIds: collected([ids.hub]),
        rules: collected([{ name: "all", domainName: ".", ruleState: "Enabled", servers }]),
      }),
    });

  test.each<[string, readonly Change[], string, RegExp]>([
    [
      "to servers that know the Internet only",
      [passesOn("8.8.8.8", "1.1.1.1")],
      "broken",
      /8\.8\.8\.8 is a public/,
    ],
    [
      "to a machine that is off",
      [passesOn(dnsAt(1)), dnsMachines("deallocated")],
      "broken",
      /dns-1 at 10\.0\.3\.4 does not answer/,
    ],
    [
      "to a machine that runs",
      [passesOn(dnsAt(1)), dnsMachines("running")],
      "unknown",
      /10\.0\.3\.4 answers/,
    ],
    [
      "to two machines of which one runs",
      [passesOn(dnsAt(1), dnsAt(2)), dnsMachines("deallocated", "running")],
      "unknown",
      /10\.0\.3\.5 answers/,
    ],
    ["to a server that nobody knows", [passesOn("20.1.1.1")], "unknown", /20\.1\.1\.1 answers/],
  ])("%s", (_name, changes, verdict, said) => {
    const found = of(...changes);
    expect([found.verdict, found.rootCause?.check]).toEqual([
      ...[verdict, verdict === "broken" ? "dns.custom-servers" : undefined],
    ]);
    expect(found.summary).toMatch(said);
  });
});

describe("rules that name the client's own port", () => {
  const allow = (...sourcePortRanges: readonly string[]) => ({
    ...{ name: "allow-api", priority: 100, access: "Allow", sourcePortRanges },
  });
  const denyAll = { name: "deny-all", priority: 4000 };
  const denyFrom = (...sourcePortRanges: readonly string[]) => ({
    ...{ name: "deny-from", priority: 100, sourcePortRanges },
  });

  test.each<[string, Change, string, RegExp]>([
    [
      "the server's port on the wrong side lets nothing through",
      setNodeRules(allow("443"), denyAll),
      "broken",
      /deny-all/,
    ],
    [
      "the server's port on the wrong side stops nothing",
      setNodeRules(denyFrom("22", "443")),
      "healthy",
      /./,
    ],
    ["all high ports let everything through", setNodeRules(allow("1024-65535"), denyAll), "healthy", /./],
    ["all high ports stop everything", setNodeRules(denyFrom("1024-65535")), "broken", /deny-from/],
    ["some high ports: it is open", setNodeRules(denyFrom("32768-60999")), "unknown", /deny-from/],
  ])("%s", (_name, change, verdict, said) => {
    const found = of(change);
    expect(found.verdict).toBe(verdict);
    expect(found.summary).toMatch(said);
  });
});

describe("the hub is linked to a zone of the whole name as well, which overrides that one alone", () => {
  const name = `${recordName}.${zoneName}`;
  const zoneOfName =
    (...addresses: readonly string[]): Change =>
    (snapshot) => ({
      ...snapshot,
      otherZones: listed({
        zone: { id: siblingOf(ids.hub, "privateDnsZones", name), name, provisioningState: "Succeeded" },
        links: collected([linkTo(ids.hub, "link-hub")]),
        record: collected(
          addresses.length === 0 ? null : { id: "a", name: "@", addresses, isAutoRegistered: false },
        ),
      }),
    });

  test.each<[string, Change, string, string | undefined, RegExp]>([
    [
      "it is empty",
      zoneOfName(),
      "broken",
      "dns.duplicate-zone",
      /record-set a add-record .*--record-set-name '?@'? --ipv4-address 10\.10\.0\.4$/,
    ],
    ["it leads elsewhere", zoneOfName("10.0.5.4"), "broken", "dns.duplicate-zone", /@/],
    ["it leads to the API server", zoneOfName(apiIp), "healthy", undefined, /^$/],
  ])("%s", (_name, change, verdict, check, line) => {
    const { verdict: found, rootCause } = of(change);
    expect([found, rootCause?.check]).toEqual([verdict, check]);
    expect((rootCause?.fix?.commands ?? []).join("\n")).toMatch(line);
    expect(rootCause?.repairs?.map(({ proved }) => proved) ?? []).not.toContain(false);
  });
});

describe("pods of kubenet, which only a route for each node leads to", () => {
  const kubenet = setNetworkProfile({ plugin: "kubenet", pluginMode: "" });
  const podRoute = (node: number) =>
    ({ prefix: `10.244.${node}.0/24`, hop: "VirtualAppliance", ip: `10.10.0.${5 + node}` }) as const;
  const elsewhere = { prefix: "10.50.0.0/16", hop: "Internet" } as const;

  test.each<[string, readonly Change[], string, string | undefined]>([
    ["no table", [kubenet], "broken", ids.nodeSubnet],
    ["a table that somebody wrote over", [kubenet, setNodeRoutes(elsewhere)], "broken", ids.nodeRoutes],
    ["a route too few", [kubenet, setNodeRoutes(podRoute(0), podRoute(1))], "degraded", ids.nodeRoutes],
    ["a route for each", [kubenet, setNodeRoutes(...[0, 1, 2].map(podRoute))], "healthy", undefined],
  ])("%s", (_name, changes, verdict, resourceId) => {
    const { verdict: found, rootCause } = of(...changes);
    expect([found, rootCause?.check, rootCause?.resourceId]).toEqual([
      ...[verdict, resourceId && "route.kubenet-table", resourceId],
    ]);
  });
});

describe("rules about the endpoint's own address, in the group of the nodes' subnet where it stands", () => {
  const toApi = { direction: "Inbound", destinationAddressPrefixes: [`${apiIp}/32`] } as const;
  const fromHub = { ...toApi, name: "from-hub", priority: 100, access: "Allow" } as const;
  const policies = (word: string): Change => setNodeSubnet({ privateEndpointNetworkPolicies: word });

  test.each<[string, readonly Change[], string]>([
    ["groups do not act on it", [setNodeRules(toApi), policies("Disabled")], "healthy"],
    ["only routes do", [setNodeRules(toApi), policies("RouteTableEnabled")], "healthy"],
    ["groups act on it", [setNodeRules(toApi), policies("Enabled")], "broken"],
    [
      "groups act on it, and all that need it are let in before",
      [
        setNodeRules({ ...fromHub, sourceAddressPrefixes: ["10.0.1.0/24", "10.10.0.0/22"] }, toApi),
        policies("Enabled"),
      ],
      "healthy",
    ],
    [
      "groups act on it, and only people are let in before",
      [setNodeRules({ ...fromHub, sourceAddressPrefixes: ["10.0.1.0/24"] }, toApi), policies("Enabled")],
      "broken",
    ],
    [
      "a wider range denies what nodes need too",
      [setNodeRules({ ...toApi, destinationAddressPrefixes: ["10.10.0.0/16"] })],
      "broken",
    ],
    [
      "a range that holds some nodes beside it: it is open",
      [setNodeRules({ ...toApi, destinationAddressPrefixes: ["10.10.0.0/28"] })],
      "unknown",
    ],
  ])("%s", (_name, changes, verdict) => {
    expect(of(...changes).verdict).toBe(verdict);
  });
});
