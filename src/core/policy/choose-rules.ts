// Which rules allow something, where each part of it is allowed by some: one for all is named before several, and where
// they differ, the more careful one counts. No part needs fewer who agree because of what is asked for beside it.
import { allOf, canBeGivenBy, countOf, ofAtLeast } from "./approvals.ts";
import type { Approval } from "./decision.ts";
import { isWrite } from "./match-change.ts";
import type { AllowRule } from "./policy.ts";
import type { Part, Verdict } from "./verdict.ts";

/** A rule that allows a part; `approval`: who has to agree, null where it is only read. */
export type Candidate = Readonly<{ rule: AllowRule; approval: Approval | null }>;

/** One part of what is asked, with the rules that allow it, by their ids. `ofEach`: those that allow one object of it alone. */
export type Wanted = Readonly<{
  need: Part;
  by: readonly Candidate[];
  ofEach?: readonly (readonly Candidate[])[];
}>;

export function allowBy(wanted: readonly Wanted[]): Verdict {
  const missing = wanted.find(({ by }) => by.length === 0);
  if (missing !== undefined) return { effect: "deny", rule: null, inTheWay: missing.need };
  const parts = wanted.flatMap(({ need, by, ofEach = [by] }) => ofEach.map((some) => ({ need, by: some })));
  const candidates = parts.map(({ by }) => by);
  const rules = candidates.flat().map(({ rule }) => rule);
  // Of two rules that differ in who sees the output, or whether as it is, the more careful one counts.
  const show = rules.some((rule) => rule.show === "personal") ? "personal" : "thread";
  const unmasked = rules.every((rule) => rule.unmasked === true);
  const isCareful = [
    ({ rule }: Candidate) => rule.show === show,
    ({ rule }: Candidate) => (rule.unmasked === true) === unmasked,
  ];
  // Only where it is an emergency are there any of its rules, and then they are what was asked for. A rule of a change counts
  // by who has to agree first: none is left out because it shows more than another.
  const prefer = (some: readonly Candidate[]) => {
    const asked = where(some, ({ rule }) => rule.breakGlass === true);
    return asked.some(({ approval }) => approval !== null)
      ? strictestFirst(asked, isCareful)
      : isCareful.reduce(where, asked);
  };
  const least = leastOf(parts, prefer);
  const chosen = agreeing(candidates, prefer, least);
  if (chosen === null) {
    const contradict = idsOf(choose(candidates.map(prefer), least));
    return { effect: "deny", rule: null, inTheWay: null, contradict };
  }
  const { by, approval } = chosen;
  const isUrgent = by.some(({ rule }) => rule.breakGlass === true);
  return {
    effect: "allow",
    rule: idsOf(by).join(", "),
    ...{ show, unmasked },
    ...(approval !== null && { approval }),
    ...(isUrgent && { breakGlass: true }),
  };
}

type Prefer = (some: readonly Candidate[]) => readonly Candidate[];

/** How many would have to agree to that part alone which needs the most. What is only read needs nobody. */
const leastOf = (wanted: readonly Wanted[], prefer: Prefer): number =>
  Math.max(
    0,
    ...wanted
      .filter(({ need }) => need === null || isWrite(need))
      .map(({ by }) => countOf(prefer(by)[0]?.approval ?? null)),
  );

type Chosen = Readonly<{ by: readonly Candidate[]; approval: Approval | null }>;

/** Those that are preferred; where no one group could agree to all of them, others of which one could. */
function agreeing(
  candidates: readonly (readonly Candidate[])[],
  prefer: Prefer,
  least: number,
): Chosen | null {
  const groups = candidates
    .flat()
    .flatMap(({ approval }) => (approval?.by === "others" ? approval.groups : []));
  const narrowed = [...new Set(groups)]
    .sort()
    .map((group) => candidates.map((some) => some.filter(({ approval }) => canBeGivenBy(approval, group))));
  let fewer: Chosen | null = null;
  for (const some of [candidates, ...narrowed]) {
    if (some.some((each) => each.length === 0)) continue;
    const by = choose(some.map(prefer), least);
    const approvals = by.flatMap(({ approval }) => approval ?? []);
    const approval = approvals.length === 0 ? null : allOf(approvals);
    if (approvals.length > 0 && approval === null) continue;
    if (countOf(approval) >= least) return { by, approval };
    fewer ??= { by, approval };
  }
  // Those who would have to agree to a part may agree to no more than that: so many of the others, then.
  return fewer && { ...fewer, approval: ofAtLeast(fewer.approval, least) };
}

/** One for each part: the same for all where there is one that asks for as many as each part alone. */
function choose(
  [first = [], ...others]: readonly (readonly Candidate[])[],
  least: number,
): readonly Candidate[] {
  for (const each of first) {
    if (countOf(each.approval) < least) continue;
    const same = others.map((some) => some.find(({ rule }) => rule === each.rule));
    if (!same.includes(undefined)) return [each, ...same.filter((found) => found !== undefined)];
  }
  return [first, ...others].flatMap((some) => some.slice(0, 1));
}

type Test = (each: Candidate) => boolean;

/** By how many have to agree; of those that ask for as many, one that passes more of the tests, the first of them first. */
function strictestFirst(some: readonly Candidate[], tests: readonly Test[]): readonly Candidate[] {
  const ranks = [({ approval }: Candidate) => countOf(approval), ...tests];
  const differences = (a: Candidate, b: Candidate) => ranks.map((rank) => Number(rank(b)) - Number(rank(a)));
  return some.toSorted((a, b) => differences(a, b).find((each) => each !== 0) ?? 0);
}

/** Those for which it is true; all where it is for none. */
function where(some: readonly Candidate[], isTrue: Test): readonly Candidate[] {
  const those = some.filter(isTrue);
  return those.length > 0 ? those : some;
}

const idsOf = (some: readonly Candidate[]): readonly string[] =>
  [...new Set(some.map(({ rule }) => rule.id))].sort();
