// What an alert says was measured, in one line.
import type { AlertReason } from "../../../core/alert/reason.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { around, spaced } from "../parts.ts";
import type { Says } from "../says.ts";
import { isoDuration } from "../time.ts";
import { times } from "./times.ts";
import { counted, list } from "./words.ts";

const lasting = (iso: string | null): string | null => iso && isoDuration(iso, times);

/** By Azure's own name for it. */
export const operators: Readonly<Record<string, string>> = {
  GreaterThan: "above",
  GreaterThanOrEqual: "at or above",
  GreaterOrLessThan: "outside",
  LessThan: "below",
  LessThanOrEqual: "at or below",
  Equals: "equal to",
  Equal: "equal to",
};

const more = counted("{it, plural, =0 {} other {and # more}}");
const causes = { azure: "caused by Azure", user: "caused by a user" };

type Measured = Extract<AlertReason, { is: "measured" }>;

const subject = ({ of }: Measured): string =>
  "metric" in of ? (of.metric ?? "the metric") : `of ${of.column ?? "the query's rows"}`;

const against = ({ operator, threshold }: Measured): string =>
  threshold === null
    ? "outside its usual range"
    : `${lookUp(operators, operator ?? "") ?? operator ?? "against"} ${threshold}`;

export const alertReasons: Says<AlertReason> = {
  measured: (it) =>
    spaced(
      it.aggregation,
      subject(it),
      it.value === null ? "is" : `is ${it.value},`,
      against(it),
      around("(over ", lasting(it.window), ")"),
      around("for ", list(it.where)),
      more(it.more),
    ),
  ruleFires: ({ said, expression, value, held }) =>
    spaced(
      said ?? spaced(expression ?? "The rule's expression", around("is ", value)),
      around("(for ", lasting(held), ")"),
    ),
  health: ({ title, now, was, cause }) => {
    const change = list([spaced("now", now), around("was ", was) ?? "", cause === null ? "" : causes[cause]]);
    return title === null ? `Resource health is ${change}` : `${title.replace(/\.$/, "")}: ${change}`;
  },
  operation: ({ operation, caller, status }) =>
    spaced(operation, around("by ", caller), around("(", status, ")")),
  serviceHealth: ({ incidentType, title, where, stage }) =>
    spaced(around("", incidentType, ":"), title, around("(", list(where), ")"), around("is ", stage)),
};

export const alertReasonTexts = { alertReasons };
