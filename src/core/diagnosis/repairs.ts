// The cause, by counterfactual: mend the first stop and walk again, until the need is met. Only then is the fix one.
import type { Repair } from "../fix/repair.ts";
import { repairOf } from "../fix/repair-of.ts";
import { type Fix, joinFixes, linesOf } from "../fix/write/fix.ts";
import type { NetworkModel } from "../network/model/model.ts";
import type { Step } from "../network/model/step.ts";
import {
  ask,
  decidingStep,
  evaluate,
  type ReachabilityQuestion,
  type Requirement,
  type RequirementResult,
  unmetIn,
} from "../requirement/requirement.ts";
import { isBeyondVisibility } from "../requirement/visibility-limit.ts";
import { type CauseRepair, isSameStop, needsAlike, type RootCause, stopIn } from "./cause.ts";

/** More than any network that somebody could still explain. */
const mostRepairs = 12;

function firstRepair(model: NetworkModel, questions: readonly ReachabilityQuestion[]): Repair | null {
  for (const question of questions) {
    const step = stopIn(ask(model, question));
    const repair = step === undefined ? null : repairOf(model, step);
    if (repair !== null) return repair;
  }
  return null;
}

const isMet = (each: RequirementResult): boolean => each.end === "delivered" || isBeyondVisibility(each);

/**
 * Repairs in the order in which they were needed; null where something goes on stopping it. Where only what Azure does
 * not show is left open behind them, they are not proved.
 */
