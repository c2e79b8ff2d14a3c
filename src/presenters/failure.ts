// Azure, Teams or the database failed outside a run.
import type { Answer } from "../core/chat/answer.ts";
import { help } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { resourceLabel } from "./scope.ts";

export function presentFailure(answer: Extract<Answer, { kind: "failure" }>, messages: Messages): Presented {
  const { failure: texts, runProblem, footer } = messages;
  const { failure, id } = answer;
  return presentNotice({
    style: "attention",
    title: texts.title,
    subtitle: failure.happened,
    asked: answer.asked,
    facts: [
      { title: texts.done, value: failure.done },
      { title: texts.next, value: failure.next },
      { title: runProblem.action, value: failure.needs?.action ?? "" },
      {
        title: runProblem.scope,
        value: failure.needs === undefined ? "" : resourceLabel(failure.needs.scope),
      },
      { title: runProblem.role, value: failure.needs?.role ?? "" },
    ],
    buttons: [help(messages)],
    footer: id === null ? "" : footer.logId(id),
  });
}
