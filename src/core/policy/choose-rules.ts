// Which rules allow something, where each part of it is allowed by some: one for all is named before several, and where
// they differ, the more careful one counts. No part needs fewer who agree because of what is asked for beside it.

import { type ApprovalRule, minutesOf } from "./change-schema.ts";
import type { Approval, Decision } from "./decision.ts";
import { type ChangeNeed, isWrite } from "./match.ts";
import type { AllowRule, DenyRule } from "./policy.ts";

// Who has to agree where a rule, or several together, allow a change.

type ByOthers = Extract<Approval, { by: "others" }>;

/** How long whoever asked has for looking at what it does. */
const requesterMinutes = 30;

export function approvalOf(rule: ApprovalRule): Approval {
  if (rule === "requester") return { by: "requester", minutes: requesterMinutes };
  const { count, groups, expires, escalate, runAs } = rule;
  return {
    ...{ by: "others", count, groups, minutes: minutesOf(expires) ?? 0 },
    ...(escalate && { escalate: { afterMinutes: minutesOf(escalate.after) ?? 0, groups: escalate.groups } }),
    ...(runAs === "approver" && { runAs }),
  };
}

/** How many others have to agree. */
const countOf = (approval: Approval | null): number => (approval?.by === "others" ? approval.count : 0);

/** Somebody's rights may be used for what they did not ask for. */
const lendsRights = (approval: Approval | null): boolean =>
  approval?.by === "others" && approval.runAs === "approver";

/** The same, by no fewer others. */
const ofAtLeast = (approval: Approval | null, least: number): Approval | null =>
  approval?.by === "others" ? { ...approval, count: Math.max(approval.count, least) } : approval;

/** Whether a member of the group may agree, or nobody besides the requester has to. */
const canBeGivenBy = (approval: Approval | null, group: string): boolean =>
  approval?.by !== "others" || approval.groups.includes(group);

/** One with which the condition of each holds; null where no group is in all of them. Expects one at least. */
export function allOf(approvals: readonly Approval[]): Approval | null {
  const others = approvals.filter((approval) => approval.by === "others");
  const minutes = Math.min(...(others.length > 0 ? others : approvals).map((each) => each.minutes));
  const [first] = others;
  if (first === undefined) return { by: "requester", minutes };
  const groups = first.groups.filter((group) => others.every((each) => each.groups.includes(group)));
  if (groups.length === 0) return null;
  const escalate = secondOf(others, groups, minutes);
  const count = Math.max(...others.map((each) => each.count));
  const runAs = approvals.every(lendsRights) ? ("approver" as const) : null;
  return { by: "others", count, groups, minutes, ...(escalate && { escalate }), ...(runAs && { runAs }) };
}

/** Those whom each of them would let agree by then. */
function secondOf(
  others: readonly ByOthers[],
  first: readonly string[],
  minutes: number,
): ByOthers["escalate"] {
  const afterMinutes = Math.max(...others.map(({ escalate }) => escalate?.afterMinutes ?? 0));
  const inEnd = others.map(({ groups, escalate }) => [...groups, ...(escalate?.groups ?? [])]);
  const groups = [...new Set(inEnd.flat())].filter(
    (group) => !first.includes(group) && inEnd.every((some) => some.includes(group)),
  );
  return groups.length === 0 || afterMinutes >= minutes ? undefined : { afterMinutes, groups };
}

// What the rules say, before anybody is told why.

/** One thing that a command reads or changes: null for what is no command, or a command that reads nothing. */
export type RulePart = ChangeNeed | null;

/** `inTheWay`: the part that is not allowed. `contradict`: rules that would allow it together, but let no one group agree. */
export type RuleVerdict =
  | Extract<Decision, { effect: "allow" }>
  | Readonly<{ effect: "deny"; rule: DenyRule | null; inTheWay: RulePart; contradict?: readonly string[] }>;

/** A rule that allows a part; `approval`: who has to agree, null where it is only read. */
export type RuleCandidate = Readonly<{ rule: AllowRule; approval: Approval | null }>;

