// What operators of the bot read: the mode in force, the head of the audit trail.
import { counted, few } from "./words.ts";

const mistakes = counted("{it, plural, one {# mistake} other {# mistakes}} in it");

export const operationTexts = {
  closed: {
    title: "✖ Not at the moment",
    next: "Next",
    nextText: "`mode` shows what is in force now. Ask again once it allows this.",
  },
  mode: {
    title: (mode: string) => `Mode: ${mode}`,
    changed: (mode: string) => `✔ Mode set: ${mode}`,
    unchanged: "✖ Mode not changed",
    unknown: "? The mode could not be read",
    unknownText: "My database did not answer. Nothing is run until it does.",
    does: {
      full: "Diagnoses and commands work.",
      diagnose: "Diagnoses work. No command is sent into a cluster.",
      off: "Nothing of Azure is read, and no command is sent.",
    },
    inForce: "In force",
    setBy: "Set by",
    since: "Since",
    reason: "Reason",
    noReason: "None given",
    policy: "Policy",
    policyText: (version: string, others: readonly string[]) =>
      others.length === 0
        ? `Version ${version}`
        : `▲ Version ${version} here, and ${few(others)} on other replicas: what is allowed depends on which one answers. Give all of them one file.`,
    newerPolicy: "Newer file",
    newerPolicyText: (problems: number, first: string) =>
      `▲ Not in force: ${mistakes(problems)}. The first: ${first}`,
    sent: "A command that was already sent cannot be recalled: its result is still shown.",
    /** On other cards, as long as the mode is not `full`. */
    line: (mode: "diagnose" | "off", name: string, time: string, reason: string) =>
      `▲ Mode ${mode}, ${mode === "off" ? "switched off" : "no commands"}: set by ${name}, ${time}${reason === "" ? "" : `: ${reason}`}`,
    /** The same for whoever is not signed in. */
    shortLine: (mode: "diagnose" | "off") =>
      `▲ Mode ${mode}, ${mode === "off" ? "switched off" : "no commands"}`,
    unknownLine: "? The mode could not be read: nothing is run.",
  },
  auditHead: {
    title: (seq: number) => `Audit trail: row ${seq}`,
    subtitle:
      "Posted once a day, where nobody who owns the database can change it: with it, a trail that was cut off or set back since is found.",
    line: "Holds the trail against this row",
    waiting: "Not sealed",
    waitingText: counted("{it, plural, one {# row waits} other {# rows wait}} behind it."),
  },
};
