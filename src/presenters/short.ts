// The short card: for an answer whose own card Teams refused, or which could not be made. Nothing large is looked at.
import type { Answer } from "../core/chat/answer.ts";
import type { Run } from "../core/run/run.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { runFooter } from "./run-texts.ts";

export function presentShort(answer: Answer, messages: Messages): Presented {
  const { title, next, generic } = messages.short;
  if (answer.kind !== "run")
    return presentNotice({ style: "warning", title, subtitle: next, paragraphs: [generic] });
  const { run } = answer;
  return presentNotice({
    style: "warning",
    title,
    subtitle: next,
    paragraphs: [endOf(run, messages)],
    footer: runFooter(run, messages),
  });
}

function endOf({ status, cluster }: Run, messages: Messages): string {
  if (status.state === "queued" || status.state === "running") return messages.short.goesOn(cluster.name);
  if (status.state !== "succeeded") return status.failure.happened;
  if (status.diagnosis)
    return `${messages.diagnosis.title(messages.verdict[status.diagnosis.verdict], cluster.name)}. ${status.diagnosis.summary}`;
  return messages.short.command(status.result?.exitCode ?? 0, cluster.name);
}
