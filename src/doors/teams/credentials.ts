// A person's stored sign-in → a credential that acts as them, or the reason why there is none.
import type { CredentialResult, Credentials } from "../../app/ports/azure.ts";
import type { Log } from "../../app/ports/services.ts";
import type { Store } from "../../app/ports/store.ts";
import type { Requester, SignInFailure } from "../../core/requester.ts";
import type { TokenService } from "./port.ts";

/** Checks whose assertion it is before anything is exchanged for it. */
type FromAssertion = (input: { assertion: string; expected: Requester }) => CredentialResult;

type Later = (milliseconds: number, act: () => void) => void;

/** Sign-ins that answered a challenge: the store has them, so that every process acts with the same. */
type Answered = Pick<Store, "keepSignIn" | "keptSignIn" | "dropSignIn">;

export const createCredentials = (
  tokens: TokenService,
  answered: Answered,
  fromAssertion: FromAssertion,
  log: Log,
  later: Later = (milliseconds, act) => void setTimeout(act, milliseconds).unref(),
): Credentials => {
  const signIns = heldForOneStep(tokens, later);
  return {
    async forUser(userId, expected) {
      const better = await answered.keptSignIn(userId).catch((error: unknown) => {
        log.warn("sign-in that answered a challenge not read", { error: String(error) });
        return null;
      });
      const credential = better === null ? null : fromAssertion({ assertion: better, expected });
      if (credential?.ok) return credential;
      try {
        const assertion = await signIns.token(userId);
        return assertion ? fromAssertion({ assertion, expected }) : { ok: false, failure: notSignedIn };
      } catch (error) {
        log.warn("token service failed", { error: String(error) });
        return { ok: false, failure: unreachable };
      }
    },
    async hold(userId, expected, assertion) {
      const result = fromAssertion({ assertion, expected });
      if (result.ok) await answered.keepSignIn(userId, assertion);
      return result;
    },
    async signOut(userId) {
      await answered.dropSignIn(userId);
      await signIns.signOut(userId);
    },
  };
};

/**
 * A question is taken by one part of the program and carried out by another, each of which asks for the person's sign-in:
 * within a second the first answer serves both. Only a sign-in that was there is held, in memory, and a sign-out ends it.
 */
const heldMs = 1_000;

function heldForOneStep(tokens: TokenService, later: Later): Pick<TokenService, "token" | "signOut"> {
  const held = new Map<string, string>();
  let signOuts = 0;
  return {
    token: async (userId) => {
      const kept = held.get(userId);
      if (kept !== undefined) return kept;
      const before = signOuts;
      const assertion = await tokens.token(userId);
      // What was asked before somebody signed out and comes after it may be what has ended.
      if (assertion && before === signOuts) {
        held.set(userId, assertion);
        later(heldMs, () => held.delete(userId));
      }
      return assertion;
    },
    signOut: (userId) =>
      tokens.signOut(userId).finally(() => {
        held.delete(userId);
        signOuts += 1;
      }),
  };
}

const notSignedIn: SignInFailure = { code: "signInNeeded", why: "notSignedIn" };

const unreachable: SignInFailure = {
  code: "unavailable",
  why: "serviceSilent",
};
