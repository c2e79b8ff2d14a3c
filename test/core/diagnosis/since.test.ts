// What is told of two models of one cluster: rows of before and after, and who may be told.

import { diagnose as judge } from "../../../src/core/diagnosis/diagnose.ts";
import { partsOf } from "../../../src/core/diagnosis/since/digest.ts";
import { differences, type KeptDigest, type Since } from "../../../src/core/diagnosis/since/kept.ts";
import { sinceOf, toCompareWith, toKeep } from "../../../src/core/diagnosis/since.ts";
import type { LoadBalancer } from "../../../src/core/snapshot/network.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { setBastion } from "../../fixtures/entry-changes.ts";
import { collection, networkRule } from "../../fixtures/firewall-rules.ts";
import { healthy, ids, jumpHost, linkTo, listed } from "../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  type Change,
  changed,
  setAccess,
  setCluster,
  setData,
  setHub,
  setHubPeering,
  setJumpHosts,
  setPools,
  setRecord,
  setRoutes,
  setRules,
  setSpoke,
} from "../../fixtures/snapshot-changes.ts";
import { setFirewall } from "../../fixtures/snapshot-surroundings.ts";
import { clusterDenied, hubDenied, stop } from "../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../unavailable.ts";

const at = "2026-11-25T16:04:00Z";

function kept(snapshot: ClusterSnapshot, takenAt = at, runId = "R-1"): KeptDigest {
  const digest = toKeep(runId, { ...snapshot, takenAt }, judge(snapshot));
  if (digest === null) throw new Error("Too little is known of it to be kept.");
  return JSON.parse(JSON.stringify(digest));
}

function since(kept: readonly KeptDigest[], now: ClusterSnapshot): Since | null {
  const diagnosis = judge(now);
  const before = toCompareWith(diagnosis.verdict, kept);
  return before === null ? null : sinceOf(before, now, diagnosis);
}

/** What is told of a present model, held against one that was kept; empty where nothing is. */
function told(before: readonly Change[], now: readonly Change[]): string {
  const found = since([kept(changed(...before))], changed(...now));
  return found === null ? "" : messages().saySince({ ...found, at: "yesterday" });
}

const [balancer] = healthy.loadBalancers.items;
if (balancer === undefined) throw new Error("The healthy snapshot has no load balancer.");
const setBalancers =
  (...all: readonly LoadBalancer[]): Change =>
  (snapshot) => ({ ...snapshot, loadBalancers: listed(...all) });
const zone = ids.zone.split("/").at(-1);
const links = (...all: readonly [string, string][]) =>
  setData(
    "privateDnsLinks",
    all.map(([to, name]) => linkTo(to, name)),
  );
const allow = { name: "allow-all", access: "Allow", priority: 300 };

/** `before`: what was otherwise than in the healthy cluster. */
type Some = Change | readonly Change[];
type Row = [what: string, now: Some, says: string, before?: Some];

