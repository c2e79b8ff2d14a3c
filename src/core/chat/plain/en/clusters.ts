// Which clusters there are for whoever asks.
import type { AbilityWords } from "../ability.ts";

export const clustersWords: AbilityWords = {
  phrases: [
    "^~clusters",
    "^list|show|get|give|display|print ~clusters|cluster",
    "what|which|whats|where|how|all|every|any|other|available ~clusters",
    "^my|all|our|the ~clusters",
    "^az aks list",
    "what|which cluster|clusters|ones can|do|are|there",
    "do|can i|we|you have|see clusters",
    "^list|show all|everything|of",
  ],
  beside:
    "see list there exist available have know names name many use choose from access visible clusters cluster are aks",
};
