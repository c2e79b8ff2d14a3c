// One rule or route may stop several needs: what mends one of them is meant to mend all.
import type { Step } from "../network/step.ts";
import type { Need } from "../requirement/need.ts";
import { decidingStep, type Requirement } from "../requirement/requirement.ts";

type Asked = Readonly<{ needs: readonly Need[]; requirements: readonly Requirement[] }>;

/** At the same place, for the same kind of reason. */
export const isSameStop = (one: Step, other: Step): boolean =>
  one.reason.is === other.reason.is &&
  one.component.id === other.component.id &&
  one.component.name === other.component.name;

const ruleOf = ({ reason }: Step): string | null => ("rule" in reason ? reason.rule : null);

const stopOf = (each: Requirement | undefined): Step | null =>
  each?.end === "stopped" ? (decidingStep(each)?.step ?? null) : null;

/** The need, and the others that are stopped where it is. */
export function needsAlike(need: Need, { needs, requirements }: Asked): readonly Need[] {
  const stopFor = ({ id }: Need) => stopOf(requirements.find((each) => each.id === id));
  const own = stopFor(need);
  const isAlike = (other: Need): boolean => {
    const stop = stopFor(other);
    // What only some pods may want would open more than the cause asks for.
    if (other.for === "workloads" && need.for !== "workloads") return false;
    return own !== null && stop !== null && isSameStop(own, stop) && ruleOf(own) === ruleOf(stop);
  };
  return [need, ...needs.filter((other) => other.id !== need.id && isAlike(other))];
}
