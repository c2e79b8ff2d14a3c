// A diagnosis of the way, and a look inside the cluster: one verdict, one cause, what explains what.

import { failingPod } from "../in-cluster/failing-pod.ts";
import type { AzureSide } from "../in-cluster/findings/define-finding.ts";
import { judgeInCluster, masked } from "../in-cluster/judge-in-cluster.ts";
import { type InClusterProbe, readInCluster } from "../in-cluster/read-in-cluster.ts";
import type { InClusterModel, NotLooked } from "../in-cluster/reads/model.ts";
import { inClusterFaults, inClusterVerdict } from "../in-cluster/verdict.ts";
import { apiAddressOf, apiFqdnOf, isPrivate } from "../network/address/api-server.ts";
import type { CheckResult } from "../outcome/check.ts";
import { holdsOperation } from "../outcome/operation.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { type Candidate, candidateOfCheck, candidateOfPath } from "./candidate.ts";
import type { AlsoBroken } from "./cause.ts";
import { alsoOf, mostContributing } from "./contributing-faults.ts";
import { diagnose } from "./diagnose.ts";
import { type Diagnosis, headlineOf } from "./diagnosis.ts";
import { hurtInCluster } from "./hurt-in-cluster.ts";
import { impactOf } from "./impact-of.ts";
import { choose, ranked } from "./precedence.ts";
import { isAboutRequester, type Problem } from "./problem.ts";
import type { Summary } from "./summary-data.ts";
import { suspectsFor, withPasted } from "./symptoms.ts";
import { withTroubleInCluster } from "./verdict-rules.ts";

// What the Azure side knows of a cluster, for what is seen inside it.

const nothingKnown: AzureSide = {
  apiAddresses: null,
  apiName: "",
  hasVnetIntegration: false,
  isChanging: false,
};

/** Of a public one, pods find another address than people: nothing to hold theirs against. */
function addressesOf(cluster: ManagedCluster, snapshot: ClusterSnapshot): AzureSide["apiAddresses"] {
  if (!isPrivate(cluster)) return null;
  const address = apiAddressOf(cluster, snapshot);
  return address.status === "known" ? [address.ip] : null;
}

function azureSideOf(snapshot: ClusterSnapshot): AzureSide {
  if (snapshot.managedCluster.status !== "collected") return nothingKnown;
  const cluster = snapshot.managedCluster.data;
  const { enableVnetIntegration } = cluster.apiServerAccess;
  return {
    apiAddresses: addressesOf(cluster, snapshot),
    apiName: enableVnetIntegration ? "" : (apiFqdnOf(cluster) ?? ""),
    hasVnetIntegration: enableVnetIntegration,
    isChanging: holdsOperation(cluster),
  };
}

/** The way's own verdict, while what stands inside is not known. */
export const probingCluster = (way: Diagnosis): Diagnosis => ({
  ...way,
  inside: { found: { is: "looking" }, way: way.verdict },
});

