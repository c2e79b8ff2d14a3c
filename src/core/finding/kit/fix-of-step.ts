// What mends a step of which a finding tells that it stops: one repair after the other, until the way is not stopped by
// anything that this finding is about. What would leave it stopped there is no fix.

import { repairOf } from "../../fix/repair-of.ts";
import { type Fix, joinFixes } from "../../fix/write/fix.ts";
import type { NetworkModel } from "../../network/model/model.ts";
import { evaluate } from "../../requirement/evaluate.ts";
import type { Requirement } from "../../requirement/requirement.ts";
import type { Walked } from "../../requirement/requirement-result.ts";
import { findingForStep, type MetStep, type Walks } from "./walks.ts";

/** More than these on one way nobody mends at once. */
const mostRepairs = 4;

const isSameWay = (one: Walked, other: Walked): boolean =>
  one.from === other.from && one.to === other.to && one.service === other.service;

/** The stop on the same way of a network that was repaired; undefined where it is stopped no more. */
function stopAfter(
  model: NetworkModel,
  need: Requirement,
  { requirement, walked }: MetStep,
): MetStep | undefined {
  const again = evaluate(model, need).walks.find((each) => isSameWay(each, walked));
  const step = again?.trace.steps.find(({ state }) => state === "stops");
  return again === undefined || step === undefined ? undefined : { requirement, walked: again, step };
}

export function fixOfStep(id: string, told: MetStep, walks: Walks): Fix | undefined {
  const need = walks.needs.find((each) => each.id === told.requirement.id);
  const fixes: Fix[] = [];
  let model = walks.model;
  let stop: MetStep | undefined = told;
  while (need !== undefined && stop !== undefined && fixes.length < mostRepairs) {
    const { walked, step } = stop;
    if (findingForStep(walks, { need: need.id, walked, step }) !== id) return joinFixes(fixes);
    const repair = repairOf(model, step);
    if (repair === null) return undefined;
    fixes.push(repair.fix);
    model = repair.apply(model);
    stop = stopAfter(model, need, stop);
  }
  return stop === undefined ? joinFixes(fixes) : undefined;
}
