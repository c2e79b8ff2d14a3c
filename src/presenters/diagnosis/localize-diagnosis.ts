// A diagnosis in words: what was found is data, and what people read of it is made here, for cards, the command line and
// its JSON alike.
import type { AccessPath } from "../../core/access/access-path.ts";
import type { AlsoBroken, CauseRepair, RootCause, Verdict } from "../../core/diagnosis/cause.ts";
import { type Diagnosis, headlineOf } from "../../core/diagnosis/diagnosis.ts";
import { type Gravity, gravityOf } from "../../core/diagnosis/impact.ts";
import { isDisabledOnPurpose } from "../../core/diagnosis/problem.ts";
import { limitsOf } from "../../core/diagnosis/summary-data.ts";
import { catalogue } from "../../core/finding/catalogue.ts";
import { type Fix, linesOf } from "../../core/fix/write/fix.ts";
import type { FailingPod } from "../../core/in-cluster/failing-pod.ts";
import { inClusterFindings } from "../../core/in-cluster/findings/all.ts";
import type { CheckResult, CheckStatus, Severity } from "../../core/outcome/check.ts";
import type { Permission } from "../../core/snapshot/rights.ts";
import type { ResourceChange } from "../../core/snapshot/snapshot.ts";
import type { Style } from "../card/notice.ts";
import type { Messages } from "../messages/messages.ts";

// Where a finding is explained.

/** `source`: the public page that says why it is the rule; none of another release's. `page`: ours, where documents stand. */
type FindingLinks = Readonly<{ source?: string; page?: string }>;

const sources: ReadonlyMap<string, string> = new Map(
  [...catalogue, ...inClusterFindings].map(({ id, source }) => [id, source]),
);

/** Findings of one group, which is the first word of their id, share a page. */
export const findingPage = (id: string): string => `${id.split(".")[0]}.md`;

export function linksOf(id: string, { docsUrl }: Pick<Messages, "docsUrl">): FindingLinks {
  const source = sources.get(id);
  if (source === undefined) return {};
  return docsUrl === "" ? { source } : { source, page: `${docsUrl}/findings/${findingPage(id)}#${id}` };
}

/** `risk`: its sentences. `role`: each that it takes, and on what. */
export type SaidFix = Readonly<{
  commands: readonly string[];
  risk: string;
  disruptive: boolean;
  role: string;
}>;

type Mended<T> = "fix" extends keyof T ? Readonly<{ fix?: SaidFix }> : unknown;

type Worded<T extends object, W> = T extends unknown
  ? Omit<T, "facts" | "evidence" | "fix" | "summary"> & Mended<T> & W
  : never;

/** `summary`: its sentences. `evidence`: a line each. */
export type SaidCheck = Worded<
  CheckResult,
  FindingLinks & Readonly<{ title: string; summary: string; evidence?: readonly string[] }>
>;

/** `steps`: lines, those that are no command behind a `#`. */
export type SaidPath = Omit<AccessPath, "reason" | "steps"> &
  Readonly<{ title: string; reason: string; steps: readonly string[] }>;

export type SaidChange = Readonly<{ time: string; what: string }>;

type SaidRepair = SaidFix & Omit<CauseRepair, keyof Fix> & Readonly<{ what: string }>;

export type SaidCause = Omit<RootCause, "facts" | "changed" | "alsoChanged" | "bySame" | "fix" | "repairs"> &
  FindingLinks &
  Readonly<{
    summary: string;
    changed?: SaidChange;
    alsoChanged?: readonly SaidChange[];
    /** `what`: what it does, in a sentence. */
    fix?: SaidFix & Readonly<{ what: string }>;
    repairs?: readonly SaidRepair[];
  }>;

export type SaidAlso = Omit<AlsoBroken, "facts"> & Readonly<{ summary: string }>;

type SaidLimit = Readonly<{ what: string; who: string; tell: string }>;

type Inside = NonNullable<Diagnosis["inside"]>;

/** `summary`: what stands behind its name. */
type SaidFailing = FailingPod & Readonly<{ summary: string }>;

export type SaidDiagnosis = Omit<
  Diagnosis,
  "summary" | "rootCause" | "lately" | "thenAlso" | "checks" | "accessPaths" | "unseen" | "inside"
