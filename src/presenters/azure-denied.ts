// Our policy allowed it, Azure did not: the missing right and how an owner gives it.
import type { Answer } from "../core/conversation/answer.ts";
import { grantPart } from "./grant.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { resourceLabel } from "./scope.ts";

export function presentAzureDenied(
  answer: Extract<Answer, { kind: "azureDenied" }>,
  messages: Messages,
): Presented {
  const texts = messages.azureDenied;
  const { needs, role } = answer;
  const person = answer.requester ?? { objectId: texts.someone };
  return presentNotice(messages, {
    style: "warning",
    title: texts.title(answer.cluster),
    subtitle: texts.subtitle,
    asked: answer.asked,
    facts: [
      { title: texts.action, value: needs.action },
      {
        title: texts.scope,
        value: answer.noneVisible ? texts.anyScope(answer.cluster) : resourceLabel(needs.scope, messages),
      },
      { title: texts.role, value: role },
    ],
    ...grantPart(person, { role, scope: needs.scope, cluster: answer.cluster }, messages),
  });
}
