// What this channel follows.
import type { AbilityWords } from "../ability.ts";

export const watchesWords: AbilityWords = {
  phrases: [
    "^~watches",
    "^what|which|whats|list|show are|do|does|is|clusters|we|watched|followed|watches|all watched|watch|watches|watching|follow|following|followed|monitored|subscribed",
    "^list|show watches|subscriptions",
    "^who watches|follows",
  ],
  beside: "watched watching follow following followed watch watches channel subscribed subscriptions alerts",
};
