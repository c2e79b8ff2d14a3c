// The way and what stands inside as one answer: one verdict, one cause, and no word about what nobody looked at.
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { headlineOf } from "../../../src/core/diagnosis/diagnosis.ts";
import {
  clusterNotProbed,
  mergeInCluster,
  probingCluster,
} from "../../../src/core/diagnosis/merge-in-cluster.ts";
import { notLooked } from "../../../src/core/in-cluster/read-in-cluster.ts";
import type { NotLooked } from "../../../src/core/in-cluster/reads/model.ts";
import { inWords } from "../../diagnosed.ts";
import { lookedAt, lookThat, type Printed } from "../../fixtures/in-cluster-printed.ts";
import {
  type Change,
  changed,
  setClient,
  setCluster,
  setRules,
  setSpoke,
} from "../../fixtures/snapshot-changes.ts";
import { stop } from "../../fixtures/snapshot-variants.ts";

const upgrading = setCluster({ provisioningState: "Upgrading" });

function told(change: Printed, ...snapshot: readonly Change[]) {
  const seen = changed(...snapshot);
  return mergeInCluster(diagnose(seen), seen, lookThat(change));
}

const agentsGone: Printed = { deployments: [["konnectivity-agent"], [2], []] };
const crashing: Printed = {
  pods: [
    ...[["shop"], ["cart-1"], ["Running"], ["aks-apps-1"], ["2026-11-26T09:00:00Z"]],
    ...[["CrashLoopBackOff"], [], [], [], [7], ["OOMKilled"], []],
    ...[["cart"], [7], ["cart"], [137], ["OOMKilled"]],
  ],
};
const lostNodes: Printed = {
  nodes: [
    ["aks-system-1"],
    ["system"],
    ["system"],
    [],
    ["Ready"],
    [],
    [],
    [],
    ["v1.33.5"],
    ["linux"],
    ["cluster"],
  ],
};
const both: Printed = { ...agentsGone, ...crashing };

test.each<readonly [what: string, change: Printed, changes: readonly Change[], expected: object]>([
  ["all is well", {}, [], { verdict: "healthy", headline: "well", cause: null, also: [] }],
  [
    "one thing inside",
    crashing,
    [],
    { verdict: "degraded", headline: "wrongInside", cause: "k8s.crashloop", also: [] },
  ],
  [
    "several things: what fails comes before what warns",
    both,
    [],
    { verdict: "degraded", headline: "wrongInside", cause: "k8s.konnectivity", also: ["k8s.crashloop"] },
  ],
  [
    "several things, and the requester's error points at one",
    both,
    [setClient({ symptom: "Back-off: CrashLoopBackOff" })],
    { verdict: "degraded", headline: "wrongInside", cause: "k8s.crashloop", also: ["k8s.konnectivity"] },
  ],
  [
    "a place that leads nowhere comes first",
    crashing,
    [setClient({ ip: "20.50.9.9" })],
    { verdict: "degraded", headline: "outside", cause: null },
  ],
  [
    "a place that leads nowhere, and the requester's error points inside",
    crashing,
    [setClient({ ip: "20.50.9.9", symptom: "Back-off: CrashLoopBackOff" })],
    { verdict: "degraded", headline: "degraded", cause: "k8s.crashloop" },
  ],
  [
    "a way that is broken comes first",
    crashing,
    [setRules({})],
    { verdict: "broken", headline: "broken", cause: "nsg.client-443", also: ["k8s.crashloop"] },
  ],
  [
    "a way that is merely not all well comes after a graver fault inside",
    agentsGone,
    [upgrading],
    { verdict: "degraded", cause: "k8s.konnectivity", also: ["cluster.operation-in-progress"] },
  ],
])("%s", (_what, change, changes, expected) => {
  const { verdict, rootCause, thenAlso = [], ...rest } = told(change, ...changes);
  const headline = headlineOf({ verdict, rootCause, ...rest });
  const also = thenAlso.map(({ check }) => check);
  expect({ verdict, headline, cause: rootCause?.check ?? null, also }).toMatchObject(expected);
});

