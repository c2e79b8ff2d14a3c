// Green is a proof: what the cluster and people need was walked and delivered. Checks that found nothing are not enough.
import type { AccessPath } from "../access/access-path.ts";
import type { NetworkModel } from "../network/model.ts";
import type { Step } from "../network/step.ts";
import { provedFix } from "../repair/counterfactual.ts";
import { endsBeyond, isOpenOnlyFor } from "../requirement/as-far-as-seen.ts";
import type { Need } from "../requirement/need.ts";
import type { Requirement, Walked } from "../requirement/requirement.ts";
import type { RootCause, Verdict } from "./diagnosis.ts";
import { changeOf, describeChange } from "./recent-changes.ts";
import { sayStep } from "./said-of-step.ts";
import type { ResourceChange } from "./snapshot.ts";
import { isUsable } from "./verdict.ts";

/** The first requirement that ends so, the cluster's own before people's. */
const firstThat = (requirements: readonly Requirement[], end: Requirement["end"]): Requirement | undefined =>
  requirements
    .filter((each) => each.end === end)
    .toSorted((one, other) => rankOfNeed(one) - rankOfNeed(other))[0];

/** The cluster's own before people's. */
export const rankOfNeed = ({ for: whose }: Pick<Need, "for">): number => (whose === "cluster" ? 0 : 1);

export const stoppedIn = (requirements: readonly Requirement[]): Requirement | undefined =>
  firstThat(requirements, "stopped");
export const openIn = (
  requirements: readonly Requirement[],
  paths: readonly AccessPath[],
): Requirement | undefined =>
  firstThat(
    requirements.filter((each) => !isLimited(each, requirements, paths)),
    "unknown",
  );

/** What Azure shows nobody, however much they may read: only the other side of a gateway knows it. */
const limits: readonly Step["reason"]["is"][] = ["farRangesLearned", "connectionSkipped"];

/** A way over Bastion that is open, or one over a gateway for no other reason than that, while people have another way that is proved: said, and no doubt about the cluster. */
const isLimited = (each: Requirement, all: readonly Requirement[], paths: readonly AccessPath[]): boolean => {
  const { id, end } = each;
  if (end !== "unknown") return false;
  if (id === "nodes.egress") return endsBeyond(each);
  return (
    hasOtherWay(all, paths) &&
    (id === "bastion.jump" || (id === "gateway.api" && isOpenOnlyFor(each, limits)))
  );
};

/** What stays open of a way that Azure shows only as far as its own side goes. */
export const limitsIn = (
  requirements: readonly Requirement[],
  paths: readonly AccessPath[],
): readonly string[] => requirements.filter((each) => isLimited(each, requirements, paths)).map(doubtOf);

/** Beside gateways: what people walk, or a machine in the cluster's own network, from where nothing has to be walked. */
const hasOtherWay = (all: readonly Requirement[], paths: readonly AccessPath[]): boolean => {
  const people = all.find(({ id }) => id === "people.api");
  return people === undefined
    ? paths.some(({ id, state }) => machinePaths.includes(id) && state === "available")
    : people.end === "delivered";
};

const machinePaths = ["P04", "P05", "P06", "P07", "P08"];

/** Only where checks alone would have said that nothing is wrong. */
export function proven(
  verdict: Verdict,
  requirements: readonly Requirement[],
  paths: readonly AccessPath[],
): Verdict {
  if (verdict !== "healthy" && verdict !== "unknown") return verdict;
  const stopped = stoppedIn(requirements);
  if (stopped !== undefined) return stopped.for === "people" && paths.some(isUsable) ? "degraded" : "broken";
  return openIn(requirements, paths) === undefined ? verdict : "unknown";
}

/** Whatever check names the fault: a cluster that lacks what it needs itself is not merely short of a way in. */
export const withoutNeeds = (verdict: Verdict, requirements: readonly Requirement[]): Verdict =>
  verdict === "degraded" &&
  requirements.some(({ for: whose, end }) => whose === "cluster" && end === "stopped")
    ? "broken"
    : verdict;

const deciding = ({ walks, end }: Requirement): Readonly<{ walked: Walked; step: Step }> | null => {
  const state = end === "stopped" ? "stops" : "unknown";
  for (const walked of walks) {
    const step = walked.trace.steps.find((each) => each.state === state);
    if (step !== undefined) return { walked, step };
  }
  return null;
};

const what = ({ from, to, service }: Walked): string =>
  service === null ? `${from} cannot resolve ${to}` : `${from} cannot reach ${to} on ${service}`;

export const sayStop = ({ walked, step }: Readonly<{ walked: Walked; step: Step }>): string =>
  `${what(walked)}: ${sayStep(step)}`;

type Known = Readonly<{
  model: NetworkModel;
  needs: readonly Need[];
  /** Newest first. */
  changes: readonly ResourceChange[];
}>;

/** `likely` where something on the same way is open besides. A fix only where it was walked. */
export function causeOf(requirement: Requirement, { model, needs, changes }: Known): RootCause | null {
  const found = deciding(requirement);
  if (found === null) return null;
  const { walked, step } = found;
  const change = step.component.id === null ? undefined : changeOf(step.component.id, changes);
  const need = needs.find(({ id }) => id === requirement.id);
  const fix = need === undefined ? null : provedFix(model, need);
  const isOpen = walked.trace.steps.some(({ state }) => state === "unknown");
  return {
    check: `walk.${requirement.id}`,
    summary: sayStop({ walked, step }),
    confidence: isOpen ? "likely" : "certain",
    ...(change === undefined ? {} : { changed: { time: change.time, what: describeChange(change) } }),
    ...(step.component.id === null ? {} : { resourceId: step.component.id }),
    ...(fix === null ? {} : { fix }),
  };
}

/** Why it is open whether one of them is met. */
export function doubtOf(requirement: Requirement): string {
  const found = deciding(requirement);
  return found === null ? "no subnet was found in which its nodes stand." : sayStep(found.step);
}
