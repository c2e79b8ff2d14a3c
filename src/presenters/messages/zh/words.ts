// How Chinese counts, lists and spaces.
import { closeUp, formatsOf } from "../format.ts";

export { closeUp } from "../format.ts";
export { dotted } from "../parts.ts";

export const { message, counted, and, or, list, sentences, labelled, headed } = formatsOf("zh-Hans");

/** The first ones by name; nobody reads on through a list of ten. `left`: so many more were not even kept. */
export const few = (names: readonly string[], left = 0): string =>
  names.length + left <= 4
    ? list(names)
    : closeUp(`${list(names.slice(0, 3))} 及另外 ${names.slice(3).length + left} 项`);
