// Results of checks, by what a diagnosis makes of them: a fault, a warning, a gap, or what only concerns the requester.

import type { AccessPath } from "../access/access-path.ts";
import { isDirect, leadsOverMachine } from "../access/path-registry.ts";
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import type { Step } from "../network/model/step.ts";
import type { CheckResult, Severity } from "../outcome/check.ts";
import { decidingStep, type Requirement, type RequirementResult } from "../requirement/requirement.ts";
import { isBeyondVisibility, isOpenOnlyFor } from "../requirement/visibility-limit.ts";
import type { Client } from "../snapshot/snapshot.ts";
import { type SummaryDoubt, shownToNobody } from "./summary-data.ts";

export type Problem = Extract<CheckResult, Readonly<{ status: "warn" | "fail" }>>;

type Identified = Readonly<{ id: string }>;

export const isProblem = (result: CheckResult): result is Problem =>
  result.status === "warn" || result.status === "fail";

export const isAboutRequester = ({ id }: Identified): boolean => metaOf(id)?.scope === "requester";

export const isOnlyAdvice = ({ id }: Identified): boolean => metaOf(id)?.impact === "advises";

/** Switched off by whoever owns the cluster: named among the paths, and no failure of anything. */
export const isDisabledOnPurpose = ({ id }: Identified): boolean => metaOf(id)?.impact === "intended";

/** A part of an optional path is nobody's fault, until somebody asks about it. */
export const isRequesterIssue = ({ id }: Identified): boolean =>
  (metaOf(id)?.requesterIssue ?? null) !== null;

/** What is wrong with the cluster or the path to it, and no more than advice. */
export const isWarning = (result: CheckResult): result is Problem =>
  result.status === "warn" && result.advice === undefined && !isAboutRequester(result);

/** What fails on its own account. What a walk tells is left to the need that it stops. */
export const isFault = (result: CheckResult): result is Problem =>
  result.status === "fail" &&
  result.explainedBy === undefined &&
  result.severity !== "info" &&
  result.need === undefined &&
  !isAboutRequester(result);

/** What the requester lacks, and their own error text points at: it says nothing about the cluster. */
export const isIssueInQuestion = (result: CheckResult, suspects: ReadonlySet<string>): result is Problem =>
  isProblem(result) &&
  suspects.has(result.id) &&
  (isRequesterIssue(result) || (isAboutRequester(result) && result.advice === undefined));

const severities: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

/** The graver one first. */
export const compareSeverity = (
  one: Pick<CheckResult, "severity">,
  other: Pick<CheckResult, "severity">,
): number => severities.indexOf(one.severity) - severities.indexOf(other.severity);

export const isGrave = ({ severity }: Pick<CheckResult, "severity">): boolean =>
  severity === "critical" || severity === "high";

/** What is named where nothing has failed, and yet not all is well: the gravest, and of equal ones the first. */
export const gravestWarning = (results: readonly CheckResult[]): Problem | undefined =>
  results.filter(isWarning).toSorted(compareSeverity)[0];

/** Not being told the requester's address is a question back, not a gap in what was read. */
export const isQuestionBack = ({ id, status }: CheckResult, client: Client): boolean =>
  metaOf(id)?.shownBy === "clientAddress" && status === "notAssessed" && client.ip === undefined;

type Gap = Extract<CheckResult, Readonly<{ status: "notAssessed" }>>;

/** What could not be read and could hide a grave fault. */
export const graveGaps = (results: readonly CheckResult[], client: Client): readonly Gap[] =>
  results
    .filter((result) => result.status === "notAssessed")
    .filter((result) => isGrave(result) && result.limit !== true && !isQuestionBack(result, client));

/** Nothing that could hide a fault was left unread. */
export const isAllRead = (results: readonly CheckResult[], client: Client): boolean =>
  results.every(
    (result) =>
      result.status !== "notAssessed" ||
      result.limit === true ||
      isOnlyAdvice(result) ||
      isQuestionBack(result, client),
  );

// Which access paths are left, to the requester and to anybody.

export type PathState = Pick<AccessPath, "id" | "state" | "blockedBy" | "unconfirmed">;

export const isUsable = ({ state }: Pick<AccessPath, "state">): boolean =>
  state === "available" || state === "probable";

/** What only the requester lacks closes a path to them, not to everyone. */
const isLeft = (path: PathState): boolean =>
  isUsable(path) || (path.blockedBy.length > 0 && path.blockedBy.every((id) => isAboutRequester({ id })));

/** A direct path is left to somebody. */
export const isOpen = (paths: readonly PathState[]): boolean =>
  paths.some((path) => isDirect(path) && isLeft(path));

/** All that is open of it is about whoever asks: it leads there for those who may. */
const isProved = ({ state, unconfirmed }: PathState): boolean =>
  state === "available" ||
  (state === "probable" && unconfirmed.length > 0 && unconfirmed.every((id) => isAboutRequester({ id })));

