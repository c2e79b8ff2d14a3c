// The settings that say who may deliver alerts.
import { z } from "zod";

export const alertsSchema = z.object({
  ALERTS_APP_ID: z.guid().toLowerCase().optional(),
  ALERTS_CALLER_APP_ID: z.guid().toLowerCase().optional(),
});

/** The app that tokens are for, and the app that they are given to. Null: nobody may deliver alerts. */
export type AlertsConfig = Readonly<{ appId: string; callerAppId: string }> | null;

/** Azure Monitor's own application in public Azure, "AZNS AAD Webhook". */
const azureMonitorAppId = "461e8683-5575-4561-ac7f-899cc907d62a";

export const alertsOf = (env: z.infer<typeof alertsSchema>): AlertsConfig =>
  env.ALERTS_APP_ID
    ? { appId: env.ALERTS_APP_ID, callerAppId: env.ALERTS_CALLER_APP_ID ?? azureMonitorAppId }
    : null;

export function alertsContradictions(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { AZURE_CLOUD: cloud = "public", ALERTS_APP_ID: app, ALERTS_CALLER_APP_ID: caller } = given;
  if (app === undefined && caller !== undefined)
    return ["ALERTS_CALLER_APP_ID is set: set ALERTS_APP_ID too."];
  return app !== undefined && caller === undefined && cloud !== "public"
    ? [
        "ALERTS_APP_ID is set: set ALERTS_CALLER_APP_ID too, Azure Monitor's id is known in public Azure only.",
      ]
    : [];
}
