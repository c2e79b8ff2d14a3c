// A refusal of ARM in words: why it was, and what to do. The one place for what is read and for what is sent.
import { likelyPodTrouble } from "../../../core/run/pod-trouble.ts";
import type { ArmFailure } from "../../../core/snapshot/arm-failure.ts";
import { say } from "../says.ts";
import { azureCode, azureSaid, type RefusalWords, refusalSpeech } from "../speech/refusals.ts";
import { afterNoPod, whyNoPod } from "./pod-trouble.ts";
import { saySignIn } from "./refused-sign-in.ts";

const askForRole = "Ask for the role below, then ask me again.";
const inAMinute = "Ask again in a minute.";
const sameAgain = "asked again it would answer the same";

const stop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Azure's own words, and the policy by its name; empty where it said nothing. */
export const wordsOf = (failure: ArmFailure): string =>
  azureSaid(failure, (said, policy) => `${said} The policy is "${policy}".`);

/** With Azure's own words behind it, where it said any. */
function quoting(sentence: string, failure: ArmFailure): string {
  const said = wordsOf(failure);
  return said === "" ? `${sentence}.` : `${sentence}. Azure says: ${stop(said)}`;
}

/** Nothing stands above that could be put right where Azure gave no more than a code. */
const byWords = (failure: ArmFailure, whatTheySay: string): string =>
  wordsOf(failure) === ""
    ? `Azure gives no reason but ${failure.code}: look that up, for ${sameAgain}.`
    : whatTheySay;

export const refusalsByAzure: RefusalWords = {
  signIn: {
    why: ({ signIn }) => saySignIn(signIn ?? { code: "expired", why: "armRejects", resource: "arm" }),
    next: () => "Write `sign in` in your chat with me, then ask again.",
  },
  otherTenant: {
    why: () => "it lies in another tenant, where your sign-in does not count.",
    next: () => "Ask somebody of that tenant.",
  },
  rightMissing: {
    why: (failure) =>
      failure.needs === undefined
        ? quoting("Azure says that you lack a right, and not which", failure)
        : `you lack ${failure.needs.action} on ${failure.needs.scope}.`,
    next: ({ needs }) =>
      needs === undefined ? "Ask an owner of the cluster which role it takes." : askForRole,
  },
  policyDenied: {
    why: (failure) => quoting("an Azure Policy forbids it, whatever role you have", failure),
    next: () => "No role changes that: ask whoever owns that policy to exempt this, or to change it.",
  },
  denyAssigned: {
    why: (failure) => quoting("a deny assignment forbids it, whatever role you have", failure),
    next: () => "No role changes that: ask whoever owns the deny assignment or its deployment stack.",
  },
  forbidden: {
    why: (failure) => quoting(`Azure forbids it with ${azureCode(failure)}`, failure),
    next: (failure) =>
      byWords(failure, "A role may not help: ask whoever owns the subscription about what Azure says above."),
  },
  locked: {
    why: (failure) => quoting("a lock on it or above it forbids that", failure),
    next: () => "No role but the lock's own changes that: ask an owner to take the lock off.",
  },
  subscriptionOff: {
    why: (failure) => quoting("its subscription is disabled or may only be read", failure),
    next: () => "Ask whoever pays for the subscription to have it enabled again.",
  },
  notRegistered: {
    why: (failure) => quoting("its subscription has not registered the resource provider", failure),
    next: () => "Ask an owner of the subscription to register the provider: `az provider register`.",
  },
  gone: {
    why: () => "it does not exist or is not visible to you.",
    next: ({ needs }) =>
      needs === undefined
        ? "Ask somebody who can see it."
        : "Check its name and resource group; if they are right, ask for the role below.",
  },
  busy: {
    why: (failure) => quoting("another operation on it has not ended", failure),
    next: () => "Wait until that operation has ended, then ask again.",
  },
  changed: {
    why: (failure) => quoting("it was changed meanwhile", failure),
    next: () => "Ask again: then it is read anew.",
  },
  podNotStarted: {
    why: (failure) => quoting(say(whyNoPod, likelyPodTrouble(failure.message)), failure),
    next: ({ message }) => say(afterNoPod, likelyPodTrouble(message)),
  },
  throttled: {
    why: ({ retryAfterSeconds: wait }) =>
      `Azure is throttling you${wait === undefined ? "" : ` for ${wait} s`}.`,
    next: () => inAMinute,
  },
  timedOut: { why: () => "Azure did not answer in time.", next: () => inAMinute },
  badRequest: {
    why: (failure) => quoting(`Azure does not take the request: ${azureCode(failure)}`, failure),
    next: (failure) => byWords(failure, `Put right what Azure says above; ${sameAgain}.`),
  },
  noCluster: {
    why: ({ message }) => `"${message}" is not the id of an AKS cluster.`,
    next: () => `Write the id anew; ${sameAgain}.`,
  },
  noOperation: {
    why: () => "Azure accepted the command but gave no id to ask for its result.",
    next: () => "Ask again in a minute; if it says the same, tell whoever runs me.",
  },
  conflict: {
    why: (failure) =>
      quoting(`Azure finds that it conflicts with something else: ${azureCode(failure)}`, failure),
    next: (failure) =>
      byWords(failure, "Put right what Azure says above; where it is another operation, wait for its end."),
  },
  refused: {
    why: (failure) => quoting(`Azure answered ${azureCode(failure)}`, failure),
    next: (failure) => byWords(failure, `Put right what Azure says above; ${sameAgain}.`),
  },
  azureFailed: {
    why: (failure) => quoting(`Azure answered ${azureCode(failure)}`, failure),
    next: () => "Azure did not do it this time: ask again in a minute.",
  },
  noAnswer: {
    why: (failure) => `Azure could not be reached: ${failure.code}.`,
    next: () => "Azure did not do it this time: ask again in a minute.",
  },
  notUnderstood: {
    why: (failure) =>
      failure.code === "PARSE_ERROR"
        ? `Azure's answer was cut off or is not JSON: ${azureCode(failure)}.`
        : quoting(`Azure's answer was not understood: ${azureCode(failure)}`, failure),
    next: () => "Ask again in a minute; if it says the same, tell whoever runs me.",
  },
};

export const { whyRefused, nextAfter, sayRefusal } = refusalSpeech(refusalsByAzure, {
  wait: (seconds) => `Azure asks to wait: ask again in ${seconds} s.`,
  refused: (why) => `Azure did not do it: ${why}`,
});
