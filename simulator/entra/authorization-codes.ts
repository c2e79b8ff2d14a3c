// Authorization codes: each stands for one person, once.
import { createHash } from "node:crypto";

type Pending = { oid: string; challenge: string | null };

export type AuthorizationCodes = {
  issue(oid: string, challenge: string | null): string;
  /** The person the code stands for, once; checks the PKCE verifier where there was a challenge. */
  redeem(code: string, verifier: string | null): Promise<string | null>;
};

export function createAuthorizationCodes(): AuthorizationCodes {
  const pending = new Map<string, Pending>();
  return {
    issue: (oid, challenge) => {
      const code = crypto.randomUUID();
      pending.set(code, { oid, challenge });
      return code;
    },
    redeem: async (code, verifier) => {
      const found = pending.get(code);
      pending.delete(code);
      if (found === undefined) return null;
      return found.challenge === null || found.challenge === s256(verifier ?? "") ? found.oid : null;
    },
  };
}

function s256(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