test("what the way's fault explains is no fault of its own", () => {
  const diagnosis = told(lostNodes, setSpoke({ dnsServers: ["10.9.9.9"] }));
  expect(diagnosis.checks.find(({ id }) => id === "k8s.nodes-ready")).toMatchObject({
    status: "fail",
    explainedBy: "dns.custom-servers",
  });
  expect([diagnosis.rootCause?.check, diagnosis.thenAlso]).toEqual(["dns.custom-servers", []]);
});

test("the first sentence names the cause inside", () => {
  expect(inWords(told(agentsGone)).summary).toMatch(/konnectivity|agents/i);
});

test.each([
  ["what stands inside", "k8s.crashloop", "outside"],
  ["a warning of Azure's side", "pool.subnet-ip-free", "degraded"],
])("a place that leads nowhere, and %s", (_what, id, expected) => {
  const way = diagnose(changed(setClient({ ip: "20.50.9.9" })));
  const found = { is: "reachableWithFaults", faults: ["k8s.crashloop"], follows: 0, unread: [] } as const;
  const inside = { found, way: way.verdict };
  const seen = { ...way, verdict: "degraded", checks: [{ id, status: "warn" }], inside } as const;
  expect(headlineOf(seen)).toBe(expected);
});

describe("of what nobody looked at nothing is said but why", () => {
  const way = diagnose(changed());

  test.each([
    ["left out", clusterNotProbed(way, "leftOut"), "Not looked inside: you left it out."],
    ["on its way", probingCluster(way), "Inside is being looked at: this card will be brought up to date."],
  ])("%s", (_what, diagnosis, said) => {
    expect([headlineOf(diagnosis), inWords(diagnosis).inside?.said]).toEqual(["reachable", said]);
    expect(diagnosis.checks.filter(({ id }) => id.startsWith("k8s."))).toEqual([]);
  });

  const without = (why: NotLooked) => mergeInCluster(way, changed(), notLooked(why, lookedAt));

  test("commands did not run: no check is added, and no verdict changed", () => {
    const diagnosis = without("switchedOff");
    expect([diagnosis.verdict, headlineOf(diagnosis)]).toEqual(["healthy", "reachable"]);
    expect(diagnosis.checks).toEqual(way.checks);
  });

  test("no node took the pod of the command: that is the cause", () => {
    expect(without("podNotPlaced")).toMatchObject({
      verdict: "degraded",
      rootCause: { check: "k8s.invoke-capacity" },
      inside: { found: { is: "notLookedInside", why: "podNotPlaced" } },
    });
  });
});

test("a stopped cluster is called stopped, whatever became of the look", () => {
  const seen = changed(stop);
  const diagnosis = clusterNotProbed(diagnose(seen), "stopped");
  expect(headlineOf(diagnosis)).toBe("stopped");
});

test("nothing that somebody in the cluster wrote leaves unmasked", () => {
  const secret = "AccountKey=bm90IGEga2V5IGJ1dCBsb29rcyBsaWtlIG9uZSBpbmRlZWQ=";
  const change: Printed = {
    pods: [
      ...[["shop"], ["cart-1"], ["Pending"], [], ["2026-11-26T09:00:00Z"]],
      ...[[`a/${secret}`], [], [secret], [], [0], [], [secret]],
      ...[["cart"], [0], ["cart"], [1], [secret]],
    ],
    lastWords: [["shop"], ["cart-1"], ["cart"], [secret]],
  };
  expect(JSON.stringify(told(change))).not.toContain("bm90IGEga2V5");
});

test("a line that mends it names no object whose name is masked", () => {
  const key = "sk-proj-abcdefghijklmnopqrstuvwx0123456789abcdef";
  const cutting = (name: string): Printed => ({
    networkPolicies: [[name], [{ matchLabels: { "k8s-app": "kube-dns" } }], ["Ingress"], [], []],
  });
  expect(JSON.stringify(told(cutting("closes")))).toContain(`"kind":"deleteNetworkPolicy","name":"closes"`);
  expect(JSON.stringify(told(cutting(key)))).toContain('"check":"k8s.netpol"');
  expect(JSON.stringify(told(cutting(key)))).not.toContain(key);
});
