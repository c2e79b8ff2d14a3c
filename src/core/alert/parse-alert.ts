// The body of an Azure Monitor webhook → an Alert. What is not the common alert schema is refused with the field that says so.
import { z } from "zod";
import { idKey, nameOf } from "../snapshot/resource-id.ts";
import { type Alert, type AlertSeverity, severities } from "./alert.ts";
import { alertText, portalLink } from "./alert-text.ts";
import { budgetOf, reasonOf } from "./reason.ts";

// News of Azure's own health: each arrives as an alert that fired, also the one that says that it is over.

const update = z.object({
  status: z.string().nullish(),
  properties: z.object({
    trackingId: z.string().max(200).nullish(),
    stage: z.string().nullish(),
    currentHealthStatus: z.string().nullish(),
  }),
});

/** What it is news of, the same in every update; and whether it is over. */
type HealthUpdate = Readonly<{ of: string; isOver: boolean }>;

const endings = ["resolved", "complete", "completed", "canceled", "cancelled", "rca"];

/** Null for an alert of another kind. `target`: lower-cased id of what it is about. */
function healthUpdate(
  monitoringService: string,
  target: string | undefined,
  context: unknown,
): HealthUpdate | null {
  const parsed = update.safeParse(context);
  if (!parsed.success) return null;
  const { status, properties } = parsed.data;
  const { trackingId, stage, currentHealthStatus } = properties;
  const isOver = [status, stage].some((word) => endings.includes((word ?? "").toLowerCase()));
  if (monitoringService === "ServiceHealth" && trackingId)
    return { of: `service health ${trackingId.toLowerCase()}`, isOver };
  if (!/^resource ?health$/i.test(monitoringService) || target === undefined) return null;
  return { of: `resource health ${target}`, isOver: isOver || currentHealthStatus === "Available" };
}

const id = z.string().min(1).max(2_000);
/** Of a year that every database takes. */
const time = z.string().refine((text) => /^[1-9]\d{3}$/.test(String(new Date(text).getUTCFullYear())));

const bodySchema = z.object({
  schemaId: z.literal("azureMonitorCommonAlertSchema"),
  data: z.object({
    essentials: z.object({
      alertId: id,
      originAlertId: z.string().max(2_000).nullish(),
      // A budget has none of these three.
      alertRule: z.string().nullish(),
      severity: z.enum(severities).nullish(),
      monitorCondition: z.enum(["Fired", "Resolved"]).nullish(),
      monitoringService: z.string(),
      signalType: z.string().nullish(),
      alertTargetIDs: z.array(id).max(500).nullish(),
      configurationItems: z.array(z.string().max(2_000)).max(500).nullish(),
      firedDateTime: time,
      resolvedDateTime: time.nullish(),
      description: z.string().nullish(),
      investigationLink: z.string().nullish(),
    }),
    alertContext: z.unknown(),
  }),
});
type Body = z.infer<typeof bodySchema>;

type ParsedAlert = Readonly<{ ok: true; alert: Alert } | { ok: false; field: string | null }>;

/** `field` is missing or wrong, null: the body itself; nothing of the body is repeated. */
export function parseAlert(body: unknown): ParsedAlert {
  const parsed = bodySchema.safeParse(body);
  if (parsed.success) return { ok: true, alert: toAlert(parsed.data) };
  return { ok: false, field: parsed.error.issues[0]?.path.join(".") || null };
}

/** Of an alert that has no severity: nothing says that anybody has to be woken. */
const least: AlertSeverity = "Sev4";

