// The latest requests of whoever asks.
import type { AbilityWords } from "../ability.ts";

export const statusWords: AbilityWords = {
  phrases: [
    "^~status",
    "^my status",
    "^any news|progress|results|result$",
    "my|our|latest|last|recent|open|running|previous|pending requests|request|questions|question|runs|run|jobs|commands|command|diagnosis|diagnoses",
    "what did|have i|we ask|asked|run|start",
    "^what|whats running",
    "where|wheres is|my answer|result|results|diagnosis|output",
    "^any|is|are results|result|progress|news|update|answer|it|that|the|you done|finished|ready|yet|still",
    "^progress|queue|history",
    "what|whats are|is|you taking|doing so|you|now",
    "^are you done|finished|still|ready",
  ],
  beside:
    "requests request runs run jobs results result answer done finished running progress yet latest last recent list ready diagnosis query question taking long update history queue my asked ask did working",
};
