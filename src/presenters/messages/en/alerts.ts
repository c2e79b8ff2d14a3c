// Channels that follow a cluster, and the cards of its alerts.
import { counted, message } from "./words.ts";

const several = message<{ rule: string; more: number; open: number; all: number }>(
  "{rule} and {more, plural, one {# more alert} other {# more alerts}} within a minute, {open, plural, =0 {all resolved} other {# of {all} open}}",
);

export const alertTexts = {
  /** Answered to whoever delivers what is no alert. */
  notAnAlert: (field: string | null) =>
    `This is not Azure Monitor's common alert schema (${field ?? "the body"} is missing or wrong): set useCommonAlertSchema for the receiver.`,
  watch: {
    titles: {
      added: (cluster: string) => `✔ This channel follows ${cluster}`,
      already: (cluster: string) => `✔ This channel follows ${cluster} already`,
      removed: (cluster: string) => `✔ No longer following ${cluster}`,
      notWatched: (cluster: string) => `This channel does not follow ${cluster}`,
    },
    texts: {
      added: "I post its alerts here, one new post each. Anyone who may watch it can end that: unwatch.",
      already: "I post its alerts here. Nothing was changed.",
      removed: "I post none of its alerts here any more.",
      notWatched: "Nothing was changed. Write watches to see what it follows.",
    },
    list: counted(
      "This channel follows {it, plural, =0 {no cluster that you may see} one {# cluster} other {# clusters}}",
    ),
    listNone: "Write `watch` and the name of a cluster.",
    listSome: "Those that the policy lets you see.",
    by: (name: string, time: string) => `since ${time}, by ${name}`,
    more: (count: number) => `And ${count} more.`,
    elsewhere: "Not in a personal chat",
    elsewhereText: "Alerts are for a team: mention me in a channel or group chat and write it there.",
  },
  incident: {
    title: (mark: string, severity: string, cluster: string) => `${mark} ${severity}: ${cluster}`,
    fired: { high: "✖", middle: "▲", low: "●" },
    resolved: "✔",
    severity: {
      fired: (level: string) => `Sev ${level} fired`,
      resolved: (level: string) => `Sev ${level} resolved`,
    },
    summary: (title: string, rule: string) => `${title}, ${rule}`,
    several: (rule: string, more: number, open: number) => several({ rule, more, open, all: more + 1 }),
    joined: (severity: string) => `Also, Sev ${severity}`,
    joinedFired: (rule: string, time: string) => `${rule}, since ${time}`,
    joinedResolved: (rule: string, time: string) => `${rule}, resolved ${time}`,
    joinedMore: "And",
    joinedCount: counted("{it, plural, one {# more alert} other {# more alerts}}"),
    reason: "Why",
    description: "Description",
    cluster: "Cluster",
    byName:
      "Known by its name alone: the alert gives no resource id, and another cluster may be called the same.",
    since: "Since",
    until: "Resolved",
    untilText: (time: string, took: string) => (took === "" ? time : `${time}, after ${took}`),
    source: "From",
    sourceText: (service: string) => `Azure Monitor, ${service}`,
    open: "Open alert",
    footer: (id: string) =>
      `${id} · As the alert says. Diagnose reads Azure with the rights of whoever presses it.`,
  },
};
