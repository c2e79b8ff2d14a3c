// How a language counts, chooses and lists. A message is ICU's own format, read once, when its file is loaded, so that
// one that is not well formed stops every test and not a card.
import { IntlMessageFormat } from "intl-messageformat";

type Values = Readonly<Record<string, string | number>>;

/** Each is asked for anew for every value that is said, and costs more to make than all the rest of a message. */
function madeOnce<Options, Format>(make: (options?: Options) => Format) {
  const made = new Map<string, Format>();
  return (_: unknown, options?: Options): Format => {
    const key = JSON.stringify(options) ?? "";
    const format = made.get(key) ?? make(options);
    made.set(key, format);
    return format;
  };
}

/** Numbers stand as they are typed in commands and settings: 2000, not 2,000. */
export const plainNumbers = (locale: string) => ({
  getNumberFormat: madeOnce(
    (options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, { ...options, useGrouping: false }),
  ),
  getDateTimeFormat: madeOnce(
    (options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
  ),
  getPluralRules: madeOnce((options?: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options)),
});

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
function listsOf(locale: string): Readonly<Record<"and" | "or" | "list", List>> {
  if (locale.startsWith("zh")) return chineseLists();
  const listed = (type: "conjunction" | "disjunction" | "unit"): List => {
    const lists = new Intl.ListFormat(locale, { type });
    return (parts) => lists.format(filled(parts));
  };
  return { and: listed("conjunction"), or: listed("disjunction"), list: listed("unit") };
}

/** The ways of one language. `<` and `>` are letters: no message holds markup. */
export function formatsOf(locale: string) {
  const formatters = plainNumbers(locale);
  const message = <V extends Values>(icu: string): ((values: V) => string) => {
    const read = new IntlMessageFormat(icu, locale, undefined, { formatters, ignoreTag: true });
    return (values) => String(read.format(values as Record<string, string | number>));
  };
  const one = <Value extends string | number>(icu: string) => {
    const said = message<{ it: Value }>(icu);
    return (it: Value): string => said({ it });
  };
  const [apart, stop, colon] = locale.startsWith("zh") ? ["", "。", "："] : [" ", ". ", ": "];
  return {
    message,
    /** Of a message whose one value is the count `it`. */
    counted: one<number>,
    ...listsOf(locale),
    /** One after the other; what is empty is left out. */
    sentences: (all: readonly string[]): string => all.filter((each) => each !== "").join(apart),
    labelled: (name: string, said: string): string => `${name}${colon}${said}`,
    /** A title, which may end without a stop, and what stands below it, for whoever listens. */
    headed: (title: string, text: string): string =>
      text === "" ? title : `${title}${/[.?…。？]$/.test(title) ? apart : stop}${text}`,
  };
}
