// What a caller's bearer token is checked with, before anything else of the request is read.
import { errors, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from "jose";
import { z } from "zod";
import { lookUp } from "../../core/text/look-up.ts";

/** `reason` is for the log: it repeats nothing of the token. `unavailable`: the issuer's keys could not be had. */
export type TokenResult = Readonly<
  { ok: true } | { ok: false; code: "refused" | "unavailable"; reason: string }
>;
/** Takes the header `Authorization`. */
export type TokenCheck = (authorization: string | undefined) => Promise<TokenResult>;

/** `why`: what else is wrong with the claims of a token that was signed as it should be; null when nothing is. */
export function createTokenCheck(
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
};

function failureOf(error: unknown): TokenResult {
  const { code, claim } = faultSchema.safeParse(error).data ?? {};
  const fault = code === undefined ? undefined : lookUp(faults, code);
  if (fault !== undefined) return refused(claim === undefined ? fault : `${fault}: ${claim}`);
  const reason = error instanceof errors.JOSEError ? (code ?? "unknown") : "the issuer's keys did not answer";
  return { ok: false, code: "unavailable", reason };
}

const faultSchema = z.object({ code: z.string(), claim: z.string().max(20).optional().catch(undefined) });

const refused = (reason: string): TokenResult => ({ ok: false, code: "refused", reason });
