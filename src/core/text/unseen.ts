// Characters of which nobody sees that they are there.

/**
 * Control characters, those of no width or no shape, and those that reverse the direction of text; but for the two by
 * which a phone says how the emoji before them is drawn.
 */
const unseen = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}](?<!\p{Extended_Pictographic}[\ufe0e\ufe0f])`;

/** One of them, but for those in `seen`, as they stand in a class of a pattern. */
export const unseenBut = (seen: string, flags = "u"): RegExp => new RegExp(`(?![${seen}])${unseen}`, flags);

/** Of one line. */
const inLine = unseenBut(String.raw`\t`);

/** As `202E`; null where there is none. */
export const unseenIn = (text: string): string | null =>
  inLine.exec(text)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0") ?? null;
