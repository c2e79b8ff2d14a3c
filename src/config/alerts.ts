// The settings that say who may deliver alerts.
import { z } from "zod";
import { azureMonitor } from "../core/install/registration.ts";
import { problemOf, type SettingProblem } from "./problem.ts";

/** Shorter ones can be guessed. */
const shortest = 20;

/** One secret, or several with a comma between them while one is replaced. */
export const secrets = z
  .string()
  .transform((text) => text.split(",").map((secret) => secret.trim()))
  .refine((all) => all.every((secret) => secret.length >= shortest && /^[\x21-\x7e]+$/.test(secret)), {
    error: `must be a secret of at least ${shortest} letters, digits and signs, or several with commas between them`,
  })
  .optional();

const hours = { error: "must be a whole number of hours from 0 to 72" };

export const alertsSchema = z.object({
  ALERTS_JOIN_HOURS: z.coerce.number(hours).int(hours).min(0, hours).max(72, hours).default(3),
  ALERTS_APP_ID: z.guid().toLowerCase().optional(),
  ALERTS_CALLER_APP_ID: z.guid().toLowerCase().optional(),
  ALERTS_ALERTMANAGER_TOKEN: secrets,
  ALERTS_GRAFANA_TOKEN: secrets,
  ALERTS_GRAFANA_SIGNING_SECRET: secrets,
  ALERTS_PAGERDUTY_SIGNING_SECRET: secrets,
});

type Shared = Readonly<{ by: "password" | "signature"; secrets: readonly string[] }> | null;

/** What each source proves itself by; null: nobody may deliver alerts as this source. */
export type AlertsConfig = Readonly<{
  /** The app that tokens are for, and the app that they are given to. */
  azureMonitor: Readonly<{ appId: string; callerAppId: string }> | null;
  alertmanager: Shared;
  grafana: Shared;
  pagerDuty: Shared;
  /** How long after its end an incident is opened again by an alert. */
  joinHours: number;
}>;

export const alertsOf = (env: z.infer<typeof alertsSchema>): AlertsConfig => ({
  azureMonitor: env.ALERTS_APP_ID
    ? { appId: env.ALERTS_APP_ID, callerAppId: env.ALERTS_CALLER_APP_ID ?? azureMonitor.appId }
    : null,
  alertmanager: sharedOf("password", env.ALERTS_ALERTMANAGER_TOKEN),
  grafana:
    sharedOf("signature", env.ALERTS_GRAFANA_SIGNING_SECRET) ??
    sharedOf("password", env.ALERTS_GRAFANA_TOKEN),
  pagerDuty: sharedOf("signature", env.ALERTS_PAGERDUTY_SIGNING_SECRET),
  joinHours: env.ALERTS_JOIN_HOURS,
});

const sharedOf = (by: "password" | "signature", all: readonly string[] | undefined): Shared =>
  all === undefined ? null : { by, secrets: all };

export function alertsContradictions(
  given: Readonly<Record<string, string | undefined>>,
): readonly SettingProblem[] {
  const { AZURE_CLOUD: cloud = "public", ALERTS_APP_ID: app, ALERTS_CALLER_APP_ID: caller } = given;
  const { ALERTS_GRAFANA_TOKEN: token, ALERTS_GRAFANA_SIGNING_SECRET: signing } = given;
  return [
    ...(app === undefined && caller !== undefined
      ? [problemOf("ALERTS_CALLER_APP_ID", "ALERTS_CALLER_APP_ID is set", "set ALERTS_APP_ID too")]
      : []),
    ...(app !== undefined && caller === undefined && cloud !== "public"
      ? [
          problemOf(
            "ALERTS_APP_ID",
            "ALERTS_APP_ID is set",
            "set ALERTS_CALLER_APP_ID too, Azure Monitor's id is known in public Azure only",
          ),
        ]
      : []),
    ...(token !== undefined && signing !== undefined
      ? [
          problemOf(
            "ALERTS_GRAFANA_TOKEN",
            "ALERTS_GRAFANA_TOKEN and ALERTS_GRAFANA_SIGNING_SECRET are both set",
            "set one of them",
          ),
        ]
      : []),
  ];
}
