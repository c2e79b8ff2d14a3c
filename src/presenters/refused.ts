// A command that is not accepted: why, and what to write instead.
import type { Answer } from "../core/chat/answer.ts";
import { help } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import { say } from "./messages/says.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

export function presentRefused(answer: Extract<Answer, { kind: "refused" }>, messages: Messages): Presented {
  return presentNotice(messages, {
    style: "warning",
    title: messages.refused.title,
    subtitle: messages.refused.subtitle,
    asked: answer.asked,
    paragraphs: [say(messages.refusals, answer.refusal.reason)],
    buttons: [help(messages)],
  });
}
