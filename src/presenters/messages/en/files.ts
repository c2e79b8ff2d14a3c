// The whole of an output as a file in its reader's own OneDrive.
import type { Notice } from "../../../core/conversation/notice.ts";
import type { Says } from "../says.ts";
import { message } from "./words.ts";

const size = message<{ kilobytes: number }>("{kilobytes, number} kB");

type FileNote = Extract<
  Notice,
  Readonly<{
    is: "offeringFile" | "noFilesHere" | "fileGone" | "fileDeclined" | "fileElsewhere" | "fileNotTaken";
  }>
>;

export const fileNotes: Says<FileNote> = {
  offeringFile: () => "In our chat I ask whether I may put it into your OneDrive.",
  noFilesHere: () => "Teams takes no files from bots in this cloud. Turn the pages, or ask for less.",
  fileGone: () => "This offer is over, or was not made to you: press “Send as file” again.",
  fileDeclined: () => "Nothing was put into your OneDrive.",
  fileElsewhere: () =>
    "The place that was named for the file is not OneDrive or SharePoint, so nothing was sent there.",
  fileNotTaken: ({ code }) =>
    `OneDrive did not take the file (${code}), so nothing is there: press “Send as file” again.`,
};

export const fileTexts = {
  file: {
    button: "Send as file",
    summary: (name: string) => `May I put ${name} into your OneDrive?`,
    /** On Teams' own card, beside its buttons. */
    description: (asked: string, bytes: number) =>
      `The output of ${asked}, ${size({ kilobytes: Math.ceil(bytes / 1_000) })}, masked as on the card.`,
    sent: (name: string) => `${name} is in your OneDrive.`,
  },
};
