// What is said beside a question, or asked of an answer, in English.
import type { MayWords } from "../language.ts";
import type { Phrases } from "../phrases.ts";

/** Nobody is to look inside the cluster for it. */
export const leavesOut: Phrases = [
  "--no-inside",
  "without inside",
  "without looking inside|in|into",
  "without the|a|any look inside|in|into",
  "without the inside|insides",
  "not|dont look|looking inside|into",
  "no look|looking inside",
  "no inside",
  "no-inside",
  "not inside$",
  "only|just the way|path$",
  "without sending|running commands",
  "without sending|running a|any command|commands",
];

/** Of the last answer; another word beside it asks something else. */
export const why: Phrases = [
  "why",
  "why is that",
  "why is this",
  "why is it",
  "why is that so",
  "why is it so",
  "why that",
  "why so",
  "why though",
  "how come",
];

export const may: MayWords = {
  phrases: [
    "^can-i",
    "^can|may|could i|we$",
    "^may i|we",
    "allowed|permitted for|to me|us",
    "am|are|were i|we allowed|permitted|authorized|entitled|able|free",
    "^could i|we run|execute|delete|exec|edit|create|restart|scale|do|drain|patch|apply",
    "^can|may i|we run|get|list|read|view|delete|exec|describe|edit|create|restart|scale|do|kubectl|drain|patch|apply|use|check|port-forward|tail",
    "am|are i|we allowed",
    "do|have i|we permission|permissions|rights|right",
    "would|will i|we be allowed|able|permitted",
    "is it ok|okay|fine|possible if|for|to",
    "is it allowed",
    "^allowed to",
  ],
  beside: "allowed to be the permission permissions rights right run execute have do",
};
