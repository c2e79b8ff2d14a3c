// How the cluster is doing for whoever wants to reach it: rules as data, asked from the top. The first that holds gives the
// verdict, and a diagnosis keeps its name. What is not known never counts as healthy.
import type { AccessPath } from "../access/access-path.ts";
import { type ClientTestResult, isCut, isForAll } from "../client/client-test-result.ts";
import type { UnroutedClient } from "../finding/api/client-findings.ts";
import { powerState } from "../finding/kit/finding-id.ts";
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import type { CheckResult } from "../outcome/check.ts";
import type { RequirementResult } from "../requirement/requirement.ts";
import type { Client } from "../snapshot/snapshot.ts";
import type { Verdict } from "./cause.ts";
import {
  graveGaps,
  isGrave,
  isOpen,
  isQuestionBack,
  isRequesterIssue,
  isShut,
  isUnasked,
  isUsable,
  isWarning,
  openIn,
  type Problem,
  stoppedIn,
} from "./problem.ts";

export type Facts = Readonly<{
  results: readonly CheckResult[];
  paths: readonly AccessPath[];
  requirements: readonly RequirementResult[];
  client: Client;
  /** Faults that checks found; none while nobody knows whether the cluster runs. */
  faults: readonly Problem[];
  /** What the requester lacks, where their error text points at it. */
  hasIssueInQuestion: boolean;
  suspects: ReadonlySet<string>;
  /** The address that the requester told, where no network that is known leads in from it. */
  outside: UnroutedClient | null;
  /** What the requester's own test has shown. */
  shown: readonly ClientTestResult[];
}>;

/** Nobody knows whether the cluster runs, unless it is known to be gone. */
export const isJudgeable = (results: readonly CheckResult[]): boolean =>
  results.some(
    ({ id, status }) =>
      (id === powerState && status !== "notAssessed") || (id === "cluster.exists" && status === "fail"),
  );

/** Without a way out nodes pull no images; without system nodes or routes to pods nothing in the cluster resolves. */
const cuts = (fault: Problem): boolean => {
  const { impact, scope } = metaOf(fault.id) ?? {};
  return isGrave(fault) && impact === "cuts" && (scope === "cluster" || scope === "nodes");
};

const hasFault = ({ faults, hasIssueInQuestion }: Facts): boolean => hasIssueInQuestion || faults.length > 0;

const stops = (whose: RequirementResult["for"], { requirements }: Facts): boolean =>
  stoppedIn(requirements)?.for === whose;

/** What a walk leaves open is judged by what needs it. */
const hasGraveGap = ({ results, client, paths }: Facts): boolean =>
  graveGaps(results, client).some((gap) => gap.need === undefined || isUnasked(gap, paths));

const hasWarning = ({ results }: Facts): boolean => results.some(isWarning);

/** `azureSide`: the verdict of what Azure shows, where the requester's own test gives another. */
type Rule = Readonly<{
  name: string;
  holds: (facts: Facts) => boolean;
  verdict: Verdict;
  azureSide?: Verdict;
}>;

