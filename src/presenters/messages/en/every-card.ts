// What many cards share, and what stands where a card could not be shown.
import { and, counted, dotted } from "./words.ts";

const entriesLeft = counted("{it, plural, =0 {} one {# entry} other {# entries}}");
const charactersLeft = counted("{it, plural, =0 {} one {# character} other {# characters}}");

export const everyCard = {
  /** Titles of at most 12 characters: two fit on a phone. */
  buttons: {
    checkAgain: "Check again",
    diagnose: "Diagnose",
    ways: "Ways in",
    details: "All checks",
    command: "Show command",
    evidence: "Evidence",
    pods: "Get pods",
    events: "Events",
    otherWays: "Other ways",
    help: "Help",
    clusters: "Clusters",
    status: "My requests",
    signIn: "Sign in",
    openChat: "Open chat",
    choose: "Use this one",
    next: "Next page",
    previous: "Previous",
    runAgain: "Run again",
    asText: "As text",
    asTable: "As table",
    refresh: "Refresh",
    yes: "Yes",
    no: "No",
    forgetMe: "Forget me",
    forgetPlace: "Forget place",
    whoAmI: "Who am I",
  },
  footer: {
    run: (run: string, name: string, time: string, took: string, readBefore: number) =>
      dotted([
        run,
        `asked by ${name}`,
        time,
        took === "" ? "" : `took ${took}`,
        readBefore > 0 ? `Azure was read ${readBefore} s before this was asked` : "",
      ]),
    logId: (id: string) => `Log id ${id}`,
  },
  tooBig: {
    /** `canAskLess`: a smaller question is answered whole. */
    shortened: (entries: number, characters: number, canAskLess: boolean) =>
      `▲ Shortened to fit one message: ${and([entriesLeft(entries), charactersLeft(characters)])} left out. ${
        canAskLess
          ? "Ask for less to see the rest (one namespace, one name), or ask on the command line, which prints everything."
          : "The command line prints everything."
      }`,
    command: (characters: number) =>
      `▲ A command of ${characters} characters does not fit here, and half of it would be another command.`,
  },
  /** Where a card was not taken or could not be made. */
  short: {
    title: "▲ The answer could not be shown",
    text: "The full answer could not be shown here: write `status`.",
    elsewhere: "You asked this in a place where I cannot write, so the answer comes here.",
  },
  failure: {
    title: "✖ Something failed",
    done: "What was done",
    next: "Next",
  },
  pressRefused: { title: "✖ Nothing happened" },
  noted: { title: "✔ Noted" },
  /** After the name of the person, in a new message: an edit notifies nobody. */
  mention: {
    done: "your answer is ready above.",
    failed: "your request did not end well: see above.",
    made: "your change was made: see above.",
    rejected: "your change was rejected, and nothing was changed: see above.",
    expired: "the time for your change is over, and nothing was changed: see above.",
  },
};
