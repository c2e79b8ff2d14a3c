// A change that was asked for in words, as the command that makes it: nothing goes on without a press.
import type { Answer } from "../core/conversation/answer.ts";
import type { Messages } from "./messages/messages.ts";
import { presentLines } from "./not-understood.ts";
import type { Presented } from "./presented.ts";
import { clip } from "./text.ts";

/** Whoever wrote more sees it in what they asked. */
const shown = (unread: readonly string[]): readonly string[] =>
  unread.slice(0, 5).map((each) => clip(each, 40));

export function presentAskBack(
  { asked, line, unread = [] }: Extract<Answer, { kind: "askBack" }>,
  messages: Messages,
): Presented {
  const { askBack } = messages;
  const texts = {
    title: askBack.title,
    subtitle: messages.sentences([
      askBack.subtitle,
      unread.length === 0 ? "" : askBack.unread(shown(unread)),
    ]),
    ask: askBack.ask,
    footer: askBack.footer,
  };
  return presentLines(asked, [line], texts, messages);
}
