// Undoes what phone keyboards do to a command: `--` typed as a dash, straight quotes typed as curly ones.

const straightQuote: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "‘": "'",
  "’": "'",
  "‚": "'",
};

type Quote = Readonly<{ mark: string; curly: boolean }>;

/**
 * Text in quotes is left alone; in double quotes a backslash takes the next character along, as in a shell.
 * Backticks are no quotes here: they frame a whole command, which the same keyboard typed.
 */
export function undoTypography(text: string): string {
  const result: string[] = [];
  let open: Quote | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    const mark = straightQuote[character] ?? character;
    if (open?.mark === '"' && character === "\\") {
      at += 1;
      result.push(character, text[at] ?? "");
    } else if (open !== null) {
      const closes: boolean = mark === open.mark && (open.curly || character === mark);
      result.push(closes ? mark : character);
      open = closes ? null : open;
    } else if (mark === '"' || mark === "'") {
      result.push(mark);
      open = opensQuote(mark, text[at - 1]) ? { mark, curly: mark !== character } : null;
    } else {
      result.push(isDash(character) ? hyphens(text, at) : character);
    }
  }
  return result.join("");
}

/** A single quote right after a letter or digit is an apostrophe: `can't`. */
export function opensQuote(mark: string, previous: string | undefined): boolean {
  return mark === '"' || mark === "`" || (mark === "'" && !/[\p{L}\p{N}]/u.test(previous ?? ""));
}

function isDash(character: string): boolean {
  return character === "—" || character === "–";
}

/** Only at the start of a word can it have been a flag. */
function hyphens(text: string, at: number): string {
  if (!/^[\s`]?$/.test(text[at - 1] ?? "")) {
    return text[at] ?? "";
  }
  return /^[a-z]{2}/i.test(text.slice(at + 1, at + 3)) ? "--" : "-";
}
