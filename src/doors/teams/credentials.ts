// A person's stored sign-in → a credential that acts as them, or the reason why there is none.
import type { CredentialResult, Credentials } from "../../app/ports.ts";
import type { Log } from "../../app/services.ts";
import type { Requester, SignInFailure } from "../../core/requester.ts";
import type { TokenService } from "./token-service.ts";

/** Checks whose assertion it is before anything is exchanged for it. */
export type FromAssertion = (input: { assertion: string; expected: Requester }) => CredentialResult;

export const createCredentials = (
  tokens: TokenService,
  fromAssertion: FromAssertion,
  log: Log,
): Credentials => ({
  async forUser(userId, expected) {
    try {
      const assertion = await tokens.token(userId);
      return assertion ? fromAssertion({ assertion, expected }) : { ok: false, failure: notSignedIn };
    } catch (error) {
      log.warn("token service failed", { error: String(error) });
      return { ok: false, failure: unreachable };
    }
  },
  signOut: (userId) => tokens.signOut(userId),
});

const notSignedIn: SignInFailure = { code: "signInNeeded", why: "notSignedIn" };

const unreachable: SignInFailure = {
  code: "unavailable",
  why: "serviceSilent",
};
