// What became of a press, said as a message where the press itself can carry no text.
import type { Answer } from "../../core/conversation/answer.ts";
import { presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { say } from "../messages/catalogue/says.ts";
import type { Messages } from "../messages/messages.ts";

export const presentPressRefused = (
  { reason }: Extract<Answer, { kind: "pressRefused" }>,
  messages: Messages,
): Presented =>
  presentNotice(messages, {
    style: "warning",
    title: messages.pressRefused.title,
    subtitle: say(messages.notes, reason),
  });

export const presentNoted = ({ text }: Extract<Answer, { kind: "noted" }>, messages: Messages): Presented =>
  presentNotice(messages, {
    style: "good",
    title: messages.noted.title,
    subtitle: say(messages.notes, text),
  });
