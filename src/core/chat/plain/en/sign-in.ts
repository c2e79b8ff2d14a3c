// A sign-in, asked for.
import type { AbilityWords } from "../ability.ts";

export const signInWords: AbilityWords = {
  phrases: [
    "^sign|log|login|signin|logon in|on",
    "^sign|log me|us in|on",
    "^login|signin|logon|log-in|sign-in",
    "^let me|us sign|log in",
    "need|want|how|where to|do sign|log|login|signin",
    "^re-login|relogin|reauthenticate|authenticate",
    "^sign|log again|back in",
    "^az login",
  ],
  beside: "sign log in me login signin again back authenticate session expired on",
};
