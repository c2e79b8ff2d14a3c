// The catalogue of each language: its texts, and how it does the formats in which a text may say a value.
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
  return {
    and: (all) => and(all.map(String)),
    or: (all) => or(all.map(String)),
    list: (all) => list(all.map(String)),
    comma: (all) => all.filter((each) => each !== "").join(", "),
    few: (all) =>
      all.length <= mostNames
        ? list(all.map(String))
        : texts().lists.few({ names: all.slice(0, mostNames - 1), more: all.length - mostNames + 1 }),
    count: (all) => all.length,
    code: (it) => `\`${it}\``,
    words: (it) => it,
    upperFirst: (it) => String(it).replace(/^./u, (first) => first.toUpperCase()),
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