function toAlert({ data: { essentials, alertContext } }: Body): Alert {
  const about = aboutWhat(essentials, alertContext);
  const update = healthUpdate(essentials.monitoringService, about.targets[0], alertContext);
  const alertId = idKey(essentials.alertId);
  const id = update === null ? keyOf(alertId) : `${keyOf(update.of)}|${keyOf(alertId)}`;
  const firedAt = new Date(essentials.firedDateTime).toISOString();
  const isOver = essentials.monitorCondition === "Resolved" || update?.isOver === true;
  return {
    key: `${id}|${firedAt}`,
    id,
    origin: keyOf(update?.of ?? essentials.originAlertId?.toLowerCase() ?? "") || null,
    condition: isOver ? "resolved" : "fired",
    severity: essentials.severity ?? least,
    rule: alertText(essentials.alertRule || (budgetOf(alertContext)?.BudgetName ?? nameOf(alertId)), 120),
    service: alertText(essentials.monitoringService, 60),
    reason: reasonOf(essentials.monitoringService, alertContext),
    description: essentials.description ? alertText(essentials.description, 300) || null : null,
    firedAt,
    resolvedAt: resolvedTime(essentials.resolvedDateTime) ?? (update?.isOver ? firedAt : null),
    link: portalLink(essentials.investigationLink) ?? portalLink(resultsLink(alertContext)),
    ...about,
  };
}

/** What alerts are told apart by has to fit an index: of one that is longer than Azure's own are, its end. */
const longestKey = 400;
const keyOf = (text: string): string => text.slice(-longestKey);

const resolvedTime = (time: string | null | undefined): string | null =>
  time ? new Date(time).toISOString() : null;

/** A log alert's target is its workspace, so its cluster stands in the configuration items, by id or by name. */
function aboutWhat(
  { alertTargetIDs, configurationItems, signalType, monitoringService }: Body["data"]["essentials"],
  context: unknown,
): Pick<Alert, "targets" | "setOn" | "names"> {
  const isLog = signalType === "Log";
  const items = configurationItems ?? [];
  // A budget's target is what it is for.
  const scope = budgetOf(context)?.Scope ?? [];
  const targets = idsIn([...(alertTargetIDs ?? []), ...items].concat(scope));
  // A log alert's target may be what a column of its query says.
  const setOn = isLog ? [] : idsIn(alertTargetIDs ?? []);
  // Of another kind of alert the item may be a virtual machine that only happens to be called like a cluster.
  const byName = (isLog || monitoringService === "Prometheus") && !targets.some(isCluster);
  const names = byName
    ? [...items, ...labelled(context), ...dimensionOf(context)].filter((item) => clusterName.test(item))
    : [];
  return { targets, setOn, names: [...new Set(names)] };
}

const idsIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text) => text.startsWith("/")).map(idKey)),
];

/** Azure's rule for names of managed clusters. */
const clusterName = /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/i;

const isCluster = (target: string): boolean =>
  target.includes("/providers/microsoft.containerservice/managedclusters/");

const labels = z.object({ labels: z.object({ cluster: z.string() }) });

/** Managed Prometheus names the cluster in a label. */
const labelled = (context: unknown): readonly string[] => {
  const parsed = labels.safeParse(context);
  return parsed.success ? [parsed.data.labels.cluster] : [];
};

const dimensions = z
  .array(
    z
      .object({ name: z.string(), value: z.string() })
      .or(
        z
          .object({ Name: z.string(), Value: z.string() })
          .transform((it) => ({ name: it.Name, value: it.Value })),
      ),
  )
  .nullish()
  .catch(null);
const withDimensions = z.object({
  condition: z
    .object({ allOf: z.array(z.object({ dimensions })) })
    .nullish()
    .catch(null),
  Dimensions: dimensions,
});

/** A log alert that is split by cluster names it in a dimension: Container insights' tables call it so. */
function dimensionOf(context: unknown): readonly string[] {
  const { condition, Dimensions } = withDimensions.safeParse(context).data ?? {};
  const all = [...(condition?.allOf ?? []).flatMap((one) => one.dimensions ?? []), ...(Dimensions ?? [])];
  return all.filter(({ name }) => /^cluster(?:name)?$/i.test(name)).map(({ value }) => value);
}

const results = z.object({
  condition: z.object({
    allOf: z
      .array(
        z.object({
          linkToFilteredSearchResultsUI: z.string().nullish(),
          linkToSearchResultsUI: z.string().nullish(),
        }),
      )
      .min(1),
  }),
});

function resultsLink(context: unknown): string | null {
  const parsed = results.safeParse(context);
  const [first] = parsed.success ? parsed.data.condition.allOf : [];
  return first?.linkToFilteredSearchResultsUI ?? first?.linkToSearchResultsUI ?? null;
}
