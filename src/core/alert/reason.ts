// One line that says what was measured, by the service that raised the alert. What `alertContext` holds differs for
// each (Azure Monitor's common alert schema); whatever is not as documented gives no line rather than a wrong one.
import { z } from "zod";
import { lookUp } from "../text/look-up.ts";

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

/** Null for a service that is not known or a context of another shape. Not masked or cut yet. */
export function reasonOf(monitoringService: string, context: unknown): string | null {
  const read =
    lookUp(readers, monitoringService) ?? (/^activity log/i.test(monitoringService) ? administered : null);
  return read?.(context) ?? null;
}

type Reader = (context: unknown) => string | null;

const reader =
  <T>(schema: z.ZodType<T>, sentence: (context: T) => string): Reader =>
  (context) => {
    const parsed = schema.safeParse(context);
    return parsed.success ? sentence(parsed.data) : null;
  };

const metric = reader(measured, ({ condition: { windowSize, allOf } }) =>
  conditions(allOf, windowSize, ({ metricName }) => metricName ?? "the metric"),
);

const log = reader(measured, ({ condition: { windowSize, allOf } }) =>
  conditions(
    allOf,
    windowSize,
    ({ metricMeasureColumn }) => `of ${metricMeasureColumn || "the query's rows"}`,
  ),
);

const rule = reader(prometheus, ({ annotations, expression, expressionValue, for: held }) =>
  words(
    annotations?.summary ||
      annotations?.description ||
      words(expression ?? "The rule's expression", isGiven(expressionValue) && `is ${expressionValue}`),
    held && `(for ${duration(held)})`,
  ),
);

const health = reader(resourceHealth, ({ properties }) => {
  const { title, currentHealthStatus, previousHealthStatus, cause } = properties;
  const change = words(
    `now ${currentHealthStatus}`,
    previousHealthStatus && `was ${previousHealthStatus}`,
    cause && lookUp(causes, cause),
  ).replaceAll(/ (?=was|caused)/g, ", ");
  return title ? `${title.replace(/\.$/, "")}: ${change}` : `Resource health is ${change}`;
});
const causes: Readonly<Record<string, string>> = {
  PlatformInitiated: "caused by Azure",
  UserInitiated: "caused by a user",
};

const administered = reader(administrative, ({ operationName, caller, status }) =>
  words(operationName, caller && `by ${caller}`, status && `(${status})`),
);

const service = reader(serviceHealth, ({ properties: { title, service, region, incidentType, stage } }) => {
  const where = [service, region].filter(Boolean).join(", ");
  return words(incidentType && `${incidentType}:`, title, where && `(${where})`, stage && `is ${stage}`);
});

/** By `monitoringService`. */
const readers: Readonly<Record<string, Reader>> = {
  Platform: metric,
  "Log Alerts V2": log,
  Prometheus: rule,
  "Resource Health": health,
  ResourceHealth: health,
  ServiceHealth: service,
};

function conditions(
  allOf: readonly Criterion[],
  windowSize: string | null | undefined,
  subject: (criterion: Criterion) => string,
): string {
  const [first, ...others] = allOf;
  if (first === undefined) return "";
  return words(
    first.timeAggregation,
    subject(first),
    isGiven(first.metricValue) ? `is ${first.metricValue},` : "is",
    isGiven(first.threshold)
      ? `${lookUp(operators, first.operator ?? "") ?? first.operator ?? "against"} ${first.threshold}`
      : "outside its usual range",
    windowSize && `(over ${duration(windowSize)})`,
    dimensionsOf(first),
    others.length > 0 && `and ${others.length} more`,
  );
}

const operators: Readonly<Record<string, string>> = {
  GreaterThan: "above",
  GreaterThanOrEqual: "at or above",
  GreaterOrLessThan: "outside",
  LessThan: "below",
  LessThanOrEqual: "at or below",
  Equals: "equal to",
  Equal: "equal to",
};

/** The first three tell where; a rule may split by many more. */
function dimensionsOf({ dimensions }: Criterion): string {
  const shown = (dimensions ?? []).slice(0, 3).map(({ name, value }) => `${name} ${value}`);
  return shown.length === 0 ? "" : `for ${shown.join(", ")}`;
}

/** `PT5M` → `5 min`; anything else as it is. */
function duration(iso: string): string {
  const [, hours, minutes, seconds] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(iso) ?? [];
  const parts = [hours && `${hours} h`, minutes && `${minutes} min`, seconds && `${seconds} s`];
  return parts.filter(Boolean).join(" ") || iso;
}

const isGiven = (value: string | number | null | undefined): boolean =>
  value !== null && value !== undefined && value !== "";

const words = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter((part) => part !== "" && part).join(" ");
