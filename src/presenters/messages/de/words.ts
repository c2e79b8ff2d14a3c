// Wie Deutsch zählt und aufzählt.
import { formatsOf } from "../format.ts";

export const { message, counted, and, or, list } = formatsOf("de");

/** Parts of one line beside each other; a layout, and no sentence. */
export const dotted = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(" · ");

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const andMore = message<{ names: string; more: number }>("{names} und {more, number} weitere");

/** The first ones by name; nobody reads on through a list of ten. */
export const few = (names: readonly string[]): string =>
  names.length <= 4 ? list(names) : andMore({ names: list(names.slice(0, 3)), more: names.length - 3 });
