// Who has to agree where a rule, or several together, allow a change.
import type { ApprovalRule } from "./change-schema.ts";
import type { Approval } from "./decision.ts";
import { minutesOf } from "./duration.ts";

type ByOthers = Extract<Approval, { by: "others" }>;

/** How long whoever asked has for looking at what it does. */
const requesterMinutes = 30;

export function approvalOf(rule: ApprovalRule): Approval {
  if (rule === "requester") return { by: "requester", minutes: requesterMinutes };
  const { count, groups, expires, escalate } = rule;
  return {
    ...{ by: "others", count, groups, minutes: minutesOf(expires) ?? 0 },
    ...(escalate && { escalate: { afterMinutes: minutesOf(escalate.after) ?? 0, groups: escalate.groups } }),
  };
}

/** How many others have to agree. */
export const countOf = (approval: Approval | null): number =>
  approval?.by === "others" ? approval.count : 0;

/** The same, by no fewer others. */
export const ofAtLeast = (approval: Approval | null, least: number): Approval | null =>
  approval?.by === "others" ? { ...approval, count: Math.max(approval.count, least) } : approval;

/** Whether a member of the group may agree, or nobody besides the requester has to. */
export const canBeGivenBy = (approval: Approval | null, group: string): boolean =>
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
  return { by: "others", count, groups, minutes, ...(escalate && { escalate }) };
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
