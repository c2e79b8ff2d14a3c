// The latest requests of the person who asks.
import template from "../../cards/status.json" with { type: "json" };
import type { Answer } from "../core/chat/answer.ts";
import type { Run } from "../core/run/run.ts";
import { arrange, help, press } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import type { Presented } from "./presented.ts";
import { runRequest } from "./run-texts.ts";
import { render } from "./template.ts";
import { label, plain } from "./text.ts";
import { utc } from "./time.ts";

const ROWS = 10;

const isOpen = ({ status }: Run): boolean => status.state === "queued" || status.state === "running";

/** The exit code where there is one: `Done` would hide a failed command. */
function stateWord({ status }: Run, messages: Messages): string {
  const exitCode = status.state === "succeeded" ? (status.result?.exitCode ?? null) : null;
  return exitCode === null ? messages.runState[status.state] : messages.status.exit(exitCode);
}

export function presentStatus(answer: Extract<Answer, { kind: "status" }>, messages: Messages): Presented {
  const texts = messages.status;
  const { runs } = answer;
  const heading = texts.title(runs.length);
  const subtitle = runs.length === 0 ? texts.none : texts.running(runs.filter(isOpen).length);
  return render(template, messages.headed(heading, subtitle), {
    style: "default",
    title: plain(heading),
    subtitle: plain(subtitle),
    stateHead: plain(texts.state),
    requestHead: plain(texts.request),
    sinceHead: plain(texts.since),
    runs: runs.slice(0, ROWS).map((run) => ({
      state: plain(stateWord(run, messages)),
      request: label(runRequest(run), 160),
      since: plain(utc(run.createdAt)),
    })),
    links: [],
    buttons: arrange([press(messages.buttons.refresh, { verb: "status" }), help(messages)]),
    footer: plain(texts.updated(utc(answer.now))),
  });
}
