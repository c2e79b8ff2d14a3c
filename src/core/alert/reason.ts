// What was measured, as any source says it; and how it is read of Azure Monitor's alerts. What `alertContext` holds there
// differs for each service; whatever is not as documented gives no reason rather than a wrong one.
import { z } from "zod";
import { lookUp } from "../text/look-up.ts";
import { alertText } from "./alert-text.ts";

const text = z.string();
const maybe = text.nullish();
const number = z.union([z.number(), z.string()]).nullish();

const criterion = z.object({
  metricName: maybe,
  metricMeasureColumn: maybe,
  operator: maybe,
  threshold: number,
  timeAggregation: maybe,
  metricValue: number,
  dimensions: z.array(z.object({ name: text, value: text })).nullish(),
});
type Criterion = z.infer<typeof criterion>;
const measured = z.object({
  condition: z.object({ windowSize: maybe, allOf: z.array(criterion).min(1) }),
});
const prometheus = z.object({
  expression: maybe,
  expressionValue: number,
  for: maybe,
  annotations: z.object({ summary: maybe, description: maybe }).nullish(),
});
const resourceHealth = z.object({
  properties: z.object({
    title: maybe,
    currentHealthStatus: text,
    previousHealthStatus: maybe,
    cause: maybe,
  }),
});
const administrative = z.object({ operationName: text, caller: maybe, status: maybe });
const serviceHealth = z.object({
  properties: z.object({
    title: text,
    service: maybe,
    region: maybe,
    incidentType: maybe,
    stage: maybe,
  }),
});

/** Log alerts of the old kind. */
const oldLog = z.object({
  ResultCount: number,
  Operator: maybe,
  Threshold: number,
  SearchIntervalInMinutes: number,
});
const budget = z.object({
  AlertCategory: z.literal("budgets"),
  AlertData: z.object({
    Scope: maybe,
    ThresholdType: maybe,
    BudgetType: maybe,
    BudgetName: maybe,
    SpentAmount: number,
    NotificationThresholdAmount: number,
  }),
});

/** Every text in it is somebody else's: masked, one line, cut; null where the alert does not give it. */
export type AlertReason =
  | Readonly<{
      is: "measured";
      aggregation: string | null;
      /** A metric, or a column of what a query finds; null: its rows. */
      of: Readonly<{ metric: string | null } | { column: string | null }>;
      value: string | null;
      operator: string | null;
      /** Null: a threshold that Azure learns. */
      threshold: string | null;
      /** ISO 8601, such as `PT5M`. */
      window: string | null;
      /** Name and value each; the first three tell where. */
      where: readonly string[];
      /** Further conditions. */
      more: number;
    }>
  | Readonly<{
      is: "ruleFires";
      /** What whoever wrote the rule says of it. */
      said: string | null;
      expression: string | null;
      value: string | null;
      /** ISO 8601: for how long. */
      held: string | null;
    }>
  | Readonly<{
      is: "health";
      title: string | null;
      now: string | null;
      was: string | null;
      cause: "azure" | "user" | null;
    }>
  | Readonly<{
      is: "operation";
      operation: string | null;
      caller: string | null;
      status: string | null;
    }>
  | Readonly<{
      is: "serviceHealth";
      incidentType: string | null;
      title: string | null;
      where: readonly string[];
      stage: string | null;
    }>
  | Readonly<{
      /** A set of labels that a rule of Prometheus or Grafana gave. */
      is: "labelled";
      /** What whoever wrote the rule says of it. */
      said: string | null;
      /** The rule's expression, or the values that it found. */
      values: readonly string[];
      /** Name and value of labels that tell where: the namespace, a pod. */
      where: readonly string[];
    }>
  | Readonly<{
      /** An incident of PagerDuty. */
      is: "urgency";
      urgency: "high" | "low" | null;
      priority: string | null;
    }>;

/** News of Azure itself: other clusters may have it too. */
export const isOfAzure = (reason: AlertReason | null): boolean =>
  reason?.is === "serviceHealth" || (reason?.is === "health" && reason.cause === "azure");

/** Null for a service that is not known or a context of another shape. */
export function reasonOf(monitoringService: string, context: unknown): AlertReason | null {
  const read =
    lookUp(readers, monitoringService) ?? (/^activity log/i.test(monitoringService) ? administered : null);
  return read?.(context) ?? null;
}