/** One part of what is asked, with the rules that allow it, by their ids. `ofEach`: those that allow one object of it alone. */
export type Wanted = Readonly<{
  need: RulePart;
  by: readonly RuleCandidate[];
  ofEach?: readonly (readonly RuleCandidate[])[];
}>;

export function allowBy(wanted: readonly Wanted[]): RuleVerdict {
  const missing = wanted.find(({ by }) => by.length === 0);
  if (missing !== undefined) return { effect: "deny", rule: null, inTheWay: missing.need };
  const parts = wanted.flatMap(({ need, by, ofEach = [by] }) => ofEach.map((some) => ({ need, by: some })));
  const candidates = parts.map(({ by }) => by);
  const rules = candidates.flat().map(({ rule }) => rule);
  // Of two rules that differ in who sees the output, whether as it is, or whose rights are used, the more careful one counts.
  const show = rules.some((rule) => rule.show === "personal") ? "personal" : "thread";
  const differs = rules.some((rule) => rule.show !== show);
  const showBy = idsOf(candidates.flat().filter(({ rule }) => rule.show === show)).join(", ");
  const unmasked = rules.every((rule) => rule.unmasked === true);
  const isCareful = [
    ({ rule }: RuleCandidate) => rule.show === show,
    ({ rule }: RuleCandidate) => (rule.unmasked === true) === unmasked,
    ({ approval }: RuleCandidate) => !lendsRights(approval),
  ];
  // Only where it is an emergency are there any of its rules, and then they are what was asked for. A rule of a change counts
  // by who has to agree first: none is left out because it shows more than another.
  const prefer = (some: readonly RuleCandidate[]) => {
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
    ...(differs && { showBy }),
    ...(approval !== null && { approval }),
    ...(isUrgent && { breakGlass: true }),
  };
}

type Prefer = (some: readonly RuleCandidate[]) => readonly RuleCandidate[];

/** How many would have to agree to that part alone which needs the most. What is only read needs nobody. */
const leastOf = (wanted: readonly Wanted[], prefer: Prefer): number =>
  Math.max(
    0,
    ...wanted
      .filter(({ need }) => need === null || isWrite(need))
      .map(({ by }) => countOf(prefer(by)[0]?.approval ?? null)),
  );

type Chosen = Readonly<{ by: readonly RuleCandidate[]; approval: Approval | null }>;

/** Those that are preferred; where no one group could agree to all of them, others of which one could. */
function agreeing(
  candidates: readonly (readonly RuleCandidate[])[],
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
  [first = [], ...others]: readonly (readonly RuleCandidate[])[],
  least: number,
): readonly RuleCandidate[] {
  for (const each of first) {
    if (countOf(each.approval) < least) continue;
    const same = others.map((some) => some.find(({ rule }) => rule === each.rule));
    if (!same.includes(undefined)) return [each, ...same.filter((found) => found !== undefined)];
  }
  return [first, ...others].flatMap((some) => some.slice(0, 1));
}

type Test = (each: RuleCandidate) => boolean;

/** By how many have to agree; of those that ask for as many, one that passes more of the tests, the first of them first. */
function strictestFirst(some: readonly RuleCandidate[], tests: readonly Test[]): readonly RuleCandidate[] {
  const ranks = [({ approval }: RuleCandidate) => countOf(approval), ...tests];
  const differences = (a: RuleCandidate, b: RuleCandidate) =>
    ranks.map((rank) => Number(rank(b)) - Number(rank(a)));
  return some.toSorted((a, b) => differences(a, b).find((each) => each !== 0) ?? 0);
}

/** Those for which it is true; all where it is for none. */
function where(some: readonly RuleCandidate[], isTrue: Test): readonly RuleCandidate[] {
  const those = some.filter(isTrue);
  return those.length > 0 ? those : some;
}

const idsOf = (some: readonly RuleCandidate[]): readonly string[] =>
  [...new Set(some.map(({ rule }) => rule.id))].sort();
