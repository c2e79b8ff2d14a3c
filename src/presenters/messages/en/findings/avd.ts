// What findings about `avd.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const avdFindings: FindingWords<"avd"> = {
  "avd.session-hosts": {
    title: "A session host near the cluster takes sessions",
    why: "A host pool without a host that takes sessions lets nobody in.",
    remediation: "Start a session host of the pool, or end its drain mode.",
    facts: {
      takesSessions: ({ machine, pool }) => `${machine} of the host pool ${pool} takes sessions.`,
      takesNone: ({ machine, status }) =>
        `No session host near the cluster takes sessions; ${machine} is ${status || "in no known state"}.`,
      noneHere: () => "No session host of Azure Virtual Desktop stands in these networks.",
      notSought: () => "Nothing near the cluster is called like a desktop, so no host pool was looked for.",
    },
  },
};
