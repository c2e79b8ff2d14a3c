// What a caller's bearer token is checked with, before anything else of the request is read.
import {
  createRemoteJWKSet,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from "jose";
import { z } from "zod";
import { lookUp } from "../../core/text/look-up.ts";

/** `reason` is for the log: it repeats nothing of the token. `unavailable`: the issuer's keys could not be had. */
export type TokenCheckResult = Readonly<
  { ok: true } | { ok: false; code: "refused" | "unavailable"; reason: string }
>;
/** Takes the header `Authorization`. */
export type TokenCheck = (authorization: string | undefined) => Promise<TokenCheckResult>;

/** `why`: what else is wrong with the claims of a token that was signed as it should be; null when nothing is. */
function createTokenCheck(
  keys: JWTVerifyGetKey,
  options: JWTVerifyOptions & Required<Pick<JWTVerifyOptions, "algorithms" | "issuer" | "audience">>,
  why: (payload: JWTPayload) => string | null = () => null,
): TokenCheck {
  // Without `exp` a token that never says when it ends would be good for ever.
  const all = { ...options, requiredClaims: ["exp", ...(options.requiredClaims ?? [])] };
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) return refused("there is no bearer token");
    try {
      const { payload } = await jwtVerify(token, keys, all);
      const reason = why(payload);
      return reason === null ? { ok: true } : refused(reason);
    } catch (error) {
      return failureOf(error);
    }
  };
}

/** What jose finds wrong with a token itself; anything else it throws is trouble with getting the keys. */
const faults: Readonly<Record<string, string>> = {
  ERR_JWT_EXPIRED: "it has expired",
  ERR_JWT_CLAIM_VALIDATION_FAILED: "a claim is missing or another one's",
  ERR_JWT_INVALID: "it is not a JWT",
  ERR_JWS_INVALID: "it is not a JWT",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "its signature is wrong",
  ERR_JWKS_NO_MATCHING_KEY: "it is signed by none of the issuer's keys",
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: "it does not say which key signed it",
  ERR_JOSE_ALG_NOT_ALLOWED: "it is signed by an algorithm that is not allowed",
  ERR_JOSE_NOT_SUPPORTED: "it uses what is not supported",
  KEY_OF_OTHERS: "its key does not sign for Teams",
};

function failureOf(error: unknown): TokenCheckResult {
  const { code, claim } = faultSchema.safeParse(error).data ?? {};
  const fault = code === undefined ? undefined : lookUp(faults, code);
  if (fault !== undefined) return refused(claim === undefined ? fault : `${fault}: ${claim}`);
  const reason = error instanceof errors.JOSEError ? (code ?? "unknown") : "the issuer's keys did not answer";
  return { ok: false, code: "unavailable", reason };
}

const faultSchema = z.object({ code: z.string(), claim: z.string().max(20).optional().catch(undefined) });

const refused = (reason: string): TokenCheckResult => ({ ok: false, code: "refused", reason });

// Reads the claims of a token that we asked for ourselves. It came over TLS from whom we asked, so its signature is
// not checked again: Entra checks it when it is exchanged, and an API when it is used.

const tokenClaims = z.object({
  aud: z.string(),
  oid: z.string(),
  tid: z.string(),
  exp: z.number(),
  /** For showing only; applications have neither. */
  name: z.string().optional(),
  upn: z.string().optional(),
  groups: z.array(z.string()).optional(),
  _claim_names: z.record(z.string(), z.string()).optional(),
});

export type TokenClaims = z.infer<typeof tokenClaims>;

/** The claims of a JSON Web Token, or null when it is not one with an audience, a person and an expiry. */
export const readTokenClaims = (token: string): TokenClaims | null => {
  const payload = token.split(".")[1];
  if (payload === undefined) return null;
  try {
    return tokenClaims.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
  } catch {
    return null;
  }
};

/** Group ids of the token, or null when it lists none: the claim is off, or there were too many (overage). */
export const groupsOf = (claims: TokenClaims): readonly string[] | null =>
  claims.groups === undefined || claims._claim_names?.groups !== undefined ? null : claims.groups;

