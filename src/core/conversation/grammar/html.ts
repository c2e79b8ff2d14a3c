// Turns the character references of HTML (`&amp;`, `&#160;`) back into characters.

// A message as words and pieces of code, and back as one sentence with the code in backticks.

type CodeSpan = Readonly<{
  kind: "code";
  text: string;
  /** A code block, which Teams puts on lines of its own, rather than code within a line. */
  block: boolean;
}>;
export type Piece = Readonly<{ kind: "words"; text: string }> | CodeSpan;

/**
 * Finds the pieces of code again in the text of the same message. `null` when one of them is not there, is
 * there twice, or is part of a longer word: the text then does not tell what was code.
 */
export function locateCode(text: string, codes: readonly CodeSpan[]): readonly Piece[] | null {
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
function inBackticks(code: CodeSpan): string {
  const quoted = code.text.includes("`") ? code.text : `\`${code.text}\``;
  return code.block ? ` ${quoted} ` : quoted;
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
};

/** Decodes once, so that `&amp;lt;` becomes the text `&lt;`. What is no character is left as it was written. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi,
    (whole: string, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) {
        return named[name.toLowerCase()] ?? whole;
      }
      const codePoint = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
      return isCharacter(codePoint) ? String.fromCodePoint(codePoint) : whole;
    },
  );
}

function isCharacter(codePoint: number): boolean {
  const surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  return codePoint > 0 && codePoint <= 0x10ffff && !surrogate;
}

// Cuts HTML into tags and text in one pass without going back, so that no input can make it slow.

type HtmlTag = Readonly<{
  kind: "tag";
  /** Lower-cased; empty for comments and doctypes. */
  name: string;
  closing: boolean;
  /** Everything between `<` and `>`, lower-cased. */
  source: string;
}>;
type HtmlToken = HtmlTag | Readonly<{ kind: "text"; text: string }>;

/** A tag ends at its `>`, unless that stands within quotes; one that never ends goes to the end of the text. */
const tokens = /<(?=[a-z/!])(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^"'>])*>?|(?:[^<]|<(?![a-z/!]))+/gi;

/** Entities stay encoded. A tag that never ends is dropped, as browsers do. */
const htmlTokens = (html: string): readonly HtmlToken[] =>
  (html.match(tokens) ?? []).map((source) =>
    /^<[a-z/!]/i.test(source) ? tag(source) : { kind: "text", text: source },
  );

function tag(source: string): HtmlTag {
  const inside = source.slice(1).replace(/>$/, "").toLowerCase();
  const name = /^\/?([a-z][a-z0-9]*)/.exec(inside)?.[1] ?? "";
  return { kind: "tag", name, closing: inside.startsWith("/"), source: inside };
}

// Reads the HTML that Teams attaches to a message: which of its words are code.

const breaksLine = new Set(["br", "div", "p", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3"]);

type Reader = {
  readonly pieces: Piece[];
  /** What was read of the piece at hand. */
  text: string;
  /** The element of code that we are in, else null. */
  code: "pre" | "code" | null;
  /** The element of the mention that we are in, else null. */
  mention: string | null;
  /** How many quoted messages we are in. */
  quoted: number;
};

/**
 * The pieces of the message, entities still encoded, mentions as `<at>name</at>` as Teams writes them in
 * the text. Quoted messages (`<blockquote>`) are left out: those are somebody else's words.
 */
export function htmlPieces(html: string): readonly Piece[] {
  const reader: Reader = { pieces: [], text: "", code: null, mention: null, quoted: 0 };
  for (const token of htmlTokens(html)) {
    if (token.kind === "tag") {
      readTag(reader, token);
    } else if (reader.quoted === 0) {
      reader.text += reader.code === "pre" ? token.text : token.text.replace(/\s+/g, " ");
    }
  }
  endPiece(reader);
  return reader.pieces;
}

function readTag(reader: Reader, tag: HtmlTag): void {
  if (tag.name === "blockquote") {
    reader.quoted = Math.max(0, reader.quoted + (tag.closing ? -1 : 1));
  } else if (reader.quoted > 0) {
    return;
  } else if (breaksLine.has(tag.name)) {
    reader.text += "\n";
  } else if (reader.code !== null) {
    if (tag.closing && tag.name === reader.code) {
      endPiece(reader);
      reader.code = null;
    }
  } else if (!tag.closing && (tag.name === "pre" || tag.name === "code")) {
    endPiece(reader);
    reader.code = tag.name;
  } else {
    readMention(reader, tag);
  }
}

function readMention(reader: Reader, tag: HtmlTag): void {
  if (!tag.closing && (tag.name === "at" || tag.source.includes("schema.skype.com/mention"))) {
    reader.text += "<at>";
    reader.mention = tag.name;
  } else if (tag.closing && tag.name === reader.mention) {
    reader.text += "</at>";
    reader.mention = null;
  }
}

function endPiece(reader: Reader): void {
  const { text, code } = reader;
  reader.pieces.push(code === null ? { kind: "words", text } : { kind: "code", text, block: code === "pre" });
  reader.text = "";
}
