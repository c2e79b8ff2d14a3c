// Which of several faults is named, one row for each rule; where two rules disagree, the row says which wins.
import { type Candidate, candidateOfCheck, causeOfCheck } from "../../../src/core/diagnosis/candidate.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import type { Diagnosis } from "../../../src/core/diagnosis/diagnosis.ts";
import { hurtInCluster } from "../../../src/core/diagnosis/hurt-in-cluster.ts";
import { mergeInCluster } from "../../../src/core/diagnosis/merge-in-cluster.ts";
import { choose, ranked } from "../../../src/core/diagnosis/precedence.ts";
import {
  allStoppedIn,
  gravestWarning,
  isFault,
  isIssueInQuestion,
  type Problem,
} from "../../../src/core/diagnosis/problem.ts";
import { catalogue } from "../../../src/core/finding/catalogue.ts";
import { ancestorsOf } from "../../../src/core/finding/kit/check-meta.ts";
import type { FindingId } from "../../../src/core/finding/kit/finding-id.ts";
import type { CheckResult } from "../../../src/core/outcome/check.ts";
import type { RequirementResult } from "../../../src/core/requirement/requirement.ts";
import type { ResourceChange } from "../../../src/core/snapshot/snapshot.ts";
import { lookThat, type Printed } from "../../fixtures/in-cluster-printed.ts";
import { changed, setClient } from "../../fixtures/snapshot-changes.ts";

const found = (id: FindingId, fields: Partial<Problem> = {}): Problem =>
  ({ id, severity: "high", status: "fail", facts: [], ...fields }) as Problem;
const open = (id: FindingId): CheckResult => ({
  ...{ id, severity: "high", status: "notAssessed", facts: [], needs: [] },
});
const network = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks";
const changeOf = (resourceId: string, minute: number): ResourceChange =>
  ({ resourceId, time: `2026-11-26T09:${minute}:00Z`, operation: "x" }) as unknown as ResourceChange;

type Of = Readonly<{ suspects?: readonly FindingId[]; changes?: readonly ResourceChange[] }>;

const candidate = (
  problem: Problem,
  { suspects = [], changes = [] }: Of = {},
  isAskedAbout = false,
): Candidate =>
  candidateOfCheck(
    problem,
    [problem],
    { suspects: new Set(suspects), changes, hurtBy: hurtInCluster },
    isAskedAbout,
  );
const checksOf = (candidates: readonly Candidate[]) => candidates.map(({ cause }) => cause.check);

test.each<[string, readonly Problem[], Of, readonly FindingId[]]>([
  [
    "what the error points at comes before what concerns everyone and is graver",
    [found("dns.a-record-match", { severity: "critical" }), found("nsg.client-443", { severity: "low" })],
    { suspects: ["nsg.client-443"] },
    ["nsg.client-443", "dns.a-record-match"],
  ],
  [
    "what concerns everyone comes before what is graver",
    [found("nsg.client-443", { severity: "critical" }), found("dns.a-record-match", { severity: "low" })],
    {},
    ["dns.a-record-match", "nsg.client-443"],
  ],
  [
    "what concerns only some, though its group concerns everyone, does not",
    [found("pe.extra-endpoint", { severity: "low" }), found("nsg.client-443", { severity: "high" })],
    {},
    ["nsg.client-443", "pe.extra-endpoint"],
  ],
  [
    "what is graver comes before what was changed last",
    [found("route.default", { severity: "medium", resourceId: `${network}/b` }), found("nsg.client-443")],
    { changes: [changeOf(`${network}/b`, 30)] },
    ["nsg.client-443", "route.default"],
  ],
  [
    "what was changed last comes before what is met first on the way",
    [
      found("vnet.cluster-subnet", { resourceId: `${network}/a` }),
      found("pool.power", { resourceId: `${network}/b` }),
      found("nsg.client-443"),
    ],
    { changes: [changeOf(`${network}/b`, 40), changeOf(`${network}/a`, 30)] },
    ["pool.power", "vnet.cluster-subnet", "nsg.client-443"],
  ],
  [
    "of equal ones the one that is met first on the way",
    (
      [
        ...(["invoke.schedulable-node", "pool.power", "firewall.state", "egress.nat-gateway"] as const),
        ...(["nsg.client-443", "route.default", "peering.state", "vnet.cluster-subnet"] as const),
        ...(["avd.host-pool", "cloudshell.relay", "jump.power", "jit.active-request"] as const),
        ...(["er.private-peering", "vpn.gateway-state", "bastion.subnet", "identity.kind"] as const),
      ] as const
    ).map((id) => found(id)),
    {},
    [
      ...(["identity.kind", "bastion.subnet", "vpn.gateway-state", "er.private-peering"] as const),
      ...(["jit.active-request", "jump.power", "cloudshell.relay", "avd.host-pool"] as const),
      ...(["vnet.cluster-subnet", "peering.state", "route.default", "nsg.client-443"] as const),
      ...(["egress.nat-gateway", "firewall.state", "pool.power", "invoke.schedulable-node"] as const),
    ],
  ],
  [
    "of those that cut everyone too",
    [found("dns.a-record-match"), found("api.mode"), found("pe.exists"), found("cluster.kms-key")],
    {},
    ["cluster.kms-key", "pe.exists", "api.mode", "dns.a-record-match"],
  ],
])("of checks %s", (_what, problems, of, expected) => {
  const candidates = problems.map((problem) => candidate(problem, of));
  expect(checksOf(ranked(candidates))).toEqual(expected);
  expect(checksOf(ranked(candidates.toReversed()))).toEqual(expected);
});

