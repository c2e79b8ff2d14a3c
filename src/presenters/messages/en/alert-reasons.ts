// What an alert says was measured, in one line.
import type { AlertReason } from "../../../core/alert/reason.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import type { Says } from "../says.ts";
import { counted, list } from "./words.ts";

const words = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(" ");

/** `before` and `after` around what there is of it. */
const around = (before: string, value: string | null, after = ""): string | null =>
  value === null || value === "" ? null : `${before}${value}${after}`;

/** `PT5M` → `5 min`; anything else as it is. */
function duration(iso: string): string {
  const [, hours, minutes, seconds] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(iso) ?? [];
  const parts = [hours && `${hours} h`, minutes && `${minutes} min`, seconds && `${seconds} s`];
  return parts.filter(Boolean).join(" ") || iso;
}
const lasting = (iso: string | null): string | null => iso && duration(iso);

/** By Azure's own name for it. */
const operators: Readonly<Record<string, string>> = {
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

const alertReasons: Says<AlertReason> = {
  measured: (it) =>
    words(
      it.aggregation,
      subject(it),
      it.value === null ? "is" : `is ${it.value},`,
      against(it),
      around("(over ", lasting(it.window), ")"),
      around("for ", list(it.where)),
      more(it.more),
    ),
  ruleFires: ({ said, expression, value, held }) =>
    words(
      said ?? words(expression ?? "The rule's expression", around("is ", value)),
      around("(for ", lasting(held), ")"),
    ),
  health: ({ title, now, was, cause }) => {
    const change = list([words("now", now), around("was ", was) ?? "", cause === null ? "" : causes[cause]]);
    return title === null ? `Resource health is ${change}` : `${title.replace(/\.$/, "")}: ${change}`;
  },
  operation: ({ operation, caller, status }) =>
    words(operation, around("by ", caller), around("(", status, ")")),
  serviceHealth: ({ incidentType, title, where, stage }) =>
    words(around("", incidentType, ":"), title, around("(", list(where), ")"), around("is ", stage)),
};

export const alertReasonTexts = { alertReasons };
