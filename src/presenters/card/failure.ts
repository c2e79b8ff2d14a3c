// Azure, Teams or the database failed outside a run.
import type { Answer } from "../../core/conversation/answer.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { Messages } from "../messages/messages.ts";
import { say } from "../messages/says.ts";
import { help } from "./button.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { resourceLabel } from "./scope.ts";

// A failure in words: what happened, what was and was not done, what to do.

type Said = Readonly<{ happened: string; done: string; next: string }>;

export function sayFailure(failure: RunFailure, messages: Messages): Said {
  const { happened, next, done } = messages.failures;
  return {
    happened: say(happened, failure.happened),
    done: done[failure.done] ?? failure.done,
    next: say(next, failure.happened),
  };
}

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
