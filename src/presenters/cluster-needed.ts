// The question names no cluster, and none was spoken of before.
import type { Answer } from "../core/chat/answer.ts";
import { press } from "./button.ts";
import { shellCode } from "./code.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

export function presentClusterNeeded(
  answer: Extract<Answer, { kind: "clusterNeeded" }>,
  messages: Messages,
): Presented {
  const texts = messages.clusterNeeded;
  return presentNotice(messages, {
    style: "emphasis",
    title: texts.title,
    subtitle: texts.subtitle,
    asked: answer.asked,
    codes: [{ label: texts.example, code: shellCode([answer.example]) }],
    buttons: [press(messages.buttons.clusters, { verb: "clusters" })],
  });
}
