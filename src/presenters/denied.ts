// Our policy said no: which lock closed, and which group would open it.
import type { Answer } from "../core/chat/answer.ts";
import { help } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import { say } from "./messages/says.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

export function presentDenied(answer: Extract<Answer, { kind: "denied" }>, messages: Messages): Presented {
  const texts = messages.denied;
  const { decision, membership } = answer;
  const groups = decision.wouldAllow.map(({ name }) => name);
  return presentNotice(messages, {
    style: "warning",
    title: texts.title(answer.cluster),
    subtitle: texts.subtitle,
    asked: answer.asked,
    facts: [
      { title: texts.why, value: say(messages.denials, decision.reason) },
      { title: texts.wouldAllow, value: groups.length === 0 ? texts.nobody : texts.groups(groups) },
      { title: texts.next, value: texts.nextText(groups) },
      { title: texts.lock, value: texts.lockText },
      { title: texts.rule, value: decision.rule ?? texts.noRule },
    ],
    paragraphs:
      membership.status === "unknown"
        ? [texts.membershipUnknown(say(messages.memberships, membership.reason))]
        : [],
    buttons: [help(messages)],
  });
}
