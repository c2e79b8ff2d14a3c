// Where a value ends: at the quote that closes it, behind three quotes, or before the next name of its line.

/** `"""` of TOML and Python, over several lines; one that is never closed was cut off. */
export function linesEnd(text: string, start: number, quotes: string): number {
  const limit = Math.min(text.length, start + longestValue);
  const length = text.slice(start, limit).indexOf(quotes);
  return length === -1 ? limit : start + length;
}

/** The quote that closes at the same depth of backslashes; where there is none, the end of the line. */
export function quotedEnd(text: string, start: number, quote: string): number {
  const mark = quote.at(-1) ?? '"';
  const limit = Math.min(text.length, start + longestValue);
  const stops = mark === '"' ? /["\n]/g : mark === "'" ? /['\n]/g : /[`\n]/g;
  stops.lastIndex = start;
  for (let end = stops.exec(text)?.index; end !== undefined && end < limit; end = stops.exec(text)?.index) {
    if (text.charAt(end) === "\n") return end;
    let slashes = 0;
    while (slashes < quote.length && text.charAt(end - slashes - 1) === "\\" && end - slashes > start)
      slashes += 1;
    if (slashes === quote.length - 1) return end - slashes;
  }
  return limit;
}

const stop =
  /[\s"'`<>]|[,;&](?=\s|$)|[,;&](?=["'\\]{0,3}-{0,2}[A-Za-z][\w. -]{0,40}["'\\]{0,3}[=:])|\\[nrt"]|[)\]}]+(?=[\s,;"']|$)|\\u0026/g;

/** A value without quotes goes on over `;` and `,` unless another name or a space follows. A backslash joins lines. */
export function plainEnd(text: string, start: number): number {
  let end = valueEnd(text, start, stop);
  while (text.charAt(end - 1) === "\\" && text.charAt(end) === "\n" && end - start < 4_000) {
    const next = /\S/g;
    next.lastIndex = end;
    end = valueEnd(text, Math.min(next.exec(text.slice(0, end + 200))?.index ?? end + 1, text.length), stop);
  }
  return end;
}

/** Longer values are cut here, and what is behind is judged by the other rules. */
const longestValue = 8_192;

export function valueEnd(text: string, start: number, stops: RegExp): number {
  stops.lastIndex = start;
  const limit = Math.min(text.length, start + longestValue);
  const match = stops.exec(limit === text.length ? text : text.slice(0, limit));
  return match?.index ?? limit;
}
