// What findings about `jit.*` say.
import type { LastWindow } from "../../../../core/finding/jit/jit.active-request.ts";
import type { FindingWords } from "../../finding-words.ts";
import { sayCalled } from "../called.ts";
import { sayUnread } from "../unread.ts";

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
};
