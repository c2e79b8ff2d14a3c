// The rights of whoever has signed in to Azure on this machine, for the command line: no sign-in is exchanged,
// each API's token comes straight from that sign-in.
import { DefaultAzureCredential, type TokenCredential } from "@azure/identity";
import type { CredentialResult, RequesterCredential, TokenResult } from "../../app/ports/azure.ts";
import type { Resource, SignInFailure } from "../../core/requester.ts";
import type { AzureEnvironment } from "./cloud.ts";
import { signInFailureOf } from "./entra-failure.ts";
import { groupsOf, readTokenClaims } from "./token-check.ts";
import { scopeOf } from "./token-credential.ts";

/** What `DefaultAzureCredential` finds: environment variables, workload or managed identity, `az login`, and so on. */
export const machineCredential = (environment: AzureEnvironment): TokenCredential =>
  new DefaultAzureCredential({
    authorityHost: environment.authorityHost,
    disableInstanceDiscovery: environment.disableInstanceDiscovery,
  });

/** A token is asked for anew while it still has this long to live, so that it does not end under a request. */
const renewBeforeMs = 2 * 60_000;

const nobody: SignInFailure = {
  code: "signInNeeded",
  why: "machineNobody",
  resource: "arm",
};
const notUnderstood: SignInFailure = {
  code: "unavailable",
  why: "machineUnclear",
  resource: "arm",
};

/** No credential was found at all, or each one that was found says that nobody is signed in. */
const isNobody = (error: unknown, detail: string | undefined): boolean =>
  detail === undefined &&
  error instanceof Error &&
  ["CredentialUnavailableError", "AggregateAuthenticationError"].includes(error.name);

function failureOf(error: unknown, resource: Resource): SignInFailure {
  const { code, detail } = signInFailureOf(error, resource);
  if (isNobody(error, detail)) return { ...nobody, resource };
  return { code, why: "machineRefused", resource, ...(detail === undefined ? {} : { detail }) };
}

async function requestToken(
  source: TokenCredential,
  scope: string,
  resource: Resource,
  claims?: string,
): Promise<TokenResult> {
  try {
    const token = await source.getToken(scope, claims === undefined ? {} : { claims });
    if (token === null) return { ok: false, failure: { ...nobody, resource } };
    return { ok: true, token: token.token, expiresOn: token.expiresOnTimestamp };
  } catch (error) {
    return { ok: false, failure: failureOf(error, resource) };
  }
}

/** `expiresOn` in milliseconds since the epoch; infinite while the token is still being asked for. */
type KeptToken = { expiresOn: number; readonly result: Promise<TokenResult> };

/** Requests sent together share one token: the Azure CLI starts a process for each that is asked for. */
function sharedTokens(source: TokenCredential, environment: AzureEnvironment, now: () => number) {
  const kept = new Map<Resource, KeptToken>();
  return (resource: Resource, claims?: string): Promise<TokenResult> => {
    const known = kept.get(resource);
    // A challenge says that the kept token is not enough.
    if (claims === undefined && known !== undefined && known.expiresOn - renewBeforeMs > now())
      return known.result;
    const asked = requestToken(source, scopeOf(environment, resource), resource, claims);
    const token: KeptToken = {
      expiresOn: Number.POSITIVE_INFINITY,
      result: asked.then((result) => {
        token.expiresOn = result.ok ? result.expiresOn : 0;
        return result;
      }),
    };
    kept.set(resource, token);
    return token.result;
  };
}

/**
 * Asks for a token of ARM at once, since it says who this is. `source` is `machineCredential`, or any other
 * credential of the SDK.
 */
export async function ambientCredential(
  environment: AzureEnvironment,
  source: TokenCredential,
  now: () => number = Date.now,
): Promise<CredentialResult> {
  const exchange = sharedTokens(source, environment, now);
  const arm = await exchange("arm");
  if (!arm.ok) return arm;
  const claims = readTokenClaims(arm.token);
  if (claims === null) return { ok: false, failure: notUnderstood };
  const credential: RequesterCredential = {
    requester: {
      objectId: claims.oid,
      tenantId: claims.tid,
      displayName: claims.name ?? claims.upn ?? claims.oid,
    },
    tokenGroups: groupsOf(claims),
    exchange,
  };
  return { ok: true, credential };
}