/** Proved, or closed by nothing but what the requester lacks. */
export const hasSure = (paths: readonly PathState[]): boolean =>
  paths.some((path) => isDirect(path) && isLeft(path) && (path.state === "blocked" || isProved(path)));

/** Each part of a path works somewhere, and yet no path works from end to end. */
export const isShut = (paths: readonly PathState[]): boolean =>
  !isOpen(paths) && paths.some((path) => isDirect(path) && path.state === "blocked");

/** Most people may not ask a gateway what it learned: that counts where they have no machine to come by. */
export const isUnasked = ({ id }: Readonly<{ id: string }>, paths: readonly PathState[]): boolean =>
  metaOf(id)?.shownBy === "gateway" && !paths.some((path) => leadsOverMachine(path) && isLeft(path));

// How requirements end, for a verdict: a cluster is healthy only where what it and people need was walked and delivered.

/** The cluster's own before people's. */
export const rankOfNeed = ({ for: whose }: Pick<Requirement, "for">): number =>
  ["cluster", "people", "workloads"].indexOf(whose);

const ranked = (requirements: readonly RequirementResult[]): readonly RequirementResult[] =>
  requirements.toSorted((one, other) => rankOfNeed(one) - rankOfNeed(other));

/** Every one that is stopped, the cluster's own first. */
export const allStoppedIn = (requirements: readonly RequirementResult[]): readonly RequirementResult[] =>
  ranked(requirements.filter(({ end }) => end === "stopped"));

export const stoppedIn = (requirements: readonly RequirementResult[]): RequirementResult | undefined =>
  allStoppedIn(requirements)[0];

/** What is open, and no mere limit of what Azure shows. */
const doubtfulIn = (
  requirements: readonly RequirementResult[],
  paths: readonly PathState[],
): readonly RequirementResult[] =>
  requirements.filter((each) => each.end === "unknown" && !isLimited(each, requirements, paths));

export const openIn = (
  requirements: readonly RequirementResult[],
  paths: readonly PathState[],
): RequirementResult | undefined => ranked(doubtfulIn(requirements, paths))[0];

/** What a finding leaves open counts where what needs it is in doubt; what no walk tells always does. */
export const isDoubt = (
  gap: Readonly<{ id: string; need?: string }>,
  requirements: readonly RequirementResult[],
  paths: readonly PathState[],
): boolean =>
  gap.need === undefined ||
  isUnasked(gap, paths) ||
  doubtfulIn(requirements, paths).some(({ id }) => id === gap.need);

/** Whether a machine takes sign-ins on a port of its own, and nothing else. */
const hangsOnPort = ({ walks }: RequirementResult): boolean =>
  walks
    .flatMap(({ trace }) => trace.steps)
    .every(({ state, reason }) => state !== "unknown" || reason.is === "listenerUnseen");

/** A way over Bastion that is open, or one over a gateway for no other reason than that, while people have another way that is proved: said, and no doubt about the cluster. */
const isLimited = (
  each: RequirementResult,
  all: readonly RequirementResult[],
  paths: readonly PathState[],
): boolean => {
  const { id, end } = each;
  if (end !== "unknown") return false;
  if (id === "nodes.egress") return isBeyondVisibility(each);
  return (
    hasOtherWay(all, paths) &&
    ((id === "bastion.jump" && hangsOnPort(each)) ||
      (id === "gateway.api" && isOpenOnlyFor(each, shownToNobody)))
  );
};

/** What stays open of a way that Azure shows only as far as its own side goes. */
export const limitsIn = (
  requirements: readonly RequirementResult[],
  paths: readonly PathState[],
): readonly SummaryDoubt[] => [
  ...requirements.filter((each) => isLimited(each, requirements, paths)).map(doubtOf),
  ...requirements.filter(isMetElsewhere).flatMap(openPlacesOf),
];

/** Of several places that people come from, or DNS servers that nodes ask, one that works is enough; whether another does is said all the same. */
const isMetElsewhere = ({ id, end }: RequirementResult): boolean =>
  (id === "people.api" || id === "nodes.dns") && end === "delivered";

/** A step of each place from which it is open, as it is met first. */
const openPlacesOf = ({ walks }: RequirementResult): readonly Step[] =>
  [
    ...Map.groupBy(
      walks.filter(({ trace }) => trace.end === "unknown"),
      ({ from }) => JSON.stringify(from),
    ).values(),
  ].flatMap(([first]) => first?.trace.steps.find(({ state }) => state === "unknown") ?? []);

/** Beside gateways: what people walk, or a machine in the cluster's own network, from where nothing has to be walked. */
const hasOtherWay = (all: readonly RequirementResult[], paths: readonly PathState[]): boolean => {
  const people = all.find(({ id }) => id === "people.api");
  return people === undefined
    ? paths.some((path) => leadsOverMachine(path) && isProved(path))
    : people.end === "delivered";
};

export const doubtOf = (requirement: RequirementResult): SummaryDoubt =>
  decidingStep(requirement)?.step ?? null;
