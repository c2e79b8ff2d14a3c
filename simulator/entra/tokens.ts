// Signs and verifies Entra's access tokens: RS256, with the claims the real ones carry.
import { createLocalJWKSet, errors, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from "jose";
import type { Directory } from "../directory.ts";
import { azureMonitorAppId } from "../people.ts";
import type { Scenario } from "../scenario/schema.ts";
import { graphAudience } from "./audiences.ts";

export type Identity = {
  /** Object id of the person, or of the application's service principal. */
  oid: string;
  /** Who the 403 sentence names: the user principal name, else the object id. */
  name: string;
  audience: string;
  /** The claims of a challenge that this sign-in has shown. */
  shown: string | null;
};
/** To check a signature costs more than to answer most requests: once for each token. */
const mostVerified = 1_000;

type Verification = { ok: true; identity: Identity } | { ok: false; reason: "invalid" | "expired" };

export type Tokens = {
  publicKey: JWK;
  issuer: string;
  lifetimeSeconds: number;
  issue(oid: string, audience: string, shown?: string | null): Promise<string>;
  /** Checks signature, tenant and expiry; the audience is the API's to check. */
  verify(token: string): Promise<Verification>;
};

type Options = { key: JWK; url: string; scenario: Scenario; directory: Directory };

/** Tokens of one scenario's tenant. */
export async function createTokens({ key, url, scenario, directory }: Options): Promise<Tokens> {
  const signingKey = await importJWK(key, "RS256");
  const publicKey = publicPart(key);
  const keySet = createLocalJWKSet({ keys: [publicKey] });
  const issuer = `${url}/${scenario.tenantId}/v2.0`;
  const lifetimeSeconds = 3600;
  const verified = new Map<string, Readonly<{ identity: Identity; until: number }>>();
  return {
    publicKey,
    issuer,
    lifetimeSeconds,
    issue: (oid, audience, shown = null) =>
      new SignJWT({
        ...identityClaims(oid, audience, scenario, directory),
        tid: scenario.tenantId,
        ver: "2.0",
        ...(shown !== null && { "local-azure-shown": shown }),
      })
        .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: publicKey.kid ?? "" })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(oid)
        .setIssuedAt()
        .setNotBefore("0s")
        .setExpirationTime(`${lifetimeSeconds}s`)
        .setJti(crypto.randomUUID())
        .sign(signingKey),
    verify: async (token) => {
      const known = verified.get(token);
      if (known !== undefined && known.until > Date.now()) return { ok: true, identity: known.identity };
      try {
        const { payload } = await jwtVerify(token, keySet, { issuer, algorithms: ["RS256"] });
        const identity = identityOf(payload);
        if (verified.size >= mostVerified) verified.clear();
        verified.set(token, { identity, until: (payload.exp ?? 0) * 1000 });
        return { ok: true, identity };
      } catch (error) {
        return { ok: false, reason: error instanceof errors.JWTExpired ? "expired" : "invalid" };
      }
    },
  };
}

/** The key as published: without its private numbers. */
export function publicPart(key: JWK): JWK {
  const { kty, kid, n, e } = key;
  if (n === undefined || e === undefined) throw new Error("Not an RSA key.");
  return { kty: kty ?? "RSA", use: "sig", alg: "RS256", kid: kid ?? "", n, e };
}

function identityClaims(oid: string, audience: string, scenario: Scenario, directory: Directory): JWTPayload {
  const principal = directory.principal(oid);
  if (principal === undefined)
    return { oid, appid: oid, azp: oid, idtyp: "app", ...appRoles(oid, audience, scenario) };
  return {
    oid,
    appid: scenario.appId,
    azp: scenario.appId,
    name: principal.displayName,
    upn: principal.userPrincipalName,
    preferred_username: principal.userPrincipalName,
    scp: audience === scenario.appId ? "access_as_user" : "user_impersonation",
    ...groupClaims(oid, scenario, directory),
  };
}

/** The one application role that was assigned: Azure Monitor may call the bot's webhook. */
const appRoles = (oid: string, audience: string, { appId }: Scenario): JWTPayload =>
  oid === azureMonitorAppId && audience === appId ? { roles: ["ActionGroupsSecureWebhook"] } : {};

// Absent groups do not mean no groups: past the limit the token only says where to ask.
function groupClaims(oid: string, scenario: Scenario, directory: Directory): JWTPayload {
  const groups = directory.groupsOf(oid);
  if (groups.length <= scenario.groupOverageLimit) return { groups };
  const endpoint = `${graphAudience}/v1.0/users/${oid}/getMemberObjects`;
  return { _claim_names: { groups: "src1" }, _claim_sources: { src1: { endpoint } } };
}

function identityOf(payload: JWTPayload): Identity {
  const oid = String(payload.oid ?? "");
  const audience = Array.isArray(payload.aud) ? (payload.aud[0] ?? "") : (payload.aud ?? "");
  const claims = payload["local-azure-shown"];
  const shown = typeof claims === "string" ? claims : null;
  return { oid, name: typeof payload.upn === "string" ? payload.upn : oid, audience, shown };
}
