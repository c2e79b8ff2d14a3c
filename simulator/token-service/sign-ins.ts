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
};

export const teamsUserId = (oid: string): string => `29:${oid}`;

export function createSignIns(principals: readonly Principal[]): SignIns {
  const accounts = new Map(principals.filter((p) => p.signedIn).map((p) => [teamsUserId(p.oid), p.oid]));
  const codes = new Map<string, { userId: string; oid: string }>();
  return {
    account: (userId) => accounts.get(userId),
    signIn: (userId, oid) => {
      accounts.set(userId, oid);
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
      return true;
    },
    signOut: (userId) => {
      accounts.delete(userId);
    },
  };
}
