// The cause, by counterfactual: mend the first stop and walk again, until the need is met. Only then is the fix one.

import type { NetworkModel } from "../network/model.ts";
import type { Fix } from "../outcome/check.ts";
import type { Repair } from "../repair/repair.ts";
import { repairOf } from "../repair/repair-of.ts";
import { endsBeyond } from "../requirement/as-far-as-seen.ts";
import { ask, evaluate, unmetIn } from "../requirement/evaluate.ts";
import type { Need, Question } from "../requirement/need.ts";
import type { Requirement } from "../requirement/requirement.ts";

/** More than any network that somebody could still explain. */
const mostRepairs = 12;

function firstRepair(model: NetworkModel, questions: readonly Question[]): Repair | null {
  for (const question of questions) {
    const step = ask(model, question).trace.steps.find(({ state }) => state === "stops");
    const repair = step === undefined ? null : repairOf(model, step);
    if (repair !== null) return repair;
  }
  return null;
}

export const isMet = (each: Requirement): boolean => each.end === "delivered" || endsBeyond(each);

/**
 * Repairs in the order in which they were needed; null where something goes on stopping it. Where only what Azure does
 * not show is left open behind them, they are not proved.
 */
export function repairsOf(model: NetworkModel, need: Need): readonly Repair[] | null {
  const repairs: Repair[] = [];
  let now = model;
  while (evaluate(now, need).end === "stopped") {
    const repair = repairs.length < mostRepairs ? firstRepair(now, unmetIn(now, need)) : null;
    if (repair === null) return null;
    repairs.push(repair);
    now = repair.apply(now);
  }
  return repairs;
}

/** Nothing is left that stops it or leaves it open. */
export function mends(model: NetworkModel, need: Need): boolean {
  const repairs = repairsOf(model, need) ?? [];
  return (
    evaluate(
      repairs.reduce((now, { apply }) => apply(now), model),
      need,
    ).end === "delivered"
  );
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** All of them as one fix; null where there is none that was proved. */
export function provedFix(model: NetworkModel, need: Need): Fix | null {
  const repairs = repairsOf(model, need) ?? [];
  if (repairs.length === 0) return null;
  const fixes = repairs.map(({ fix }) => fix);
  return {
    commands: fixes.flatMap(({ commands }) => commands),
    risk: unique(fixes.map(({ risk }) => risk)).join(" "),
    disruptive: fixes.some(({ disruptive }) => disruptive),
    role: unique(fixes.map(({ role }) => role)).join("; "),
  };
}
