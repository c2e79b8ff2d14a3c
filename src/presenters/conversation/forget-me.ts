// "Forget me": what will go and what stays, before the person confirms; and what has gone.
import type { Answer } from "../../core/conversation/answer.ts";
import { actionButton } from "../card/button.ts";
import { presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import type { Messages } from "../messages/messages.ts";

export function presentForgetMe(
  answer: Extract<Answer, { kind: "forgetMe" }>,
  messages: Messages,
): Presented {
  const texts = messages.forgetMe;
  return presentNotice(messages, {
    style: "warning",
    title: texts.title,
    subtitle: texts.subtitle,
    facts: [
      { title: texts.goes, value: texts.goesText },
      { title: texts.stays, value: texts.staysText({ days: answer.auditDays }) },
    ],
    buttons: [actionButton(messages.buttons.forgetMe, { verb: "forget", pending: answer.pendingId })],
  });
}

export function presentForgotten(
  answer: Extract<Answer, { kind: "forgotten" }>,
  messages: Messages,
): Presented {
  const texts = messages.forgotten;
  const { running, auditUntil } = answer;
  return presentNotice(messages, {
    style: "good",
    title: texts.title,
    subtitle: texts.subtitle,
    facts: [
      { title: texts.removed, value: texts.removedText(answer) },
      { title: texts.stays, value: texts.staysText({ until: auditUntil }) },
      { title: texts.running, value: texts.runningText({ count: running }) },
    ],
  });
}
