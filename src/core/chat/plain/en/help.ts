// What can be asked.
import type { AbilityWords } from "../ability.ts";

export const helpWords: AbilityWords = {
  phrases: [
    "^~help",
    "^hi|hello|hey|hiya|howdy|moin|yo|help",
    "what|how can|do|should|could you|i|we do|use|help|ask|say|write|type|offer|know|work",
    "what|how you|this do|work|works|can",
    "who|what are|is you",
    "^commands|usage|manual|examples|example|options|man|docs|documentation|instructions",
    "^show|list|give commands|examples|help|abilities|options|features|usage",
    "^what|which commands|things|questions|features|abilities",
    "^i need|want help",
    "^menu|start|intro",
  ],
  beside:
    "help me do use ask say write type commands command are you able offer work works know possible there anybody anyone understand list example examples usage docs how bot abilities features questions morning evening again all everyone",
};
