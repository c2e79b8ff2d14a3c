// Which of several candidates is named as the cause: rules as data, asked from the top. The first that tells two candidates
// apart decides, and a diagnosis keeps its name.
import { phaseOf } from "../finding/kit/check-meta.ts";
import { isWithin } from "../snapshot/resource-id.ts";
import type { Candidate } from "./candidate.ts";
import { gravityOf } from "./impact.ts";
import { compareSeverity } from "./problem.ts";

/**
 * `clusterNeedDecides`: the verdict is broken by what the cluster needs, and not by what any check found. `isPathBroken`:
 * the verdict is broken before anything in the cluster is looked at.
 */
type Known = Readonly<{ clusterNeedDecides?: boolean; isPathBroken?: boolean }>;

/** Negative where the first of the two is named before the other. */
type Compare = (one: Candidate, other: Candidate, known: Known) => number;

const isChecked = ({ source }: Candidate): boolean => source === "check" || source === "clientTest";
const isWalked = ({ source }: Candidate): boolean => source === "walk";
const isInCluster = ({ source }: Candidate): boolean => source === "inCluster";

const among =
  (holds: (each: Candidate) => boolean, compare: Compare): Compare =>
  (one, other, known) =>
    holds(one) && holds(other) ? compare(one, other, known) : 0;

/** Of two different sources, whichever of them is given first. */
const between =
  (isLeft: (each: Candidate) => boolean, isRight: (each: Candidate) => boolean, compare: Compare): Compare =>
  (one, other, known) => {
    if (isLeft(one) && isRight(other)) return compare(one, other, known);
    return isLeft(other) && isRight(one) ? -compare(other, one, known) : 0;
  };

const checkBesideWalk = (compare: Compare): Compare => between(isChecked, isWalked, compare);
const pathBesideInCluster = (compare: Compare): Compare =>
  between((each) => !isInCluster(each), isInCluster, compare);

/** The one for which it holds comes first. */
const first =
  (holds: (each: Candidate) => boolean): Compare =>
  (one, other) =>
    Number(holds(other)) - Number(holds(one));

const comesFirst = (holds: boolean): number => (holds ? -1 : 0);

const isSameThing = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && (isWithin(one, other) || isWithin(other, one));

/** Two that are no issue of the requester are told apart by other rules. */
const byIssue: Compare = (one, other) => one.requesterIssue - other.requesterIssue || 0;

const hurtsAll = ({ hurt }: Candidate): boolean => hurt !== null && gravityOf(hurt) === "all";

const fails = ({ status }: Candidate): boolean => status === "fail";

/** Rules of the same pair of sources stand in the order in which they are asked; the last of a pair always decides. */
export const precedence = [
  {
    // What the requester lacks, and asks about.
    name: "requesterIssueInQuestion",
    compare: (one, other, known) =>
      among(isChecked, byIssue)(one, other, known) || among(isInCluster, byIssue)(one, other, known),
  },
  {
    // A check that is about the same thing as the stop, or about what led there, says more than the stop.
    name: "explainsTheStop",
    compare: checkBesideWalk((check, walk) =>
      comesFirst(
        isSameThing(check.cause.resourceId, walk.cause.resourceId) || walk.explainedBy.has(check.cause.check),
      ),
    ),
  },
  {
    // A fault that would leave the cluster merely degraded, beside a need of the cluster that is stopped.
    name: "clusterNeedStopped",
    compare: checkBesideWalk(
      (_check, _walk, { clusterNeedDecides }) => -comesFirst(clusterNeedDecides === true),
    ),
  },
  {
    name: "clusterBeforePeople",
    compare: checkBesideWalk(
      (check, walk) =>
        -comesFirst(walk.blocks === "cluster" && check.scope === "people" && !check.matchesSymptom),
    ),
  },
  { name: "checkBeforeWalk", compare: checkBesideWalk(() => -1) },
  { name: "matchesSymptom", compare: first(({ matchesSymptom }) => matchesSymptom) },
  { name: "matchesStoppedNeed", compare: first(({ matchesNeed }) => matchesNeed) },
  {
    // A path that is cut for people comes behind pods or nodes none of which works, and the other way round.
    name: "hurtsAll",
    compare: (one, other, known) =>
      isInCluster(one) || isInCluster(other) ? first(hurtsAll)(one, other, known) : 0,
  },
  {
    name: "brokenPath",
    compare: pathBesideInCluster((_path, _inCluster, { isPathBroken }) => comesFirst(isPathBroken === true)),
  },
  {
    name: "warnsInCluster",
    compare: pathBesideInCluster((_path, inCluster) => comesFirst(!fails(inCluster))),
  },
  { name: "failsInCluster", compare: among(isInCluster, first(fails)) },
  {
    name: "cutsEveryone",
    compare: among(
      isChecked,
      first(({ cutsEveryone }) => cutsEveryone),
    ),
  },
  {
    name: "graver",
    compare: (one, other) => (isWalked(one) && isWalked(other) ? 0 : compareSeverity(one, other)),
  },
  { name: "changedLater", compare: among(isChecked, (one, other) => other.changedAt - one.changedAt) },
  {
    name: "metEarlier",
    compare: among(isChecked, (one, other) => phaseOf(one.cause.check) - phaseOf(other.cause.check)),
  },
  { name: "warnsOnPath", compare: pathBesideInCluster((path) => -comesFirst(!fails(path))) },
  { name: "pathBeforeInCluster", compare: pathBesideInCluster(() => -1) },
] as const satisfies readonly Readonly<{ name: string; compare: Compare }>[];

/**
 * `only`: there was no other. `listedEarlier`: no rule told them apart. `gravestWarning`: nothing failed, and the gravest
 * warning stands for a cause.
 */
export const causeRuleNames = [
  ...precedence.map(({ name }) => name),
  ...(["only", "listedEarlier", "gravestWarning"] as const),
] as const;

export type CauseRule = (typeof causeRuleNames)[number];

function decide(one: Candidate, other: Candidate, known: Known) {
  for (const { name, compare } of precedence) {
    const difference = compare(one, other, known);
    if (difference !== 0) return { difference, rule: name };
  }
  return { difference: 0, rule: "listedEarlier" } as const;
}

/** Of one source, the one to name first in front. */
export const ranked = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.toSorted((one, other) => decide(one, other, {}).difference);

type Chosen = Readonly<{ candidate: Candidate; rule: CauseRule }>;

/** Each list is ranked, and of one source. A rule between two sources is asked of the first of each alone. */
export function choose(lists: readonly (readonly Candidate[])[], known: Known): Chosen | null {
  const [best, ...others] = lists.filter(([candidate]) => candidate !== undefined);
  const [leader, second] = best ?? [];
  if (leader === undefined) return null;
  const [other] = others[0] ?? [];
  if (other !== undefined) {
    const { difference, rule } = decide(leader, other, known);
    return { candidate: difference > 0 ? other : leader, rule };
  }
  return { candidate: leader, rule: second === undefined ? "only" : decide(leader, second, known).rule };
}