describe("a healthy cluster that broke", () => {
  test.each<Row>([
    ["nothing differs", [], ""],
    ["a rule was added", setRules({ name: "deny-443" }), "security rule deny-443 of nsg-jump was added."],
    [
      "a rule was turned round",
      setRules({ ...allow, access: "Deny" }),
      "security rule allow-all of nsg-jump has access Allow → Deny.",
      setRules(allow),
    ],
    [
      "two settings of a rule",
      setRules({ ...allow, access: "Deny", priority: 200 }),
      "security rule allow-all of nsg-jump has priority 300 → 200, access Allow → Deny.",
      setRules({ ...allow, priority: 300 }),
    ],
    ["a peering is gone", setHub({ peerings: [] }), "peering hub-to-aks of vnet-hub is gone."],
    [
      "a setting of a peering",
      setHubPeering({ allowVirtualNetworkAccess: false }),
      "peering hub-to-aks of vnet-hub has access between the networks on → off.",
    ],
    [
      "a link is gone",
      links([ids.spoke, "link-aks"]),
      `DNS zone link link-hub of ${zone} is gone.`,
      links([ids.spoke, "link-aks"], [ids.hub, "link-hub"]),
    ],
    ["the zone is gone", setData("privateDnsZone", null), `private DNS zone ${zone} is gone.`],
    ["the record says another address", setRecord("10.10.0.77"), "address 10.10.0.4 → 10.10.0.77."],
    [
      "the network asks other servers",
      setSpoke({ dnsServers: ["10.9.9.9"] }),
      "DNS servers none → 10.9.9.9.",
    ],
    ["the cluster was stopped", stop, "cluster prod-1 has power state Running → Stopped;"],
    [
      "what is in the order or the case of Azure's lists alone",
      [
        setRules({ ...allow, sourceAddressPrefixes: ["10.2.0.0/16", "10.1.0.0/16"], access: "allow" }),
        setHubPeering({ peeringState: "Disconnected" }),
      ],
      "peering hub-to-aks of vnet-hub has state Connected → Disconnected.",
      setRules({ ...allow, sourceAddressPrefixes: ["10.1.0.0/16", "10.2.0.0/16"] }),
    ],
    [
      "a change of the cluster failed",
      setCluster({ provisioningState: "Failed" }),
      "cluster prod-1 has state Succeeded → Failed.",
    ],
    ["the endpoint lost its interface", setData("privateEndpointNic", null), "has address 10.10.0.4 → none"],
    [
      "Bastion failed",
      setBastion({ provisioningState: "Failed" }),
      "Bastion host bas-hub has state Succeeded → Failed.",
    ],
    ["Bastion is gone", setBastion(), "Bastion host bas-hub is gone."],
    [
      "nodes are led out no more",
      setBalancers({ ...balancer, leadsOut: false }),
      "load balancer kubernetes has egress paths of nodes on → off.",
    ],
    ["the balancer of nodes is gone", setBalancers(), "load balancer kubernetes is gone."],
    [
      "a state that an operation passes through says nothing",
      setCluster({ provisioningState: "Updating" }),
      "",
    ],
  ])("%s", (...[_what, now, expected, before = []]) => {
    const text = told([before].flat(), [now].flat());
    expect(text).toMatch(expected === "" ? /^$/ : /^Since the good diagnosis of yesterday: /);
    expect(text).toContain(expected);
  });

  test("what stands on the walk that stops comes first, and is told alone", () => {
    const elsewhere = setPools({ powerState: "Stopped" }, { name: "two" });
    expect(told([], [setRules({ name: "deny-443" }), elsewhere])).toBe(
      "Since the good diagnosis of yesterday: security rule deny-443 of nsg-jump was added. 2 more things differ.",
    );
  });
});

describe("a cluster that is better off", () => {
  test.each<Row>([
    [
      "a peering is there again",
      [],
      "What changed since the broken diagnosis of yesterday: peering hub-to-aks of vnet-hub was added.",
      setHub({ peerings: [] }),
    ],
    [
      "the rule is gone",
      [],
      "What changed since the broken diagnosis of yesterday: security rule deny-443 of nsg-jump is gone.",
      setRules({ name: "deny-443" }),
    ],
    [
      "a machine that no walk met while it was off runs again",
      [],
      "What changed since the broken diagnosis of yesterday: virtual machine jump-1 has power state deallocated → running.",
      setJumpHosts({ powerState: collected("deallocated") }),
    ],
    [
      "run commands were switched on",
      setHub({ peerings: [] }),
      "",
      [setAccess({ disableRunCommand: true }), setHub({ peerings: [] })],
    ],
  ])("%s", (...[_what, now, expected, before = []]) => {
    expect(told([before].flat(), [now].flat())).toBe(expected);
  });
});

describe("what it is compared with", () => {
  const broken = changed(setRules({ name: "deny-443" }));
  const [early, late] = ["2026-11-25T10:00:00Z", "2026-11-25T12:00:00Z"];

  test("broken again: still with the healthy one before", () => {
    const found = since([kept(healthy, early, "R-old"), kept(broken, late)], broken);
    expect(found).toMatchObject({ runId: "R-old", verdict: "healthy", at: early, better: false });
  });

  test("healthy again: only where the last one was not", () => {
    expect(since([kept(broken, early)], healthy)).toMatchObject({ verdict: "broken", better: true });
    expect(since([kept(broken, early), kept(healthy, late)], healthy)).toBeNull();
  });

  test("what another release kept is not compared", () => {
    const other = kept(healthy);
    expect(since([{ ...other, digest: { ...other.digest, version: 2 as 1 } }], broken)).toBeNull();
  });

  test("of what nobody could read nothing is kept", () => {
    const unread = changed(clusterDenied);
    expect(toKeep("R-1", unread, judge(unread))).toBeNull();
  });
});

