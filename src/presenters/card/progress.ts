// A run that waits or goes on. The same message is edited when it ends.

import { commandText } from "../../core/command/grammar/command-request.ts";
import { type Run, type RunStep, type RunTask, runSteps } from "../../core/run/run.ts";
import type { Messages } from "../messages/messages.ts";
import { presentNotice } from "./notice.ts";
import { type Presented, refreshedRun } from "./presented.ts";
import { runFooter } from "./run-texts.ts";

function commandParts(task: RunTask, messages: Messages) {
  if (task.kind === "change") return { asked: commandText(task.request) };
  if (task.kind === "fix") return { paragraphs: [messages.whatItDoes(task.fix)] };
  if (task.kind !== "command") return {};
  const risks = task.request.risks.map((risk) =>
    messages.commandResult.risk({ text: messages.risks[risk] ?? risk }),
  );
  return {
    asked: commandText(task.request),
    paragraphs: task.clusterAdmin ? [messages.progress.clusterAdmin, ...risks] : risks,
  };
}

/** Whoever has asked for much waits for themselves, and is told so. */
function subtitleOf(run: Run, messages: Messages): string {
  const { progress: texts, headed } = messages;
  const { status, task } = run;
  const sentences = {
    ...{ diagnose: texts.diagnoseText, access: texts.accessText },
    ...{ command: texts.commandText, change: texts.changeText, fix: texts.fixText },
  };
  const sentence = sentences[task.kind];
  if (status.state === "queued")
    return headed(status.ahead === undefined ? texts.queued : texts.ahead({ count: status.ahead }), sentence);
  return status.state === "running" && status.step ? sayStep(run, status.step, messages) : sentence;
}

function sayStep(
  { task, createdAt }: Run,
  { is, at }: Readonly<{ is: RunStep; at: string }>,
  { waiting }: Messages,
): string {
  const steps: readonly RunStep[] = runSteps[task.kind];
  const seconds = Math.round((Date.parse(at) - Date.parse(createdAt)) / 1_000);
  return waiting.runStep({ step: is, number: steps.indexOf(is) + 1, all: steps.length, seconds });
}

export function presentProgress(run: Run, messages: Messages): Presented {
  const texts = messages.progress;
  const { kind } = run.task;
  const notice = presentNotice(messages, {
    style: "default",
    title: `… ${texts[kind]({ cluster: run.cluster.name })}`,
    subtitle: subtitleOf(run, messages),
    ...commandParts(run.task, messages),
    footer: runFooter(run, messages),
  });
  return refreshedRun(notice, run);
}
