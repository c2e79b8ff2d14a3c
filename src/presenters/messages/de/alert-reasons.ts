// What an alert says was measured, in one line.
import type { AlertReason } from "../../../core/alert/reason.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import type { alertReasonTexts as en } from "../en/alert-reasons.ts";
import { around, spaced } from "../parts.ts";
import type { Says } from "../says.ts";
import { isoDuration } from "../time.ts";
import { times } from "./times.ts";
import { counted, list } from "./words.ts";

const lasting = (iso: string | null): string | null => iso && isoDuration(iso, times);

/** By Azure's own name for it. */
export const operators: Readonly<Record<string, string>> = {
  GreaterThan: "über",
  GreaterThanOrEqual: "mindestens",
  GreaterOrLessThan: "außerhalb von",
  LessThan: "unter",
  LessThanOrEqual: "höchstens",
  Equals: "gleich",
  Equal: "gleich",
};

const more = counted("{it, plural, =0 {} other {und # weitere}}");
const causes = { azure: "verursacht von Azure", user: "verursacht von einem Nutzer" };

type Measured = Extract<AlertReason, { is: "measured" }>;

const subject = ({ of }: Measured): string =>
  "metric" in of ? (of.metric ?? "die Metrik") : `von ${of.column ?? "den Zeilen der Abfrage"}`;

const against = ({ operator, threshold }: Measured): string =>
  threshold === null
    ? "außerhalb des üblichen Bereichs"
    : `${lookUp(operators, operator ?? "") ?? operator ?? "gegen"} ${threshold}`;

export const alertReasons: Says<AlertReason> = {
  measured: (it) =>
    spaced(
      it.aggregation,
      subject(it),
      it.value === null ? "ist" : `ist ${it.value},`,
      against(it),
      around("(in ", lasting(it.window), ")"),
      around("für ", list(it.where)),
      more(it.more),
    ),
  ruleFires: ({ said, expression, value, held }) =>
    spaced(
      said ?? spaced(expression ?? "Der Ausdruck der Regel", around("ist ", value)),
      around("(seit ", lasting(held), ")"),
    ),
  health: ({ title, now, was, cause }) => {
    const change = list([
      spaced("jetzt", now),
      around("vorher ", was) ?? "",
      cause === null ? "" : causes[cause],
    ]);
    return title === null ? `Integrität der Ressource: ${change}` : `${title.replace(/\.$/, "")}: ${change}`;
  },
  operation: ({ operation, caller, status }) =>
    spaced(operation, around("durch ", caller), around("(", status, ")")),
  serviceHealth: ({ incidentType, title, where, stage }) =>
    spaced(around("", incidentType, ":"), title, around("(", list(where), ")"), around("ist ", stage)),
};

export const alertReasonTexts: typeof en = { alertReasons };
