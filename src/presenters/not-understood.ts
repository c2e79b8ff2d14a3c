// Text that is no question we know, with three that are.
import type { Answer } from "../core/chat/answer.ts";
import { help } from "./button.ts";
import { shellCode } from "./code.ts";
import type { Messages } from "./messages/messages.ts";
import { say } from "./messages/says.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

export function presentNotUnderstood(
  answer: Extract<Answer, { kind: "notUnderstood" }>,
  messages: Messages,
): Presented {
  const texts = messages.notUnderstood;
  return presentNotice({
    style: "emphasis",
    title: texts.title,
    subtitle: say(messages.misread, answer.reason),
    asked: answer.asked,
    codes: [{ label: texts.examples, code: shellCode(texts.exampleLines) }],
    buttons: [help(messages)],
  });
}
