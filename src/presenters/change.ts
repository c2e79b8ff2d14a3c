// A change: what it would do, who has to agree, and what came of it.
import type { Answer } from "../core/chat/answer.ts";
import { commandText } from "../core/command/command-text.ts";
import type { Run } from "../core/run/run.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { runFooter } from "./run-texts.ts";

export const presentChange = (run: Run, messages: Messages): Presented =>
  presentNotice(messages, {
    style: "emphasis",
    title: messages.runProblem.title(messages.runState[run.status.state], run.cluster.name),
    ...(run.task.kind === "change" ? { asked: commandText(run.task.request) } : {}),
    footer: runFooter(run, messages),
  });

export const presentReview = ({ run }: Extract<Answer, { kind: "review" }>, messages: Messages): Presented =>
  presentChange(run, messages);

export const presentApprovalWanted = (
  { run }: Extract<Answer, { kind: "approvalWanted" }>,
  messages: Messages,
): Presented => presentChange(run, messages);
