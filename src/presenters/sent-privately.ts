// The thread's share of an answer whose output is for the requester alone.
import type { Answer } from "../core/conversation/answer.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { runFooter } from "./run-texts.ts";

export function presentSentPrivately(
  { run }: Extract<Answer, { kind: "sentPrivately" }>,
  messages: Messages,
): Presented {
  const texts = messages.sentPrivately;
  return presentNotice(messages, {
    style: "emphasis",
    title: texts.title,
    subtitle: texts.subtitle(run.requester.displayName),
    footer: runFooter(run, messages),
  });
}
