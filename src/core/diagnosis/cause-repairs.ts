// What mends the cause, repair by repair, and whether that was proved: the repaired network was walked again.

import type { NetworkModel } from "../network/model.ts";
import type { Fix } from "../outcome/fix.ts";
import { evaluate } from "../requirement/evaluate.ts";
import type { Need } from "../requirement/need.ts";
import type { Requirement } from "../requirement/requirement.ts";
import { needsAlike } from "./alike.ts";
import { isMet, repairsOfAll } from "./counterfactual.ts";
import type { CauseRepair, RootCause } from "./diagnosis.ts";

type Known = Readonly<{
  model: NetworkModel;
  needs: readonly Need[];
  requirements: readonly Requirement[];
}>;

/** Which requirements end otherwise in the repaired network: better, or worse. */
const changesIn = (repaired: NetworkModel, { needs, requirements }: Known): readonly string[] =>
  needs.flatMap((need) => {
    const before = requirements.find(({ id }) => id === need.id)?.end;
    const after = evaluate(repaired, need).end;
    return before === undefined || before === after ? [] : [`${need.id}: ${before} → ${after}`];
  });

function provedFor(need: Need, known: Known): readonly CauseRepair[] {
  const repairs = repairsOfAll(known.model, needsAlike(need, known)) ?? [];
  const mended = repairs.reduce((now, { apply }) => apply(now), known.model);
  const proved = isMet(evaluate(mended, need));
  let repaired = known.model;
  return repairs.map(({ fix, apply }) => {
    repaired = apply(repaired);
    return { ...fix, proved, changes: changesIn(repaired, known) };
  });
}

type Lines = Readonly<{ commands: readonly string[] }>;

const linesOf = (repairs: readonly Lines[]): readonly string[] => repairs.flatMap(({ commands }) => commands);

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.join("\n") === other.join("\n");

/** Whichever half of a peering a walk meets first: the same lines mend it, in the order in which Azure takes them. */
function inOrderOf(fix: Fix, repairs: readonly CauseRepair[]): readonly CauseRepair[] | null {
  const lines = linesOf(repairs);
  if (isSame(lines, fix.commands)) return repairs;
  if (!isSame(lines.toSorted(), fix.commands.toSorted())) return null;
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
