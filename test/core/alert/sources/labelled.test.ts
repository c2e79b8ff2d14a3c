// Alertmanager and Grafana: a delivery is a group of alerts, and each is what its labels and annotations say.
import type { Alert } from "../../../../src/core/alert/alert.ts";
import { alertmanager } from "../../../../src/core/alert/sources/alertmanager.ts";
import { grafana } from "../../../../src/core/alert/sources/grafana.ts";
import { messages } from "../../../../src/presenters/messages/messages.ts";
import {
  alertmanagerBody,
  clusterIdLabel,
  crashLooping,
  grafanaBody,
  memoryHigh,
} from "../../../fixtures/alert-sources.ts";
import { alertIn, clusterId } from "../../../fixtures/alerts.ts";

const prometheus = (more: Record<string, unknown> = {}, labels: Record<string, unknown> = {}): Alert =>
  alertIn(alertmanager, alertmanagerBody([crashLooping(more, labels)]));
const ofGrafana = (more: Record<string, unknown> = {}, labels: Record<string, unknown> = {}): Alert =>
  alertIn(grafana, grafanaBody([memoryHigh(more, labels)]));

const said = ({ reason }: Alert, language = "en"): string | null => {
  const { sayAlertReason, times } = messages(language);
  return reason && sayAlertReason(reason, times);
};

test("all that is kept of an alert of Alertmanager", () => {
  expect(prometheus()).toEqual({
    source: "alertmanager",
    id: "alertmanager|c9a1b7f20d3e4856",
    key: "alertmanager|c9a1b7f20d3e4856|2026-08-22T16:04:18.261Z",
    origin: null,
    condition: "fired",
    severity: "Sev2",
    rule: "KubePodCrashLooping",
    service: "aks-oncall",
    reason: {
      is: "labelled",
      said: "Pod is crash looping.",
      values: [],
      where: ["namespace payments", "pod api-7d9f4c6b5-x2x9q", "container api"],
    },
    description: "Pod payments/api-7d9f4c6b5-x2x9q (api) is in waiting state (reason: CrashLoopBackOff).",
    firedAt: "2026-08-22T16:04:18.261Z",
    resolvedAt: null,
    link: null,
    targets: [],
    setOn: [],
    names: ["prod-1"],
  });
});

test("all that is kept of an alert of Grafana", () => {
  expect(ofGrafana()).toEqual({
    source: "grafana",
    id: "grafana|1|c6eadffa33fcdf37",
    key: "grafana|1|c6eadffa33fcdf37|2021-10-12T07:51:03.157Z",
    origin: null,
    condition: "fired",
    severity: "Sev4",
    rule: "High memory usage",
    service: "On call",
    reason: {
      is: "labelled",
      said: "This alert was triggered for zone us-1",
      values: ["B = 44.2394", "C = 1"],
      where: [],
    },
    description: "The system has high memory usage",
    firedAt: "2021-10-12T07:51:03.157Z",
    resolvedAt: null,
    link: null,
    targets: [],
    setOn: [],
    names: ["prod-1"],
  });
});

test("one that is resolved has the key of the one that fired, and says since when", () => {
  const over = prometheus({ status: "resolved", endsAt: "2026-08-22T16:20:00Z" });
  expect(over).toMatchObject({ condition: "resolved", resolvedAt: "2026-08-22T16:20:00.000Z" });
  expect(over.key).toBe(prometheus().key);
});

test("it fires again: another key and the same id", () => {
  const again = prometheus({ startsAt: "2026-08-22T18:00:00Z" });
  expect([again.id === prometheus().id, again.key === prometheus().key]).toEqual([true, false]);
});

test("a delivery with alerts of several clusters and namespaces gives each", () => {
  const parsed = alertmanager.parse(
    alertmanagerBody([
      crashLooping(),
      crashLooping({ fingerprint: "01" }, { cluster: "prod-2", namespace: "orders" }),
      crashLooping({ fingerprint: "02", status: "resolved" }, { cluster_id: clusterIdLabel }),
    ]),
  );
  const alerts = parsed.ok ? parsed.alerts : [];
  expect(alerts.map(({ names, targets, condition }) => [names, targets, condition])).toEqual([
    [["prod-1"], [], "fired"],
    [["prod-2"], [], "fired"],
    [[], [clusterId], "resolved"],
  ]);
});

