// Who is signed in to the bot: by Teams user id, the account whose token the service keeps.
import { randomInt } from "node:crypto";
import type { Principal } from "../scenario/schema.ts";

export type SignIns = {
  /** Object id of the account behind a Teams user. */
  account(userId: string): string | undefined;
  signIn(userId: string, oid: string): void;
  /** A six-digit code that signs the user in once it comes back. */
  createCode(userId: string, oid: string): string;
  redeem(userId: string, code: string): boolean;
  signOut(userId: string): void;
  /** The token that is kept for a user who is signed in; `issue` makes one where there is none, or too old a one. */
  token(userId: string, issue: () => Promise<KeptToken>): Promise<KeptToken>;
};

/** `expiresOn` in milliseconds since the epoch. */
export type KeptToken = Readonly<{ value: string; expiresOn: number }>;

/** A kept token is renewed while it still lives this long. */
const renewBeforeMs = 5 * 60_000;

export const teamsUserId = (oid: string): string => `29:${oid}`;

export function createSignIns(principals: readonly Principal[]): SignIns {
  const accounts = new Map(principals.filter((p) => p.signedIn).map((p) => [teamsUserId(p.oid), p.oid]));
  const tokens = new Map<string, KeptToken>();
  const codes = new Map<string, { userId: string; oid: string }>();
  return {
    account: (userId) => accounts.get(userId),
    signIn: (userId, oid) => {
      accounts.set(userId, oid);
      tokens.delete(userId);
    },
    createCode: (userId, oid) => {
      const code = String(randomInt(100_000, 1_000_000));
      codes.set(code, { userId, oid });
      return code;
    },
    redeem: (userId, code) => {
      const pending = codes.get(code);
      if (pending === undefined || pending.userId !== userId) return false;
      codes.delete(code);
      accounts.set(userId, pending.oid);
      tokens.delete(userId);
      return true;
    },
    signOut: (userId) => {
      accounts.delete(userId);
      tokens.delete(userId);
    },
    token: async (userId, issue) => {
      const kept = tokens.get(userId);
      if (kept !== undefined && kept.expiresOn - renewBeforeMs > Date.now()) return kept;
      const fresh = await issue();
      tokens.set(userId, fresh);
      return fresh;
    },
  };
}
