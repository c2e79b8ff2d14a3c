// Answers of which some are open, put together.
import type { Coverage } from "./cidr.ts";

export const anyOf = (answers: readonly Coverage[]): Coverage => {
  if (answers.includes("yes")) return "yes";
  return answers.includes("undecidable") ? "undecidable" : "no";
};

export const allOf = (answers: readonly Coverage[]): Coverage => {
  if (answers.includes("no")) return "no";
  return answers.includes("undecidable") ? "undecidable" : "yes";
};
