// Everything that somebody may do.
import type { AbilityWords } from "../ability.ts";

export const whatMayIWords: AbilityWords = {
  phrases: [
    "what|which can|may|could|am|are i|we do|run|see|read|ask|execute|allowed|permitted|use",
    "what|which|show|list|whats|check permissions|permission|rights|roles|role|access|privileges my|do|i|we|have",
    "what|which|show|list|whats|check my|are|is permissions|permission|rights|roles|role|access|privileges",
    "what|which rights|permissions|roles|role|access|privileges do|have|am i|we",
    "^my rights|permissions|permission|roles|role|groups|access|privileges",
    "what|which can|may|am i|we",
    "do|have i|we any|have|full|read|write|enough|the|right|still access|rights|permission|permissions|role|roles",
    "what i|we can|may do|run",
    "how much access",
    "^permissions|rights",
  ],
  beside:
    "rights permissions permission roles role access allowed do here run see read write have full enough commands command kubectl group groups my privileges there can may not",
};
