// Who the bot takes somebody for.
import type { AbilityWords } from "../ability.ts";

export const whoAmIWords: AbilityWords = {
  phrases: [
    "^~whoami",
    "who am i",
    "who do|does you|it|bot think|see",
    "what|which groups|group|account|user|identity|name am|do|is|are|i",
    "am i signed|logged in",
    "^my groups|account|identity|profile|name",
    "as who|whom",
    "which user|account",
  ],
  beside:
    "who whoami am signed logged in groups group account user identity name think member as using running logged yourself profile myself",
};
