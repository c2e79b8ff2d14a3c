// One person's sign-in, exchanged for one token per resource (on-behalf-of). Nothing is shared between people:
// what is kept is keyed by the person and the hash of the very sign-in it was made from, and dies with it.
import { createHash } from "node:crypto";
import type { OnBehalfOfCredential } from "@azure/identity";
import type { CredentialResult, RequesterCredential, TokenResult } from "../../app/ports/azure.ts";
import type { Requester, Resource, SignInFailure } from "../../core/requester.ts";
import { onceMade } from "../../core/text/once.ts";
import type { AzureEnvironment } from "./cloud.ts";
import { entraTimedOut, signInFailureOf } from "./entra-failure.ts";
import { groupsOf, readTokenClaims, type TokenClaims } from "./token-check.ts";
import { cloudScopeOf, sharedTokens } from "./token-credential.ts";

export type ClientAuthentication = Readonly<
  | { kind: "secret"; secret: string }
  /** A PEM file with certificate and key. */
  | { kind: "certificate"; path: string }
  /** An assertion of a managed identity or another trusted issuer, asked for anew when it is needed. */
  | { kind: "federated"; getAssertion: () => Promise<string> }
>;

type RequesterCredentialsOptions = Readonly<{
  environment: AzureEnvironment;
  tenantId: string;
  clientId: string;
  clientAuth: ClientAuthentication;
  now?: () => Date;
}>;

type RequesterCredentials = Readonly<{
  fromAssertion(
    signIn: Readonly<{
      assertion: string;
      expected: Readonly<{ objectId: string; tenantId: string; displayName: string }>;
    }>,
  ): CredentialResult;
}>;

type SignIn = Readonly<{ expiresOn: number; exchange: RequesterCredential["exchange"] }>;

const maximumSignIns = 500;
const exchangeTimeoutMs = 10_000;
const expired: SignInFailure = { code: "expired", why: "ranOut" };
const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

const checkClaims = (
  claims: TokenClaims | null,
  expected: Readonly<{ objectId: string; tenantId: string }>,
  options: RequesterCredentialsOptions,
  now: number,
): SignInFailure | null => {
  const audiences = [options.clientId, `api://${options.clientId}`, `api://botid-${options.clientId}`];
  if (claims === null || !audiences.some((audience) => same(audience, claims.aud)))
    return { code: "unavailable", why: "wrongAudience" };
  if (!same(claims.tid, expected.tenantId) || !same(claims.tid, options.tenantId))
    return { code: "otherTenant", why: "otherTenant" };
  if (!same(claims.oid, expected.objectId)) return { code: "otherAccount", why: "otherAccount" };
  return claims.exp * 1000 <= now ? expired : null;
};

/** Read here and not at the start: nothing is sent before somebody asks. */
const credentialFor = async (
  options: RequesterCredentialsOptions,
  assertion: string,
): Promise<OnBehalfOfCredential> => {
  const { OnBehalfOfCredential } = await import("@azure/identity");
  const { environment, clientAuth } = options;
  const common = {
    tenantId: options.tenantId,
    clientId: options.clientId,
    userAssertionToken: assertion,
    authorityHost: environment.authorityHost,
    disableInstanceDiscovery: environment.disableInstanceDiscovery,
    retryOptions: { maxRetries: 1, retryDelayInMs: 200 },
  };
  switch (clientAuth.kind) {
    case "secret":
      return new OnBehalfOfCredential({ ...common, clientSecret: clientAuth.secret });
    case "certificate":
      return new OnBehalfOfCredential({ ...common, certificatePath: clientAuth.path });
    case "federated":
      return new OnBehalfOfCredential({ ...common, getAssertion: clientAuth.getAssertion });
  }
};

/** `@azure/identity` cannot be told to give up, so the wait ends here. */
const withTimeout = (exchange: Promise<TokenResult>, resource: Resource): Promise<TokenResult> => {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<TokenResult>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, failure: entraTimedOut(resource) }), exchangeTimeoutMs);
  });
  return Promise.race([exchange, timeout]).finally(() => clearTimeout(timer));
};

const requestToken = async (
  credential: () => Promise<OnBehalfOfCredential>,
  environment: AzureEnvironment,
  resource: Resource,
  claims?: string,
): Promise<TokenResult> => {
  try {
    // Continuous access evaluation: a 401 may carry claims, which come back here as a new exchange.
    const token = await (await credential()).getToken(cloudScopeOf(environment, resource), {
      enableCae: true,
      ...(claims === undefined ? {} : { claims }),
    });
    return { ok: true, token: token.token, expiresOn: token.expiresOnTimestamp };
  } catch (error) {
    return { ok: false, failure: signInFailureOf(error, resource, claims) };
  }
};

function exchangeOf(
  options: RequesterCredentialsOptions,
  assertion: string,
  now: () => number,
): RequesterCredential["exchange"] {
  const credential = onceMade(() => credentialFor(options, assertion));
  return sharedTokens(
    (resource, claims) =>
      withTimeout(requestToken(credential, options.environment, resource, claims), resource),
    now,
  );
}

/** Sign-ins in use, the one unused for longest first. */
const createSignIns = (options: RequesterCredentialsOptions, now: () => number) => {
  const signIns = new Map<string, SignIn>();
  return (claims: TokenClaims, assertion: string): SignIn => {
    for (const [key, signIn] of signIns) if (signIn.expiresOn <= now()) signIns.delete(key);
    const hash = createHash("sha256").update(assertion).digest("hex");
    const key = `${claims.tid}/${claims.oid}/${hash}`.toLowerCase();
    const found = signIns.get(key) ?? {
      expiresOn: claims.exp * 1000,
      exchange: exchangeOf(options, assertion, now),
    };
    signIns.delete(key);
    signIns.set(key, found);
    const oldest = signIns.keys().next();
    if (signIns.size > maximumSignIns && !oldest.done) signIns.delete(oldest.value);
    return found;
  };
};

/** Makes a credential out of a person's sign-in token, after checking that it is this person's and for this bot. */
export const createRequesterCredentials = (options: RequesterCredentialsOptions): RequesterCredentials => {
  const now = () => (options.now?.() ?? new Date()).getTime();
  const signInFor = createSignIns(options, now);
  const exchange = (signIn: SignIn, resource: Resource, claims?: string): Promise<TokenResult> => {
    if (signIn.expiresOn <= now()) return Promise.resolve({ ok: false, failure: { ...expired, resource } });
    return signIn.exchange(resource, claims);
  };

  return {
    fromAssertion({ assertion, expected }) {
      const claims = readTokenClaims(assertion);
      const problem = checkClaims(claims, expected, options, now());
      if (claims === null || problem !== null) return { ok: false, failure: problem ?? expired };
      const signIn = signInFor(claims, assertion);
      const requester: Requester = {
        objectId: claims.oid,
        tenantId: claims.tid,
        displayName: expected.displayName,
      };
      const credential: RequesterCredential = {
        requester,
        tokenGroups: groupsOf(claims),
        exchange: (resource, challenge) => exchange(signIn, resource, challenge),
      };
      return { ok: true, credential };
    },
  };
};
