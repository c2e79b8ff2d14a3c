// What a presenter returns: the card, and the line that a notification or a screen reader reads first.

/** `card`: an Adaptive Card 1.5 as JSON. `summary`: plain text for the message's own `summary`. */
export type Presented = Readonly<{ card: object; summary: string }>;

/** Most UTF-16 bytes of one card. Teams takes about 100 KB a message and advises to stay under 80. */
export const CARD_BUDGET = 60 * 1024;

/** Size as Teams counts it: two bytes for each UTF-16 unit of the JSON. */
export const cardSize = (card: object): number => JSON.stringify(card).length * 2;
