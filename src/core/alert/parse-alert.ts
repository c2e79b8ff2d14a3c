// The body of an Azure Monitor webhook → an Alert. What is not the common alert schema is refused with the field that says so.
import { z } from "zod";
import { idKey } from "../snapshot/resource-id.ts";
import { type Alert, severities } from "./alert.ts";
import { alertText, portalLink } from "./alert-text.ts";
import { reasonOf } from "./reason.ts";

const id = z.string().min(1).max(2_000);
const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)));

const bodySchema = z.object({
  schemaId: z.literal("azureMonitorCommonAlertSchema"),
  data: z.object({
    essentials: z.object({
      alertId: id,
      originAlertId: z.string().max(2_000).nullish(),
      alertRule: z.string(),
      severity: z.enum(severities),
      monitorCondition: z.enum(["Fired", "Resolved"]),
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

export type ParsedAlert = Readonly<{ ok: true; alert: Alert } | { ok: false; field: string | null }>;

/** `field` is missing or wrong, null: the body itself; nothing of the body is repeated. */
export function parseAlert(body: unknown): ParsedAlert {
  const parsed = bodySchema.safeParse(body);
  if (parsed.success) return { ok: true, alert: toAlert(parsed.data) };
  return { ok: false, field: parsed.error.issues[0]?.path.join(".") || null };
}

function toAlert({ data: { essentials, alertContext } }: Body): Alert {
  const id = idKey(essentials.alertId);
  const firedAt = new Date(essentials.firedDateTime).toISOString();
  return {
    key: `${id}|${firedAt}`,
    id,
    origin: essentials.originAlertId?.toLowerCase() || null,
    condition: essentials.monitorCondition === "Fired" ? "fired" : "resolved",
    severity: essentials.severity,
    rule: alertText(essentials.alertRule, 120),
    service: alertText(essentials.monitoringService, 60),
    reason: reasonOf(essentials.monitoringService, alertContext),
    description: essentials.description ? alertText(essentials.description, 300) || null : null,
    firedAt,
    resolvedAt: essentials.resolvedDateTime ? new Date(essentials.resolvedDateTime).toISOString() : null,
    link: portalLink(essentials.investigationLink) ?? portalLink(resultsLink(alertContext)),
    ...aboutWhat(essentials, alertContext),
  };
}

/** A log alert's target is its workspace, so its cluster stands in the configuration items, by id or by name. */
function aboutWhat(
  { alertTargetIDs, configurationItems, signalType, monitoringService }: Body["data"]["essentials"],
  context: unknown,
): Pick<Alert, "targets" | "names"> {
  const items = configurationItems ?? [];
  const targets = [...(alertTargetIDs ?? []), ...items].filter((item) => item.startsWith("/")).map(idKey);
  // Of another kind of alert the item may be a virtual machine that only happens to be called like a cluster.
  const byName = (signalType === "Log" || monitoringService === "Prometheus") && !targets.some(isCluster);
  const names = byName ? [...items, ...labelled(context)].filter((item) => clusterName.test(item)) : [];
  return { targets: [...new Set(targets)], names: [...new Set(names)] };
}

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
