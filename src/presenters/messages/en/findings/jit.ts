// What findings about `jit.*` say.
import type { LastWindow } from "../../../../core/finding/machines/jit-findings.ts";
import { english } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";

const { sayCalled } = english.speech;
const { sayUnread } = english.speech;

const whoMay = (action: string): string => `whoever has ${action} may ask for one`;

const lastEnd = (ended: string | null): string =>
  ended === null ? "No window is open" : `The last window ended at ${ended}`;

const lastWindow = (last: LastWindow): string =>
  "unread" in last ? `Its policy was not read: ${sayUnread(last.unread)}` : `${lastEnd(last.ended)}.`;

export const jitFindings: FindingWords<"jit"> = {
  "jit.active-request": {
    title: "Just-in-time access lets you in to the jump host",
    why: "Just-in-time access denies SSH and RDP to a machine by design until somebody asks for a window.",
    remediation: "Ask for a window of just-in-time access; do not change the rule.",
    facts: {
      noRule: () => "No rule of just-in-time access stands before a jump host.",
      shut: ({ machine, ended, action }) =>
        `Just-in-time access keeps ${machine} shut. ${lastEnd(ended)}; ${whoMay(action)}.`,
      shutByRule: ({ machine, port, from, rule, last, action }) =>
        `Just-in-time access keeps TCP ${port} of ${machine} shut to ${sayCalled(from)}, by the rule ${rule}. ${lastWindow(last)} To get in, ${whoMay(action)}.`,
      openUntil: ({ machine, port, until }) =>
        `Just-in-time access to TCP ${port} of ${machine} is open until ${until}.`,
    },
  },
  "jit.policy": {
    title: "Just-in-time access covers the jump host",
    why: "Ports that are shut until somebody asks for a window are not tried by the whole Internet in between.",
    remediation:
      "Turn just-in-time access on for the machine in Defender for Cloud, and remove rules that come before its own.",
    facts: {
      noHost: () => "There is no jump host that is a virtual machine.",
      covered: ({ host }) => `Just-in-time access keeps ${host} shut until somebody asks.`,
      needsNone: ({ host }) => `${host} has no public address, and no rule lets the Internet in to it.`,
      uncovered: ({ host, isPublic }) =>
        isPublic
          ? `${host} has a public address, and no rule of just-in-time access stands before it.`
          : `A rule lets the Internet in to ${host}, and none of just-in-time access stands before it.`,
      overruled: ({ host, rule, priority }) =>
        `Just-in-time access has no effect on ${host}: the rule ${rule} (priority ${priority}) lets the Internet in before it.`,
      strangers: () => "No machine near the cluster is called like a jump host.",
    },
  },
};
