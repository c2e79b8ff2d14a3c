// A run that waits or goes on. The same message is edited when it ends.

import { commandText } from "../core/command/command-text.ts";
import type { Run, RunTask } from "../core/run/run.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { refreshed } from "./refresh.ts";
import { runFooter } from "./run-texts.ts";

function commandParts(task: RunTask, messages: Messages) {
  if (task.kind !== "command") return {};
  const risks = task.request.risks.map((risk) => messages.commandResult.risk(messages.risks[risk] ?? risk));
  return {
    asked: commandText(task.request),
    paragraphs: task.clusterAdmin ? [messages.progress.clusterAdmin, ...risks] : risks,
  };
}

/** Whoever has asked for much waits for themselves, and is told so. */
function waiting({ status }: Run, { progress, headed }: Messages, sentence: string): string {
  if (status.state !== "queued") return sentence;
  return headed(status.ahead === undefined ? progress.queued : progress.ahead(status.ahead), sentence);
}

export function presentProgress(run: Run, messages: Messages): Presented {
  const texts = messages.progress;
  const { kind } = run.task;
  const sentences = { diagnose: texts.diagnoseText, access: texts.accessText, command: texts.commandText };
  const notice = presentNotice(messages, {
    style: "default",
    title: `… ${texts[kind](run.cluster.name)}`,
    subtitle: waiting(run, messages, sentences[kind]),
    ...commandParts(run.task, messages),
    footer: runFooter(run, messages),
  });
  return refreshed(notice, run);
}