export function repairsOf(model: NetworkModel, need: Requirement): readonly Repair[] | null {
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

const mendedBy = (model: NetworkModel, repairs: readonly Repair[]): NetworkModel =>
  repairs.reduce((now, { apply }) => apply(now), model);

/** Where it is stopped first, and by what it is mended. */
function nextOf(model: NetworkModel, need: Requirement, isMeant: (step: Step) => boolean): Repair | null {
  if (evaluate(model, need).end !== "stopped") return null;
  const steps = unmetIn(model, need).flatMap((question) => stopIn(ask(model, question)) ?? []);
  const step = steps.find(isMeant);
  return step === undefined ? null : repairOf(model, step);
}

/** What stops the needs where the first of them is stopped. */
function mendAlike(model: NetworkModel, needs: readonly Requirement[], stop: Step): readonly Repair[] {
  const repairs: Repair[] = [];
  for (const need of needs) {
    const next = () => nextOf(mendedBy(model, repairs), need, (step) => isSameStop(step, stop));
    for (let repair = next(); repair !== null && repairs.length < mostRepairs; repair = next())
      repairs.push(repair);
  }
  return repairs;
}

const ruleOf = ({ reason }: Step): string | null => ("rule" in reason ? reason.rule : null);

/** Servers that stand in for each other: the same rule shuts all of them, and one alone would be left without a spare. */
function withSpares(
  model: NetworkModel,
  needs: readonly Requirement[],
  stop: Step,
  mended: readonly Repair[],
): readonly Repair[] {
  const repairs = [...mended];
  for (const question of needs.filter(({ id }) => id === "nodes.dns").flatMap(({ ways }) => ways.flat())) {
    const now = mendedBy(model, repairs);
    const step = stopIn(ask(now, question));
    const isMeant = step !== undefined && isSameStop(step, stop) && ruleOf(step) === ruleOf(stop);
    const repair = isMeant ? repairOf(now, step) : null;
    if (repair !== null && repairs.length < mostRepairs) repairs.push(repair);
  }
  return repairs;
}

/**
 * Of the first of them, and of the others as far as the same thing stops them. What opens a part of a range leaves the
 * rest of it undecided, so what that leaves is opened before the others.
 */
export function repairsOfAll(model: NetworkModel, needs: readonly Requirement[]): readonly Repair[] | null {
  const [first, ...others] = needs;
  const own = first === undefined ? null : repairsOf(model, first);
  const stop = first === undefined ? null : decidingStep(evaluate(model, first))?.step;
  if (first === undefined || own === null || own.length === 0 || !stop) return own;
  if (others.length === 0) return withSpares(model, needs, stop, own);
  const lead = (before: readonly Requirement[]): readonly Repair[] => {
    const wider = mendAlike(model, before, stop);
    const now = mendedBy(model, wider);
    const mine = repairsOf(now, first) ?? [];
    return [...wider, ...mine, ...mendAlike(mendedBy(now, mine), others, stop)];
  };
  const openAfter = (repairs: readonly Repair[]): readonly Requirement[] => {
    const now = mendedBy(model, repairs);
    return [first, ...others].filter((need) => !isMet(evaluate(now, need)));
  };
  const once = lead([]);
  const open = openAfter(once);
  if (open.length === 0 || open.includes(first)) return withSpares(model, needs, stop, once);
  const again = lead(open);
  return withSpares(model, needs, stop, openAfter(again).length < open.length ? again : once);
}

/** Nothing is left that stops it or leaves it open. */
export const mends = (model: NetworkModel, need: Requirement): boolean =>
  evaluate(mendedBy(model, repairsOf(model, need) ?? []), need).end === "delivered";

/** All of them as one fix; null where there is none that was proved. */
export const provedFix = (model: NetworkModel, ...needs: readonly Requirement[]): Fix | null =>
  joinFixes((repairsOfAll(model, needs) ?? []).map(({ fix }) => fix)) ?? null;

// What mends the cause, repair by repair, and whether that was proved: the repaired network was walked again.

type Known = Readonly<{
  model: NetworkModel;
  needs: readonly Requirement[];
  requirements: readonly RequirementResult[];
}>;

/** Which requirements end otherwise in the repaired network: better, or worse. */
const changesIn = (repaired: NetworkModel, { needs, requirements }: Known): readonly string[] =>
  needs.flatMap((need) => {
    const before = requirements.find(({ id }) => id === need.id)?.end;
    const after = evaluate(repaired, need).end;
    return before === undefined || before === after ? [] : [`${need.id}: ${before} → ${after}`];
  });

function provedFor(need: Requirement, known: Known): readonly CauseRepair[] {
  const repairs = repairsOfAll(known.model, needsAlike(need, known)) ?? [];
  const mended = repairs.reduce((now, { apply }) => apply(now), known.model);
  const proved = isMet(evaluate(mended, need));
  let repaired = known.model;
  return repairs.map(({ fix, apply }) => {
    repaired = apply(repaired);
    return { ...fix, proved, changes: changesIn(repaired, known) };
  });
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.join("\n") === other.join("\n");

/** Whichever half of a peering a walk meets first: the same lines mend it, in the order in which Azure takes them. */
function inOrderOf(fix: Fix, repairs: readonly CauseRepair[]): readonly CauseRepair[] | null {
  const lines = repairs.flatMap(linesOf);
  const fixed = linesOf(fix);
  if (isSame(lines, fixed)) return repairs;
  if (!isSame(lines.toSorted(), fixed.toSorted())) return null;
  const changes = [...new Set(repairs.flatMap((each) => each.changes))];
  return [{ ...fix, proved: true, changes }];
}

/** Of a fix that only a check knows no walk proves anything. */
const unproved = (fix: Fix): CauseRepair => ({ ...fix, proved: false, changes: [] });

/** A fix that a check proposes is proved where the walk of a requirement is mended by the same lines, or by what they make. */
export function repairsFor({ fix }: RootCause, known: Known): readonly CauseRepair[] {
  if (fix === undefined) return [];
  const stopped = known.needs.filter(({ id }) =>
    known.requirements.some((each) => each.id === id && each.end === "stopped"),
  );
  const [proved] = stopped.flatMap((need) => {
    const repairs = inOrderOf(fix, provedFor(need, known));
    return repairs === null || repairs.length === 0 ? [] : [repairs];
  });
  return proved ?? [unproved(fix)];
}
