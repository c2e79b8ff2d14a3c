// A metric alert as Azure Monitor's common alert schema writes it: the API server of a cluster is hardly available.
import { z } from "zod";

export const sentAlert = z.object({ alertId: z.string(), origin: z.string(), firedAt: z.string() });
export type SentAlert = z.infer<typeof sentAlert>;

export type AlertOptions = Readonly<{
  clusterId: string;
  severity: string;
  condition: "Fired" | "Resolved";
  sent: SentAlert;
  now: string;
}>;

const ruleName = "api-server-availability";

export function commonAlert({ clusterId, severity, condition, sent, now }: AlertOptions): object {
  const [, , subscriptionId = "", , resourceGroup = "", , , , name = ""] = clusterId.split("/");
  const rule = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/microsoft.insights/metricAlerts/${ruleName}`;
  return {
    schemaId: "azureMonitorCommonAlertSchema",
    data: {
      essentials: {
        alertId: sent.alertId,
        alertRule: ruleName,
        alertRuleId: rule,
        severity: `Sev${severity}`,
        signalType: "Metric",
        monitorCondition: condition,
        monitoringService: "Platform",
        alertTargetIDs: [clusterId.toLowerCase()],
        configurationItems: [name],
        originAlertId: sent.origin,
        targetResourceGroup: resourceGroup,
        targetResourceType: "microsoft.containerservice/managedclusters",
        firedDateTime: sent.firedAt,
        ...(condition === "Resolved" ? { resolvedDateTime: now } : {}),
        description: "The API server answers less than 99 % of its probes.",
        investigationLink: `https://portal.azure.com/#view/Microsoft_Azure_Monitoring_Alerts/AlertDetails.ReactView/alertId~/${encodeURIComponent(sent.alertId)}`,
        essentialsVersion: "1.0",
        alertContextVersion: "1.0",
      },
      alertContext: {
        properties: null,
        conditionType: "SingleResourceMultipleMetricCriteria",
        condition: {
          windowSize: "PT5M",
          allOf: [
            {
              metricName: "apiserver_availability_percentage",
              metricNamespace: "Microsoft.ContainerService/managedClusters",
              operator: "LessThan",
              threshold: "99",
              timeAggregation: "Average",
              dimensions: [],
              metricValue: condition === "Fired" ? 61.5 : 100,
            },
          ],
          windowStartTime: sent.firedAt,
          windowEndTime: now,
        },
      },
      customProperties: null,
    },
  };
}
