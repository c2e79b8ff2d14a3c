// From a message as Teams delivers it to the sentence that the person typed, ready for `parseIntent`.

import { undoTypography } from "../typography.ts";
import { decodeEntities, htmlPieces, joinPieces, locateCode, type Piece } from "./html.ts";
import { maxMessageLength } from "./parse-intent.ts";

// Takes the bot's own mention out of a message and leaves other people's as their names.

type MentionEntity = Readonly<{
  type: string;
  mentioned?: Readonly<{ id?: string; name?: string }>;
  text?: string;
}>;

/**
 * `opensMessage`: the text is the beginning of a message. A mention there that no entity identifies is the
 * bot's, since in a channel that is how one speaks to it.
 */
export function resolveMentions(
  text: string,
  entities: readonly MentionEntity[],
  recipientId: string,
  opensMessage: boolean,
): string {
  const mentions = entities.filter((entity) => entity.type === "mention");
  const ids = new Map(mentions.map((mention) => [mention.text, mention.mentioned?.id]));
  const own = new Set(
    mentions.filter((mention) => mention.mentioned?.id === recipientId).map((mention) => mention.text),
  );
  const start = opensMessage ? text.length - text.trimStart().length : -1;
  return text.replace(/<at[^<>]*>([^<>]*)<\/at>/gi, (whole: string, name: string, at: number) => {
    const unidentified = ids.get(whole) === undefined;
    return own.has(whole) || (unidentified && at === start) ? " " : name;
  });
}

export type TeamsMessage = Readonly<{
  text?: string;
  /** Teams says `plain` whatever was typed, so nothing here depends on it. */
  textFormat?: string;
  entities?: readonly MentionEntity[];
  attachments?: readonly Readonly<{ contentType?: string; content?: unknown }>[];
  recipientId: string;
}>;

/** Above any message that Teams delivers, with its markup. In UTF-16 code units. */
const longestDelivered = 60_000;

/**
 * The message without the bot's mention, with plain spaces and quotes, and with backticks around what was
 * formatted as code. `repaired`: a dash or a curly quote was replaced, so the card should show what will run. What is longer
 * than any message is left as it is: it is refused for its length.
 */
export function teamsText(message: TeamsMessage): { text: string; repaired: boolean } {
  const { text: given = "" } = message;
  if (given.length > longestDelivered) return { text: given, repaired: false };
  const words = ownWords(given, message, true).trim();
  const sentence = words.length > maxMessageLength ? words : withCode(words, message);
  const text = undoTypography(sentence);
  return { text, repaired: text !== sentence };
}

/** The words come from the text; only where it does not hold the code as typed, from the HTML. */
function withCode(words: string, message: TeamsMessage): string {
  const pieces = htmlPieces(htmlOf(message))
    .map((piece, index) => plainPiece(piece, message, index === 0))
    .filter((piece) => piece.text !== "");
  const codes = pieces.filter((piece) => piece.kind === "code");
  return codes.length === 0 ? words : joinPieces(locateCode(words, codes) ?? pieces).trim();
}

function plainPiece(piece: Piece, message: TeamsMessage, opensMessage: boolean): Piece {
  return piece.kind === "code"
    ? { ...piece, text: plainCharacters(decodeEntities(piece.text)).trim() }
    : { ...piece, text: ownWords(piece.text, message, opensMessage) };
}

function htmlOf(message: TeamsMessage): string {
  const html = message.attachments?.find((attachment) => attachment.contentType?.startsWith("text/html"));
  const { content } = html ?? {};
  return typeof content === "string" && content.length <= longestDelivered ? content : "";
}

/** `<quoted …/>` stands for the message that is replied to. */
function ownWords(text: string, message: TeamsMessage, opensMessage: boolean): string {
  const own = text.replace(/<\/?quoted\b[^<>]*>/gi, " ");
  const spoken = resolveMentions(own, message.entities ?? [], message.recipientId, opensMessage);
  return plainCharacters(decodeEntities(spoken));
}

/** Zero-width characters go, every kind of space becomes a space, every kind of line end a line feed. */
function plainCharacters(text: string): string {
  return text
    .replace(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g, "")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\t\p{Zs}]/gu, " ");
}
