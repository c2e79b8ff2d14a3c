// The numbers of incidents as a monitoring system reads them.

import { type Numbers, numbersText } from "../../../src/core/incident/numbers.ts";
import type { MeasuredIncident } from "../../../src/core/incident/week.ts";
import { numbersHelp } from "../../../src/presenters/messages/operator/numbers.ts";

const none: Numbers = {
  ...{ incidents: [], open: [], alerts: [], rules: [], messages: [] },
  waiting: { message: 0, alert: 0, request: 0 },
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

/** The samples of one metric, without its name. */
const samplesOf = (name: string, numbers: Partial<Numbers>): readonly string[] =>
  numbersText({ ...none, ...numbers }, numbersHelp)
    .split("\n")
    .filter((line) => line.startsWith(`aks_oncall_${name}`))
    .map((line) => line.slice(`aks_oncall_${name}`.length).trim());

const three = [
  incident("Sev1", { acknowledged: minutes(1), explained: minutes(2), resolved: minutes(10) }, "no"),
  incident("Sev1", { acknowledged: minutes(5) }),
  incident(null, { acknowledged: minutes(3), resolved: minutes(30) }),
];

/** Those of one rule, and of all others. */
const noisy = [
  { rule: 'node-cpu "high"', fired: 41, alone: 40 },
  { rule: null, fired: 9, alone: 2 },
];

test.each<[string, Partial<Numbers>, readonly string[]]>([
  ["incidents_opened", { incidents: three }, ['{severity="none"} 1', '{severity="Sev1"} 2']],
  ["incidents_resolved", { incidents: three }, ['{severity="none"} 1', '{severity="Sev1"} 1']],
  [
    "incidents_explained_ratio",
    { incidents: three.slice(0, 2) },
    ['{explains="yes"} 0', '{explains="no"} 0.5', '{explains="unknown"} 0'],
  ],
  ["incidents_explained_ratio", {}, []],
  [
    "incidents_open",
    { open: [{ severity: "Sev2", state: "acknowledged", count: 4 }] },
    ['{severity="Sev2",state="acknowledged"} 4'],
  ],
  ["alerts", { alerts: [{ source: "grafana", count: 7 }] }, ['{source="grafana"} 7']],
  ["rule_alerts{", { rules: noisy }, ['rule="node-cpu \\"high\\""} 41']],
  ["rule_alerts ", { rules: noisy }, ["9"]],
  ["rule_alerts_closed_by_themselves{", { rules: noisy }, ['rule="node-cpu \\"high\\""} 40']],
  ["rule_alerts_closed_by_themselves ", { rules: noisy }, ["2"]],
  ["messages", { messages: [{ state: "refused", count: 1 }] }, ['{state="refused"} 1']],
  [
    "oldest_waiting_seconds",
    { waiting: { message: 1.5, alert: 0, request: 20 } },
    ['{what="message"} 1.5', '{what="alert"} 0', '{what="request"} 20'],
  ],
])("%s", (name, numbers, expected) => {
  expect(samplesOf(`${name}`, numbers)).toEqual(expected);
});

describe("how long a step took", () => {
  const tenOf = Array.from({ length: 10 }, (_, at) => incident("Sev2", { resolved: minutes(10 - at) }));

  test("is a time that was measured: half of them took no longer, and nine of ten", () => {
    expect(samplesOf("incident_seconds{", { incidents: tenOf })).toEqual([
      'severity="Sev2",step="resolved",quantile="0.5"} 300',
      'severity="Sev2",step="resolved",quantile="0.9"} 540',
    ]);
  });

  test("is told by severity, and of how many", () => {
    const measured = samplesOf("incident_seconds_measured", { incidents: three });
    expect(measured).toContain('{severity="Sev1",step="acknowledged"} 2');
    expect(measured).toContain('{severity="none",step="explained"} 0');
    expect(samplesOf("incident_seconds{", { incidents: three })).toContain(
      'severity="none",step="acknowledged",quantile="0.9"} 180',
    );
  });
});

test("each metric says what it is, once, as the format asks for it", () => {
  const text = numbersText(none, numbersHelp);
  expect(text.endsWith("\n")).toBe(true);
  const lines = text.trimEnd().split("\n");
  const names = lines.flatMap((line) => /^# TYPE (\S+) gauge$/.exec(line)?.[1] ?? []);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names)
    expect(text).toMatch(new RegExp(`^# HELP ${name} .+\\.\\n# TYPE ${name} gauge$`, "m"));
  const sample = /^[a-z_]+(?:\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})? [0-9.e+-]+$/;
  expect(lines.filter((line) => !line.startsWith("# ") && !sample.test(line))).toEqual([]);
});

test("a label holds what would end it", () => {
  expect(samplesOf("alerts", { alerts: [{ source: 'a"\\\n', count: 1 }] })).toEqual([
    '{source="a\\"\\\\\\n"} 1',
  ]);
});
