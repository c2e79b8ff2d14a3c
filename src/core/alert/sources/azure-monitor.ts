// Azure Monitor: an action group's secure webhook with the common alert schema, one alert a delivery.
import { z } from "zod";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import { type Alert, type AlertSeverity, severities } from "../alert.ts";
import { alertText, portalLink } from "../alert-text.ts";
import { budgetOf, reasonOf } from "../reason.ts";
import {
  bodyReader,
  clusterNames,
  isCluster,
  isoTime,
  keyOf,
  kilobyte,
  type SourceContract,
  time,
} from "./contract.ts";

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

/** Of an alert that has no severity: nothing says that anybody has to be woken. */
const least: AlertSeverity = "Sev4";

function toAlert({ data: { essentials, alertContext } }: Body): Alert {
  const about = aboutWhat(essentials, alertContext);
  const update = healthUpdate(essentials.monitoringService, about.targets[0], alertContext);
  const alertId = idKey(essentials.alertId);
  const id = update === null ? keyOf(alertId) : `${keyOf(update.of)}|${keyOf(alertId)}`;
  const firedAt = isoTime(essentials.firedDateTime);
  const isOver = essentials.monitorCondition === "Resolved" || update?.isOver === true;
  return {
    source: "azureMonitor",
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
    resolvedAt: essentials.resolvedDateTime
      ? isoTime(essentials.resolvedDateTime)
      : update?.isOver
        ? firedAt
        : null,
    link: portalLink(essentials.investigationLink) ?? portalLink(resultsLink(alertContext)),
    ...about,
  };
}

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
  const names = byName ? clusterNames([...items, ...labelled(context), ...dimensionOf(context)]) : [];
  return { targets, setOn, names };
}

const idsIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text) => text.startsWith("/")).map(idKey)),
];

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

export const azureMonitor: SourceContract = {
  path: "/api/alerts/azure-monitor",
  authenticate: [{ by: "entraToken" }],
  // The most that it sends an alert.
  maxBodyBytes: 256 * kilobyte,
  parse: bodyReader(bodySchema, (body) => [toAlert(body)]),
  testBody: null,
  // It delivers again after 408, 429, 503 and 504, and after nothing else.
  statuses: { taken: 200, unreadable: 400, notStored: 503 },
};
