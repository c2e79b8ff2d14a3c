// A change that was asked for in words, as the command that makes it: nothing goes on without a press.
import type { Answer } from "../core/chat/answer.ts";
import type { Messages } from "./messages/messages.ts";
import { presentLines } from "./not-understood.ts";
import type { Presented } from "./presented.ts";

export function presentAskBack(
  { asked, line, unread = [] }: Extract<Answer, { kind: "askBack" }>,
  messages: Messages,
): Presented {
  const { askBack } = messages;
  const texts = {
    title: askBack.title,
    subtitle: messages.sentences([unread.length === 0 ? "" : askBack.unread(unread), askBack.subtitle]),
    ask: askBack.ask,
    footer: askBack.footer,
  };
  return presentLines(asked, [line], texts, messages);
}
