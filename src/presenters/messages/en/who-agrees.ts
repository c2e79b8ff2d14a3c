// Who has to agree to a change, and when a rule counts at all.
import type { Approval } from "../../../core/policy/decision.ts";
import type { Condition } from "../../../core/policy/describe-access.ts";
import { type Says, say } from "../says.ts";
import { counted, list, or } from "./words.ts";

const minutes = counted("{it, plural, one {# minute} other {# minutes}}");
const hours = counted("{it, plural, one {# hour} other {# hours}}");
const span = (all: number): string => (all % 60 === 0 ? hours(all / 60) : minutes(all));

/** Behind "approved by". */
export function sayApproval(approval: Approval): string {
  if (approval.by === "requester") return "the requester alone";
  const { count, groups, minutes: all, escalate } = approval;
  const second =
    escalate === undefined ? "" : `, of ${or(escalate.groups)} too after ${span(escalate.afterMinutes)}`;
  return `${count} of ${or(groups)}${second}, within ${span(all)}`;
}

const dayNames: Readonly<Record<string, string>> = {
  ...{ mon: "Mon", tue: "Tue", wed: "Wed", thu: "Thu", fri: "Fri", sat: "Sat", sun: "Sun" },
};

const conditions: Says<Condition> = {
  hours: ({ days, from, to, timeZone }) =>
    `${days.length === 0 ? "daily" : list(days.map((day) => dayNames[day] ?? day))} ${from} to ${to} ${timeZone}`,
  incidentOnly: ({ least }) => `while an alert of ${least} or worse is open`,
  emergencyOnly: () => "in an emergency",
  tag: ({ name, value }) => `with the tag ${name}=${value}`,
};

export const sayConditions = (all: readonly Condition[]): string =>
  all.map((each) => say(conditions, each)).join("; ");

export const whoAgreesTexts = { sayApproval };
