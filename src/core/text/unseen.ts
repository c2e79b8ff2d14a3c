// Characters of which nobody sees that they are there.

/** Control characters, those of no width or no shape, and those that reverse the direction of text. Phones write the two that make an emoji of a sign. */
const unseen = /(?!\t)\p{Cc}|(?!\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb\p{Zl}\p{Zp}]/u;

/** As `202E`; null where there is none. */
export const unseenIn = (text: string): string | null =>
  unseen.exec(text)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0") ?? null;