// Callers whose token was found good a moment ago: the same bytes are not looked through again at once.

/** Far more than an hour of Teams brings; whoever has no good token adds none. */
const most = 100;

/** What `check` refused is asked again each time. `now`: a clock that is never set, in milliseconds. */
export function rememberingGood(check: TokenCheck, milliseconds: number, now: () => number): TokenCheck {
  const goodUntil = new Map<string, number>();
  return async (authorization = "") => {
    if (now() < (goodUntil.get(authorization) ?? 0)) return { ok: true };
    goodUntil.delete(authorization);
    const result = await check(authorization);
    if (result.ok) {
      if (goodUntil.size >= most) goodUntil.clear();
      goodUntil.set(authorization, now() + milliseconds);
    }
    return result;
  };
}

// Who delivers an activity: the Bot Connector, proved by a token for this very bot
// (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).

type ChannelTokenSettings = Readonly<{
  /** `iss` of the Bot Connector's tokens. */
  issuer: string;
  /** The bot's app registration, which the tokens are for. */
  appId: string;
  /** Address of the OpenID document that names the Bot Connector's keys. */
  metadataUrl: string;
}>;

/** Microsoft's documents ask for 5 minutes. */
const clockSkewSeconds = 300;
const answerMilliseconds = 5_000;

/**
 * Checks signature, issuer, audience, times, that the key is one for Teams, and that the token says which service URL it
 * speaks for. That it is the activity's own can only be checked with the activity.
 */
export function createChannelTokenCheck(
  { issuer, appId, metadataUrl }: ChannelTokenSettings,
  keys: JWTVerifyGetKey = namedKeys(metadataUrl),
): TokenCheck {
  const check = createTokenCheck(keys, {
    algorithms: ["RS256", "RS384", "RS512"],
    issuer,
    audience: appId,
    clockTolerance: clockSkewSeconds,
    requiredClaims: ["serviceurl"],
  });
  return rememberingGood(check, goodMilliseconds, () => performance.now());
}

/** Teams sends the same token with every message of an hour, and the SDK checks it once more with each activity. */
const goodMilliseconds = 60_000;

const metadata = z.object({ jwks_uri: z.url() });

/** The document is read once, with the first token; jose keeps the keys, and asks again for one that it does not know. */
function namedKeys(metadataUrl: string): JWTVerifyGetKey {
  let known: Promise<JWTVerifyGetKey> | null = null;
  const find = async (): Promise<JWTVerifyGetKey> => {
    const response = await fetch(metadataUrl, { signal: AbortSignal.timeout(answerMilliseconds) });
    if (!response.ok) throw new Error(`The OpenID document was answered with ${response.status}.`);
    return forTeams(createRemoteJWKSet(new URL(metadata.parse(await response.json()).jwks_uri)));
  };
  return async (header, token) => {
    known ??= find().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return (await known)(header, token);
  };
}

const endorsed = z.object({ endorsements: z.array(z.string()).optional() });

/** A key that names the channels it signs for has to name this one. */
const forTeams =
  (keys: ReturnType<typeof createRemoteJWKSet>): JWTVerifyGetKey =>
  async (header, token) => {
    const key = await keys(header, token);
    const named = keys.jwks()?.keys.find(({ kid }) => kid === header.kid);
    const { endorsements = [] } = endorsed.safeParse(named).data ?? {};
    if (endorsements.length === 0 || endorsements.includes("msteams")) return key;
    throw Object.assign(new Error("The key does not sign for Teams."), { code: "KEY_OF_OTHERS" });
  };

// Who delivers an alert: Azure Monitor's own application, proved by a token of our tenant. An action group with a
// secure webhook sends it (learn.microsoft.com/azure/azure-monitor/alerts/action-groups).

/** The app role that says "may call this webhook"; its name is Azure Monitor's. */
const role = "ActionGroupsSecureWebhook";

type AlertTokenSettings = Readonly<{
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
