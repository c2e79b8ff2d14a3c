// The mode in force forbids it: who set it, when and why.
import type { Answer } from "../core/conversation/answer.ts";
import { help } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import { say } from "./messages/says.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

export function presentClosed(answer: Extract<Answer, { kind: "closed" }>, messages: Messages): Presented {
  const texts = messages.closed;
  return presentNotice(messages, {
    style: "warning",
    title: texts.title,
    subtitle: say(messages.denials, answer.reason),
    asked: answer.asked,
    facts: [{ title: texts.next, value: texts.nextText }],
    buttons: [help(messages)],
  });
}