> &
  Readonly<{
    /** What stands inside, with its sentence. */
    inside?: Omit<Inside, "failing"> & Readonly<{ said: string; failing?: SaidFailing }>;
    /** One sentence, the cause first. */
    summary: string;
    rootCause: SaidCause | null;
    lately?: readonly SaidChange[];
    thenAlso?: readonly SaidAlso[];
    checks: readonly SaidCheck[];
    accessPaths: readonly SaidPath[];
    /** What Azure cannot show. */
    limits: readonly SaidLimit[];
  }>;

export const sayFix = (fix: Fix, { sayRisks, sayRoles }: Messages): SaidFix => ({
  commands: linesOf(fix),
  risk: sayRisks(fix.risks),
  disruptive: fix.disruptive,
  role: sayRoles(fix.roles),
});

export function sayCheck(check: CheckResult, messages: Messages): SaidCheck {
  const { facts, ...rest } = check;
  const evidence = "evidence" in rest ? rest.evidence : undefined;
  const title = messages.titleOfFinding(check.id) ?? check.id;
  const { id, severity, status, ...more } = rest;
  return {
    ...{ id, title, severity, status },
    summary: messages.sayFound({ check: id, facts }),
    ...linksOf(id, messages),
    ...more,
    ...(evidence === undefined ? {} : { evidence: messages.sayEvidence(evidence) }),
    ...("fix" in rest && rest.fix !== undefined ? { fix: sayFix(rest.fix, messages) } : {}),
  } as SaidCheck;
}

const sayChanged = (change: ResourceChange, { sayChange }: Messages): SaidChange => ({
  time: change.time,
  what: sayChange(change),
});

const sayRepair = (repair: CauseRepair, messages: Messages): SaidRepair => ({
  what: messages.whatItDoes(repair),
  ...sayFix(repair, messages),
  proved: repair.proved,
  changes: repair.changes,
});

function sayCause(cause: RootCause, messages: Messages): SaidCause {
  const { check, need, facts, changed, alsoChanged, bySame: _ofReports, fix, repairs, ...rest } = cause;
  return {
    check,
    ...(need === undefined ? {} : { need }),
    summary: messages.sayFound({ check, facts }),
    ...linksOf(check, messages),
    ...rest,
    ...(fix === undefined ? {} : { fix: { ...sayFix(fix, messages), what: messages.whatItDoes(fix) } }),
    ...(changed === undefined ? {} : { changed: sayChanged(changed, messages) }),
    ...(alsoChanged === undefined
      ? {}
      : { alsoChanged: alsoChanged.map((each) => sayChanged(each, messages)) }),
    ...(repairs === undefined ? {} : { repairs: repairs.map((repair) => sayRepair(repair, messages)) }),
  };
}

const sayAlso = ({ facts, ...also }: AlsoBroken, messages: Messages): SaidAlso => {
  const { check, need, ...rest } = also;
  return {
    check,
    ...(need === undefined ? {} : { need }),
    summary: messages.sayFound({ check, facts }),
    ...rest,
  };
};

export function sayPath(path: AccessPath, messages: Messages): SaidPath {
  const { id, ...rest } = path;
  return {
    id,
    title: messages.titleOfWay(id) ?? id,
    ...rest,
    reason: messages.sayReason(rest.reason),
    steps: rest.steps.map(messages.sayWayStep),
  };
}

const sayInside = (
  { failing, ...inside }: Inside,
  { sayInsideVerdict, sayFailingPod }: Messages,
): NonNullable<SaidDiagnosis["inside"]> => ({
  ...inside,
  said: sayInsideVerdict(inside.found),
  ...(failing === undefined ? {} : { failing: { ...failing, summary: sayFailingPod(failing) } }),
});

export function sayDiagnosis(diagnosis: Diagnosis, messages: Messages): SaidDiagnosis {
  const { rootCause, thenAlso, checks, accessPaths, unseen = [], requirements, ...more } = diagnosis;
  const { inside, lately, ...rest } = more;
  return {
    ...rest,
    ...(inside === undefined ? {} : { inside: sayInside(inside, messages) }),
    requirements,
    summary: messages.saySummary(diagnosis),
    rootCause: rootCause === null ? null : sayCause(rootCause, messages),
    ...(lately === undefined ? {} : { lately: lately.map((each) => sayChanged(each, messages)) }),
    ...(thenAlso === undefined ? {} : { thenAlso: thenAlso.map((each) => sayAlso(each, messages)) }),
    checks: checks.map((check) => sayCheck(check, messages)),
    accessPaths: accessPaths.map((path) => sayPath(path, messages)),
    limits: [...limitsOf(requirements), ...unseen].map((limit) => messages.sayLimit(limit)),
  };
}

