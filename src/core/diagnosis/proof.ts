// Green is a proof: what the cluster and people need was walked and delivered. Checks that found nothing are not enough.
import type { AccessPath } from "../access/access-path.ts";
import { leadsOverMachine } from "../access/path-kinds.ts";
import type { Step } from "../network/step.ts";
import { endsBeyond, isOpenOnlyFor } from "../requirement/as-far-as-seen.ts";
import type { Need } from "../requirement/need.ts";
import { decidingStep, type Requirement } from "../requirement/requirement.ts";
import type { Verdict } from "./diagnosis.ts";
import { shownToNobody } from "./limits.ts";
import type { Doubt } from "./summary-data.ts";
import { isOpen, isUnasked } from "./verdict.ts";

type WayState = Pick<AccessPath, "id" | "state" | "blockedBy">;

/** The first requirement that ends so, the cluster's own before people's. */
const firstThat = (requirements: readonly Requirement[], end: Requirement["end"]): Requirement | undefined =>
  requirements
    .filter((each) => each.end === end)
    .toSorted((one, other) => rankOfNeed(one) - rankOfNeed(other))[0];

/** The cluster's own before people's. */
export const rankOfNeed = ({ for: whose }: Pick<Need, "for">): number =>
  ["cluster", "people", "workloads"].indexOf(whose);

/** Every one that is stopped, the cluster's own first. */
export const allStoppedIn = (requirements: readonly Requirement[]): readonly Requirement[] =>
  requirements
    .filter(({ end }) => end === "stopped")
    .toSorted((one, other) => rankOfNeed(one) - rankOfNeed(other));

export const stoppedIn = (requirements: readonly Requirement[]): Requirement | undefined =>
  allStoppedIn(requirements)[0];

/** What is open, and no mere limit of what Azure shows. */
const doubtfulIn = (
  requirements: readonly Requirement[],
  paths: readonly WayState[],
): readonly Requirement[] =>
  requirements.filter((each) => each.end === "unknown" && !isLimited(each, requirements, paths));

export const openIn = (
  requirements: readonly Requirement[],
  paths: readonly WayState[],
): Requirement | undefined => firstThat(doubtfulIn(requirements, paths), "unknown");

/** What a finding leaves open counts where what needs it is in doubt; what no walk tells always does. */
export const isDoubt = (
  gap: Readonly<{ id: string; need?: string }>,
  requirements: readonly Requirement[],
  paths: readonly WayState[],
): boolean =>
  gap.need === undefined ||
  isUnasked(gap, paths) ||
  doubtfulIn(requirements, paths).some(({ id }) => id === gap.need);

/** Whether a machine takes sign-ins on a port of its own, and nothing else. */
const hangsOnPort = ({ walks }: Requirement): boolean =>
  walks
    .flatMap(({ trace }) => trace.steps)
    .every(({ state, reason }) => state !== "unknown" || reason.is === "listenerUnseen");

/** A way over Bastion that is open, or one over a gateway for no other reason than that, while people have another way that is proved: said, and no doubt about the cluster. */
const isLimited = (each: Requirement, all: readonly Requirement[], paths: readonly WayState[]): boolean => {
  const { id, end } = each;
  if (end !== "unknown") return false;
  if (id === "nodes.egress") return endsBeyond(each);
  return (
    hasOtherWay(all, paths) &&
    ((id === "bastion.jump" && hangsOnPort(each)) ||
      (id === "gateway.api" && isOpenOnlyFor(each, shownToNobody)))
  );
};

/** What stays open of a way that Azure shows only as far as its own side goes. */
export const limitsIn = (
  requirements: readonly Requirement[],
  paths: readonly WayState[],
): readonly Doubt[] => [
  ...requirements.filter((each) => isLimited(each, requirements, paths)).map(doubtOf),
  ...requirements.filter(isMetElsewhere).flatMap(openPlacesOf),
];

/** Of several places that people come from, or DNS servers that nodes ask, one that works is enough; whether another does is said all the same. */
const isMetElsewhere = ({ id, end }: Requirement): boolean =>
  (id === "people.api" || id === "nodes.dns") && end === "delivered";

/** A step of each place from which it is open, as it is met first. */
const openPlacesOf = ({ walks }: Requirement): readonly Step[] =>
  [
    ...Map.groupBy(
      walks.filter(({ trace }) => trace.end === "unknown"),
      ({ from }) => JSON.stringify(from),
    ).values(),
  ].flatMap(([first]) => first?.trace.steps.find(({ state }) => state === "unknown") ?? []);

/** Beside gateways: what people walk, or a machine in the cluster's own network, from where nothing has to be walked. */
const hasOtherWay = (all: readonly Requirement[], paths: readonly WayState[]): boolean => {
  const people = all.find(({ id }) => id === "people.api");
  return people === undefined
    ? paths.some(({ id, state }) => leadsOverMachine({ id }) && state === "available")
    : people.end === "delivered";
};

/** Only where checks alone would have said that nothing is wrong, or no more than a warning. */
export function proven(
  verdict: Verdict,
  requirements: readonly Requirement[],
  paths: readonly WayState[],
): Verdict {
  if (verdict === "broken") return verdict;
  const stopped = stoppedIn(requirements);
  if (stopped?.for === "workloads") return "degraded";
  if (stopped !== undefined) return stopped.for === "people" && isOpen(paths) ? "degraded" : "broken";
  return openIn(requirements, paths) === undefined ? verdict : "unknown";
}

/** Whatever check names the fault: a cluster that lacks what it needs itself is not merely short of a way in. */
export const withoutNeeds = (verdict: Verdict, requirements: readonly Requirement[]): Verdict =>
  verdict === "degraded" &&
  requirements.some(({ for: whose, end }) => whose === "cluster" && end === "stopped")
    ? "broken"
    : verdict;

export const doubtOf = (requirement: Requirement): Doubt => decidingStep(requirement)?.step ?? null;
