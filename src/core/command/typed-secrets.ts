// A command that holds a secret is not taken: what is asked is kept with the run, shown on its card and audited.

import { maskSecrets } from "../redact/mask-secrets.ts";
import type { OutputFilter, Refusal } from "./command-request.ts";
import { refuse } from "./refusal.ts";

/** `words` are those of the argv that will be sent. */
export function refuseTypedSecrets(
  words: readonly string[],
  filters: readonly OutputFilter[],
): Refusal | null {
  const [word] = words.filter(holdsSecret);
  const pattern = filters.find((filter) => filter.kind === "grep" && holdsSecret(filter.pattern));
  if (word === undefined && pattern === undefined) return null;
  const where = word === undefined ? "What grep looks for" : whereIn(word);
  return refuse(
    "typed-secret",
    `${where} looks like a secret, and what is asked here is kept: ask for it by a name or a label that is none.`,
  );
}

const whereIn = (word: string): string => {
  const flag = /^--[a-z-]+(?==)/.exec(word)?.[0];
  return flag === undefined ? "A word of the command" : `The value of \`${flag}\``;
};

/** Labels of an output template (`{"token: "}`) are no values. */
function holdsSecret(word: string): boolean {
  const value = word.replace(/^--[a-z-]+=/, "").replaceAll(/\{"[^"]*"\}/g, " ");
  return maskSecrets(value).masked > 0;
}
