// The sign-in worked; a question that waited for it goes on.
import type { Answer } from "../../core/conversation/answer.ts";
import type { SignInCode } from "../../core/requester.ts";
import { actionButton, helpButton, signIn } from "../card/button.ts";
import { presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import type { Messages } from "../messages/messages.ts";

/** Of questions that have to be asked again. */
const mostNamed = 5;

export function presentSignedIn(
  answer: Extract<Answer, { kind: "signedIn" }>,
  messages: Messages,
): Presented {
  const texts = messages.signedIn;
  const { resumed, late = [] } = answer;
  return presentNotice(messages, {
    style: "good",
    title: texts.title({ name: answer.requester.displayName }),
    subtitle: resumed === null ? texts.ready : texts.resumed,
    paragraphs: late.length === 0 ? [] : [texts.late, ...late.slice(0, mostNamed)],
    ...(resumed === null
      ? { buttons: [actionButton(messages.buttons.clusters, { verb: "clusters" }), helpButton(messages)] }
      : { asked: resumed }),
  });
}

// The sign-in is forgotten.

export const presentSignedOut = (messages: Messages): Presented =>
  presentNotice(messages, {
    style: "default",
    title: messages.signedOut.title,
    subtitle: messages.signedOut.subtitle,
    buttons: [signIn(messages)],
  });

// Shown where nobody can sign in, a channel or a group chat: it goes on in the personal chat.

export function presentSignInElsewhere(
  answer: Extract<Answer, { kind: "signInElsewhere" }>,
  messages: Messages,
): Presented {
  return presentNotice(messages, {
    style: "emphasis",
    title: messages.signInElsewhere.title,
    subtitle: messages.signInElsewhere.subtitle,
    asked: answer.asked,
    links: [{ title: messages.buttons.openChat, url: answer.chatUrl }],
  });
}

// No token could be had for the requester: why, and who can change it.

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
  const { code, resource, detail, answerAt } = answer.failure;
  return presentNotice(messages, {
    style: "warning",
    title: texts.title,
    subtitle:
      answerAt === undefined
        ? messages.saySignIn(answer.failure)
        : texts.challenged({ api: texts.apis[resource ?? "arm"] }),
    asked: answer.asked,
    facts: [
      { title: texts.api, value: resource === undefined ? "" : texts.apis[resource] },
      { title: texts.code, value: detail ?? "" },
    ],
    paragraphs: code === "consentMissing" ? [texts.admin] : [],
    ...(answerAt === undefined
      ? { buttons: CURABLE.includes(code) ? [signIn(messages)] : [] }
      : { links: [{ title: messages.buttons.answerChallenge, url: answerAt }] }),
  });
}

// Above the sign-in button.

/** A question that only asks to sign in is not repeated. */
export const signInText = (asked: string, { signIn }: Messages): string =>
  /^(?:sign|log)[ -]?in$/i.test(asked.trim()) ? signIn.text : signIn.goOn({ asked });
