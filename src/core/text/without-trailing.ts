// The end of a text taken off, in one look from the back. `/x+$/` tries anew at every run of x: 60 kB of line feeds
// before a last letter took it half a minute.

/** Without the characters of `trailing` that it ends in. */
export function withoutTrailing(text: string, trailing: string): string {
  let end = text.length;
  while (end > 0 && trailing.includes(text.charAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}
