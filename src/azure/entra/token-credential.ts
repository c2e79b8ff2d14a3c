// Lets Azure's SDK clients use a requester's credential, and carries a refused sign-in back out of them.
import type { TokenCredential } from "@azure/identity";
import type { RequesterCredential, TokenResult } from "../../app/ports/azure.ts";
import type { Resource, SignInFailure } from "../../core/requester.ts";
import type { AzureEnvironment } from "./cloud.ts";

/** The one way for a sign-in failure to get through an SDK, which only knows exceptions. */
export class SignInError extends Error {
  readonly failure: SignInFailure;
  constructor(failure: SignInFailure) {
    super(failure.why);
    this.name = "SignInError";
    this.failure = failure;
  }
}

/** The credential as an SDK wants it. `getToken` throws `SignInError`; a challenge of the resource is answered once. */
export const asTokenCredential = (
  credential: Pick<RequesterCredential, "exchange">,
  resource: Resource,
): TokenCredential => ({
  async getToken(_scopes, options) {
    const result = await credential.exchange(resource, options?.claims);
    if (!result.ok) throw new SignInError(result.failure);
    return { token: result.token, expiresOnTimestamp: result.expiresOn };
  },
});

// Which scope a token for each API is asked for with.

export const cloudScopeOf = (environment: AzureEnvironment, resource: Resource): string =>
  ({
    arm: environment.armScope,
    kubernetes: environment.kubernetesScope,
    graph: environment.graphScope,
  })[resource];

/** `expiresOn` in milliseconds since the epoch; infinite while the token is still being asked for. */
type KeptToken = { expiresOn: number; readonly result: Promise<TokenResult> };

/** A token is asked for anew while it still has this long to live, so that it does not end under a request. */
const renewBeforeMs = 2 * 60_000;

/** Requests sent together share one token of `ask`; a refused one is not kept, so the next asks again. */
export function sharedTokens(
  ask: RequesterCredential["exchange"],
  now: () => number,
): RequesterCredential["exchange"] {
  const kept = new Map<Resource, KeptToken>();
  return (resource, claims) => {
    const known = kept.get(resource);
    // A challenge says that the kept token is not enough.
    if (claims === undefined && known !== undefined && known.expiresOn - renewBeforeMs > now())
      return known.result;
    const token: KeptToken = {
      expiresOn: Number.POSITIVE_INFINITY,
      result: ask(resource, claims).then((result) => {
        token.expiresOn = result.ok ? result.expiresOn : 0;
        return result;
      }),
    };
    kept.set(resource, token);
    return token.result;
  };
}
