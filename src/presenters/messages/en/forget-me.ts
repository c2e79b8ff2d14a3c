// What is kept of a person, and what goes when they ask for it.
import { counted, list, message } from "./words.ts";

const alsoStays =
  "where Azure's own records name you in alerts or in other people's requests, until those go; my messages, which Teams keeps";

const recordStays = message<{ days: number; also: string }>(
  "The record of what you asked for and read (audit entries: cluster, namespaces, names, flags, counts, never the output), until it is {days, plural, one {# day} other {# days}} old: nobody can have it removed before; {also}.",
);
const requests = counted("{it, plural, one {# request} other {# requests}} with their outputs");
const feedback = counted("{it, plural, one {# answer about a diagnosis} other {# answers about diagnoses}}");
const conversations = counted("{it, plural, one {# conversation} other {# conversations}}");
const questions = counted("{it, plural, one {# question} other {# questions}}");
const watches = counted(
  "{it, plural, =0 {} one {your name at # watch, which the channels keep} other {your name at # watches, which the channels keep}}",
);

export const forgetMeTexts = {
  forgetMe: {
    title: "Forget you?",
    subtitle: "Nothing is removed until you confirm. Only you can, within ten minutes.",
    goes: "Goes",
    goesText:
      "Your sign-in, your requests with their outputs, your questions, your feedback, what I know of our chats, and your name where a channel watches a cluster and beside a mode that you set.",
    stays: "Stays",
    staysText: (days: number) => recordStays({ days, also: alsoStays }),
  },
  forgotten: {
    title: "✔ Forgotten",
    subtitle: "Your sign-in and what is named here are removed.",
    removed: "Removed",
    removedText: (
      gone: Record<"requests" | "feedback" | "conversations" | "questions" | "watches", number>,
    ) =>
      list([
        requests(gone.requests),
        feedback(gone.feedback),
        conversations(gone.conversations),
        questions(gone.questions),
        watches(gone.watches),
      ]),
    stays: "Stays",
    staysText: (time: string) =>
      `The record of what you asked for and read (audit entries). The last of it so far goes after ${time}, not before. Also ${alsoStays}.`,
    running: "Going on",
    runningText: counted(
      "{it, plural, =0 {} one {# request of yours has not ended. Write `forget me` again afterwards to remove it too.} other {# requests of yours have not ended. Write `forget me` again afterwards to remove them too.}}",
    ),
  },
};
