// The catalogue of each language: its texts, and how it does the formats in which a text may say a value.
import { withoutIds } from "../../core/snapshot/resource-id.ts";
import { utc } from "../time.ts";
import { closeUp, formatsOf } from "./format.ts";
import type { ComposedFormats, PlainFormats } from "./formats.ts";
import { type Format, readCatalogue } from "./read-catalogue.ts";
import type { Catalogue } from "./texts.ts";

/** Nobody reads on through a list of ten. */
const mostNames = 4;

/** How a language does the formats that look at no type of ours. */
function plainFormats(locale: string, texts: () => Catalogue): PlainFormats {
  const { and, or, list } = formatsOf(locale);
  const few = (names: readonly string[], left = 0): string =>
    names.length + left <= mostNames
      ? list(names)
      : texts().lists.few({
          names: names.slice(0, mostNames - 1),
          more: names.slice(mostNames - 1).length + left,
        });
  return {
    and: (all) => and(all.map(String)),
    or: (all) => or(all.map(String)),
    list: (all) => list(all.map(String)),
    comma: (all) => all.filter((each) => each !== "").join(", "),
    few: (all) => few(all.map(String)),
    eachAnd: (all) => all.join(texts().lists.between.and),
    eachOr: (all) => all.join(texts().lists.between.or),
    clauses: (all) => all.join(texts().lists.between.clause),
    semicolons: (all) => all.join(texts().lists.between.semicolon),
    unique: (all) => [...new Set(all)],
    three: (all) => all.slice(0, 3),
    first: ({ names, left }) => few(names, left),
    count: (all) => all.length,
    code: (it) => `\`${it}\``,
    words: (it) => it,
    upperFirst: (it) => String(it).replace(/^./u, (first) => first.toUpperCase()),
    upper: (it) => String(it).toUpperCase(),
    lower: (it) => String(it).toLowerCase(),
    withoutIds: (it) => withoutIds(String(it)),
    utc,
  };
}

/** `add`: formats whose words are not in the catalogue yet. */
type Language = Readonly<{ texts: Catalogue; add: (formats: Partial<ComposedFormats>) => void }>;

/** `locale`: by which Intl counts and lists. */
function languageOf(folder: string, locale: string): Language {
  const formats = new Map<string, Format>();
  const add = (some: object): void => {
    for (const [name, format] of Object.entries(some)) formats.set(name, format);
  };
  const texts: Catalogue = readCatalogue({
    folder,
    locale,
    formats,
    closeUp: folder === "zh" ? closeUp : (text) => text,
  });
  add(plainFormats(locale, () => texts));
  return { texts, add };
}

export const english = languageOf("en", "en-GB");
export const german = languageOf("de", "de");
export const chinese = languageOf("zh", "zh-Hans");