type Reader = (context: unknown) => AlertReason | null;

const reader =
  <T>(schema: z.ZodType<T>, read: (context: T) => AlertReason | null): Reader =>
  (context) => {
    const parsed = schema.safeParse(context);
    return parsed.success ? read(parsed.data) : null;
  };

const longest = 300;

const kept = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : alertText(String(value), longest) || null;

const several = (values: readonly (string | null | undefined)[]): readonly string[] =>
  values.flatMap((value) => kept(value) ?? []);

const metric = reader(measured, ({ condition }) =>
  conditions(condition, ({ metricName }) => ({ metric: kept(metricName) })),
);

const log = reader(measured, ({ condition }) =>
  conditions(condition, ({ metricMeasureColumn }) => ({ column: kept(metricMeasureColumn) })),
);

const rule = reader(prometheus, ({ annotations, expression, expressionValue, for: held }) => ({
  is: "ruleFires",
  said: kept(annotations?.summary || annotations?.description),
  expression: kept(expression),
  value: kept(expressionValue),
  held: kept(held),
}));

const health = reader(resourceHealth, ({ properties }) => ({
  is: "health",
  title: kept(properties.title),
  now: kept(properties.currentHealthStatus),
  was: kept(properties.previousHealthStatus),
  cause: lookUp(causes, properties.cause ?? "") ?? null,
}));
const causes: Readonly<Record<string, "azure" | "user">> = {
  PlatformInitiated: "azure",
  UserInitiated: "user",
};

const administered = reader(administrative, ({ operationName, caller, status }) => ({
  is: "operation",
  operation: kept(operationName),
  caller: kept(caller),
  status: kept(status),
}));

const service = reader(serviceHealth, ({ properties: { title, service, region, incidentType, stage } }) => ({
  is: "serviceHealth",
  incidentType: kept(incidentType),
  title: kept(title),
  where: several([service, region]),
  stage: kept(stage),
}));

const rows = reader(oldLog, ({ ResultCount, Operator, Threshold, SearchIntervalInMinutes: minutes }) => ({
  is: "measured",
  aggregation: "Count",
  of: { column: null },
  value: kept(ResultCount),
  // Written in two words there.
  operator: kept(Operator?.replaceAll(" ", "")),
  threshold: kept(Threshold),
  window: Number(minutes) > 0 ? kept(`PT${minutes}M`) : null,
  where: [],
  more: 0,
}));

/** What a budget's alert says of it; null for every other alert. */
export const budgetOf = (context: unknown) => budget.safeParse(context).data?.AlertData ?? null;

const spent = reader(budget, ({ AlertData: { ThresholdType, BudgetType, BudgetName, ...amounts } }) => ({
  is: "measured",
  aggregation: kept(ThresholdType),
  of: { metric: kept(BudgetType) },
  value: kept(amounts.SpentAmount),
  operator: "GreaterThan",
  threshold: kept(amounts.NotificationThresholdAmount),
  window: null,
  where: several([BudgetName]),
  more: 0,
}));

/** By `monitoringService`. */
const readers: Readonly<Record<string, Reader>> = {
  Platform: metric,
  "Log Alerts V2": log,
  "Log Analytics": rows,
  "Application Insights": rows,
  CostAlerts: spent,
  Prometheus: rule,
  "Resource Health": health,
  ResourceHealth: health,
  ServiceHealth: service,
};

function conditions(
  { allOf, windowSize }: z.infer<typeof measured>["condition"],
  subject: (criterion: Criterion) => Extract<AlertReason, { is: "measured" }>["of"],
): AlertReason | null {
  const [first, ...others] = allOf;
  if (first === undefined) return null;
  // Name and value together: what a value is says its name, and by that a secret is known.
  const where = (first.dimensions ?? []).slice(0, 3).map(({ name, value }) => `${name} ${value}`);
  return {
    is: "measured",
    aggregation: kept(first.timeAggregation),
    of: subject(first),
    value: kept(first.metricValue),
    operator: kept(first.operator),
    threshold: kept(first.threshold),
    window: kept(windowSize),
    where: several(where),
    more: others.length,
  };
}
