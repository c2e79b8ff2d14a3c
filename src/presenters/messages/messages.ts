// Picks the language of an answer. Another language is a folder beside `en`, typed by the English one.
import { en } from "./en.ts";

export type Messages = typeof en;

/** What another language says otherwise; what it leaves out stays English. */
export type Translation = { readonly [Section in keyof Messages]?: Partial<Messages[Section]> };

/** By the first part of a locale: `de` serves `de-AT` too. */
const TRANSLATIONS: Readonly<Record<string, Translation>> = {};

/** The English texts with a translation laid over them. */
export function translated(translation: Translation): Messages {
  const english: Readonly<Record<string, object>> = en;
  const own: Readonly<Record<string, object | undefined>> = translation;
  const sections = Object.entries(english).map(
    ([name, texts]) => [name, { ...texts, ...own[name] }] as const,
  );
  return Object.assign({}, en, Object.fromEntries(sections));
}

/** Texts for the locale of an activity, `en-US` for example; English for every other, and for what is none. */
export function messages(locale?: unknown, translations = TRANSLATIONS): Messages {
  const language = (typeof locale === "string" ? locale : "").toLowerCase().split("-")[0] ?? "";
  const translation = Object.hasOwn(translations, language) ? translations[language] : undefined;
  return translation === undefined ? en : translated(translation);
}
