// What is kept of a person, and what goes when they ask for it.
import { join, plural } from "./words.ts";

const alsoStays =
  "where Azure's own records name you in alerts or in other people's requests, until those go; my messages, which Teams keeps";

export const forgetMeTexts = {
  forgetMe: {
    title: "Forget you?",
    subtitle: "Nothing is removed until you confirm. Only you can, within ten minutes.",
    goes: "Goes",
    goesText:
      "Your sign-in, your requests with their outputs, your questions, your feedback, what I know of our chats, and your name where a channel watches a cluster and beside a mode that you set.",
    stays: "Stays",
    staysText: (days: number) =>
      `The record of what you asked for and read (audit entries: cluster, namespaces, names, flags, counts, never the output), until it is ${plural(days, "day", "days")} old: nobody can have it removed before; ${alsoStays}.`,
  },
  forgotten: {
    title: "✔ Forgotten",
    subtitle: "Your sign-in and what is named here are removed.",
    removed: "Removed",
    removedText: (
      gone: Record<"requests" | "feedback" | "conversations" | "questions" | "watches", number>,
    ) =>
      join(
        [
          `${plural(gone.requests, "request", "requests")} with their outputs`,
          plural(gone.feedback, "answer about a diagnosis", "answers about diagnoses"),
          plural(gone.conversations, "conversation", "conversations"),
          plural(gone.questions, "question", "questions"),
          gone.watches === 0
            ? ""
            : `your name at ${plural(gone.watches, "watch", "watches")}, which the channels keep`,
        ],
        ", ",
      ),
    stays: "Stays",
    staysText: (time: string) =>
      `The record of what you asked for and read (audit entries). The last of it so far goes after ${time}, not before. Also ${alsoStays}.`,
    running: "Going on",
    runningText: (count: number) =>
      count === 0
        ? ""
        : `${plural(count, "request", "requests")} of yours ${count === 1 ? "has" : "have"} not ended. Write \`forget me\` again afterwards to remove ${count === 1 ? "it" : "them"} too.`,
  },
};
