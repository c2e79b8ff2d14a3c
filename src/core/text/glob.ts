// Patterns of the policy and of clusters' names: `*` stands for any characters, everything else for itself.
import { foldCase } from "./text.ts";

/** Whether the whole of `text` fits the pattern. Takes time linear in the text for each `*`. */
export function matchesGlob(pattern: string, text: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - at >= last.length && text.endsWith(last);
}

/** `prod-*`, `*`: names of clusters, where `*` stands for any characters. */
export const isPattern = (written: string): boolean => /^(?=[^*]*\*)[a-z0-9_*-]{1,63}$/i.test(written);

/** Letter case does not count, as in Azure. */
export const fitsPattern = (pattern: string, { name }: Readonly<{ name: string }>): boolean =>
  matchesGlob(foldCase(pattern), foldCase(name));
