// The dashboard, the alert rules and the page about them: each names metrics that there are, with labels and values that they
// have, and each rule leads to what somebody reads who is woken by it.
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { type InstrumentName, instruments, mayBeTold, prefix } from "../../src/core/incident/instruments.ts";
import { instrumentsHelp } from "../../src/presenters/messages/operator/numbers.ts";

type Rule = Readonly<{
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; runbook_url: string };
}>;
type Panel = Readonly<{
  id: number;
  title: string;
  gridPos: Readonly<Record<"x" | "y" | "w" | "h", number>>;
  targets: readonly Readonly<{ expr: string; legendFormat: string }>[];
}>;

const read = (file: string) => readFile(file, "utf8");
const rules: readonly Rule[] = parse(await read("deploy/grafana/alerts.yaml")).groups[0].rules;
const dashboard: Readonly<{ panels: readonly Panel[] }> = JSON.parse(
  await read("deploy/grafana/dashboard.json"),
);
const page = await read("docs/watching.md");

const known = new Set(Object.keys(instrumentsHelp));
const isInstrument = (name: string): name is InstrumentName => name in instruments;

/** Of what is counted in the database. */
const gaugeLabels: Readonly<Record<string, readonly string[]>> = {
  incidents_open: ["severity", "state"],
  oldest_waiting_seconds: ["what"],
};
const waits = ["message", "alert", "request", "seal", "head"];

/** Without what Prometheus adds to the name of a histogram. */
function nameOf(series: string): string {
  const name = series.slice(prefix.length);
  return known.has(name) ? name : name.replace(/_(bucket|sum|count)$/, "");
}

/** Each series of an expression: its metric, and the labels that are asked for. */
const seriesIn = (expr: string) =>
  [...expr.matchAll(/(aks_oncall_\w+)(?:\{([^}]*)\})?/g)].map(([, series = "", selector = ""]) => ({
    series,
    name: nameOf(series),
    labels: [...selector.matchAll(/(\w+)=~?"([^"]*)"/g)].flatMap(([, label = "", values = ""]) =>
      values.split("|").map((value) => [label, value] as const),
    ),
  }));

const expressions: readonly (readonly [string, string])[] = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
];

describe.each(expressions)("%s: %s", (_title, expr) => {
  test("names metrics that there are, as their kind is asked", () => {
    const all = seriesIn(expr);
    expect(all).not.toEqual([]);
    for (const { series, name } of all) {
      expect(known).toContain(name);
      const isTimes = isInstrument(name) && instruments[name].kind === "times";
      expect([series, /_(bucket|sum|count)$/.test(series)]).toEqual([series, isTimes]);
    }
  });

  test("asks for labels and values that they have", () => {
    for (const { name, labels } of seriesIn(expr)) {
      for (const [label, value] of labels) {
        const isGood = isInstrument(name)
          ? mayBeTold(name, { [label]: value })
          : gaugeLabels[name]?.includes(label) === true && (label !== "what" || waits.includes(value));
        expect([name, label, value, isGood]).toEqual([name, label, value, true]);
      }
    }
  });

  test("groups by labels that they have", () => {
    const groups = [...expr.matchAll(/ by \(([^)]*)\)/g)].flatMap(([, by = ""]) => by.split(/,\s*/));
    const labels = seriesIn(expr).flatMap(({ name }) =>
      isInstrument(name) ? Object.keys(instruments[name].attributes) : (gaugeLabels[name] ?? []),
    );
    expect(groups.filter((label) => label !== "le" && !labels.includes(label))).toEqual([]);
  });

  test("closes what it opens", () => {
    const count = (sign: string) => expr.split(sign).length;
    expect([count("("), count("{"), count("[")]).toEqual([count(")"), count("}"), count("]")]);
  });
});

/** As Git servers make an address of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w -]/g, "")
    .replaceAll(" ", "-");
const sections = page.split(/^#{2,3} /m).map((section) => {
  const [heading = "", ...body] = section.split("\n");
  return { heading, anchor: anchorOf(heading), body: body.join("\n") };
});

test("there are six rules", () => {
  expect(rules).toHaveLength(6);
});

test.each(rules)("$alert leads to a section of its own, which says what it means and what to do", (rule) => {
  const [file, anchor] = rule.annotations.runbook_url.split("#");
  expect(file).toBe("docs/watching.md");
  const found = sections.filter((section) => section.anchor === anchor);
  expect(found.map(({ heading }) => heading)).toEqual([rule.alert]);
  for (const part of ["**What it means.**", "**Look at.**", "**Do.**"])
    expect(found[0]?.body).toContain(part);
  expect(["critical", "warning"]).toContain(rule.labels.severity);
});

test("a counter is asked for its increase, since it falls to nought at a start", () => {
  for (const [title, expr] of expressions) {
    const bare = [...expr.matchAll(/(\w+)\((aks_oncall_\w+(?:_total|_bucket|_count|_sum))\b/g)];
    expect([
      title,
      bare.map(([, asked]) => asked).filter((asked) => !/^(increase|rate)$/.test(asked ?? "")),
    ]).toEqual([title, []]);
  }
});

test("panels stand beside each other and none upon another", () => {
  const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(dashboard.panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
});

test("the page names every metric with its labels, and no other", () => {
  const rows = [...page.matchAll(/^\| `aks_oncall_(\w+)` \|([^|]*)\|/gm)].map(
    ([, name = "", labels = ""]) => [name, [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label)],
  );
  expect(rows.map(([name]) => name).toSorted()).toEqual([...known].toSorted());
  for (const [name, labels] of rows)
    if (isInstrument(String(name)))
      expect([name, labels]).toEqual([name, Object.keys(instruments[name as InstrumentName].attributes)]);
});
