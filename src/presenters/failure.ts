// Azure, Teams or the database failed outside a run.
import type { Answer } from "../core/conversation/answer.ts";
import { help } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { sayFailure } from "./said-failure.ts";
import { resourceLabel } from "./scope.ts";

export function presentFailure(answer: Extract<Answer, { kind: "failure" }>, messages: Messages): Presented {
  const { failure: texts, runProblem, footer, unmasked } = messages;
  const { failure, id } = answer;
  const said = sayFailure(failure, messages);
  return presentNotice(messages, {
    style: "attention",
    title: texts.title,
    subtitle: said.happened,
    asked: answer.asItIs ? unmasked.asked(answer.asked) : answer.asked,
    facts: [
      { title: texts.done, value: said.done },
      { title: texts.next, value: said.next },
      { title: runProblem.action, value: failure.needs?.action ?? "" },
      {
        title: runProblem.scope,
        value: failure.needs === undefined ? "" : resourceLabel(failure.needs.scope, messages),
      },
      { title: runProblem.role, value: failure.needs?.role ?? "" },
    ],
    buttons: [help(messages)],
    footer: id === null ? "" : footer.logId(id),
  });
}
