// Who delivers an alert: Azure Monitor's own application, proved by a token of our tenant. An action group with a
// secure webhook sends it (learn.microsoft.com/azure/azure-monitor/alerts/action-groups).
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import { lookUp } from "../core/look-up.ts";

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

/** `reason` is for the log: it repeats nothing of the token. `unavailable`: the tenant's keys could not be had. */
export type AlertTokenResult = Readonly<
  { ok: true } | { ok: false; code: "refused" | "unavailable"; reason: string }
>;
export type CheckAlertToken = (authorization: string | undefined) => Promise<AlertTokenResult>;

/** Checks signature, issuer, audience, expiry, calling application and role: all six, or it is refused. */
export function createAlertTokenCheck(
  settings: AlertTokenSettings,
  keys: JWTVerifyGetKey = tenantKeys(settings),
): CheckAlertToken {
  const { authorityHost, tenantId, appId } = settings;
  const options = {
    algorithms: ["RS256"],
    issuer: [`https://sts.windows.net/${tenantId}/`, `${authorityHost}/${tenantId}/v2.0`],
    audience: [`api://${appId}`, appId],
    // Without this a token that never says when it ends would be good for ever.
    requiredClaims: ["exp"],
  };
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) return refused("there is no bearer token");
    try {
      const { payload } = await jwtVerify(token, keys, options);
      const reason = whyNotAzureMonitor(payload, settings.callerAppId);
      return reason === null ? { ok: true } : refused(reason);
    } catch (error) {
      return failureOf(error);
    }
  };
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

/** What jose finds wrong with a token itself; anything else it throws is trouble with getting the keys. */
const faults: Readonly<Record<string, string>> = {
  ERR_JWT_EXPIRED: "it has expired",
  ERR_JWT_CLAIM_VALIDATION_FAILED: "a claim is missing or another one's",
  ERR_JWT_INVALID: "it is not a JWT",
  ERR_JWS_INVALID: "it is not a JWT",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "its signature is wrong",
  ERR_JWKS_NO_MATCHING_KEY: "it is signed by none of the tenant's keys",
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: "it does not say which key signed it",
  ERR_JOSE_ALG_NOT_ALLOWED: "it is signed by another algorithm than RS256",
  ERR_JOSE_NOT_SUPPORTED: "it uses what is not supported",
};

function failureOf(error: unknown): AlertTokenResult {
  const { code, claim } = faultSchema.safeParse(error).data ?? {};
  const fault = code === undefined ? undefined : lookUp(faults, code);
  if (fault !== undefined) return refused(claim === undefined ? fault : `${fault}: ${claim}`);
  const reason = error instanceof errors.JOSEError ? (code ?? "unknown") : "the tenant's keys did not answer";
  return { ok: false, code: "unavailable", reason };
}

const faultSchema = z.object({ code: z.string(), claim: z.string().max(20).optional().catch(undefined) });

const refused = (reason: string): AlertTokenResult => ({ ok: false, code: "refused", reason });
