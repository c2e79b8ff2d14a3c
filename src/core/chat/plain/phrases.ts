// How words and phrases are written down.

/**
 * A phrase is words in their order, with others between them or none: `a|b` is one word of several, `^` before the first
 * says that a part of the sentence begins with it, `$` behind the last that the line ends with it, `~` before one that
 * it may hold a typing mistake, `*` that it is the end of a longer one, `…` that any number of words stands before it,
 * `<address>` an IPv4 address or range, `<number>` a number. Words are in small letters, without apostrophes: `cant`.
 */
export type Phrases = readonly string[];

/** Words separated by spaces, whatever their order. */
export type Words = string;
