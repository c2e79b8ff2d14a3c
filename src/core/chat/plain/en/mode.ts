// What the bot may do at the moment; to set it takes its own words, in `parse-mode.ts`.
import type { AbilityWords } from "../ability.ts";

export const modeWords: AbilityWords = {
  phrases: [
    "^~mode",
    "what|which|whats mode",
    "are you on|off|enabled|disabled|active|switched|turned|read-only|readonly",
    "^current mode",
  ],
  beside: "mode current are you switched turned enabled on off in active running set",
};
