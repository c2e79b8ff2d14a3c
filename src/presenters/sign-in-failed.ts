// No token could be had for the requester: why, and who can change it.
import type { Answer } from "../core/conversation/answer.ts";
import type { SignInCode } from "../core/requester.ts";
import { signIn } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

/** Codes that a new sign-in of the same person can cure. */
const CURABLE: readonly SignInCode[] = [
  "signInNeeded",
  "conditionalAccess",
  "expired",
  "otherAccount",
  "cancelled",
  "unavailable",
];

export const needsSignIn = (code: string): boolean =>
  CURABLE.some((curable) => curable === code && curable !== "unavailable");

export function presentSignInFailed(
  answer: Extract<Answer, { kind: "signInFailed" }>,
  messages: Messages,
): Presented {
  const texts = messages.signInFailed;
  const { code, resource, detail } = answer.failure;
  return presentNotice(messages, {
    style: "warning",
    title: texts.title,
    subtitle: messages.saySignIn(answer.failure),
    asked: answer.asked,
    facts: [
      { title: texts.api, value: resource === undefined ? "" : texts.apis[resource] },
      { title: texts.code, value: detail ?? "" },
    ],
    paragraphs: code === "consentMissing" ? [texts.admin] : [],
    buttons: CURABLE.includes(code) ? [signIn(messages)] : [],
  });
}
