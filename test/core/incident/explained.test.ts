// Whether a cause explains an alert: by who is hurt and what the alert speaks of. It claims nothing that is not known.
import type { AlertFacts } from "../../../src/core/alert/alert.ts";
import type { AlertReason } from "../../../src/core/alert/reason.ts";
import type { RootCause } from "../../../src/core/diagnosis/cause.ts";
import type { Impact } from "../../../src/core/diagnosis/impact.ts";
import { type AlertAbout, aboutOf } from "../../../src/core/incident/alert-topic.ts";
import { type Explained, explained } from "../../../src/core/incident/explained.ts";
import type { IncidentAlert } from "../../../src/core/incident/incident.ts";
import type { Fact } from "../../../src/core/outcome/check.ts";
import { expectEach } from "../../each-holds.ts";

const firedAt = "2026-07-27T01:12:24Z";

const facts = (rule: string, reason: AlertReason | null): AlertFacts => ({
  ...{ source: "alertmanager", severity: "Sev1", rule, service: null, reason, description: null },
  ...{ firedAt, link: null },
});
const metric = (name: string, ...where: readonly string[]): AlertFacts =>
  facts("a rule", {
    ...{ is: "measured", aggregation: "Average", of: { metric: name }, value: "1", operator: "GreaterThan" },
    ...{ threshold: "0", window: "PT5M", where, more: 0 },
  });
const expression = (text: string): AlertFacts =>
  facts("a rule", { is: "ruleFires", said: null, expression: text, value: "1", held: null });
const labelled = (rule: string, ...where: readonly string[]): AlertFacts =>
  facts(rule, { is: "labelled", said: "Somebody wrote node_cpu_usage here.", values: [], where });

/** As a test reads: `restarts in orders`. */
const told = ({ topic, namespace, node }: AlertAbout): string =>
  [topic, ...(namespace === null ? [] : ["in", namespace]), ...(node === null ? [] : ["on", node])].join(" ");

test.each<[AlertFacts, string]>([
  [metric("kube_pod_container_status_restarts_total", "namespace orders", "pod api-0"), "restarts in orders"],
  [metric("kube_pod_status_phase", "phase Pending", "namespace orders"), "podsPending in orders"],
  [metric("kube_pod_status_phase", "phase Failed"), "podsReady"],
  [metric("kube_node_status_condition", "condition Ready", "node aks-1"), "nodesReady on aks-1"],
  [metric("kube_node_status_condition", "condition DiskPressure", "node aks-1"), "nodesRoom on aks-1"],
  [metric("node_cpu_usage_percentage", "node aks-1"), "nodesCpu on aks-1"],
  [metric("node_memory_working_set_percentage"), "nodesRoom"],
  [metric("apiserver_cpu_usage_percentage"), "apiServerLoad"],
  [metric("apiserver_availability_percentage"), "apiServer"],
  [metric("cluster_autoscaler_unschedulable_pods_count"), "podsPending"],
  [expression('up{job="apiserver"} == 0'), "apiServer"],
  [expression('kube_deployment_status_replicas_available{namespace="shop"} < 1'), "podsReady in shop"],
  [expression('a{namespace="x"} or kube_job_failed{namespace="y"}'), "jobs"],
  [expression('sum(coredns_dns_responses_total{rcode="SERVFAIL"}) > 1'), "names"],
  [labelled("KubePodCrashLooping", "namespace payments", "container api"), "restarts in payments"],
  [labelled("KubeNodeNotReady", "namespace monitoring", "pod kube-state-metrics-0"), "nodesReady"],
  [labelled("KubePodNotReady", "namespace monitoring", "pod kube-state-metrics-0"), "podsReady"],
  [facts("[prod-1] KubeAPIDown", { is: "urgency", urgency: "high", priority: "P1" }), "apiServer"],
  [facts("x", { is: "health", title: null, now: "Unavailable", was: null, cause: "azure" }), "clusterHealth"],
  // Nothing is known of these: what a rule is called by somebody, or what it is described as, may mean anything.
  [facts("Orders fail", null), ""],
  [labelled("Memory of the API"), ""],
  [facts("node-cpu-high", { is: "operation", operation: "stop", caller: null, status: null }), ""],
])("%j speaks of %s", (alert, expected) => {
  const about = aboutOf(alert);
  expect(about === null ? "" : told(about)).toBe(expected);
});