const verdictRules = [
  {
    name: "requesterIssueWithoutPath",
    holds: ({ hasIssueInQuestion, paths }) =>
      hasIssueInQuestion && !paths.some(({ state }) => state === "available"),
    verdict: "broken",
  },
  {
    name: "faultCutsAccess",
    holds: ({ hasIssueInQuestion, faults }) => !hasIssueInQuestion && faults.some(cuts),
    verdict: "broken",
  },
  {
    name: "faultAndNoDirectPath",
    holds: ({ hasIssueInQuestion, faults, paths }) =>
      !hasIssueInQuestion && faults.length > 0 && !isOpen(paths),
    verdict: "broken",
  },
  {
    // Whatever check names the fault: a cluster that lacks what it needs itself is not merely short of a path.
    name: "clusterNeedStoppedBesideFault",
    holds: (facts) => hasFault(facts) && stops("cluster", facts),
    verdict: "broken",
  },
  { name: "faultBesideOpenPath", holds: hasFault, verdict: "degraded" },
  {
    name: "warningAndNoDirectPath",
    holds: (facts) =>
      isJudgeable(facts.results) && !hasGraveGap(facts) && hasWarning(facts) && isShut(facts.paths),
    verdict: "broken",
  },
  { name: "clusterNeedStopped", holds: (facts) => stops("cluster", facts), verdict: "broken" },
  {
    name: "peopleNeedStoppedBesideOpenPath",
    holds: (facts) => stops("people", facts) && isOpen(facts.paths),
    verdict: "degraded",
  },
  { name: "peopleNeedStopped", holds: (facts) => stops("people", facts), verdict: "broken" },
  { name: "workloadNeedStopped", holds: (facts) => stops("workloads", facts), verdict: "degraded" },
  {
    name: "needOpen",
    holds: ({ requirements, paths }) => openIn(requirements, paths) !== undefined,
    verdict: "unknown",
  },
  { name: "powerStateUnknown", holds: ({ results }) => !isJudgeable(results), verdict: "unknown" },
  { name: "graveGap", holds: hasGraveGap, verdict: "unknown" },
  { name: "warning", holds: hasWarning, verdict: "degraded" },
  {
    name: "addressUnknown",
    holds: ({ results, client }) => results.some((result) => isQuestionBack(result, client)),
    verdict: "unknown",
  },
  {
    // What the requester's error text points at could not be read.
    name: "requesterIssueUnread",
    holds: ({ results, suspects }) =>
      results.some(
        (result) => result.status === "notAssessed" && isRequesterIssue(result) && suspects.has(result.id),
      ),
    verdict: "unknown",
  },
  // Nothing is broken, and yet somebody at an address that leads nowhere does not get there.
  {
    name: "addressMayBeLearned",
    holds: ({ outside }) => outside?.mayBeLearned === true,
    verdict: "unknown",
  },
  {
    name: "addressOutsideBesidePath",
    holds: ({ outside, paths }) => outside !== null && paths.some(isUsable),
    verdict: "degraded",
  },
  { name: "addressOutside", holds: ({ outside }) => outside !== null, verdict: "broken" },
  // Nothing is broken on Azure's side, and yet a test shows that the requester does not get there.
  {
    name: "testCutForAll",
    holds: ({ shown, paths }) => isCut(shown) && (isForAll(shown) || !paths.some(isUsable)),
    verdict: "broken",
    azureSide: "healthy",
  },
  { name: "testCut", holds: ({ shown }) => isCut(shown), verdict: "degraded", azureSide: "healthy" },
  { name: "nothingWrong", holds: () => true, verdict: "healthy" },
] as const satisfies readonly Rule[];

/** `troubleInCluster`: the path is well, as far as it is known, and something in the cluster is not. */
export const verdictRuleNames = [
  ...verdictRules.map(({ name }) => name),
  "troubleInCluster" as const,
] as const;

export type VerdictRule = (typeof verdictRuleNames)[number];

export type Decided = Readonly<{ verdict: Verdict; rule: VerdictRule }>;

const rules: readonly (Rule & Readonly<{ name: VerdictRule }>)[] = verdictRules;

export function decideVerdict(facts: Facts): Decided & Readonly<{ azureSide: Verdict }> {
  for (const { name: rule, holds, verdict, azureSide = verdict } of rules)
    if (holds(facts)) return { verdict, rule, azureSide };
  // The last rule always holds.
  return { verdict: "unknown", rule: "nothingWrong", azureSide: "unknown" };
}

/** `path`: what was decided without what stands in the cluster. */
export const withTroubleInCluster = (path: Decided): Decided =>
  path.verdict === "healthy" || path.verdict === "unknown"
    ? { verdict: "degraded", rule: "troubleInCluster" }
    : path;
