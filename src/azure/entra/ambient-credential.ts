// The rights of whoever has signed in to Azure on this machine, for the command line: no sign-in is exchanged,
// each API's token comes straight from that sign-in.
import { AzureCliCredential, DefaultAzureCredential, type TokenCredential } from "@azure/identity";
import type { CredentialResult, RequesterCredential, TokenResult } from "../../app/ports/azure.ts";
import type { Resource, SignInFailure } from "../../core/requester.ts";
import type { AzureEnvironment } from "./cloud.ts";
import { signInFailureOf } from "./entra-failure.ts";
import { groupsOf, readTokenClaims } from "./token-check.ts";
import { cloudScopeOf, sharedTokens } from "./token-credential.ts";

/** What `DefaultAzureCredential` finds: environment variables, workload or managed identity, `az login`, and so on. */
export const machineCredential = (environment: AzureEnvironment): TokenCredential =>
  new DefaultAzureCredential({
    authorityHost: environment.authorityHost,
    disableInstanceDiscovery: environment.disableInstanceDiscovery,
  });

/** The person of `az login` alone: what runs on this machine as somebody else makes nothing by accident. */
export const personsCredential = (tenantId?: string): TokenCredential =>
  new AzureCliCredential(tenantId === undefined ? {} : { tenantId });

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

/**
 * Asks for a token of ARM at once, since it says who this is. `source` is `machineCredential`, or any other
 * credential of the SDK.
 */
export async function ambientCredential(
  environment: AzureEnvironment,
  source: TokenCredential,
  now: () => number = Date.now,
): Promise<CredentialResult> {
  // Together, since the Azure CLI starts a process for each token that is asked for.
  const exchange = sharedTokens(
    (resource, claims) => requestToken(source, cloudScopeOf(environment, resource), resource, claims),
    now,
  );
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
