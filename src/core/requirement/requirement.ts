// A need, proved or not: every question with the steps that it met.
import type { Step, Trace } from "../network/step.ts";
import type { Called } from "../outcome/called.ts";
import type { Need } from "./need.ts";

/** `to` is the name, or the address with `service`. */
export type Walked = Readonly<{
  from: Called;
  to: string;
  service: string | null;
  trace: Trace;
  /** The address is where the API server is said to stand. */
  isApi?: true;
}>;

export type Requirement = Pick<Need, "id" | "for"> &
  Readonly<{ end: Trace["end"]; walks: readonly Walked[] }>;

/** The step on which it hangs that it is not met; null where it is. */
export function decidingStep({ walks, end }: Requirement): Readonly<{ walked: Walked; step: Step }> | null {
  const state = end === "stopped" ? "stops" : "unknown";
  for (const walked of walks) {
    const step = walked.trace.steps.find((each) => each.state === state);
    if (step !== undefined) return { walked, step };
  }
  return null;
}
