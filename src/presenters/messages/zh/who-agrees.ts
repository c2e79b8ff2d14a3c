// Who has to agree to a change, and when a rule counts at all.
import type { Approval } from "../../../core/policy/decision.ts";
import type { Condition } from "../../../core/policy/describe-access.ts";
import { type Says, say } from "../says.ts";
import { closeUp, counted, list, or } from "./words.ts";

const minutes = counted("{it} 分钟");
const hours = counted("{it} 小时");
const span = (all: number): string => (all % 60 === 0 ? hours(all / 60) : minutes(all));

/** Behind “批准：”. */
export function sayApproval(approval: Approval): string {
  if (approval.by === "requester") return "仅请求者本人";
  const { count, groups, minutes: all, escalate } = approval;
  const second =
    escalate === undefined ? "" : `（${span(escalate.afterMinutes)}后也可由 ${or(escalate.groups)} 批准）`;
  return closeUp(`${or(groups)} 中的 ${count} 人${second}，限 ${span(all)}内`);
}

const dayNames: Readonly<Record<string, string>> = {
  ...{ mon: "周一", tue: "周二", wed: "周三", thu: "周四", fri: "周五", sat: "周六", sun: "周日" },
};

const conditions: Says<Condition> = {
  hours: ({ days, from, to, timeZone }) =>
    `${days.length === 0 ? "每天" : list(days.map((day) => dayNames[day] ?? day))} ${from} 至 ${to} ${timeZone}`,
  incidentOnly: ({ least }) => `有 ${least} 或更严重的未解决警报时`,
  emergencyOnly: () => "紧急情况下",
  tag: ({ name, value }) => `带有标记 ${name}=${value}`,
};

export const sayConditions = (all: readonly Condition[]): string =>
  all.map((each) => say(conditions, each)).join("；");

export const whoAgreesTexts = { sayApproval };
