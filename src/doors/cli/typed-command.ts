// The words after `--`, which a shell has split, as the text that was typed.
import { quoteArgv } from "../../core/text/marked.ts";

/** One word alone is a whole command that was quoted. Line breaks stay as they are: the guard refuses them. */
export function typedCommand(words: readonly string[]): string {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return only;
  return words.some((word) => /[\0\n\r]/.test(word)) ? words.join(" ") : quoteArgv(words);
}