const fired = (alert: AlertFacts): IncidentAlert => ({ alert, status: { state: "fired" } });
const cause = (impact: Impact | null, more: Partial<RootCause> = {}) => ({
  impact,
  rootCause: { check: "any", facts: [], confidence: "certain", ...more } satisfies RootCause,
});

const noNames: Impact = { on: "pods", which: { is: "all" }, cannot: "resolveNames", works: null };
const crashing = (...names: readonly string[]): Impact => ({
  ...{ on: "pods", which: { is: "namespaces", names }, cannot: "keepRunning", works: null },
});
const fullNodes = (...names: readonly string[]): Impact => ({
  ...{ on: "nodes", which: { is: "nodes", names }, cannot: "haveRoom", works: null },
});
const people = (works: Impact["works"]): Impact => ({
  ...{ on: "people", at: ["vnet-hub"], over: null, everyone: false, works },
});
const unlisted: Impact = { on: "requester", from: { ip: "20.50.9.9" }, cannot: "beListed", works: null };
const stopped: Impact = { on: "apiServer", cannot: "run", works: null };
const noWebhook: Impact = { on: "pods", which: { is: "all" }, cannot: "beCreated", works: null };

const restartsIn = (namespace: string): AlertFacts =>
  labelled("KubePodCrashLooping", `namespace ${namespace}`);
const nodeCpu = metric("node_cpu_usage_percentage");
const roomOn = (node: string): AlertFacts => metric("node_disk_usage_percentage", `node ${node}`);
const apiLoad = metric("apiserver_cpu_usage_percentage");

/** All that is said, in one line. */
const said = (impact: Impact | null, alerts: readonly AlertFacts[], more: Partial<RootCause> = {}): string =>
  saidOf(explained(alerts.map(fired), cause(impact, more)));
const saidOf = ({ unknown, ...judged }: Explained): string =>
  [
    ...Object.entries(judged).flatMap(([is, abouts]) => abouts.map((about) => `${is}: ${told(about)}`)),
    ...(unknown > 0 ? [`unknown: ${unknown}`] : []),
  ].join("; ");

test.each<[string, Impact | null, AlertFacts, string]>([
  ["no DNS in pods, restarts", noNames, restartsIn("orders"), "explains: restarts in orders"],
  ["no DNS in pods, CoreDNS itself restarts", noNames, restartsIn("kube-system"), "unknown: 1"],
  ["no DNS in pods, CPU of nodes", noNames, nodeCpu, "not: nodesCpu"],
  ["no DNS in pods, load on the API server", noNames, apiLoad, "unknown: 1"],
  ["a crash loop, restarts there", crashing("orders"), restartsIn("orders"), "explains: restarts in orders"],
  ["a crash loop, restarts elsewhere", crashing("orders"), restartsIn("web"), "elsewhere: restarts in web"],
  [
    "a crash loop, restarts nobody knows where",
    crashing("orders"),
    labelled("KubePodCrashLooping"),
    "unknown: 1",
  ],
  ["a crash loop, CPU of nodes", crashing("orders"), nodeCpu, "unknown: 1"],
  [
    "a webhook is down, too few replicas",
    noWebhook,
    labelled("KubeDeploymentReplicasMismatch"),
    "explains: podsReady",
  ],
  [
    "a webhook is down, errors of the API server",
    noWebhook,
    labelled("KubeAPIErrorBudgetBurn"),
    "unknown: 1",
  ],
  ["a full node, its disk", fullNodes("aks-1"), roomOn("aks-1"), "explains: nodesRoom on aks-1"],
  ["a full node, another one's disk", fullNodes("aks-1"), roomOn("aks-2"), "elsewhere: nodesRoom on aks-2"],
  ["a full node, restarts", fullNodes("aks-1"), restartsIn("orders"), "unknown: 1"],
  ["people are cut off, restarts", people("nodes"), restartsIn("orders"), "not: restarts in orders"],
  ["people are cut off, and maybe nodes", people(null), restartsIn("orders"), "unknown: 1"],
  ["people are cut off, a probe of the API server", people("nodes"), labelled("KubeAPIDown"), "unknown: 1"],
  ["an address is not listed, restarts", unlisted, restartsIn("orders"), "not: restarts in orders"],
  ["the cluster is stopped, the API server is down", stopped, labelled("KubeAPIDown"), "explains: apiServer"],
  ["the cluster is stopped, CPU of nodes", stopped, nodeCpu, "not: nodesCpu"],
  ["nobody is hurt", null, restartsIn("orders"), "unknown: 1"],
  ["an alert that speaks of nothing known", noNames, facts("Orders fail", null), "unknown: 1"],
])("%s", (_, impact, alert, expected) => {
  expect(said(impact, [alert])).toBe(expected);
});

