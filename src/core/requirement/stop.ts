// Where a walk ends, and why: who asked for what, and the step that decides.
import type { Step } from "../network/step.ts";
import type { Evidence } from "../outcome/fact.ts";
import type { Walked } from "./requirement.ts";

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
