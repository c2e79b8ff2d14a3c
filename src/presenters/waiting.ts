// A question that takes its time before anything of it is on its way. The same message is edited into its answer.
import type { Answer } from "../core/conversation/answer.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { refreshedWaiting } from "./refresh.ts";

export function presentWaiting(answer: Extract<Answer, { kind: "waiting" }>, messages: Messages): Presented {
  const { asked, step, seconds } = answer;
  const { waiting: texts } = messages;
  const doing = step === null ? texts.noStep : texts.steps[step];
  const notice = presentNotice(messages, {
    style: "default",
    title: texts.title,
    subtitle: texts.soFar(doing, seconds),
    asked,
  });
  return refreshedWaiting(notice, answer);
}
