// A need, proved or not: every question with the steps that it met.
import type { Step, Trace } from "../network/model/step.ts";
import type { Called } from "../outcome/called.ts";
import type { Evidence } from "../outcome/fact.ts";
import type { Requirement } from "./requirement.ts";

/** `to` is the name, or the address with `service`. */
export type Walked = Readonly<{
  from: Called;
  to: string;
  service: string | null;
  trace: Trace;
  /** The address is where the API server is said to stand. */
  isApi?: true;
}>;

export type RequirementResult = Pick<Requirement, "id" | "for"> &
  Readonly<{ end: Trace["end"]; walks: readonly Walked[] }>;

/** The step on which it hangs that it is not met; null where it is. */
export function decidingStep({
  walks,
  end,
}: RequirementResult): Readonly<{ walked: Walked; step: Step }> | null {
  const state = end === "stopped" ? "stops" : "unknown";
  for (const walked of walks) {
    const step = walked.trace.steps.find((each) => each.state === state);
    if (step !== undefined) return { walked, step };
  }
  return null;
}

/** A branch may have dozens of ranges and a cluster many pools: each is walked and judged, and so many are kept. */
const mostKept = 24;
const gravity = { stopped: 0, unknown: 1, delivered: 2 } as const;

/** For an answer: the gravest walks first. */
export const truncateWalks = (requirement: RequirementResult): RequirementResult => {
  const { walks } = requirement;
  if (walks.length <= mostKept) return requirement;
  const byGravity = walks.toSorted((one, other) => gravity[one.trace.end] - gravity[other.trace.end]);
  return { ...requirement, walks: byGravity.slice(0, mostKept) };
};

/** Where a walk ends, and why: who asked for what, and the step that decides. */
export type Stop = Readonly<{ walked: Omit<Walked, "trace">; step: Step }>;

/** Without the other steps, which stand with the need. */
export const stopAt = ({
  walked: { trace: _, ...walked },
  step,
}: Readonly<{ walked: Walked; step: Step }>): Stop => ({
  walked,
  step,
});

/** Where it leads, for a list of what was looked at. */
export const evidenceOf = ({ from, to, service }: Stop["walked"]): Evidence => ({
  is: "way",
  from,
  to,
  service,
});
