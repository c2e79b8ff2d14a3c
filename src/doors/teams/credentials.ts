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
  now: () => number = () => performance.now(),
): Credentials => {
  const signIns = heldForOneStep(tokens, now);
  return {
    async forUser(userId, expected) {
      try {
        const assertion = await signIns.token(userId);
        return assertion ? fromAssertion({ assertion, expected }) : { ok: false, failure: notSignedIn };
      } catch (error) {
        log.warn("token service failed", { error: String(error) });
        return { ok: false, failure: unreachable };
      }
    },
    signOut: signIns.signOut,
  };
};

/**
 * A question is taken by one part of the program and carried out by another, each of which asks for the person's sign-in:
 * within a second the first answer serves both. Only a sign-in that was there is held, in memory, and a sign-out ends it.
 */
const heldMs = 1_000;

function heldForOneStep(tokens: TokenService, now: () => number): Pick<TokenService, "token" | "signOut"> {
  const held = new Map<string, Readonly<{ assertion: string; until: number }>>();
  let drops = 0;
  const drop = (userId: string) => {
    held.delete(userId);
    drops += 1;
  };
  return {
    token: async (userId) => {
      for (const [key, { until }] of held) if (until <= now()) held.delete(key);
      const kept = held.get(userId);
      if (kept !== undefined) return kept.assertion;
      const before = drops;
      const assertion = await tokens.token(userId);
      // What was asked before somebody signed out and comes after it may be what has ended.
      if (assertion && before === drops) held.set(userId, { assertion, until: now() + heldMs });
      return assertion;
    },
    signOut: (userId) => tokens.signOut(userId).finally(() => drop(userId)),
  };
}

const notSignedIn: SignInFailure = { code: "signInNeeded", why: "notSignedIn" };

const unreachable: SignInFailure = {
  code: "unavailable",
  why: "serviceSilent",
};
