// The bot's own read-only identity: a managed identity, or one whose federated token a file holds. There is no secret, and it
// gets tokens for Azure Resource Manager alone.
import type { TokenCredential } from "@azure/identity";
import type { ReaderCredential, TokenResult } from "../../app/ports/azure.ts";
import type { ReaderIdentity, SignInFailure } from "../../core/requester.ts";
import { onceMade } from "../../core/text/once.ts";
import type { AzureEnvironment } from "./cloud.ts";
import { signInFailureOf } from "./entra-failure.ts";
import { readTokenClaims } from "./token-check.ts";
import { sharedTokens } from "./token-credential.ts";

type ReaderOptions = Readonly<{
  environment: AzureEnvironment;
  tenantId: string;
  clientId: string;
  objectId: string;
  displayName: string;
  /** Of a projected token, as workload identity on AKS mounts one; null: the host's managed identity is asked. */
  tokenFile: string | null;
}>;

/** A credential of the SDK in its place, for tests. */
type MakeSource = (options: ReaderOptions) => Promise<TokenCredential>;

const sourceOf: MakeSource = async ({ environment, tenantId, clientId, tokenFile: tokenFilePath }) => {
  const { ManagedIdentityCredential, WorkloadIdentityCredential } = await import("@azure/identity");
  if (tokenFilePath === null) return new ManagedIdentityCredential({ clientId });
  const { authorityHost, disableInstanceDiscovery } = environment;
  return new WorkloadIdentityCredential({
    ...{ tenantId, clientId, tokenFilePath },
    ...{ authorityHost, disableInstanceDiscovery },
  });
};

/** The card and the trail name one identity, so a token of any other is not used. */
const notThisOne: SignInFailure = { code: "otherAccount", why: "otherAccount", resource: "arm" };
const armOnly: SignInFailure = { code: "unavailable", why: "botRefused" };

export function createReaderCredential(
  options: ReaderOptions,
  make: MakeSource = sourceOf,
  now: () => number = Date.now,
): ReaderCredential {
  const { tenantId, objectId, displayName, environment } = options;
  const reader: ReaderIdentity = { isReader: true, tenantId, objectId, displayName };
  const source = onceMade(() => make(options));
  const tokens = sharedTokens((_resource, claims) => request(claims), now);

  async function request(claims: string | undefined): Promise<TokenResult> {
    try {
      const credential = await source();
      const token = await credential.getToken(environment.armScope, claims === undefined ? {} : { claims });
      if (token === null) return { ok: false, failure: { ...notThisOne, why: "botRefused" } };
      return isOf(reader, token.token)
        ? { ok: true, token: token.token, expiresOn: token.expiresOnTimestamp }
        : { ok: false, failure: notThisOne };
    } catch (error) {
      return { ok: false, failure: signInFailureOf(error, "arm") };
    }
  }
  return {
    reader,
    // The type allows no other; what is called past it gets nothing either.
    exchange: async (resource, claims) =>
      (resource as string) === "arm" ? tokens("arm", claims) : { ok: false, failure: armOnly },
  };
}

function isOf({ tenantId, objectId }: ReaderIdentity, token: string): boolean {
  const claims = readTokenClaims(token);
  return claims?.oid.toLowerCase() === objectId && claims.tid.toLowerCase() === tenantId;
}
