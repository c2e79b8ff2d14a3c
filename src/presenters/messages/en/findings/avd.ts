// What findings about `avd.*` say.
import type { FindingWords } from "../../finding-words.ts";

const noDesktop = (): string => "No session host of Azure Virtual Desktop was found near the cluster.";

export const avdFindings: FindingWords<"avd"> = {
  "avd.session-hosts": {
    title: "A session host near the cluster takes sessions",
    why: "A host pool without a host that takes sessions lets nobody in.",
    remediation: "Start a session host of the pool, or end its drain mode: whoever runs the pool may.",
    facts: {
      takesSessions: ({ machine, pool }) => `${machine} of the host pool ${pool} takes sessions.`,
      takesNone: ({ machine, status }) =>
        `No session host near the cluster takes sessions; ${machine} is ${status || "in no known state"}.`,
      noneHere: () => "No session host of Azure Virtual Desktop stands in these networks.",
      notSought: () => "Nothing near the cluster is called like a desktop, so no host pool was looked for.",
    },
  },
  "avd.host-pool": {
    title: "You may open a desktop near the cluster",
    why: "A desktop opens only for whom it was assigned to, by a desktop group of its host pool.",
    remediation: "Ask for the role Desktop Virtualization User on the desktop group.",
    facts: {
      noDesktop,
      mayUse: ({ group, pool }) => `You may open desktops of the host pool ${pool}, by ${group}.`,
      mayNotUse: ({ group, pool }) =>
        `You may open no desktop of the host pool ${pool}: ${group} is not assigned to you.`,
      noDesktopGroup: ({ pool }) => `The host pool ${pool} has no group that gives whole desktops.`,
    },
  },
  "avd.reach": {
    title: "A desktop reaches the API server",
    why: "From a desktop kubectl gets as far as its network's names, rules, routes and peerings lead.",
    remediation: "Mend what the way from the session host ends at.",
    facts: {
      noDesktop,
      reaches: () => "The way from a session host leads to the API server.",
    },
  },
};