describe("a person is told what they may read now, and nothing else", () => {
  const denied = unavailable("denied", "no right");
  const groupDenied: Change = (snapshot) => ({
    ...snapshot,
    networkSecurityGroups: Object.fromEntries(
      Object.keys(snapshot.networkSecurityGroups).map((id) => [id, denied]),
    ),
  });

  test.each<readonly [string, readonly Change[], readonly Change[]]>([
    ["the hub is not theirs to read", [], [hubDenied]],
    ["nor the rules that differ", [setRules(allow)], [groupDenied, setSpoke({ dnsServers: [] })]],
    ["nor the cluster", [], [clusterDenied]],
    ["a network that is peered no more was not looked at", [addDataNetwork], [setHub({ dnsServers: [] })]],
  ])("%s", (_what, before, now) => {
    expect(told(before, now)).not.toMatch(/allow-all|is gone|vnet-data|was added/);
  });

  const other = { ...jumpHost, id: ids.jump.replace("jump-1", "dns-1"), name: "dns-1" };
  const unlisted: Change = (snapshot) => ({ ...snapshot, jumpHostGaps: [denied] });
  const broke = setHubPeering({ peeringState: "Disconnected" });

  test("a machine is not gone where some interfaces were not listed", () => {
    const both = setData("jumpHosts", [jumpHost, other]);
    const stops = setJumpHosts({ powerState: collected("stopped") });
    const names = (...now: readonly Change[]) =>
      differences(partsOf(changed(both)), partsOf(changed(...now))).map(({ id }) => id);
    expect(names(stops)).toEqual([ids.jump, other.id]);
    expect(names(stops, unlisted)).toEqual([ids.jump]);
  });

  test("which of its interfaces is listed last changes nothing of a machine", () => {
    const nics = [jumpHost.interfaces, jumpHost.interfaces].flat();
    const host = (networkSecurityGroupId: string) =>
      changed(setJumpHosts({ interfaces: nics, networkSecurityGroupId }));
    expect(differences(partsOf(host(ids.jumpNsg)), partsOf(host(ids.agentNsg)))).toEqual([]);
  });

  test("an instance of a scale set is not gone where none was looked for", () => {
    const set = changed(setJumpHosts({}, { ...other, scaleSetId: "/x" }), broke);
    expect(differences(partsOf(set), partsOf(changed(broke)))).toEqual([]);
  });

  test("a rule of a firewall names what its IP groups hold, and nothing where one was not read", () => {
    const groupId = ids.firewall.replace("azureFirewalls/fw-hub", "ipGroups/ours");
    const rule = networkRule({ sources: [], sourceGroupIds: [groupId] });
    const firewall = setFirewall("Succeeded", { collections: [collection("Allow", 200, rule)] });
    const holding = (...addresses: readonly string[]) =>
      changed(firewall, (snapshot) => ({
        ...snapshot,
        ipGroups: { [groupId.toLowerCase()]: collected({ id: groupId, name: "ours", addresses }) },
      }));
    const from = (then: ClusterSnapshot, now: ClusterSnapshot) =>
      differences(partsOf(then), partsOf(now)).flatMap((each) =>
        each.is === "changed" ? each.settings : [],
      );
    expect(from(holding("10.1.0.0/16"), holding("10.2.0.0/16"))).toEqual([
      { setting: "sources", before: ["10.1.0.0/16"], after: ["10.2.0.0/16"] },
    ]);
    expect(from(holding("10.1.0.0/16"), changed(firewall))).toEqual([]);
  });

  test("what the earlier reader could not see was not added", () => {
    const before = changed(hubDenied, setRules({}));
    const digest = toKeep("R-1", { ...before, takenAt: at }, { ...judge(before), verdict: "healthy" });
    const now = changed(setHubPeering({ peeringState: "Disconnected" }));
    expect(since(digest === null ? [] : [digest], now)).toBeNull();
  });
});

test("what is kept has a limit, and a list that was cut tells of nothing that was added", () => {
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    ...allow,
    name: `allow-${index}`,
    priority: 300 + index,
  }));
  const before = kept(changed(setRules(...many)));
  expect(JSON.stringify(before).length).toBeLessThan(260_000);
  const found = since([before], changed(setRules(...many, { name: "deny-443" })));
  expect(found).toBeNull();
});

test("what is kept holds no more than what the walks met", () => {
  const { digest } = kept(changed(setRoutes()));
  const text = JSON.stringify(digest);
  expect(text.length).toBeLessThan(20_000);
  expect(digest.parts.map(({ of }) => of)).not.toContain(
    "microsoft.network/networksecuritygroups/securityrules",
  );
});
