// Lets Azure's SDK clients use a requester's credential, and carries a refused sign-in back out of them.
import type { TokenCredential } from "@azure/identity";
import type { RequesterCredential } from "../../app/ports/azure.ts";
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

export const scopeOf = (environment: AzureEnvironment, resource: Resource): string =>
  ({
    arm: environment.armScope,
    kubernetes: environment.kubernetesScope,
    graph: environment.graphScope,
  })[resource];
