// Everything that stands in the way of what is needed, in the order in which it is met: each stop is mended in the
// model, where a repair is known, and the way is walked again.
import type { NetworkModel } from "../network/model.ts";
import type { Step } from "../network/step.ts";
import type { Repair } from "../repair/repair.ts";
import { repairOf } from "../repair/repair-of.ts";
import { ask, evaluate, unmetIn } from "../requirement/evaluate.ts";
import type { Need } from "../requirement/need.ts";
import type { Walked } from "../requirement/requirement.ts";
import { isSameStop } from "./alike.ts";

/** One thing that stops a need, met once everything before it was mended. */
export type Stop = Readonly<{ need: Need; walked: Walked; step: Step; repair: Repair | null }>;

/** More than any network that somebody could still explain. */
const mostStops = 24;

const stepOf = ({ trace }: Walked): Step | undefined => trace.steps.find(({ state }) => state === "stops");

/** The first stop that is not known yet: one that nothing mends is met again on every walk. */
function nextStop(model: NetworkModel, need: Need, known: readonly Stop[]): Stop | null {
  if (evaluate(model, need).end !== "stopped") return null;
  for (const question of unmetIn(model, need)) {
    const walked = ask(model, question);
    const step = stepOf(walked);
    if (step !== undefined && !known.some((stop) => isSameStop(stop.step, step)))
      return { need, walked, step, repair: repairOf(model, step) };
  }
  return null;
}

/** Of several needs one after the other, in a network in which what stopped the earlier ones is mended. */
export function stopsOf(model: NetworkModel, needs: readonly Need[]): readonly Stop[] {
  const stops: Stop[] = [];
  let now = model;
  for (const need of needs) {
    for (let stop = nextStop(now, need, stops); stop !== null; stop = nextStop(now, need, stops)) {
      stops.push(stop);
      if (stops.length >= mostStops) return stops;
      now = stop.repair?.apply(now) ?? now;
    }
  }
  return stops;
}
