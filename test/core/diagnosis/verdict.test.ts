// How grave a fault is does not depend on who asks, and not on which of several ways somebody thinks of.

import { headlineOf } from "../../../src/core/diagnosis/diagnosis.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { besideNodes, noBastion, setGateways } from "../../fixtures/entry-changes.ts";
import { ids, linkTo, readOnly } from "../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  type Change,
  changed,
  databaseHost,
  setAccess,
  setClient,
  setCluster,
  setData,
  setJumpHosts,
  setRules,
  setSpokePeering,
} from "../../fixtures/snapshot-changes.ts";
import { managedNetwork } from "../../fixtures/snapshot-managed-network.ts";
import { routed, setHubFirewall } from "../../fixtures/snapshot-nodes.ts";
import { hubDenied, stop } from "../../fixtures/snapshot-variants.ts";
import { basicBastion } from "./faults.ts";

const verdictOf = (...changes: readonly Change[]) => diagnose(changed(...changes)).verdict;
const reader = setData("permissions", readOnly);
const runCommandOff = setAccess({ disableRunCommand: true });
const noHosts = [setData("jumpHosts", []), noBastion];
const unlinked = setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]);

test.each([
  ["the run command is disabled, on purpose", [runCommandOff], "healthy"],
  ["the jump host may not reach port 443", [setRules({})], "broken"],
] as const)("%s: the same for a plain reader", (_what, changes, verdict) => {
  expect(verdictOf(...changes)).toBe(verdict);
  expect(verdictOf(...changes, reader)).toBe(verdict);
});

test("a way over VPN that perhaps works keeps it from being called broken", () => {
  expect(verdictOf(runCommandOff, ...noHosts)).toBe("broken");
  expect(verdictOf(runCommandOff, ...noHosts, setGateways({ gatewayType: "Vpn" }))).toBe("degraded");
});

test("a run command that is off is the cause for whoever asks about it, and is said among the ways to everybody", () => {
  const symptom = "(KubernetesPerformanceError) run command is disabled";
  const ways = diagnose(changed(runCommandOff)).accessPaths;
  expect(ways.find(({ id }) => id === "P13")).toMatchObject({
    state: "blocked",
    reason: "The run command of prod-1 is disabled.",
  });
  const asked = diagnose(changed(runCommandOff, setClient({ symptom })));
  expect(asked).toMatchObject({ verdict: "degraded", rootCause: { check: "invoke.enabled" } });
});

test("a run command that is off is not blamed for what could not be read", () => {
  expect(diagnose(changed(runCommandOff, hubDenied))).toMatchObject({ verdict: "unknown", rootCause: null });
});

test.each([
  ["stopped, and not broken", [stop], "broken", "stopped"],
  ["a fact about an address that leads nowhere", [setClient({ ip: "20.50.0.9" })], "degraded", "outside"],
  ["a private one that nothing can have learned", [setClient({ ip: "192.168.1.5" })], "degraded", "outside"],
  [
    "the same, where a gateway that was not read may have learned it",
    [setSpokePeering({ useRemoteGateways: true }), setClient({ ip: "192.168.1.5" })],
    "unknown",
    "outside",
  ],
  [
    "the cause first, whatever the address",
    [setRules({}), setClient({ ip: "20.50.0.9" })],
    "broken",
    "broken",
  ],
  [
    "the same address, and no other way either",
    [setClient({ ip: "20.50.0.9" }), ...noHosts, reader],
    "broken",
    "outside",
  ],
  ["no address told", [], "healthy", "reachable"],
] as const)("the headline: %s", (_what, changes, verdict, headline) => {
  const diagnosis = diagnose(changed(...changes));
  expect([diagnosis.verdict, headlineOf(diagnosis)]).toEqual([verdict, headline]);
});

test("a network without the link is one network: a jump host beside the nodes still gets there", () => {
  expect(verdictOf(unlinked)).toBe("broken");
  expect(verdictOf(unlinked, setJumpHosts(besideNodes), setClient({ virtualNetwork: ids.hub }))).toBe(
    "degraded",
  );
});

test("two jump hosts, of which one is off and the other's network is not linked: nobody gets in", () => {
  const hosts = setJumpHosts({ powerState: collected("deallocated") }, { ...databaseHost, name: "jump-2" });
  const diagnosis = diagnose(changed(addDataNetwork, hosts));
  expect(diagnosis.verdict).toBe("broken");
  expect(diagnosis.summary).toMatch(/^No access path to prod-1 works from end to end: /);
});

test("a Basic Bastion is no fault, unless somebody wants more of it", () => {
  expect(diagnose(basicBastion)).toMatchObject({ verdict: "healthy", rootCause: null });
});

test("a failed operation is named only while nothing explains it, and never means that nobody gets in", () => {
  const failed = setCluster({ provisioningState: "Failed" });
  expect(diagnose(changed(failed))).toMatchObject({
    verdict: "degraded",
    rootCause: { check: "cluster.provisioning-failed" },
  });
  const { rootCause, checks } = diagnose(changed(failed, routed, setHubFirewall({ ipConfigurations: [] })));
  expect(rootCause?.check).toBe("firewall.state");
  expect(checks.find(({ id }) => id === "cluster.provisioning-failed")).toMatchObject({
    explainedBy: "firewall.state",
  });
});

describe("nothing is wrong on Azure's side", () => {
  const summaryOf = (...changes: readonly Change[]) => diagnose(changed(...changes)).summary;

  test.each([
    ["x509: certificate signed by unknown authority", "az aks get-credentials --overwrite-existing"],
    ["x509: certificate has expired or is not yet valid", "have to be rotated"],
    ['Error from server (Forbidden): nodes is forbidden: User "a" cannot list resource', "-n"],
    ["error dialing backend: dial tcp 10.10.0.5:10250: i/o timeout", "konnectivity"],
    ["Failed to connect to MSI", "az login"],
  ])("and the error says what to look at: %s", (symptom, words) => {
    expect(summaryOf(setClient({ symptom }))).toMatch(
      new RegExp(`^Azure's side of prod-1 is fine; .*(${words}).*\\.$`),
    );
  });

  test("of a firewall's rules nothing is claimed where they were not walked", () => {
    const sentence = "Nothing on Azure's side keeps anyone from reaching prod-1.";
    expect([summaryOf(), summaryOf(routed)]).toEqual([sentence, sentence]);
    const proxied = setCluster({ httpsProxy: "http://proxy.corp:3128" });
    expect(summaryOf(routed, proxied)).toContain("proxy.corp:3128 lets through, Azure does not show");
  });
});

test.each([
  ["Starting", "is starting: wait"],
  ["Stopping", "is stopping: wait"],
  ["Creating", "is being created: wait"],
  ["Deleting", "is being deleted"],
])("%s: nothing is called broken, and no way is promised", (state, says) => {
  const diagnosis = diagnose(changed(stop, setCluster({ provisioningState: state })));
  expect(diagnosis).toMatchObject({ verdict: "unknown", rootCause: null });
  expect(diagnosis.summary).toContain(`prod-1 ${says}`);
  expect(diagnosis.accessPaths.filter((path) => path.state === "available")).toEqual([]);
});

test("a network that AKS made itself is as good as any", () => {
  expect(verdictOf(managedNetwork())).toBe("healthy");
});
