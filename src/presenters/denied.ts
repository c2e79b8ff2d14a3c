// Our policy said no: why, who may, and whom to ask. Each once.
import type { Answer } from "../core/conversation/answer.ts";
import type { Decision } from "../core/policy/decision.ts";
import { help, press } from "./button.ts";
import { shellCode } from "./code.ts";
import type { Messages } from "./messages/messages.ts";
import { say } from "./messages/says.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

type Denied = Extract<Decision, { effect: "deny" }>;

export const whoMay = ({ wouldAllow, reason }: Denied, { denied }: Messages): string =>
  denied.whoMay(
    wouldAllow.map(({ name }) => name),
    reason.is !== "membershipUnknown",
  );

export function presentDenied(answer: Extract<Answer, { kind: "denied" }>, messages: Messages): Presented {
  const texts = messages.denied;
  const { decision, instead } = answer;
  return presentNotice(messages, {
    style: "warning",
    title: texts.title(answer.cluster),
    subtitle: texts.subtitle,
    asked: answer.asked,
    facts: [
      { title: texts.why, value: say(messages.denials, decision.reason) },
      { title: texts.wouldAllow, value: whoMay(decision, messages) },
    ],
    codes: instead === undefined ? [] : [{ label: messages.refused.instead, code: shellCode([instead]) }],
    buttons: [
      ...(instead === undefined ? [] : [press(messages.refused.ask, { verb: "say", say: instead })]),
      help(messages),
    ],
  });
}
