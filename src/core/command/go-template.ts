// `-o go-template=…` is a program, of which only what prints fields is taken. What builds a name, changes a value or
// compares it could carry a secret past the redaction, which knows values by the fields that the template reads.
import { type GoAction, goActions, isNameless, placeVariables } from "../redact/go-actions.ts";
import { readsValues } from "../redact/template-fields.ts";
import { type Refusal, refuse } from "./refusal.ts";

const keywords = ["range", "if", "else", "end", "with", "break", "continue", "true", "false", "nil"];
const printing = ["print", "printf", "println"];
const comparing = ["eq", "ne", "lt", "le", "gt", "ge", "len"];
const functions = [...printing, ...comparing, "and", "or", "not", "index", "exists"];

/** `template` is what stands behind `go-template=`. */
export function refuseGoTemplate(template: string): Refusal | null {
  const actions = goActions(template);
  if (actions === null) return refuse("template-not-supported", { is: "templateUnread" });
  const places = placeVariables(actions);
  for (const words of actions) {
    const refusal = refuseNames(words) ?? refusePrinting(words);
    if (refusal !== null) return refusal;
    if (words.some((word) => comparing.includes(word)) && comparesValue(words, places))
      return refuse("secret-values", { is: "valueFilter" });
  }
  return null;
}

function refuseNames(words: GoAction): Refusal | null {
  const name = words.find(
    (word) => /^[A-Za-z_]/.test(word) && !keywords.includes(word) && !functions.includes(word),
  );
  if (name === undefined) return null;
  return refuse("template-not-supported", { is: "templateFunction", name, known: functions });
}

/** It has to come last: what is printed into another function would name a field, or change a value. */
function refusePrinting(words: GoAction): Refusal | null {
  const at = words.findIndex((word) => printing.includes(word));
  if (at === -1) return null;
  const name = words[at] ?? "";
  const isLast = !words.slice(at).includes("|") && !words.some((word) => ["(", ":=", "="].includes(word));
  if (!isLast || printing.includes(words[at + 1] ?? "")) {
    return refuse("template-not-supported", { is: "templateNested", name });
  }
  const format = words[at + 1] ?? "";
  const isPlain = /^["`]/.test(format) && !format.replace(/%-?\d*[svdqt%]/g, "").includes("%");
  return name !== "printf" || isPlain
    ? null
    : refuse("template-not-supported", { is: "templatePrintf", format });
}

/** A text that is compared with is no field; one that `index` looks up is. */
function comparesValue(words: GoAction, places: ReadonlySet<string>): boolean {
  const fields = words.includes("index") ? words : words.filter((word) => !/^["`]/.test(word));
  return isNameless(words, places) || readsValues(fields.join(" "));
}
