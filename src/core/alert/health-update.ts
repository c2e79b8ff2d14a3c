// News of Azure's own health: each arrives as an alert that fired, also the one that says that it is over.
import { z } from "zod";

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
export function healthUpdate(
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
