// A command that holds a secret is not taken: what is asked is kept with the run, shown on its card and audited.

import { maskSecrets } from "../../redact/mask-secrets.ts";
import type { OutputFilter } from "./command-request.ts";
import { type CommandRefusal, type RefusalReason, refuse } from "./refusal.ts";

/** `words` are those of the argv that will be sent. */
export function refuseTypedSecrets(
  words: readonly string[],
  filters: readonly OutputFilter[],
): CommandRefusal | null {
  const [word] = words.filter(holdsSecret);
  const pattern = filters.find(
    (filter) => filter.kind === "grep" && [filter.pattern, ...(filter.or ?? [])].some(holdsSecret),
  );
  if (word === undefined && pattern === undefined) return null;
  return refuse("typed-secret", word === undefined ? { is: "typedSecretInGrep" } : whereIn(word));
}

const whereIn = (word: string): RefusalReason => {
  const flag = /^--[a-z-]+(?==)/.exec(word)?.[0];
  return flag === undefined ? { is: "typedSecretInWord" } : { is: "typedSecretInFlag", flag };
};

/** Labels of an output template (`{"token: "}`) are no values. */
function holdsSecret(word: string): boolean {
  const value = word.replace(/^--[a-z-]+=/, "").replaceAll(/\{"[^"]*"\}/g, " ");
  return maskSecrets(value).masked > 0;
}
