// A file that was sent: what it holds and how it is named in a command, or why it is not taken.

import type { SentFile } from "../../core/command/change/sent-file.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { objectName } from "../../core/run/proposed.ts";
import { presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { runFooter } from "../card/run-texts.ts";
import { shellCode } from "../card/text.ts";
import { say } from "../messages/catalogue/says.ts";
import type { Messages } from "../messages/messages.ts";

/** So much of a hash tells two files apart. */
const HASH = 12;

const said = ({ changeObjects, sentFile }: Messages, { objects }: SentFile): string =>
  sentFile.objects({
    names: objects.map(({ resource, name, namespace }) =>
      changeObjects.object({ what: objectName(resource, name), namespace }),
    ),
  });

export function presentFileKept(
  { file, until, unanswered }: Extract<Answer, { kind: "fileKept" }>,
  messages: Messages,
): Presented {
  const { sentFile: texts } = messages;
  return presentNotice(messages, {
    style: "good",
    title: texts.kept(file),
    subtitle: texts.nothingSent({ until }),
    paragraphs: unanswered ? [texts.unanswered] : [],
    facts: [
      { title: texts.holds, value: said(messages, file) },
      { title: texts.hash, value: `${file.sha256.slice(0, HASH)}…` },
    ],
    codes: [{ label: texts.next, code: shellCode([texts.example(file)]) }],
  });
}

export const presentFileRefused = (
  { name, why, unanswered }: Extract<Answer, { kind: "fileRefused" }>,
  messages: Messages,
): Presented =>
  presentNotice(messages, {
    style: "warning",
    title: messages.sentFile.refused({ name }),
    subtitle: say(messages.fileProblems, why),
    paragraphs: [messages.sentFile.notKept, unanswered ? messages.sentFile.unanswered : ""],
  });

// The thread's share of an answer whose output is for the requester alone.

export function presentSentPrivately(
  { run }: Extract<Answer, { kind: "sentPrivately" }>,
  messages: Messages,
): Presented {
  const texts = messages.sentPrivately;
  return presentNotice(messages, {
    style: "emphasis",
    title: texts.title,
    subtitle: texts.subtitle({ name: run.requester.displayName }),
    footer: runFooter(run, messages),
  });
}
