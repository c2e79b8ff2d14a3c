// What findings about `avd.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const avdFindings: FindingWords<"avd"> = {
  "avd.session-hosts": {
    title: "A session host near the cluster takes sessions",
    why: "A host pool without a host that takes sessions lets nobody in.",
    remediation: "Start a session host of the pool, or end its drain mode.",
    facts: {},
  },
};
