// A command that is not accepted: why, and what to write instead.
import type { Answer } from "../core/conversation/answer.ts";
import { help, press } from "./button.ts";
import { shellCode } from "./code.ts";
import type { Messages } from "./messages/messages.ts";
import { say } from "./messages/says.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

export function presentRefused(answer: Extract<Answer, { kind: "refused" }>, messages: Messages): Presented {
  const { instead } = answer;
  return presentNotice(messages, {
    style: "warning",
    title: messages.refused.title,
    subtitle: messages.refused.subtitle,
    asked: answer.asked,
    paragraphs: [say(messages.refusals, answer.refusal.reason)],
    codes: instead === undefined ? [] : [{ label: messages.refused.instead, code: shellCode([instead]) }],
    buttons: [
      ...(instead === undefined ? [] : [press(messages.refused.ask, { verb: "say", say: instead })]),
      help(messages),
    ],
  });
}
