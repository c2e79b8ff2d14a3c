// The numbers of incidents as a monitoring system reads them.

import { type Numbers, type Samples, samplesOf } from "../../../src/core/incident/numbers.ts";
import type { MeasuredIncident } from "../../../src/core/incident/week.ts";

const none: Numbers = {
  ...{ incidents: [], open: [], alerts: [], rules: [], messages: [] },
  waiting: { message: 0, alert: 0, request: 0, seal: 0, head: 0 },
  auditFaults: 0,
};
const minutes = (count: number) => count * 60_000;
const incident = (
  severity: MeasuredIncident["severity"],
  times: Partial<MeasuredIncident["times"]> = {},
  explains: MeasuredIncident["explains"] = null,
): MeasuredIncident => ({
  ...{ severity, explains },
  times: { acknowledged: null, explained: null, mitigated: null, resolved: null, ...times },
});

/** Each sample of one metric: its labels, as they are written, and its value. */
const told = (name: keyof Samples, numbers: Partial<Numbers>): readonly string[] =>
  (samplesOf({ ...none, ...numbers })[name] ?? []).map(({ labels, value }) =>
    [...Object.entries(labels).map((label) => label.join("=")), value].join(" "),
  );

const three = [
  incident("Sev1", { acknowledged: minutes(1), explained: minutes(2), resolved: minutes(10) }, "no"),
  incident("Sev1", { acknowledged: minutes(5) }),
  incident(null, { acknowledged: minutes(3), resolved: minutes(30) }),
];

const noisy = [
  { rule: "node-cpu (high)", fired: 41, alone: 40 },
  { rule: "ask alex@contoso.example", fired: 3, alone: 1 },
  { rule: null, fired: 9, alone: 2 },
];

test.each<[keyof Samples, Partial<Numbers>, readonly string[]]>([
  ["incidents_opened", { incidents: three }, ["severity=none 1", "severity=Sev1 2"]],
  ["incidents_resolved", { incidents: three }, ["severity=none 1", "severity=Sev1 1"]],
  [
    "incidents_explained_ratio",
    { incidents: three.slice(0, 2) },
    ["explains=yes 0", "explains=no 0.5", "explains=unknown 0"],
  ],
  ["incidents_explained_ratio", {}, []],
  [
    "incidents_open",
    { open: [{ severity: "Sev2", state: "acknowledged", count: 4 }] },
    ["severity=Sev2 state=acknowledged 4"],
  ],
  ["alerts", { alerts: [{ source: "grafana", count: 7 }] }, ["source=grafana 7"]],
  ["rule_alerts", { rules: noisy }, ["rule=node-cpu (high) 41", "12"]],
  ["rule_alerts_closed_by_themselves", { rules: noisy }, ["rule=node-cpu (high) 40", "3"]],
  ["messages", { messages: [{ state: "refused", count: 1 }] }, ["state=refused 1"]],
  [
    "oldest_waiting_seconds",
    { waiting: { message: 1.5, alert: 0, request: 20, seal: 1, head: 60 } },
    ["what=message 1.5", "what=alert 0", "what=request 20", "what=seal 1", "what=head 60"],
  ],
  ["audit_faults", { auditFaults: 1 }, ["1"]],
])("%s", (name, numbers, expected) => {
  expect(told(name, numbers)).toEqual(expected);
});

describe("how long a step took", () => {
  const tenOf = Array.from({ length: 10 }, (_, at) => incident("Sev2", { resolved: minutes(10 - at) }));

  test("is a time that was measured: half of them took no longer, and nine of ten", () => {
    expect(told("incident_seconds", { incidents: tenOf })).toEqual([
      "severity=Sev2 step=resolved quantile=0.5 300",
      "severity=Sev2 step=resolved quantile=0.9 540",
    ]);
  });

  test("is told by severity, and of how many", () => {
    const measured = told("incident_seconds_measured", { incidents: three });
    expect(measured).toContain("severity=Sev1 step=acknowledged 2");
    expect(measured).toContain("severity=none step=explained 0");
    expect(told("incident_seconds", { incidents: three })).toContain(
      "severity=none step=acknowledged quantile=0.9 180",
    );
  });
});
