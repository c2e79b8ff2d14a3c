// How a language lists and spaces, and how it does the formats that look at no type of ours.
import { smallestRole } from "../../../core/access/roles.ts";
import { nameOf, withoutIds } from "../../../core/snapshot/resource-id.ts";
import { withoutTrailing } from "../../../core/text/text.ts";
import type { PlainFormats } from "./formats.ts";
import type { Catalogue } from "./texts.ts";
import { utc, utcSecond } from "./time.ts";

/**
 * A space stands between Chinese and Latin letters only: where a value turns out to be Chinese, or a full-width mark
 * stands beside it, the one that was written for a name is taken away.
 */
export const closeUp = (text: string): string =>
  text.replace(
    / (?=[，。：；、？（）“”])|(?<=[，。：；、？（）“”]) |(?<=\p{Script=Han}) (?=\p{Script=Han})/gu,
    "",
  );

type List = (parts: readonly string[]) => string;

const filled = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== "");

/** What Intl has for Chinese sets no space beside Latin letters. */
function chineseLists(): Readonly<Record<"and" | "or" | "list", List>> {
  const list: List = (parts) => filled(parts).join("、");
  const joinedBy =
    (word: string): List =>
    (parts) => {
      const all = filled(parts);
      const last = all.at(-1) ?? "";
      return all.length < 2 ? last : closeUp(`${list(all.slice(0, -1))} ${word} ${last}`);
    };
  return { and: joinedBy("和"), or: joinedBy("或"), list };
}

/** Lists leave out what is empty. */
export function listsOf(locale: string): Readonly<Record<"and" | "or" | "list", List>> {
  if (locale.startsWith("zh")) return chineseLists();
  const listed = (type: "conjunction" | "disjunction" | "unit"): List => {
    let lists: Intl.ListFormat | undefined;
    return (parts) => {
      lists ??= new Intl.ListFormat(locale, { type });
      return lists.format(filled(parts));
    };
  };
  return { and: listed("conjunction"), or: listed("disjunction"), list: listed("unit") };
}

/** Parts of one line beside each other; a layout, and no sentence. */
export const dotted = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(" · ");

export function styleOf(locale: string) {
  const isChinese = locale.startsWith("zh");
  const [apart, stop, colon, ends] = isChinese ? ["", "。", "：", ".!。！"] : [" ", ". ", ": ", ".!"];
  return {
    ...listsOf(locale),
    closeUp: isChinese ? closeUp : (text: string): string => text,
    /** One after the other; what is empty is left out. */
    sentences: (all: readonly string[]): string => all.filter((each) => each !== "").join(apart),
    withoutStop: (text: string): string => withoutTrailing(text, ends),
    labelled: (name: string, said: string): string => `${name}${colon}${said}`,
    /** A title, which may end without a stop, and what stands below it, for whoever listens. */
    headed: (title: string, text: string): string =>
      text === "" ? title : `${title}${/[.?…。？]$/.test(title) ? apart : stop}${text}`,
  };
}

export type Style = ReturnType<typeof styleOf>;

/** Nobody reads on through a list of ten. */
const mostNames = 4;

export function plainFormats(style: Style, texts: Catalogue): PlainFormats {
  const { and, or, list, sentences, withoutStop } = style;
  const few = (names: readonly string[], left = 0): string =>
    names.length + left <= mostNames
      ? list(names)
      : texts.lists.few({
          names: names.slice(0, mostNames - 1),
          more: names.slice(mostNames - 1).length + left,
        });
  return {
    and: (all) => and(all.map(String)),
    or: (all) => or(all.map(String)),
    list: (all) => list(all.map(String)),
    comma: (all) => all.filter((each) => each !== "").join(", "),
    few: (all) => few(all.map(String)),
    eachAnd: (all) => all.join(texts.lists.between.and),
    eachOr: (all) => all.join(texts.lists.between.or),
    clauses: (all) => all.join(texts.lists.between.clause),
    semicolons: (all) => all.join(texts.lists.between.semicolon),
    sentences: (all) => sentences(all.map(String)),
    dotted: (all) => dotted(all.map(String)),
    unique: (all) => [...new Set(all)],
    two: (all) => all.slice(0, 2),
    three: (all) => all.slice(0, 3),
    first: ({ names, left }) => few(names, left),
    count: (all) => all.length,
    code: (it) => `\`${it}\``,
    quoted: (name) => texts.lists.quoted({ name }),
    words: (it) => it,
    accusative: (it) =>
      String(it).replace(/^der (\p{Ll}+e(?= ))?/u, (_, word) => (word ? `den ${word}n` : "den ")),
    lowerFirst: (it) => String(it).replace(/^(?!Azure\b)[A-Z](?=[a-z']* )/, (first) => first.toLowerCase()),
    upperFirst: (it) => String(it).replace(/^./u, (first) => first.toUpperCase()),
    upper: (it) => String(it).toUpperCase(),
    lower: (it) => String(it).toLowerCase(),
    withoutStop: (it) => withoutStop(String(it)),
    kilobytes: (bytes) => Math.round(bytes / 1_024),
    withoutIds: (it) => withoutIds(String(it)),
    nameOf: (it) => nameOf(String(it)),
    smallestRole: (it) => smallestRole(String(it)),
    utc,
    second: utcSecond,
  };
}
