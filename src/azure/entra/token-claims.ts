// Reads the claims of a token that we asked for ourselves. It came over TLS from whom we asked, so its signature is
// not checked again: Entra checks it when it is exchanged, and an API when it is used.
import { z } from "zod";

const tokenClaims = z.object({
  aud: z.string(),
  oid: z.string(),
  tid: z.string(),
  exp: z.number(),
  /** For showing only; applications have neither. */
  name: z.string().optional(),
  upn: z.string().optional(),
  groups: z.array(z.string()).optional(),
  _claim_names: z.record(z.string(), z.string()).optional(),
});

export type TokenClaims = z.infer<typeof tokenClaims>;

/** The claims of a JSON Web Token, or null when it is not one with an audience, a person and an expiry. */
export const readTokenClaims = (token: string): TokenClaims | null => {
  const payload = token.split(".")[1];
  if (payload === undefined) return null;
  try {
    return tokenClaims.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
  } catch {
    return null;
  }
};

/** Group ids of the token, or null when it lists none: the claim is off, or there were too many (overage). */
export const groupsOf = (claims: TokenClaims): readonly string[] | null =>
  claims.groups === undefined || claims._claim_names?.groups !== undefined ? null : claims.groups;
