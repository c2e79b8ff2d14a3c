// Which of several faults is named, one row for each thing that decides it; where two rules disagree, the row says which wins.

import { diagnose, firstOf, isLess } from "../../../src/core/diagnosis/diagnose.ts";
import type { Diagnosis } from "../../../src/core/diagnosis/diagnosis.ts";
import { allStoppedIn } from "../../../src/core/diagnosis/proof.ts";
import {
  gravestWarning,
  lacksPointedAt,
  type Problem,
  rankFaults,
  toRootCause,
} from "../../../src/core/diagnosis/root-cause.ts";
import { withInside } from "../../../src/core/diagnosis/with-inside.ts";
import { catalogue } from "../../../src/core/finding/catalogue.ts";
import type { CheckResult } from "../../../src/core/outcome/check.ts";
import type { Requirement } from "../../../src/core/requirement/requirement.ts";
import type { ResourceChange } from "../../../src/core/snapshot/snapshot.ts";
import { lookThat, type Printed } from "../../fixtures/inside-printed.ts";
import { changed, setClient } from "../../fixtures/snapshots.ts";

const found = (id: string, fields: Partial<Problem> = {}): Problem =>
  ({ id, severity: "high", status: "fail", facts: [], ...fields }) as Problem;
const open = (id: string): CheckResult => ({
  ...{ id, severity: "high", status: "notAssessed", facts: [], needs: [] },
});
const network = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks";
const changeOf = (resourceId: string, minute: number): ResourceChange =>
  ({ resourceId, time: `2026-11-26T09:${minute}:00Z`, operation: "x" }) as unknown as ResourceChange;

const inOrder = (
  results: readonly CheckResult[],
  suspects: readonly string[] = [],
  changes: readonly ResourceChange[] = [],
) => rankFaults(results, new Set(suspects), changes).map(({ id }) => id);

test.each<[string, readonly Problem[], readonly string[], readonly ResourceChange[], readonly string[]]>([
  [
    "what the error points at comes before what concerns everyone and is graver",
    [found("dns.a-record-match", { severity: "critical" }), found("nsg.rules", { severity: "low" })],
    ["nsg.rules"],
    [],
    ["nsg.rules", "dns.a-record-match"],
  ],
  [
    "what concerns everyone comes before what is graver",
    [found("nsg.rules", { severity: "critical" }), found("dns.a-record-match", { severity: "low" })],
    [],
    [],
    ["dns.a-record-match", "nsg.rules"],
  ],
  [
    "what concerns only some, though its group concerns everyone, does not",
    [found("pe.extra-endpoint", { severity: "low" }), found("nsg.rules", { severity: "high" })],
    [],
    [],
    ["nsg.rules", "pe.extra-endpoint"],
  ],
  [
    "what is graver comes before what was changed last",
    [found("route.x", { severity: "medium", resourceId: `${network}/b` }), found("nsg.x")],
    [],
    [changeOf(`${network}/b`, 30)],
    ["nsg.x", "route.x"],
  ],
  [
    "what was changed last comes before what is met first on the way",
    [
      found("vnet.x", { resourceId: `${network}/a` }),
      found("pool.x", { resourceId: `${network}/b` }),
      found("nsg.x"),
    ],
    [],
    [changeOf(`${network}/b`, 40), changeOf(`${network}/a`, 30)],
    ["pool.x", "vnet.x", "nsg.x"],
  ],
  [
    "of equal ones the one that is met first on the way",
    [found("invoke.x"), found("pool.x"), found("peering.x"), found("vnet.x")],
    [],
    [],
    ["vnet.x", "peering.x", "pool.x", "invoke.x"],
  ],
  [
    "what another explains, what warns, what informs, what only the asker lacks, and what a walk tells is none",
    [
      found("nsg.a", { explainedBy: "nsg.b" }),
      found("nsg.c", { status: "warn" }),
      found("nsg.d", { severity: "info" }),
      found("invoke.permission"),
      found("nsg.e", { need: "nodes.api" }),
      found("nsg.b"),
    ],
    [],
    [],
    ["nsg.b"],
  ],
])("%s", (_what, results, suspects, changes, expected) => {
  expect(inOrder(results, suspects, changes)).toEqual(expected);
  expect(inOrder(results.toReversed(), suspects, changes)).toEqual(expected);
});

