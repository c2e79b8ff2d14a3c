// What findings about `jit.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const jitFindings: FindingWords<"jit"> = {
  "jit.active-request": {
    title: "Just-in-time access lets you in to the jump host",
    why: "Just-in-time access denies SSH and RDP to a machine by design until somebody asks for a window.",
    remediation: "Ask for a window of just-in-time access; do not change the rule.",
    facts: {},
  },
};