test("what another explains, what warns, what informs, what only the requester lacks, and what a walk tells is no fault", () => {
  const all = [
    found("nsg.client-443", { explainedBy: "nsg.pe-inbound" }),
    found("nsg.node-egress", { status: "warn" }),
    found("nsg.effective", { severity: "info" }),
    found("invoke.permission"),
    found("nsg.intra-node", { need: "nodes.api" }),
    found("nsg.pe-inbound"),
  ];
  expect(all.filter(isFault).map(({ id }) => id)).toEqual(["nsg.pe-inbound"]);
});

test.each<[string, readonly Problem[], FindingId | undefined]>([
  [
    "the gravest",
    [found("nsg.client-443", { status: "warn", severity: "low" }), found("pool.power", { status: "warn" })],
    "pool.power",
  ],
  [
    "the first of equal ones",
    [found("nsg.client-443", { status: "warn" }), found("pool.power", { status: "warn" })],
    "nsg.client-443",
  ],
  ["none that is advice", [found("nsg.client-443", { status: "warn", advice: true })], undefined],
])("of warnings %s is named", (_what, results, expected) => {
  expect(gravestWarning(results)?.id).toBe(expected);
});

const issues: readonly FindingId[] = [
  ...(["invoke.permission", "access.kubeconfig", "entra.local-accounts", "entra.tenant"] as const),
  ...(["access.kubernetes-role", "cluster.credential-stale", "bastion.sku-features"] as const),
  ...(["bastion.client-address", "cloudshell.providers", "cloudshell.network-profile"] as const),
  ...(["cloudshell.relay", "cloudshell.storage", "vpn.p2s-config", "cloudshell.aci-roles"] as const),
  ...(["cloudshell.reach", "avd.host-pool", "avd.session-hosts", "avd.reach", "access.arm-read"] as const),
];

test("what the requester lacks and asks about: in the order in which it matters, and before any fault", () => {
  const asked = issues.map((id, index) =>
    // Neither how grave it is nor whether it fails tells them apart.
    candidate(
      found(id, index % 2 === 0 ? { severity: "low", status: "warn" } : {}),
      { suspects: [id] },
      true,
    ),
  );
  const fault = candidate(found("cluster.kms-key", { severity: "critical" }), {
    suspects: ["cluster.kms-key"],
  });
  expect(checksOf(ranked([fault, ...asked.toReversed()]))).toEqual([...issues, "cluster.kms-key"]);
});

test.each<[string, Problem, FindingId, boolean]>([
  ["where the error points at it", found("invoke.permission"), "invoke.permission", true],
  ["where it points elsewhere", found("invoke.permission"), "nsg.client-443", false],
  ["where it is no place in that order", found("access.arm-read"), "access.arm-read", true],
  [
    "where that is advice",
    found("access.arm-read", { status: "warn", advice: true }),
    "access.arm-read",
    false,
  ],
  ["where it is a fault of the cluster", found("nsg.client-443"), "nsg.client-443", false],
])("an issue of the requester is in question %s", (_what, problem, suspect, expected) => {
  expect(isIssueInQuestion(problem, new Set([suspect]))).toBe(expected);
});