test.each<[string, readonly Problem[], string | undefined]>([
  [
    "the gravest",
    [found("a.a", { status: "warn", severity: "low" }), found("b.b", { status: "warn" })],
    "b.b",
  ],
  ["the first of equal ones", [found("a.a", { status: "warn" }), found("b.b", { status: "warn" })], "a.a"],
  ["none that is advice", [found("a.a", { status: "warn", advice: true })], undefined],
])("of warnings %s is named", (_what, results, expected) => {
  expect(gravestWarning(results)?.id).toBe(expected);
});

test.each<[string, readonly Problem[], readonly string[], readonly string[]]>([
  [
    "in the order in which they matter",
    [found("entra.tenant"), found("invoke.permission")],
    ["entra.tenant", "invoke.permission"],
    ["invoke.permission", "entra.tenant"],
  ],
  [
    "those without a place in that order last",
    [found("access.arm-read"), found("entra.tenant")],
    ["access.arm-read", "entra.tenant"],
    ["entra.tenant", "access.arm-read"],
  ],
  ["only where the error points at them", [found("invoke.permission")], ["nsg.x"], []],
  ["no fault of the cluster", [found("nsg.x")], ["nsg.x"], []],
])("what the asker lacks: %s", (_what, results, suspects, expected) => {
  const ids = lacksPointedAt(results, new Set(suspects)).map(({ id }) => id);
  expect(ids).toEqual(expected);
});

describe("how sure a cause is", () => {
  const after = new Map(catalogue.map((check) => [check.id, check.after]));
  /** A check, one that it comes after, and one that this comes after and it does not name itself. */
  const [child = "", , grandparent = ""] =
    [...after].flatMap(([id, parents]) =>
      parents.flatMap((parent) =>
        (after.get(parent) ?? []).flatMap((far) => (parents.includes(far) ? [] : [[id, parent, far]])),
      ),
    )[0] ?? [];

  test.each([
    ["certain where all that could explain it was seen", [], "certain"],
    ["likely where something that could explain it, near or far, was not", [open(grandparent)], "likely"],
    ["certain where what was not seen has nothing to do with it", [open("none.x")], "certain"],
  ])("%s", (_what, others, expected) => {
    expect(toRootCause(found(child), [found(child), ...others], []).confidence).toBe(expected);
  });
});

test("of needs that are stopped the cluster's own comes first, then people's, then workloads'", () => {
  const need = (whose: string, end = "stopped") => ({ id: whose, for: whose, end, walks: [] });
  const needs = [need("workloads"), need("people"), need("cluster"), need("people", "delivered")];
  const stopped = allStoppedIn(needs as unknown as readonly Requirement[]);
  expect(stopped.map(({ for: whose }) => whose)).toEqual(["cluster", "people", "workloads"]);
});

describe("a fault that a check found, beside what stops a walk", () => {
  const [peoples = ""] = catalogue.flatMap(({ id, scope }) => (scope === "people" ? [id] : []));
  const [parent = "", child = ""] = catalogue.flatMap(({ id, after }) =>
    after.slice(0, 1).flatMap((each) => [each, id]),
  );
  const walked = {
    check: "route.next-hop-alive",
    facts: [],
    confidence: "certain",
    resourceId: `${network}/a`,
  } as const;
  const beside = {
    verdict: "broken",
    judged: { verdict: "broken" },
    stopped: { for: "cluster" },
    walked,
    suspects: new Set<string>(),
  } as const;
  const other = { resourceId: `${network}/b` };

  test.each<[string, Problem, Partial<Parameters<typeof isLess>[1]>, boolean]>([
    ["comes first where no walk is stopped", found(peoples, other), { walked: null }, false],
    ["comes first where it concerns the cluster itself", found("nsg.x", other), {}, false],
    ["comes after where it concerns people's ways alone", found(peoples, other), {}, true],
    ["but not where the error points at it", found(peoples, other), { suspects: new Set([peoples]) }, false],
    [
      "nor where what is stopped is people's way as well",
      found(peoples, other),
      { stopped: { for: "people" } },
      false,
    ],
    ["nor where nothing is known of what is stopped", found(peoples, other), { stopped: undefined }, false],
    [
      "comes after where it would leave the cluster merely degraded",
      found("nsg.x", other),
      { judged: { verdict: "degraded" } },
      true,
    ],
    [
      "but not where it is the same thing",
      found("nsg.x", { resourceId: `${network}/a/subnets/s` }),
      { judged: { verdict: "degraded" } },
      false,
    ],
    [
      "nor where it is what led to the stop",
      found(parent, other),
      { judged: { verdict: "degraded" }, walked: { ...walked, check: child } },
      false,
    ],
    [
      "and does where neither names a thing",
      found("nsg.x"),
      { judged: { verdict: "degraded" }, walked: { check: "route.x", facts: [], confidence: "certain" } },
      true,
    ],
  ])("%s", (_what, problem, more, expected) => {
    expect(isLess(problem, { ...beside, ...more })).toBe(expected);
  });
});

