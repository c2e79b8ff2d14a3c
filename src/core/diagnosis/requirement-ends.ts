// How requirements end, for a verdict: a cluster is healthy only where what it and people need was walked and delivered.
import { leadsOverMachine } from "../access/path-registry.ts";
import type { Step } from "../network/model/step.ts";
import { decidingStep, type Requirement, type RequirementResult } from "../requirement/requirement.ts";
import { isBeyondVisibility, isOpenOnlyFor } from "../requirement/visibility-limit.ts";
import { isUnasked, type PathState } from "./path-states.ts";
import { type SummaryDoubt, shownToNobody } from "./summary-data.ts";

/** The first requirement that ends so, the cluster's own before people's. */
const firstThat = (
  requirements: readonly RequirementResult[],
  end: RequirementResult["end"],
): RequirementResult | undefined =>
  requirements
    .filter((each) => each.end === end)
    .toSorted((one, other) => rankOfNeed(one) - rankOfNeed(other))[0];

/** The cluster's own before people's. */
export const rankOfNeed = ({ for: whose }: Pick<Requirement, "for">): number =>
  ["cluster", "people", "workloads"].indexOf(whose);

/** Every one that is stopped, the cluster's own first. */
export const allStoppedIn = (requirements: readonly RequirementResult[]): readonly RequirementResult[] =>
  requirements
    .filter(({ end }) => end === "stopped")
    .toSorted((one, other) => rankOfNeed(one) - rankOfNeed(other));

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
): RequirementResult | undefined => firstThat(doubtfulIn(requirements, paths), "unknown");

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
    ? paths.some(({ id, state }) => leadsOverMachine({ id }) && state === "available")
    : people.end === "delivered";
};

export const doubtOf = (requirement: RequirementResult): SummaryDoubt =>
  decidingStep(requirement)?.step ?? null;
