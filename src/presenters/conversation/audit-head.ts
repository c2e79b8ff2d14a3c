// The head of the audit trail, once a day in the operators' channel: the line that proves the trail against it later.
import type { Answer } from "../../core/conversation/answer.ts";
import { presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { shellCode } from "../card/text.ts";
import type { Messages } from "../messages/messages.ts";

export function presentAuditHead(
  { seq, hash, unsealed }: Extract<Answer, { kind: "auditHead" }>,
  messages: Messages,
): Presented {
  const { auditHead: texts } = messages;
  return presentNotice(messages, {
    style: "default",
    title: texts.title({ seq }),
    subtitle: texts.subtitle,
    facts: unsealed === 0 ? [] : [{ title: texts.waiting, value: texts.waitingText({ count: unsealed }) }],
    codes: [{ label: texts.line, code: shellCode([`npx aks-oncall audit verify --head ${seq}:${hash}`]) }],
  });
}
