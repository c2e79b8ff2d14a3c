// Who has to agree to a change, and when a rule counts at all.
import type { Approval } from "../../../core/policy/decision.ts";
import type { Condition } from "../../../core/policy/describe-access.ts";
import { type Says, say } from "../says.ts";
import { counted, list, or } from "./words.ts";

const minutes = counted("{it, plural, one {# Minute} other {# Minuten}}");
const hours = counted("{it, plural, one {# Stunde} other {# Stunden}}");
const span = (all: number): string => (all % 60 === 0 ? hours(all / 60) : minutes(all));

/** Behind "freizugeben durch". */
export function sayApproval(approval: Approval): string {
  if (approval.by === "requester") return "die anfragende Person allein";
  const { count, groups, minutes: all, escalate } = approval;
  const second =
    escalate === undefined
      ? ""
      : `, nach Ablauf von ${span(escalate.afterMinutes)} auch aus ${or(escalate.groups)}`;
  return `${count} aus ${or(groups)}${second}, Frist: ${span(all)}`;
}

const dayNames: Readonly<Record<string, string>> = {
  ...{ mon: "Mo", tue: "Di", wed: "Mi", thu: "Do", fri: "Fr", sat: "Sa", sun: "So" },
};

const conditions: Says<Condition> = {
  hours: ({ days, from, to, timeZone }) =>
    `${days.length === 0 ? "täglich" : list(days.map((day) => dayNames[day] ?? day))} ${from} bis ${to} ${timeZone}`,
  incidentOnly: ({ least }) => `solange ein Alarm mit ${least} oder schwerer offen ist`,
  emergencyOnly: () => "im Notfall",
  tag: ({ name, value }) => `mit dem Tag ${name}=${value}`,
};

export const sayConditions = (all: readonly Condition[]): string =>
  all.map((each) => say(conditions, each)).join("; ");

export const whoAgreesTexts = { sayApproval };
