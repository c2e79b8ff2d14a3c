// What a look inside comes to: what was not read is never well, and what follows from something else is not counted.
import { judgeInCluster } from "../../../src/core/in-cluster/judge-in-cluster.ts";
import { readInCluster } from "../../../src/core/in-cluster/read-in-cluster.ts";
import type { InClusterModel, NotLooked, PartName } from "../../../src/core/in-cluster/reads/model.ts";
import { firstBatches } from "../../../src/core/in-cluster/reads.ts";
import { inClusterVerdict } from "../../../src/core/in-cluster/verdict.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import {
  azureSide,
  healthyInCluster,
  type InClusterChange,
  inClusterAbsent,
  inClusterUnread,
  inClusterWith,
  minutesAgo,
  pod,
  read,
} from "../../fixtures/in-cluster.ts";

const { sayInsideVerdict } = messages();
const changed = (...changes: readonly InClusterChange[]): InClusterModel =>
  changes.reduce((model, change) => change(model), healthyInCluster);
const judged = (model: InClusterModel, failedOutside: readonly string[] = []) =>
  inClusterVerdict(model, judgeInCluster(model, azureSide, failedOutside));

const crashing = { ...pod, waiting: ["CrashLoopBackOff"] };
const lostNodes = inClusterWith("nodes", (nodes) =>
  nodes.map((each) => ({ ...each, on: [], unsure: ["Ready"] })),
);
const noNames = inClusterWith("systemSlices", []);
const guardDown: InClusterChange = (model) => ({ ...model, backends: { "shop-guard/guard": read([]) } });

test("all read and well", () => {
  expect(judged(healthyInCluster)).toEqual({ is: "reachableAndWell" });
  expect(sayInsideVerdict({ is: "reachableAndWell" })).toBe(
    "Inside, the API server answers, and what was looked at is well: nodes, kube-system, webhooks, and the pods, workloads, Jobs and volume claims of all namespaces.",
  );
});

test("advice does not make it worse", () => {
  const advised = changed(
    inClusterWith("version", { server: 33, kubectl: 30 }),
    inClusterWith("commandPods", Array(9).fill(pod)),
  );
  expect(judged(advised)).toEqual({ is: "reachableAndWell" });
});

test("neither does what the cluster does not have", () => {
  expect(judged(changed(inClusterAbsent("certificates"), inClusterAbsent("constraints")))).toEqual({
    is: "reachableAndWell",
  });
});

test("each thing that is wrong is named, and what could not be seen besides", () => {
  const model = changed(inClusterWith("pods", [crashing]), inClusterUnread("certificates"));
  expect(judged(model)).toEqual({
    is: "reachableWithFaults",
    faults: ["k8s.crashloop"],
    follows: 0,
    unread: ["k8s.certificates"],
  });
  expect(sayInsideVerdict(judged(model))).toBe(
    "Inside, the API server answers, and one thing is wrong. One thing could not be looked at.",
  );
});

const counting = (Object.keys(healthyInCluster.parts) as readonly PartName[]).filter(
  // Only advice is judged by these, or nothing, and storage classes decide nothing where no claim waits.
  (name) =>
    ![
      ...["version", "whoami", "constraints", "customNames", "warnings"],
      ...["lastWords", "storageClasses"],
    ].includes(name),
);

test.each(counting)("without %s nobody says that all is well", (name) => {
  expect(judged(changed(inClusterUnread(name))).is).toBe("reachableNotAllSeen");
});

