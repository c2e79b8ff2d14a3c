// Reads the HTML that Teams attaches to a message: which of its words are code.
import { type HtmlTag, htmlTokens } from "./html-tokens.ts";
import type { Piece } from "./message-pieces.ts";

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
