// How German counts and lists.
import { formatsOf } from "../format.ts";

export { dotted } from "../parts.ts";

export const { message, counted, and, or, list, sentences, labelled, headed } = formatsOf("de");

export const upperFirst = (text: string): string => text.replace(/^./u, (first) => first.toUpperCase());

const andMore = message<{ names: string; more: number }>("{names} und {more, number} weitere");

/** The first ones by name; nobody reads on through a list of ten. `left`: so many more were not even kept. */
export const few = (names: readonly string[], left = 0): string =>
  names.length + left <= 4
    ? list(names)
    : andMore({ names: names.slice(0, 3).join(", "), more: names.slice(3).length + left });