describe("what explains what", () => {
  const explained = (model: InClusterModel, failedOutside: readonly string[] = []) =>
    Object.fromEntries(
      judgeInCluster(model, azureSide, failedOutside).flatMap(({ id, explainedBy }) =>
        explainedBy === undefined ? [] : [[id, explainedBy]],
      ),
    );

  test("nodes that are lost explain what runs on them", () => {
    const model = changed(
      lostNodes,
      noNames,
      inClusterWith("deployments", [{ name: "coredns", wanted: 2, ready: 0 }]),
    );
    expect(explained(model)).toMatchObject({
      "k8s.coredns": "k8s.nodes-ready",
      "k8s.deployments": "k8s.nodes-ready",
    });
    expect(judged(model)).toMatchObject({ faults: ["k8s.nodes-ready"] });
  });

  test("a cause on the Azure side explains lost nodes, and nobody says that all is well", () => {
    expect(explained(changed(lostNodes), ["nsg.node-egress"])).toEqual({
      "k8s.nodes-ready": "nsg.node-egress",
    });
    const verdict = judged(changed(lostNodes), ["nsg.node-egress"]);
    expect(verdict).toEqual({ is: "reachableWithFaults", faults: [], follows: 1, unread: [] });
    expect(sayInsideVerdict(verdict)).toBe(
      "Inside, the API server answers, and one thing that is wrong follows from the cause.",
    );
  });

  test("agents that are gone explain logs that cannot be fetched, and an API behind them", () => {
    const model = changed(
      inClusterWith("deployments", [{ name: "konnectivity-agent", wanted: 2, ready: 0 }]),
      inClusterWith("tunnel", { pods: 0, fault: "noAgent", address: "" }),
      inClusterWith("apiServices", (all) => all.map((each) => ({ ...each, isAvailable: false }))),
    );
    expect(explained(model)).toEqual({
      "k8s.deployments": "k8s.konnectivity",
      "k8s.tunnel-live": "k8s.konnectivity",
      "k8s.metrics-server": "k8s.konnectivity",
    });
  });

  test("a certificate that is over explains the webhook that nobody serves, and that one pods that do not come", () => {
    const pending = { ...pod, phase: "Pending", created: minutesAgo(9) };
    expect(explained(changed(guardDown, inClusterWith("pods", [pending])))).toEqual({
      "k8s.pending-pods": "k8s.webhook-backends",
    });
    const over = inClusterWith("certificates", (all) => all.map((each) => ({ ...each, isReady: false })));
    expect(explained(changed(guardDown, over))).toEqual({ "k8s.webhook-backends": "k8s.certificates" });
  });

  test("a full subnet explains pods that find no node", () => {
    const model = changed(inClusterWith("pods", [{ ...pod, phase: "Pending", created: minutesAgo(9) }]));
    expect(explained(model, ["pool.subnet-ip-free"])).toEqual({ "k8s.pending-pods": "pool.subnet-ip-free" });
  });

  test("a policy explains that commands' pods do not start", () => {
    const model = changed(
      inClusterWith("commandPods", [{ ...pod, name: "command-1", phase: "Pending", created: minutesAgo(5) }]),
    );
    expect(explained(model, ["invoke.policy"])).toEqual({ "k8s.aks-command": "invoke.policy" });
  });

  test("a failure is not explained by a mere warning", () => {
    const model = changed(
      noNames,
      inClusterWith("nodes", ([first, second]) => [first, { ...second, on: [] }] as never),
    );
    expect(explained(model)).toEqual({});
  });
});

describe("where nobody looked", () => {
  const reasons: readonly NotLooked[] = [
    ...(["leftOut", "byMode", "byPolicy", "asClusterAdmin", "notSignedIn", "unread"] as const),
    ...(["mayNotRun", "switchedOff", "stopped", "podNotPlaced", "policyDenied", "imageNotPulled"] as const),
    ...(["notInTime", "restarted", "failed"] as const),
  ];
  const [reads = []] = firstBatches();
  const now = "2026-11-26T10:00:00Z";

  test.each(reasons)("%s is said", (why) => {
    const model = readInCluster({
      ran: [{ reads, nonce: "", went: { is: "notRun", why } }],
      denied: [],
      now,
    });
    expect(judged(model)).toEqual({ is: "notLookedInside", why });
    expect(sayInsideVerdict(judged(model))).toMatch(/^Not looked inside: [A-Za-z].*\.$/);
  });

  test("the policy allows none of it", () => {
    const denied = firstBatches().flatMap((batch) => batch.map(({ id }) => id));
    expect(judged(readInCluster({ ran: [], denied, now }))).toEqual({
      is: "notLookedInside",
      why: "byPolicy",
    });
  });

  test("it ran, and nothing came back", () => {
    const went = { is: "ran", output: "", began: now } as const;
    const model = readInCluster({ ran: [{ reads, nonce: "n".repeat(24), went }], denied: [], now });
    expect(judged(model)).toEqual({ is: "notLookedInside", why: "nothingRead" });
  });

  test("Kubernetes lets nothing be read", () => {
    const all = Object.keys(healthyInCluster.parts) as readonly PartName[];
    const nothing = changed(...all.map((name) => inClusterUnread(name)));
    const rights = { is: "notLookedInside", why: "rights" };
    expect(judged(nothing)).toEqual(rights);
    // Which kinds there are, everybody is told.
    expect(judged(inClusterAbsent("constraints")(inClusterAbsent("certificates")(nothing)))).toEqual(rights);
  });
});
