// A message as words and pieces of code, and back as one sentence with the code in backticks.

export type Code = Readonly<{
  kind: "code";
  text: string;
  /** A code block, which Teams puts on lines of its own, rather than code within a line. */
  block: boolean;
}>;
export type Piece = Readonly<{ kind: "words"; text: string }> | Code;

/**
 * Finds the pieces of code again in the text of the same message. `null` when one of them is not there, is
 * there twice, or is part of a longer word: the text then does not tell what was code.
 */
export function locateCode(text: string, codes: readonly Code[]): readonly Piece[] | null {
  const pieces: Piece[] = [];
  let from = 0;
  for (const code of codes) {
    const at = text.indexOf(code.text, from);
    const end = at + code.text.length;
    if (at === -1 || text.lastIndexOf(code.text) !== at || !standsAlone(text, at, end)) {
      return null;
    }
    // Some clients leave the backticks in the text.
    const ticks = text[at - 1] === "`" && text[end] === "`" ? 1 : 0;
    pieces.push({ kind: "words", text: text.slice(from, at - ticks) }, code);
    from = end + ticks;
  }
  return [...pieces, { kind: "words", text: text.slice(from) }];
}

function standsAlone(text: string, start: number, end: number): boolean {
  const edge = /^[\s`"'(),.:;!?]?$/;
  return edge.test(text[start - 1] ?? "") && edge.test(text[end] ?? "");
}

/** The line breaks around a code block are layout, not a second line of the message. */
export function joinPieces(pieces: readonly Piece[]): string {
  const isBlock = (piece: Piece | undefined): boolean => piece?.kind === "code" && piece.block;
  return pieces
    .map((piece, index) => {
      if (piece.kind === "code") {
        return inBackticks(piece);
      }
      const left = isBlock(pieces[index - 1]) ? piece.text.trimStart() : piece.text;
      return isBlock(pieces[index + 1]) ? left.trimEnd() : left;
    })
    .join("");
}

/** Code that holds a backtick cannot be put in backticks; no kubectl command that we accept holds one. */
function inBackticks(code: Code): string {
  const quoted = code.text.includes("`") ? code.text : `\`${code.text}\``;
  return code.block ? ` ${quoted} ` : quoted;
}
