// How Chinese counts, lists and spaces.
import { formatsOf } from "../format.ts";

export { dotted } from "../parts.ts";

export const { message, counted, sentences, labelled, headed } = formatsOf("zh-Hans");

/**
 * A space stands between Chinese and Latin letters only: where a value turns out to be Chinese, or a full-width mark
 * stands beside it, the one that was written for a name is taken away.
 */
export const closeUp = (text: string): string =>
  text.replace(
    / (?=[，。：；、？（）“”])|(?<=[，。：；、？（）“”]) |(?<=\p{Script=Han}) (?=\p{Script=Han})/gu,
    "",
  );

const some = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== "");

/** Lists leave out what is empty. */
export const list = (parts: readonly string[]): string => some(parts).join("、");

const joinedBy =
  (word: string) =>
  (parts: readonly string[]): string => {
    const all = some(parts);
    const last = all.at(-1) ?? "";
    return all.length < 2 ? last : closeUp(`${list(all.slice(0, -1))} ${word} ${last}`);
  };

export const and = joinedBy("和");
export const or = joinedBy("或");

/** The first ones by name; nobody reads on through a list of ten. `left`: so many more were not even kept. */
export const few = (names: readonly string[], left = 0): string =>
  names.length + left <= 4
    ? list(names)
    : closeUp(`${list(names.slice(0, 3))} 及另外 ${names.slice(3).length + left} 项`);
