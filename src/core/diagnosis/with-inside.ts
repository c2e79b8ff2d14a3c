// A diagnosis of the way, and a look inside the cluster: one verdict, one cause, what explains what.
import { ancestorsOf } from "../finding/check-graph.ts";
import { insideFindings } from "../inside/findings/all.ts";
import { metaOf } from "../inside/findings/finding-meta.ts";
import { judgeInside } from "../inside/judge-inside.ts";
import { masked } from "../inside/masked.ts";
import type { NotLooked } from "../inside/model.ts";
import { type InsideLook, readInside } from "../inside/read-inside.ts";
import { type InsideProblem, insideFaults, insideVerdict } from "../inside/verdict.ts";
import type { CheckResult } from "../outcome/check.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { azureSideOf } from "./azure-side.ts";
import type { Diagnosis, RootCause, Verdict } from "./diagnosis.ts";
import { headlineOf } from "./headline.ts";
import { compareSeverity } from "./root-cause.ts";
import type { Summary } from "./summary-data.ts";
import { suspectsFor } from "./symptoms.ts";
import { alsoOfCheck, furtherFaults } from "./then-also.ts";

/** The way's own verdict, while what stands inside is not known. */
export const lookingInside = (way: Diagnosis): Diagnosis => ({
  ...way,
  inside: { found: { is: "looking" }, way: way.verdict },
});

export const notLookedInside = (way: Diagnosis, why: NotLooked): Diagnosis => ({
  ...way,
  inside: { found: { is: "notLookedInside", why }, way: way.verdict },
});

/** What failed of the way, and what was told as its cause: either explains what is seen inside; no warning does. */
function failedOf({ checks, rootCause, thenAlso = [] }: Diagnosis): readonly string[] {
  const failed = checks.filter(({ status }) => status === "fail").map(({ id }) => id);
  const warned = checks.filter(({ status }) => status === "warn").map(({ id }) => id);
  const told = [...(rootCause === null ? [] : [rootCause]), ...thenAlso].map(({ check }) => check);
  return [...failed, ...told.filter((check) => !warned.includes(check))];
}

/** Of what nobody looked at, only that is told which keeps from looking. */
const toTell = (results: readonly CheckResult[], hasLooked: boolean): readonly CheckResult[] =>
  hasLooked ? results : results.filter(({ status }) => status === "fail");

const ids: readonly string[] = insideFindings.map(({ id }) => id);

/** The one to name first: what the asker's error points at, what fails, what is gravest, what explains the rest. */
function ranked(faults: readonly InsideProblem[], suspects: ReadonlySet<string>): readonly InsideProblem[] {
  const rank = ({ id, status }: InsideProblem): number =>
    (suspects.has(id) ? 0 : 2) + (status === "fail" ? 0 : 1);
  return faults.toSorted(
    (one, other) =>
      rank(one) - rank(other) || compareSeverity(one, other) || ids.indexOf(one.id) - ids.indexOf(other.id),
  );
}

/** What the asker lacks in Kubernetes is the cause where their own error text says so. */
const lacksIn = (results: readonly CheckResult[], suspects: ReadonlySet<string>): readonly InsideProblem[] =>
  results
    .filter(isTrouble)
    .filter(
      ({ id, explainedBy }) =>
        metaOf(id)?.scope === "requester" && suspects.has(id) && explainedBy === undefined,
    );

const isTrouble = (result: CheckResult): result is InsideProblem =>
  result.status === "fail" || result.status === "warn";

/** `certain` only where everything inside that could explain it was seen. */
function causeOf({ id, facts, fix }: InsideProblem, results: readonly CheckResult[]): RootCause {
  const before = ancestorsOf(id, insideFindings);
  const isOpen = results.some((result) => before.has(result.id) && result.status === "notAssessed");
  return {
    check: id,
    facts,
    confidence: isOpen ? "likely" : "certain",
    ...(fix === undefined ? {} : { fix }),
  };
}

/**
 * What the asker's error points at comes before all, then a way that is broken or ends where the asker is, then the graver
 * of what cuts nobody off.
 */
function comesFirst(fault: InsideProblem, way: Diagnosis, suspects: ReadonlySet<string>): boolean {
  const { rootCause, verdict, checks } = way;
  if (rootCause === null) return suspects.has(fault.id) || !["outside", "cutOff"].includes(headlineOf(way));
  if (suspects.has(fault.id) !== suspects.has(rootCause.check)) return suspects.has(fault.id);
  if (verdict === "broken" || fault.status !== "fail") return false;
  const named = checks.find(({ id }) => id === rootCause.check);
  if (named === undefined) return false;
  const graver = compareSeverity(fault, named);
  return graver < 0 || (graver === 0 && named.status === "warn");
}

const verdictWith = (way: Verdict, isAllWell: boolean): Verdict =>
  !isAllWell && (way === "healthy" || way === "unknown") ? "degraded" : way;

const summaryOf = (summary: Summary): Summary =>
  typeof summary !== "string" && summary.is === "tested"
    ? { ...summary, bears: "beside", rest: { is: "cause" } }
    : { is: "cause" };

/** `way`: of this very snapshot. */
export function withInside(way: Diagnosis, snapshot: ClusterSnapshot, look: InsideLook): Diagnosis {
  const model = readInside(look);
  const results = judgeInside(model, azureSideOf(snapshot), failedOf(way)).map(masked);
  const suspects = suspectsFor(snapshot.client.symptom, way.shown);
  const own = ranked(insideFaults(results), suspects);
  const faults = [...lacksIn(results, suspects), ...own];
  const verdict = insideVerdict(model, results);
  const found =
    verdict.is === "reachableWithFaults" ? { ...verdict, faults: own.map(({ id }) => id) } : verdict;
  const both: Diagnosis = {
    ...way,
    verdict: verdictWith(way.verdict, faults.length === 0 && found.is !== "reachableWithFaults"),
    inside: { found, way: way.verdict },
    checks: [...way.checks, ...toTell(results, found.is !== "notLookedInside")],
  };
  const [first, ...others] = faults;
  if (first === undefined) return both;
  if (!comesFirst(first, way, suspects)) return { ...both, thenAlso: also(way.thenAlso ?? [], faults) };
  const before = way.rootCause === null ? [] : [alsoOf(way.rootCause)];
  return {
    ...both,
    rootCause: causeOf(first, [...way.checks, ...results]),
    summary: summaryOf(way.summary),
    thenAlso: also([...before, ...(way.thenAlso ?? [])], others),
  };
}

type Also = NonNullable<Diagnosis["thenAlso"]>;

const also = (told: Also, faults: readonly InsideProblem[]): Also =>
  [...told, ...faults.map(alsoOfCheck)].slice(0, furtherFaults);

const alsoOf = ({ check, need, facts, resourceId }: RootCause): Also[number] => ({
  check,
  facts,
  ...(need === undefined ? {} : { need }),
  ...(resourceId === undefined ? {} : { resourceId }),
});