describe("how sure a cause is", () => {
  const after = new Map<FindingId, readonly FindingId[]>(catalogue.map((check) => [check.id, check.after]));
  /** A check, and one that comes before another before it, which it does not name itself. */
  const [[child, grandparent] = []] = [...after].flatMap(([id, parents]) =>
    parents.flatMap((parent) =>
      (after.get(parent) ?? []).flatMap((far) => (parents.includes(far) ? [] : [[id, far] as const])),
    ),
  );
  if (child === undefined || grandparent === undefined) throw new Error("No check comes after two others.");
  const before = ancestorsOf(child, catalogue);
  const apart = catalogue.find(({ id }) => id !== child && !before.has(id))?.id ?? child;

  test.each([
    ["certain where all that could explain it was seen", [], "certain"],
    ["likely where something that could explain it, near or far, was not", [open(grandparent)], "likely"],
    ["certain where what was not seen has nothing to do with it", [open(apart)], "certain"],
  ])("%s", (_what, others, expected) => {
    expect(causeOfCheck(found(child), [found(child), ...others], []).confidence).toBe(expected);
  });
});

test("of needs that are stopped the cluster's own comes first, then people's, then workloads'", () => {
  const need = (whose: string, end = "stopped") => ({ id: whose, for: whose, end, walks: [] });
  const needs = [need("workloads"), need("people"), need("cluster"), need("people", "delivered")];
  const stopped = allStoppedIn(needs as unknown as readonly RequirementResult[]);
  expect(stopped.map(({ for: whose }) => whose)).toEqual(["cluster", "people", "workloads"]);
});

describe("a fault that a check found, beside what stops a walk", () => {
  const walkOf = (check: FindingId, fields: Partial<Candidate> = {}): Candidate => ({
    ...candidate(found(check, { resourceId: `${network}/a` })),
    ...({ source: "walk", blocks: "cluster" } as const),
    ...fields,
  });
  const walk = walkOf("route.next-hop-alive");
  const other = { resourceId: `${network}/b` };
  const [peoples] = catalogue.flatMap(({ id, scope }) => (scope === "people" ? [id] : []));
  const [[parent, child] = []] = catalogue.flatMap(({ id, after: [first] }) =>
    first === undefined ? [] : [[first, id] as const],
  );
  if (peoples === undefined || parent === undefined || child === undefined)
    throw new Error("The catalogue lacks a check about people, or one that comes after another.");
  const degraded = { clusterNeedDecides: true };

  test.each<[string, Candidate, sourceAndRule: string, (Candidate | null)?, object?]>([
    ["comes first where no walk is stopped", candidate(found(peoples, other)), "check: only", null],
    [
      "comes first where it concerns the cluster itself",
      candidate(found("nsg.pe-inbound", other)),
      "check: checkBeforeWalk",
    ],
    [
      "comes after where it concerns people's paths alone",
      candidate(found(peoples, other)),
      "walk: clusterBeforePeople",
    ],
    [
      "but not where the error points at it",
      candidate(found(peoples, other), { suspects: [peoples] }),
      "check: checkBeforeWalk",
    ],
    [
      "nor where what is stopped is people's path as well",
      candidate(found(peoples, other)),
      "check: checkBeforeWalk",
      walkOf("route.next-hop-alive", { blocks: "people" }),
    ],
    [
      "comes after where it would leave the cluster merely degraded",
      candidate(found("nsg.pe-inbound", other)),
      "walk: clusterNeedStopped",
      walk,
      degraded,
    ],
    [
      "but not where it is the same thing",
      candidate(found("nsg.pe-inbound", { resourceId: `${network}/a/subnets/s` })),
      "check: explainsTheStop",
      walk,
      degraded,
    ],
    [
      "nor where it is what led to the stop",
      candidate(found(parent, other)),
      "check: explainsTheStop",
      walkOf(child),
      degraded,
    ],
    [
      "and does where neither names a thing",
      candidate(found("nsg.pe-inbound")),
      "walk: clusterNeedStopped",
      { ...candidate(found("nsg.node-egress")), source: "walk", blocks: "cluster" },
      degraded,
    ],
  ])("%s", (...[_what, check, expected, stopped = walk, known = {}]) => {
    const chosen = choose([[check], stopped === null ? [] : [stopped]], known);
    expect(`${chosen?.candidate === check ? "check" : "walk"}: ${chosen?.rule}`).toBe(expected);
  });
});