describe("without a fingerprint, as before Alertmanager 0.19", () => {
  const without = (labels: Record<string, unknown>) =>
    prometheus({ fingerprint: undefined, labels }).id.replace("alertmanager|", "");
  // The second is a row of the test of Prometheus' own function, in decimals there.
  test.each<[Record<string, string>, bigint]>([
    [{}, 14_695_981_039_346_656_037n],
    [{ name: "garland, briggs", fear: "love is not enough" }, 5_799_056_148_416_392_346n],
    [{ fear: "love is not enough", name: "garland, briggs" }, 5_799_056_148_416_392_346n],
  ])("of %j", (labels, expected) => {
    expect(without(labels)).toBe(expected.toString(16).padStart(16, "0"));
  });

  test("other labels, other alerts", () => {
    const all = [{ a: "b" }, { ab: "" }, { a: "b", c: "" }, { a: "", b: "" }].map(without);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("severity", () => {
  test.each([
    ["critical", "Sev0"],
    ["CRITICAL ", "Sev0"],
    ["page", "Sev0"],
    ["error", "Sev1"],
    ["warning", "Sev2"],
    ["info", "Sev3"],
    ["none", "Sev4"],
    ["sev1", "Sev1"],
    ["P1", "Sev0"],
    ["severe", "Sev2"],
    ["constructor", "Sev2"],
    ["", "Sev4"],
    [undefined, "Sev4"],
    [3, "Sev4"],
  ])("the label %j is %s", (severity, expected) => {
    expect(prometheus({}, { severity }).severity).toBe(expected);
  });
});

describe("which cluster", () => {
  test.each<[string, Record<string, unknown>, string[], string[]]>([
    ["the label cluster", {}, [], ["prod-1"]],
    ["two labels", { cluster_name: "prod-2" }, [], ["prod-1", "prod-2"]],
    ["an id: then no name counts", { cluster_id: clusterIdLabel }, [clusterId], []],
    ["an id of something else", { cluster_id: "/subscriptions/s" }, ["/subscriptions/s"], ["prod-1"]],
    ["an id that is none", { cluster_id: "prod-1" }, [], ["prod-1"]],
    ["no cluster", { cluster: undefined }, [], []],
    ["what cannot be a name", { cluster: "https://prod 1" }, [], []],
  ])("%s", (_name, labels, targets, names) => {
    expect(prometheus({}, labels)).toMatchObject({ targets, names, setOn: [] });
  });
});

describe("the line that says why", () => {
  test.each<[string, Alert, string | null]>([
    [
      "Alertmanager",
      prometheus(),
      "Pod is crash looping. · namespace payments, pod api-7d9f4c6b5-x2x9q, container api",
    ],
    [
      "with a message alone",
      prometheus({ annotations: { message: "27% throttling" } }, { pod: "", container: "" }),
      "27% throttling · namespace payments",
    ],
    [
      "without any words: the rule's expression",
      prometheus({ annotations: {} }, { pod: "", container: "" }),
      "The rule fires (up == 0) · namespace payments",
    ],
    [
      "with nothing at all",
      prometheus({ annotations: null, generatorURL: "my.prometheus.url", labels: {} }),
      "The rule fires",
    ],
    ["Grafana", ofGrafana(), "This alert was triggered for zone us-1 (B = 44.2394, C = 1)"],
  ])("%s", (_name, alert, expected) => {
    expect(said(alert)).toBe(expected);
  });

  test.each([
    ["de", "Die Regel hat ausgelöst (up == 0)"],
    ["zh", "规则已触发（up == 0）"],
  ])("in %s", (language, expected) => {
    expect(said(prometheus({ annotations: {}, labels: {} }), language)).toBe(expected);
  });
});

describe("the rule", () => {
  test.each<[string, Alert, string]>([
    ["the alert's name", prometheus(), "KubePodCrashLooping"],
    [
      "no name: the labels",
      prometheus({ labels: { device: "rootfs", job: "fsociety" } }),
      "device rootfs, job fsociety",
    ],
    ["no labels", prometheus({ labels: {} }), "?"],
    [
      "Grafana could not evaluate a rule",
      ofGrafana({}, { alertname: "DatasourceNoData", rulename: "Memory" }),
      "Memory (DatasourceNoData)",
    ],
  ])("%s", (_name, alert, rule) => {
    expect(alert.rule).toBe(rule);
  });
});

test("texts of a customer are masked, in labels too", () => {
  const alert = prometheus(
    {
      annotations: { summary: "login with password=hunter22 fails", description: "see https://evil.example" },
    },
    { alertname: "token=abcdef123456", pod: "--password=hunter22", password: "hunter22" },
  );
  expect(JSON.stringify(alert)).not.toMatch(/hunter22|abcdef123456|:\/\//);
});

describe("what is not the body", () => {
  test.each<[string, unknown, string | null]>([
    ["nothing", undefined, null],
    ["text", "hello", null],
    ["another version", alertmanagerBody([crashLooping()], { version: "3" }), "version"],
    ["a body that the receiver was told to make", { text: "KubePodCrashLooping" }, "version"],
    ["no alerts", alertmanagerBody([]), "alerts"],
    ["too many alerts", alertmanagerBody(Array(1_001).fill(crashLooping())), "alerts"],
    ["an alert that is none", alertmanagerBody([crashLooping(), null]), "alerts.1"],
    ["no labels", alertmanagerBody([crashLooping({ labels: null })]), "alerts.0.labels"],
    ["another status", alertmanagerBody([crashLooping({ status: "<b>" })]), "alerts.0.status"],
    ["no time", alertmanagerBody([crashLooping({ startsAt: "soon" })]), "alerts.0.startsAt"],
    [
      "a time before there were years",
      alertmanagerBody([crashLooping({ startsAt: "0001-01-01T00:00:00Z" })]),
      "alerts.0.startsAt",
    ],
  ])("%s", (_name, body, field) => {
    expect(alertmanager.parse(body)).toEqual({ ok: false, field });
  });

  test("each source refuses the other's body", () => {
    expect(grafana.parse(alertmanagerBody())).toEqual({ ok: false, field: "version" });
    expect(alertmanager.parse(grafanaBody())).toEqual({ ok: false, field: "version" });
  });
});
