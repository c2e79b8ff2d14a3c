// Shown where nobody can sign in, a channel or a group chat: it goes on in the personal chat.
import type { Answer } from "../core/conversation/answer.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

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
