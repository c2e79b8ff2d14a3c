// The colour of a verdict's band.
import type { Verdict } from "../core/diagnosis/cause.ts";
import type { Style } from "./notice.ts";

export const STYLES: Readonly<Record<Verdict, Style>> = {
  healthy: "good",
  degraded: "warning",
  broken: "attention",
  unknown: "emphasis",
};
