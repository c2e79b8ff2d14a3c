// A file that was sent: what it holds and how it is named in a command, or why it is not taken.
import { objectName } from "../core/change/object-name.ts";
import type { SentFile } from "../core/command/file/sent-file.ts";
import type { Answer } from "../core/conversation/answer.ts";
import { shellCode } from "./code.ts";
import type { Messages } from "./messages/messages.ts";
import { say } from "./messages/says.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { utc } from "./time.ts";

/** So much of a hash tells two files apart. */
const HASH = 12;

const said = ({ changeObjects, sentFile }: Messages, { objects }: SentFile): string =>
  sentFile.objects(
    objects.map(({ resource, name, namespace }) =>
      changeObjects.object(objectName(resource, name), namespace),
    ),
  );

export function presentFileKept(
  { file, until, unanswered }: Extract<Answer, { kind: "fileKept" }>,
  messages: Messages,
): Presented {
  const { sentFile: texts } = messages;
  return presentNotice(messages, {
    style: "good",
    title: texts.kept(file.name),
    subtitle: texts.nothingSent(utc(until)),
    paragraphs: unanswered ? [texts.unanswered] : [],
    facts: [
      { title: texts.holds, value: said(messages, file) },
      { title: texts.hash, value: texts.hashValue(file.sha256.slice(0, HASH)) },
    ],
    codes: [{ label: texts.next, code: shellCode([texts.example(file.name)]) }],
  });
}

export const presentFileRefused = (
  { name, why, unanswered }: Extract<Answer, { kind: "fileRefused" }>,
  messages: Messages,
): Presented =>
  presentNotice(messages, {
    style: "warning",
    title: messages.sentFile.refused(name),
    subtitle: say(messages.fileProblems, why),
    paragraphs: [messages.sentFile.notKept, unanswered ? messages.sentFile.unanswered : ""],
  });
