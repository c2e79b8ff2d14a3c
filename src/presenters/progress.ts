// A run that waits or goes on. The same message is edited when it ends.

import { commandText } from "../core/command/command-text.ts";
import type { Run, RunTask } from "../core/run/run.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { runFooter } from "./run-texts.ts";

function commandParts(task: RunTask, messages: Messages) {
  if (task.kind !== "command") return {};
  const risks = task.request.risks.map((risk) => messages.commandResult.risk(risk));
  return {
    asked: commandText(task.request),
    paragraphs: task.clusterAdmin ? [messages.progress.clusterAdmin, ...risks] : risks,
  };
}

export function presentProgress(run: Run, messages: Messages): Presented {
  const texts = messages.progress;
  const { kind } = run.task;
  const sentences = { diagnose: texts.diagnoseText, access: texts.accessText, command: texts.commandText };
  return presentNotice({
    style: "default",
    title: `… ${texts[kind](run.cluster.name)}`,
    subtitle: run.status.state === "queued" ? `${texts.queued}. ${sentences[kind]}` : sentences[kind],
    ...commandParts(run.task, messages),
    footer: runFooter(run, messages),
  });
}
