// A request on its way: what goes on, what went wrong, what was asked lately.
import { counted } from "./words.ts";

export const runTexts = {
  progress: {
    queued: "Waiting for a free worker",
    ahead: counted("It waits for {it, plural, one {# request} other {# requests}} of yours"),
    diagnose: (cluster: string) => `Diagnosing ${cluster}`,
    diagnoseText: "Reading Azure with your rights: DNS, network, firewall, cluster. Usually 10 s.",
    access: (cluster: string) => `Looking for ways in to ${cluster}`,
    accessText: "Judging every way hop by hop, with your rights. Usually 10 s.",
    command: (cluster: string) => `Running on ${cluster}`,
    commandText: "Azure runs the command inside the cluster, as you. Usually 10 s.",
    change: (cluster: string) => `Looking at a change on ${cluster}`,
    changeText: "Nothing is changed yet: what it would do is looked at first, as you. Usually 10 s.",
    fix: (cluster: string) => `Looking at a fix for ${cluster}`,
    fixText: "Nothing is changed yet: what it would change in Azure is looked at first, as you.",
    clusterAdmin: "▲ This cluster has no Entra integration: the command runs as cluster-admin.",
  },
  runProblem: {
    title: (state: string, cluster: string) => `${state}: ${cluster}`,
    done: "What was done",
    next: "Next",
    action: "Missing",
    scope: "On",
    role: "Role",
  },
  status: {
    title: counted("{it, plural, =0 {No requests yet} other {Your latest requests}}"),
    running: counted("{it, plural, =0 {Nothing is running.} one {# is running.} other {# are running.}}"),
    waiting: counted(
      "{it, plural, one {# request waits here for an approval} other {# requests wait here for an approval}}",
    ),
    own: "Your own latest",
    askedBy: (name: string) => `Asked by ${name}`,
    more: (count: number) => `${count} more wait here: these are the newest.`,
    elsewhere:
      "What others ask waits for its approval in the channel or chat where they asked: write `status` there.",
    none: "Ask me something: `help` says what.",
    /** The number of its row, so that no two buttons have one name. */
    open: (row: number) => `Open ${row}`,
    ways: counted("{it, plural, one {✔ # way in} other {✔ # ways in}}"),
    perhapsWays: counted(
      "{it, plural, =0 {✖ No way in} one {? Perhaps # way in} other {? Perhaps # ways in}}",
    ),
    allowed: {
      yes: "✔ Let in",
      partly: "▲ Let in in part",
      no: "✖ Not let in",
      unknown: "? Not known whether let in",
    },
    outOfReach: (perhaps: boolean): string => (perhaps ? "? Perhaps out of reach" : "✖ Out of reach"),
    exit: (code: number) => `${code === 0 ? "✔" : "✖"} Exit ${code}`,
    updated: (time: string) => `As of ${time}`,
  },
};