// Sorts the results of a diagnosis into what a card shows first and what it folds away.

const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low", "info"];
const STATUSES: readonly CheckStatus[] = [
  "fail",
  "warn",
  "notAssessed",
  "pass",
  "notConfigured",
  "notApplicable",
];

/** Worst first: by status, then by severity. */
export const byWeight = (a: SaidCheck, b: SaidCheck): number =>
  STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) ||
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

type Problem = Extract<SaidCheck, { status: "fail" | "warn" }>;

const isProblem = (check: SaidCheck): check is Problem => check.status === "fail" || check.status === "warn";

/** Advice that can wait stands among all checks, and takes no room from what is wrong. */
export const canWait = (check: SaidCheck): boolean =>
  check.status === "warn" && check.advice === true && (check.severity === "low" || check.severity === "info");

/** What fails on its own account, the root cause first; what only follows from it is counted. */
export function problemsOf(
  diagnosis: SaidDiagnosis,
): Readonly<{ own: readonly Problem[]; explained: number }> {
  const isCause = (check: Problem): number => (check.id === diagnosis.rootCause?.check ? 0 : 1);
  const problems = diagnosis.checks
    .filter(isProblem)
    .filter((check) => !canWait(check) && (!isDisabledOnPurpose(check) || isCause(check) === 0));
  const own = problems
    .filter((check) => check.explainedBy === undefined)
    .toSorted((a, b) => isCause(a) - isCause(b) || byWeight(a, b));
  return { own, explained: problems.length - own.length };
}

/** The first line: who is hurt, else the verdict in a word. `person`: who asked, where somebody else reads it. */
export function diagnosisTitle(
  diagnosis: SaidDiagnosis,
  name: string,
  messages: Messages,
  person: string | null = null,
): string {
  const { outside, inside, impact } = diagnosis;
  if (impact !== null) return messages.sayImpact(impact, { cluster: name, person });
  const headline = headlineOf(diagnosis);
  const { diagnosis: texts, verdict } = messages;
  if (headline === "wrongInside" && inside?.found.is === "reachableWithFaults")
    return texts.title({
      verdict: messages.wrongInside({ count: inside.found.faults.length || inside.found.follows }),
      cluster: name,
    });
  return headline === "outside" || headline === "cutOff"
    ? texts.mayNotReach({ ip: outside?.ip, cluster: name })
    : texts.title({ verdict: verdict[headline], cluster: name });
}

/** Ways that work or probably work, best first. */
export const usablePaths = (paths: readonly SaidPath[]): readonly SaidPath[] =>
  paths
    .filter(({ state }) => state === "available" || state === "probable")
    .toSorted((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));

/** Checks that one grant would settle: everything missing on the same scope. */
type Gap = Readonly<{ scope: string; actions: readonly string[]; checks: readonly string[] }>;

export function gapsOf(checks: readonly SaidCheck[]): readonly Gap[] {
  const gaps = new Map<string, { scope: string; actions: string[]; checks: string[] }>();
  const add = ({ action, scope }: Permission, check: string): void => {
    const gap = gaps.get(scope.toLowerCase()) ?? { scope, actions: [], checks: [] };
    if (!gap.actions.includes(action)) gap.actions.push(action);
    if (!gap.checks.includes(check)) gap.checks.push(check);
    gaps.set(scope.toLowerCase(), gap);
  };
  for (const check of checks)
    if (check.status === "notAssessed") for (const need of check.needs) add(need, check.title);
  return [...gaps.values()].toSorted((a, b) => b.checks.length - a.checks.length);
}

// The colour of the band: of who is hurt, else of the verdict.

const stylesOfVerdict: Readonly<Record<Verdict, Style>> = {
  healthy: "good",
  degraded: "warning",
  broken: "attention",
  unknown: "emphasis",
};

const stylesOfGravity: Readonly<Record<Gravity, Style>> = {
  all: "attention",
  part: "warning",
  requester: "warning",
};

/** What keeps nobody but the requester out is never red. */
export const styleOf = ({ impact, verdict }: Pick<Diagnosis, "impact" | "verdict">): Style =>
  impact === null || verdict === "unknown" ? stylesOfVerdict[verdict] : stylesOfGravity[gravityOf(impact)];
