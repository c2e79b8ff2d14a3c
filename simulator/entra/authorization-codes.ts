// Authorization codes: each stands for one person, once.
import { createHash } from "node:crypto";

/** `redirect`: where the code was sent; it is redeemed with the same. `claims`: what the person was asked to show. */
type Issued = { oid: string; challenge: string | null; redirect: string; claims: string | null };

export type AuthorizationCodes = {
  issue(issued: Issued): string;
  /** The person the code stands for, once; checks the PKCE verifier where there was a challenge. */
  redeem(
    code: string,
    proof: { verifier: string | null; redirect: string | null },
  ): Promise<Pick<Issued, "oid" | "claims"> | null>;
};

export function createAuthorizationCodes(): AuthorizationCodes {
  const pending = new Map<string, Issued>();
  return {
    issue: (issued) => {
      const code = crypto.randomUUID();
      pending.set(code, issued);
      return code;
    },
    redeem: async (code, { verifier, redirect }) => {
      const found = pending.get(code);
      pending.delete(code);
      if (found === undefined || (redirect !== null && redirect !== found.redirect)) return null;
      return found.challenge === null || found.challenge === s256(verifier ?? "") ? found : null;
    },
  };
}

function s256(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
