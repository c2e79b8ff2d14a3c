// What is signed with the key of the audit trail. Each kind of text names its purpose, so that a signature over one
// is never good for another.
import { canonicalJson } from "../text/canonical-json.ts";

/** Signs with a key that is not in the database. Throws where the key cannot be used now. */
export type Signer = Readonly<{
  /** Id of the key: it is worked out of the public half, so it cannot name another key. */
  key: string;
  /** Base64url. */
  sign(text: string): Promise<string>;
}>;

/** `unknown`: the public half of this key was not given. */
export type CheckSignature = (key: string, text: string, signature: string) => "good" | "bad" | "unknown";

/** A row of the chain. Written down elsewhere, it also proves that the rows up to it were not cut off. */
export type ChainHead = Readonly<{ seq: number; hash: string }>;

/** Said of the last row of a batch; its hash stands for every row before. */
export const sealText = (key: string, { seq, hash }: ChainHead): string =>
  canonicalJson({ purpose: "aks-oncall/audit-seal/v1", key, seq, hash });

/** What retention removed: all rows up to `upTo`, whose hash this is, all of them from before `before`. */
export type Anchor = Readonly<{ upTo: number; hash: string; rows: number; before: string }>;

export const anchorText = (key: string, time: string, { upTo, hash, rows, before }: Anchor): string =>
  canonicalJson({ purpose: "aks-oncall/audit-anchor/v1", key, time, upTo, hash, rows, before });
