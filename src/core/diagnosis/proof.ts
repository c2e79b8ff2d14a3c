// Green is a proof: what the cluster and people need was walked and delivered. Checks that found nothing are not enough.
import type { AccessPath } from "../access/access-path.ts";
import type { NetworkModel } from "../network/model.ts";
import type { Step } from "../network/step.ts";
import { provedFix } from "../repair/counterfactual.ts";
import type { Need } from "../requirement/need.ts";
import type { Requirement, Walked } from "../requirement/requirement.ts";
import type { RootCause, Verdict } from "./diagnosis.ts";
import { sayStep } from "./said-of-step.ts";
import { isUsable } from "./verdict.ts";

/** The first requirement that ends so, the cluster's own before people's. */
const firstThat = (requirements: readonly Requirement[], end: Requirement["end"]): Requirement | undefined =>
  requirements.filter((each) => each.end === end).toSorted((one, other) => rank(one) - rank(other))[0];

const rank = ({ for: whose }: Requirement): number => (whose === "cluster" ? 0 : 1);

export const stoppedIn = (requirements: readonly Requirement[]): Requirement | undefined =>
  firstThat(requirements, "stopped");
export const openIn = (requirements: readonly Requirement[]): Requirement | undefined =>
  firstThat(requirements, "unknown");

/** Only where checks alone would have said that nothing is wrong. */
export function proven(
  verdict: Verdict,
  requirements: readonly Requirement[],
  paths: readonly AccessPath[],
): Verdict {
  if (verdict !== "healthy" && verdict !== "unknown") return verdict;
  const stopped = stoppedIn(requirements);
  if (stopped !== undefined) return stopped.for === "people" && paths.some(isUsable) ? "degraded" : "broken";
  return openIn(requirements) === undefined ? verdict : "unknown";
}

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

/** `likely` where something on the same way is open besides. A fix only where it was walked. */
export function causeOf(
  requirement: Requirement,
  model: NetworkModel,
  needs: readonly Need[],
): RootCause | null {
  const found = deciding(requirement);
  if (found === null) return null;
  const { walked, step } = found;
  const need = needs.find(({ id }) => id === requirement.id);
  const fix = need === undefined ? null : provedFix(model, need);
  const isOpen = walked.trace.steps.some(({ state }) => state === "unknown");
  return {
    check: `walk.${requirement.id}`,
    summary: `${what(walked)}: ${sayStep(step)}`,
    confidence: isOpen ? "likely" : "certain",
    ...(step.component.id === null ? {} : { resourceId: step.component.id }),
    ...(fix === null ? {} : { fix }),
  };
}

/** Why it is open whether one of them is met. */
export function doubtOf(requirement: Requirement): string {
  const found = deciding(requirement);
  return found === null ? "" : sayStep(found.step);
}
