// What an alert says was measured, in one line.
import type { AlertReason } from "../../../core/alert/reason.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { around, spaced } from "../parts.ts";
import type { Says } from "../says.ts";
import { isoDuration } from "../time.ts";
import { times } from "./times.ts";
import { closeUp, counted, list } from "./words.ts";

const lasting = (iso: string | null): string | null => iso && isoDuration(iso, times);

/** By Azure's own name for it. */
export const operators: Readonly<Record<string, string>> = {
  GreaterThan: "高于",
  GreaterThanOrEqual: "不低于",
  GreaterOrLessThan: "超出范围",
  LessThan: "低于",
  LessThanOrEqual: "不高于",
  Equals: "等于",
  Equal: "等于",
};

const more = counted("{it, plural, =0 {} other {（另有 # 项）}}");
const causes = { azure: "由 Azure 引起", user: "由用户引起" };

type Measured = Extract<AlertReason, { is: "measured" }>;

const subject = ({ of }: Measured): string =>
  "metric" in of ? (of.metric ?? "指标") : (of.column ?? "查询的行数");

const against = ({ operator, threshold }: Measured): string =>
  threshold === null
    ? "超出平常范围"
    : `${lookUp(operators, operator ?? "") ?? operator ?? "对照"} ${threshold}`;

export const alertReasons: Says<AlertReason> = {
  measured: (it) =>
    closeUp(
      spaced(
        around("", list(it.where), " 的"),
        it.aggregation,
        subject(it),
        it.value === null ? null : `为 ${it.value}，`,
        against(it),
        around("（", lasting(it.window), " 内）"),
        more(it.more),
      ),
    ),
  ruleFires: ({ said, expression, value, held }) =>
    closeUp(
      spaced(
        said ?? spaced(expression ?? "规则的表达式", around("为 ", value)),
        around("（已持续 ", lasting(held), "）"),
      ),
    ),
  health: ({ title, now, was, cause }) => {
    const change = [around("现为 ", now), around("此前为 ", was), cause === null ? null : causes[cause]]
      .filter(Boolean)
      .join("，");
    return title === null ? `资源运行状况${change}` : `${title.replace(/\.$/, "")}：${change}`;
  },
  operation: ({ operation, caller, status }) =>
    closeUp(spaced(around("", caller, " 执行了"), operation, around("（", status, "）"))),
  serviceHealth: ({ incidentType, title, where, stage }) =>
    closeUp(
      spaced(
        around("", incidentType, "："),
        title,
        around("（", list(where), "）"),
        around("，阶段为 ", stage),
      ),
    ),
};

export const alertReasonTexts = { alertReasons };