test.each<[string, readonly string[], readonly string[], string]>([
  ["the first where the error points at none", [], [], "a of nodes.api"],
  ["of the need that the error says is not met", [], ["people.api"], "a of people.api"],
  ["the finding that the error points at, before that", ["b"], ["people.api"], "b of nodes.api"],
  ["both, before one of them", ["a", "b"], ["people.dns"], "b of people.dns"],
])("of several stops is named %s", (_what, suspects, needs, expected) => {
  const met = (check: string, need: string) =>
    ({ cause: { check, need, facts: [], confidence: "certain" } }) as never as Parameters<
      typeof firstOf
    >[0][number];
  const causes = [
    met("a", "nodes.api"),
    met("a", "people.api"),
    met("b", "nodes.api"),
    met("b", "people.dns"),
  ];
  const first = firstOf(causes, { suspects: new Set(suspects), needs: new Set(needs) as never });
  expect(`${first?.cause.check} of ${first?.cause.need}`).toBe(expected);
});

describe("a cause of the way, and a fault inside", () => {
  /** High. */
  const agentsGone: Printed = { deployments: [["konnectivity-agent"], [2], []] };
  /** Medium, and a warning. */
  const crashing: Printed = {
    pods: [
      ...[["shop"], ["cart-1"], ["Running"], ["aks-apps-1"], ["2026-11-26T09:00:00Z"]],
      ...[["CrashLoopBackOff"], [], [], [], [7], ["OOMKilled"], []],
    ],
  };
  const snapshot = changed();
  const whole = diagnose(snapshot);
  const way = (verdict: Diagnosis["verdict"], named: Partial<Problem>): Diagnosis => ({
    ...whole,
    verdict,
    rootCause: { check: "nsg.client-443", facts: [], confidence: "certain" },
    checks: [found("nsg.client-443", named)],
  });
  const causeWith = (of: Diagnosis, inside: Printed, symptom?: string) => {
    const seen = symptom === undefined ? snapshot : changed(setClient({ symptom }));
    return withInside(of, seen, lookThat(inside)).rootCause?.check;
  };
  const crash = "Back-off: CrashLoopBackOff";
  const timeout = "dial tcp 10.10.0.4:443: i/o timeout";
  const ofWay = "nsg.client-443";

  test.each<[string, Diagnosis, Printed, string | undefined, string]>([
    [
      "a graver fault inside wins",
      way("degraded", { severity: "medium" }),
      agentsGone,
      undefined,
      "k8s.konnectivity",
    ],
    ["a lesser one does not", way("degraded", { severity: "critical" }), agentsGone, undefined, ofWay],
    [
      "of equal ones a fault beats a warning",
      way("degraded", { status: "warn" }),
      agentsGone,
      undefined,
      "k8s.konnectivity",
    ],
    ["of equal ones the way's fault comes first", way("degraded", {}), agentsGone, undefined, ofWay],
    [
      "a warning inside never comes first",
      way("degraded", { severity: "low", status: "warn" }),
      crashing,
      undefined,
      ofWay,
    ],
    [
      "nor does anything before a way that is broken",
      way("broken", { severity: "low" }),
      agentsGone,
      undefined,
      ofWay,
    ],
    [
      "unless the error points inside",
      way("broken", { severity: "critical" }),
      crashing,
      crash,
      "k8s.crashloop",
    ],
    [
      "or at the way, which then comes first",
      way("degraded", { severity: "low" }),
      agentsGone,
      timeout,
      ofWay,
    ],
  ])("%s", (_what, of, inside, symptom, expected) => {
    expect(causeWith(of, inside, symptom)).toBe(expected);
  });
});