test.each<[string, readonly FindingId[], readonly string[], string, string]>([
  ["the first where the error points at none", [], [], "nodes.api nsg.node-egress", "listedEarlier"],
  [
    "of the need that the error says is not met",
    [],
    ["people.api"],
    "people.api nsg.node-egress",
    "matchesStoppedNeed",
  ],
  [
    "the finding that the error points at, before that",
    ["route.default"],
    ["people.api"],
    "nodes.api route.default",
    // The second is of the same finding, and of no need that the error names either.
    "listedEarlier",
  ],
  [
    "both, before one of them",
    ["nsg.node-egress", "route.default"],
    ["nodes.egress"],
    "nodes.egress route.default",
    "matchesStoppedNeed",
  ],
])("of several stops is named %s", (_what, suspects, needs, expected, rule) => {
  const met = (check: FindingId, need: "nodes.api" | "people.api" | "nodes.egress"): Candidate => {
    const { cause, ...rest } = candidate(found(check), { suspects });
    return { ...rest, source: "walk", cause: { ...cause, need }, matchesNeed: needs.includes(need) };
  };
  const stops = [
    met("nsg.node-egress", "nodes.api"),
    met("nsg.node-egress", "people.api"),
    met("route.default", "nodes.api"),
    met("route.default", "nodes.egress"),
  ];
  const chosen = choose([[], ranked(stops)], {});
  expect(`${chosen?.candidate.cause.need} ${chosen?.candidate.cause.check}`).toBe(expected);
  expect(chosen?.rule).toBe(rule);
});

describe("a cause of the path, and a fault in the cluster", () => {
  /** High. */
  const agentsGone: Printed = { deployments: [["konnectivity-agent"], [2], []] };
  /** Medium, and a warning. */
  const crashing: Printed = {
    pods: [
      ...[["shop"], ["cart-1"], ["Running"], ["aks-apps-1"], ["2026-11-26T09:00:00Z"]],
      ...[["CrashLoopBackOff"], [], [], [], [7], ["OOMKilled"], [], ...Array(5).fill([])],
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
  const crash = "Back-off: CrashLoopBackOff";
  const timeout = "dial tcp 10.10.0.4:443: i/o timeout";
  const ofPath = "nsg.client-443";

  test.each<[string, Diagnosis, Printed, causeAndRule: string, symptom?: string]>([
    [
      "a graver fault in the cluster wins",
      way("degraded", { severity: "medium" }),
      agentsGone,
      "k8s.konnectivity: graver",
    ],
    ["a lesser one does not", way("degraded", { severity: "critical" }), agentsGone, `${ofPath}: graver`],
    [
      "of equal ones a fault beats a warning",
      way("degraded", { status: "warn" }),
      agentsGone,
      "k8s.konnectivity: warnsOnPath",
    ],
    [
      "of equal ones the fault of the path comes first",
      way("degraded", {}),
      agentsGone,
      `${ofPath}: pathBeforeInCluster`,
    ],
    [
      "a warning in the cluster never comes first",
      way("degraded", { severity: "low", status: "warn" }),
      crashing,
      `${ofPath}: warnsInCluster`,
    ],
    [
      "nor does anything before a path that is broken",
      way("broken", { severity: "low" }),
      agentsGone,
      `${ofPath}: brokenPath`,
    ],
    [
      "unless the error points into the cluster",
      way("broken", { severity: "critical" }),
      crashing,
      "k8s.crashloop: matchesSymptom",
      crash,
    ],
    [
      "or at the path, which then comes first",
      way("degraded", { severity: "low" }),
      agentsGone,
      `${ofPath}: matchesSymptom`,
      timeout,
    ],
  ])("%s", (...[_what, of, inside, expected, symptom]) => {
    const seen = symptom === undefined ? snapshot : changed(setClient({ symptom }));
    const { rootCause, decidedBy } = mergeInCluster(of, seen, lookThat(inside));
    expect(`${rootCause?.check}: ${decidedBy.cause}`).toBe(expected);
  });
});
