// What is kept of whoever asks is to go.
import type { AbilityWords } from "../ability.ts";

export const forgetMeWords: AbilityWords = {
  phrases: [
    "^forget me|us|everything",
    "^~forget-me",
    "^delete|remove|erase|wipe|clear|purge|drop my|all|everything data|history|information|info|you|about|personal",
    "^gdpr",
  ],
  beside:
    "forget me my data everything all about know stored keep personal history information info have gdpr delete store",
};
