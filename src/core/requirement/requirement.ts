// A need, proved or not: every question with the steps that it met.
import type { Trace } from "../network/step.ts";
import type { Need } from "./need.ts";

/** `to` is the name, or the address with `service`. */
export type Walked = Readonly<{ from: string; to: string; service: string | null; trace: Trace }>;

export type Requirement = Pick<Need, "id" | "for"> &
  Readonly<{ end: Trace["end"]; walks: readonly Walked[] }>;
