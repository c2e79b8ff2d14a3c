// "May I?": asked without anything being run. What is asked about is read by `look.ts`.
import type { AbilityWords } from "../ability.ts";

/** What stands before the thing itself: `can i get pods`. */
export const canIWords: AbilityWords = {
  phrases: [
    "^can-i",
    "^can|may|could i|we run|get|list|read|view|delete|exec|describe|edit|create|restart|scale|do|kubectl|drain|patch|apply|use|check|port-forward|tail",
    "am|are i|we allowed",
    "do|have i|we permission|permissions|rights|right",
    "would i|we be allowed",
    "is it allowed",
    "^allowed to",
  ],
  beside: "allowed to be the permission permissions rights right run execute have do",
};
