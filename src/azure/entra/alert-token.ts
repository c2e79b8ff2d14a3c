// Who delivers an alert: Azure Monitor's own application, proved by a token of our tenant. An action group with a
// secure webhook sends it (learn.microsoft.com/azure/azure-monitor/alerts/action-groups).
import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { createTokenCheck, type TokenCheck } from "./token-check.ts";

/** The app role that says "may call this webhook"; its name is Azure Monitor's. */
const role = "ActionGroupsSecureWebhook";

export type AlertTokenSettings = Readonly<{
  authorityHost: string;
  tenantId: string;
  /** The app registration that tokens are for. */
  appId: string;
  /** The application that tokens are given to. */
  callerAppId: string;
}>;

/** Checks signature, issuer, audience, expiry, calling application and role: all six, or it is refused. */
export function createAlertTokenCheck(
  settings: AlertTokenSettings,
  keys: JWTVerifyGetKey = tenantKeys(settings),
): TokenCheck {
  const { authorityHost, tenantId, appId } = settings;
  return createTokenCheck(
    keys,
    {
      algorithms: ["RS256"],
      issuer: [`https://sts.windows.net/${tenantId}/`, `${authorityHost}/${tenantId}/v2.0`],
      audience: [`api://${appId}`, appId],
    },
    (payload) => whyNotAzureMonitor(payload, settings.callerAppId),
  );
}

const tenantKeys = ({ authorityHost, tenantId }: AlertTokenSettings): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(`${authorityHost}/${tenantId}/discovery/v2.0/keys`));

const claims = z.object({
  appid: z.string().optional(),
  azp: z.string().optional(),
  roles: z.array(z.string()).default([]),
});

/** Tokens name the calling application in `appid` (version 1) or `azp` (version 2). */
function whyNotAzureMonitor(payload: JWTPayload, callerAppId: string): string | null {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return "a claim has another shape than Entra's";
  const { appid, azp, roles } = parsed.data;
  const callers = [appid, azp].filter((id) => id !== undefined);
  if (callers.length === 0 || callers.some((id) => id.toLowerCase() !== callerAppId.toLowerCase()))
    return "it was given to another application";
  return roles.includes(role) ? null : `it has no role ${role}`;
}
