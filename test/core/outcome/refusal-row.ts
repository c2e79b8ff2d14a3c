// A row of what ARM answers instead of a result, with what is made of it.
import type { RefusalKind } from "../../../src/core/outcome/refusal.ts";

export type RefusalRow = Readonly<{
  name: string;
  status: number;
  body: unknown;
  /** `code kind: Azure's own words`; no words where nothing of them helps. */
  made: string;
  next: RegExp;
}>;

/** What is done next. */
const nextOf: Partial<Record<RefusalKind, RegExp>> = {
  conflict: /^Put right what Azure says above; where/,
  throttled: /^Ask again in a minute\.$/,
  policyDenied: /^No role changes that: ask whoever owns that policy/,
  badRequest: /^Put right what Azure says above; asked again/,
  azureFailed: /ask again in a minute/,
  gone: /^Ask somebody who can see it/,
  denyAssigned: /^No role changes that/,
  forbidden: /^A role may not help/,
  locked: /take the lock off/,
  subscriptionOff: /enabled again/,
  notRegistered: /az provider register/,
  busy: /^Wait until that operation has ended/,
  changed: /read anew/,
  refused: /^Put right what Azure says above; asked again/,
  podNotStarted: /diagnose the cluster/,
  signIn: /^Write `sign in`/,
  otherTenant: /that tenant/,
  timedOut: /^Ask again in a minute/,
};

export const row = (name: string, status: number, body: unknown, made: string, next?: RegExp): RefusalRow => {
  const [, kind = ""] = /^\S+ (\w+)/.exec(made) ?? [];
  return { name, status, body, made, next: next ?? nextOf[kind as RefusalKind] ?? /^$/ };
};
