// Why somebody may not, as data, one kind a gate; and how a card, a press and a run say it.
import type { Answer } from "../conversation/answer.ts";
import { type Notice, notice } from "../conversation/notice.ts";
import type { ModeForbids } from "../mode.ts";
import type { Decision, NoOperator } from "../policy/decision.ts";
import type { SignInFailure } from "../requester.ts";
import { type Done, type RunFailure, signInFailure, type WhyNoRunner } from "../run/failure.ts";
import type { Gate, Moment, moments } from "./moments.ts";

export type Allowed = Extract<Decision, { effect: "allow" }>;
export type Denied = Extract<Decision, { effect: "deny" }>;

type ByPolicy = Readonly<{ kind: "policy"; decision: Denied }>;

type Refusals = {
  known: Readonly<{ kind: "known" }>;
  signIn: Readonly<{ kind: "signIn"; failure: SignInFailure }>;
  mode: Readonly<{ kind: "mode"; reason: ModeForbids }>;
  policy: ByPolicy;
  /** What the policy says of the cluster as it was written. */
  anywhere: ByPolicy;
  byFile: Readonly<{ kind: "byFile" }>;
  shown: Readonly<{ kind: "shown" }>;
  unmasked: Readonly<{ kind: "unmasked" }>;
  azure: Readonly<{ kind: "azure"; reason: Notice }>;
  others: Readonly<{ kind: "others"; reason: Notice }>;
  approver: Readonly<{ kind: "approver"; reason: Notice }>;
  runner: Readonly<{ kind: "runner"; reason: WhyNoRunner }>;
  operator: Readonly<{ kind: "operator"; reason: NoOperator }>;
};

export type AuthorizationRefusal<G extends Gate = Gate> = Refusals[G];
export type RefusalAt<M extends Moment> = Refusals[(typeof moments)[M]["gates"][number]];

/** As the policy's answer, which the mode in force gives in its place. */
export function denialOf(refusal: AuthorizationRefusal<"signIn" | "mode" | "policy">): Denied {
  const nobody = { effect: "deny", rule: null, wouldAllow: [] } as const;
  switch (refusal.kind) {
    case "signIn":
      return { ...nobody, reason: membershipUnknown(refusal) };
    case "mode":
      return { ...nobody, reason: refusal.reason, byMode: true };
    case "policy":
      return refusal.decision;
  }
}

/** Without a token nobody's groups are known. */
export const membershipUnknown = ({ failure }: AuthorizationRefusal<"signIn">) =>
  ({ is: "membershipUnknown", why: { is: "noToken", failure } }) as const;

/** On a card of its own. */
export function answerTo(
  refusal: AuthorizationRefusal<"signIn" | "mode" | "policy">,
  asked: string,
  cluster: string,
): Extract<Answer, { kind: "denied" | "closed" | "signInFailed" }> {
  switch (refusal.kind) {
    case "signIn":
      return { kind: "signInFailed", asked, failure: refusal.failure };
    case "mode":
      return { kind: "closed", asked, reason: refusal.reason };
    case "policy":
      return { kind: "denied", asked, cluster, decision: refusal.decision };
  }
}

/** Under the button that was pressed. */
export function noteTo(refusal: AuthorizationRefusal<Exclude<Gate, "byFile" | "operator">>): Notice {
  switch (refusal.kind) {
    case "known":
      return notice("notHere");
    case "signIn":
      return notice("signInFirst");
    case "policy":
      return refusal.decision.reason;
    case "shown":
      return notice("inPrivateOnly");
    case "unmasked":
      return notice("maskedOnly");
    default:
      return refusal.reason;
  }
}

/** As the end of a run, which was allowed when it was asked for. */
export function failureTo(
  refusal: AuthorizationRefusal<"signIn" | "mode" | "policy" | "shown">,
  done: Done,
): RunFailure {
  switch (refusal.kind) {
    case "signIn":
      return signInFailure(refusal.failure, done);
    case "mode":
      return { code: "mode", happened: { is: "byMode", why: refusal.reason }, done };
    case "policy":
      return { code: "denied", happened: { is: "noLongerAllowed", why: refusal.decision.reason }, done };
    case "shown":
      return { code: "denied", happened: { is: "noLongerHere" }, done };
  }
}