export const clusterNotProbed = (way: Diagnosis, why: NotLooked): Diagnosis => ({
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

const isTrouble = (result: CheckResult): result is Problem =>
  result.status === "fail" || result.status === "warn";

/** What the requester lacks in Kubernetes may be the cause where their own error text points at it. */
const isIssue = (result: CheckResult, suspects: ReadonlySet<string>): result is Problem =>
  isTrouble(result) &&
  isAboutRequester(result) &&
  suspects.has(result.id) &&
  result.explainedBy === undefined;

/** The one to name first in front. */
function candidatesIn(
  results: readonly CheckResult[],
  way: Diagnosis,
  suspects: ReadonlySet<string>,
): readonly Candidate[] {
  const all = [...way.checks, ...results];
  const known = { suspects, changes: [], hurtBy: hurtInCluster };
  return ranked([
    ...results
      .filter((result) => isIssue(result, suspects))
      .map((issue) => candidateOfCheck(issue, all, known, true)),
    ...inClusterFaults(results).map((fault) => candidateOfCheck(fault, all, known)),
  ]);
}

const isFault = ({ requesterIssue }: Candidate): boolean => requesterIssue === Number.POSITIVE_INFINITY;

/**
 * Null where the cause of the path stays. Where the path has none, what is in the cluster is named, unless the path ends
 * where the requester is.
 */
function causeInCluster(
  candidates: readonly Candidate[],
  way: Diagnosis,
  suspects: ReadonlySet<string>,
): ReturnType<typeof choose> {
  const [first] = candidates;
  if (first === undefined) return null;
  const { rootCause } = way;
  if (rootCause === null)
    return first.matchesSymptom || !["outside", "cutOff"].includes(headlineOf(way))
      ? choose([candidates], {})
      : null;
  const path = candidateOfPath(rootCause, way, suspects);
  return choose([[path], candidates], { isPathBroken: way.verdict === "broken" });
}

const summaryOf = (summary: Summary): Summary =>
  typeof summary !== "string" && summary.is === "tested"
    ? { ...summary, bears: "beside", rest: { is: "cause" } }
    : { is: "cause" };

const idsOf = (candidates: readonly Candidate[]): readonly string[] =>
  candidates.filter(isFault).map(({ cause }) => cause.check);

/** The API server has answered just now, whatever Azure Resource Health says of it. */
function wayNow(before: Diagnosis, snapshot: ClusterSnapshot, { parts }: InClusterModel): Diagnosis {
  const { ready } = parts;
  const { resourceHealth: said } = snapshot;
  const isWell = said.status === "unavailable" || /^available$/i.test(said.data.availabilityState);
  return isWell || ready.status !== "read" || !ready.data.isReady
    ? before
    : diagnose({ ...snapshot, apiAnswered: true });
}

/** `before`: of this very snapshot. */
export function mergeInCluster(
  before: Diagnosis,
  snapshot: ClusterSnapshot,
  look: InClusterProbe,
): Diagnosis {
  const model = readInCluster(look);
  const way = wayNow(before, snapshot, model);
  const results = judgeInCluster(model, azureSideOf(snapshot), failedOf(way)).map(masked);
  const suspects = suspectsFor(snapshot.client.symptom, way.shown);
  const candidates = candidatesIn(results, way, suspects);
  const verdict = inClusterVerdict(model, results);
  const found = verdict.is === "reachableWithFaults" ? { ...verdict, faults: idsOf(candidates) } : verdict;
  const ofPath = { verdict: way.verdict, rule: way.decidedBy.verdict };
  const failing = failingPod(model);
  const isTroubled = candidates.length > 0 || found.is === "reachableWithFaults";
  const decided = isTroubled ? withTroubleInCluster(ofPath) : ofPath;
  const both: Diagnosis = {
    ...way,
    verdict: decided.verdict,
    decidedBy: { ...way.decidedBy, verdict: decided.rule },
    inside: { found, way: way.verdict, ...(failing === null ? {} : { failing }) },
    checks: [...way.checks, ...toTell(results, found.is !== "notLookedInside")],
  };
  const merged =
    candidates.length === 0 ? both : withCause(both, causeInCluster(candidates, way, suspects), candidates);
  const isOfPath = merged.rootCause === way.rootCause;
  const [first] = candidates;
  const hurt = isOfPath ? way.impact : (first?.hurt ?? null);
  return withPasted({ ...merged, impact: impactOf(hurt, merged, snapshot.client) }, snapshot.client);
}

function withCause(
  both: Diagnosis,
  chosen: ReturnType<typeof choose>,
  candidates: readonly Candidate[],
): Diagnosis {
  const { rootCause, thenAlso = [], decidedBy, summary } = both;
  const also = (told: readonly AlsoBroken[], others: readonly Candidate[]) =>
    [...told, ...others.map(({ cause }) => alsoOf(cause))].slice(0, mostContributing);
  const [first, ...others] = candidates;
  const rule = chosen?.rule ?? decidedBy.cause;
  const named = { ...both, decidedBy: { ...decidedBy, cause: rule } };
  if (first === undefined || chosen?.candidate !== first)
    return { ...named, thenAlso: also(thenAlso, candidates) };
  const before = rootCause === null ? [] : [alsoOf(rootCause)];
  return {
    ...named,
    rootCause: first.cause,
    summary: summaryOf(summary),
    thenAlso: also([...before, ...thenAlso], others),
  };
}
