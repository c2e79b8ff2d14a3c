// Somebody used a rule for emergencies: who, why and what, for everybody who reads there.
import { isOfAgreement, proposedIn } from "../core/change/agreed-task.ts";
import type { Answer } from "../core/conversation/answer.ts";
import { cameToNothing } from "../core/run/transition.ts";
import { approversFact, placeFact, rightsFact, wordsOf } from "./change-parts.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { presentShort } from "./short.ts";

export function presentEmergency(
  answer: Extract<Answer, { kind: "emergency" }>,
  messages: Messages,
): Presented {
  const { run, rule } = answer;
  if (!isOfAgreement(run)) return presentShort(answer, messages);
  const { approval: texts } = messages;
  const { asked, lines, risks } = wordsOf(run, messages);
  const proposed = proposedIn(run.status);
  const wasUsed = !cameToNothing(run.status);
  const says = wasUsed ? texts.usedRule : texts.wantedRule;
  return presentNotice(messages, {
    style: wasUsed ? "attention" : "default",
    title: texts.emergency(says(run.requester.displayName, run.cluster.name)),
    subtitle: messages.sentences(asked),
    asked: lines.join("\n"),
    paragraphs: wasUsed ? [...risks, texts.sentOnce] : [texts.notSent],
    facts: [
      placeFact(run, messages),
      rightsFact(run, messages),
      { title: texts.rule, value: rule },
      ...(proposed === undefined ? [] : [approversFact(proposed, "", messages)]),
    ],
    footer: run.id,
  });
}