test("an alert from before the newest change of what is broken may have had another cause", () => {
  const changedAt = (time: string) => ({
    changed: { time, operation: "write", status: "Succeeded", by: "alex", resourceId: "/r" } as never,
  });
  expect(said(noNames, [restartsIn("orders")], changedAt("2026-07-27T01:12:25Z"))).toBe("unknown: 1");
  expect(said(noNames, [restartsIn("orders")], changedAt("2026-07-27T01:12:23Z"))).toBe(
    "explains: restarts in orders",
  );
});

test("where a finding has not named all, another namespace may be one of them", () => {
  const some: readonly Fact[] = [{ is: "others", pods: { names: ["orders/api"], left: 3 } } as Fact];
  expect(said(crashing("orders"), [restartsIn("web")], { facts: some })).toBe("unknown: 1");
});

test("alerts that are over count only where none is open, and what is said of several is said once", () => {
  const over: IncidentAlert = {
    alert: nodeCpu,
    status: { state: "resolved", resolvedAt: firedAt },
  };
  const open = [restartsIn("orders"), restartsIn("orders"), restartsIn("web")].map(fired);
  const all = explained([over, ...open], cause(noNames));
  expect(saidOf(all)).toBe("explains: restarts in orders; explains: restarts in web");
  expect(saidOf(explained([over], cause(noNames)))).toBe("not: nodesCpu");
});

test("of each alert something is said: of those of which nobody knows, how many they are", () => {
  const alerts = [restartsIn("orders"), facts("Orders fail", null), apiLoad];
  expect(said(noNames, alerts)).toBe("explains: restarts in orders; unknown: 2");
  expect(saidOf(explained([], cause(noNames)))).toBe("");
});

test("no explanation names what is not in both: whoever is hurt, whatever the alert", () => {
  const namespaces = ["orders", "web"];
  const nodes = ["aks-1", "aks-2"];
  const podLosses = [
    ...(["resolveNames", "reachApi", "reachOtherNodes", "beCreated", "findNode", "pullImages"] as const),
    ...(["start", "getVolumes", "keepRunning", "beReady", "stayOnNode", "finish"] as const),
  ];
  const nodeLosses = [
    ...(["reachApi", "resolveNames", "reachOutside", "beReached", "reachEachOther", "beReady"] as const),
    ...(["report", "run", "haveRoom", "beWell", "takePods", "beSupported"] as const),
  ];
  const impacts: readonly Impact[] = [
    ...podLosses.map((cannot): Impact => ({ ...crashing("orders"), cannot }) as Impact),
    ...nodeLosses.map((cannot): Impact => ({ ...fullNodes("aks-1"), cannot }) as Impact),
    ...podLosses.map((cannot): Impact => ({ ...noNames, cannot }) as Impact),
    ...[people("nodes"), unlisted, stopped],
  ];
  const rules = ["KubePodCrashLooping", "KubePodNotReady", "KubeJobFailed", "KubeContainerWaiting"];
  const alerts = [
    ...rules.flatMap((rule) => namespaces.map((name) => labelled(rule, `namespace ${name}`))),
    ...nodes.flatMap((name) => [
      roomOn(name),
      metric("kube_node_status_condition", "condition Ready", `node ${name}`),
      metric("node_cpu_usage_percentage", `node ${name}`),
    ]),
  ];
  const pairs = impacts.flatMap((impact) =>
    alerts.map((alert) => [JSON.stringify([impact, alert.rule, alert.reason]), { impact, alert }] as const),
  );
  expectEach(pairs, ({ impact, alert }) => {
    const all = explained([fired(alert)], cause(impact));
    const { unknown, ...judged } = all;
    expect(Object.values(judged).flat().length + unknown).toBe(1);
    const hurt =
      "which" in impact && "names" in impact.which ? impact.which.names : [...namespaces, ...nodes];
    for (const { namespace, node } of all.explains) {
      const named = namespace ?? node ?? "";
      expect(hurt).toContain(named);
      expect(JSON.stringify(alert.reason)).toContain(named);
    }
  });
});
