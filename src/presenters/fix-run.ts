// The repair of a diagnosis, asked for and made in Azure.
import type { FixTask } from "../core/change/agreed-task.ts";
import type { Run } from "../core/run/run.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { runFooter } from "./run-texts.ts";

export const presentFixRun = (run: Run, { fix }: FixTask, messages: Messages): Presented =>
  presentNotice(messages, {
    style: "emphasis",
    title: messages.runProblem.title(messages.runState[run.status.state], run.cluster.name),
    paragraphs: fix.commands,
    footer: runFooter(run, messages),
  });
