// What is done as the person who asks: with their credential, or after they are asked to sign in.
import type { SignInFailure } from "../core/requester.ts";
import { askForSignIn } from "./ask-for-sign-in.ts";
import type { CredentialResult, RequesterCredential } from "./ports-azure.ts";
import type { Asker, Services } from "./services.ts";
import { tell } from "./tell.ts";

export async function signedIn(
  services: Services,
  asker: Asker,
  asked: string,
  act: (credential: RequesterCredential) => Promise<void>,
): Promise<void> {
  return withCredential(services, asker, asked, await usableCredential(services, asker), act);
}

/** Of the others no sign-in changes anything. */
export const isMendedBySignIn = ({ code }: SignInFailure): boolean =>
  code === "signInNeeded" || code === "expired";

export async function withCredential(
  services: Services,
  asker: Asker,
  asked: string,
  result: CredentialResult,
  act: (credential: RequesterCredential) => Promise<void>,
): Promise<void> {
  if (result.ok) return act(result.credential);
  if (isMendedBySignIn(result.failure)) return askForSignIn(services, asker, asked);
  await tell(services, asker, { kind: "signInFailed", asked, failure: result.failure });
}

/** Exchanged for Azure before anything is asked there: missing consent or an MFA challenge is said as what it is. */
async function usableCredential(services: Services, asker: Asker): Promise<CredentialResult> {
  const result = await services.credentials.forUser(asker.userId, asker.requester);
  if (!result.ok) return result;
  const arm = await result.credential.exchange("arm");
  return arm.ok ? result : arm;
}
