// Alerts of one rule that are taken out of an incident: what becomes of both.
import { afterMerge, type Incident, noAlerts, type Split } from "../../../src/core/incident/incident.ts";
import { afterSplit, type RuleAlerts } from "../../../src/core/incident/split.ts";

const now = "2026-11-25T10:00:00.000Z";
const earlier = "2026-11-25T09:00:00.000Z";
const alex = { objectId: "alex", tenantId: "tenant", displayName: "Alex Wilber" };
const rule = (name: string, open = 1, resolved = 0): RuleAlerts => ({
  ...{ rule: name, open, resolved, lastResolvedAt: resolved > 0 ? earlier : null },
});

describe("taken out of it", () => {
  const open = { state: "open" } as const;
  const acknowledged = { state: "acknowledged", at: earlier } as const;
  const over = (at: string) => ({ state: "resolved", at, by: null, because: null }) as const;
  const because = { by: alex, because: "orders are stuck" };
  const [a, b] = [rule("a"), rule("b")];
  test.each<
    [
      string,
      Pick<Incident, "status" | "declared">,
      readonly RuleAlerts[],
      RuleAlerts,
      ReturnType<typeof afterSplit>,
    ]
  >([
    [
      "both go on, and nobody is on the new one yet",
      { status: acknowledged, declared: null },
      [a, b],
      b,
      { ok: true, source: acknowledged, own: open },
    ],
    [
      "the other rule has no open alert: that one is over",
      { status: open, declared: null },
      [rule("a", 0, 2), b],
      b,
      { ok: true, source: { ...over(now), into: "I-OTHER" }, own: open },
    ],
    [
      "the rule has no open alert: the new one is over, as its last alert was",
      { status: open, declared: null },
      [a, rule("b", 0, 1)],
      rule("b", 0, 1),
      { ok: true, source: open, own: over(earlier) },
    ],
    [
      "one that was opened again by hand goes on without an open alert",
      { status: open, declared: null },
      [rule("a", 0, 1), rule("b", 0, 1)],
      rule("b", 0, 1),
      { ok: true, source: open, own: over(earlier) },
    ],
    [
      "the only rule of one that somebody declared: that goes on",
      { status: open, declared: because },
      [b],
      b,
      { ok: true, source: open, own: open },
    ],
    ["the only rule", { status: open, declared: null }, [b], b, { ok: false, why: "onlyRule" }],
    [
      "of one that is over",
      { status: over(earlier), declared: null },
      [a, b],
      b,
      { ok: false, why: "isResolved" },
    ],
  ])("%s", (_name, incident, rules, taken, becomes) => {
    expect(afterSplit(incident, rules, taken, { now, into: "I-OTHER" })).toEqual(becomes);
  });
});

describe("merged again: which alerts it takes", () => {
  const incident = (id: string, split?: Split): Incident => ({
    ...{
      id,
      cluster: { id: "/c", name: "prod-1" },
      messageId: null,
      openedAt: earlier,
      status: { state: "open" },
    },
    ...{ conversation: { key: "19:c", userId: "29:a", personal: false }, owner: null, severity: null },
    ...{ declared: null, reopened: 0, alerts: noAlerts, diagnosis: null, cause: null, change: null },
    ...(split && { split }),
  });
  const split = (from: string, ...rules: readonly string[]): Split => ({ from, rules, by: alex });
  const whole = incident("I-1");
  const [nodes, pods] = [incident("I-2", split("I-1", "node")), incident("I-3", split("I-1", "pod"))];
  const ofNodes = incident("I-4", split("I-2", "cpu"));
  test.each<[string, Incident, Incident, Split | undefined]>([
    ["into what it was split from: all", whole, nodes, undefined],
    ["the other way round: all", nodes, whole, undefined],
    ["two that were split: those of both", nodes, pods, split("I-1", "node", "pod")],
    ["into what was split from it: from where that was", ofNodes, nodes, split("I-1", "cpu", "node")],
  ])("%s", (_name, into, from, becomes) => {
    expect(afterMerge(into, from).split).toEqual(becomes);
  });
});
