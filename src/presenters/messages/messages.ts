// Picks the language of an answer. Another language is a folder beside `en`, typed by the English one.
import { en } from "./en.ts";

export type Messages = typeof en;

type Text = string | readonly unknown[] | ((...values: never[]) => unknown);
type Otherwise<Texts> = Texts extends Text
  ? Texts
  : { readonly [Name in keyof Texts]?: Otherwise<Texts[Name]> };

/** What another language says otherwise; what it leaves out stays English. */
export type Translation = Otherwise<Messages>;

/** By the first part of a locale: `de` serves `de-AT` too. */
const TRANSLATIONS: Readonly<Record<string, Translation>> = {};

/** The English texts with a translation laid over them, text by text. */
export const translated = (translation: Translation): Messages =>
  // What is laid over is typed by what lies below.
  over(en, translation) as Messages;

function over(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (!isGroup(below) || !isGroup(above)) return above;
  const texts = Object.entries(below).map(([name, text]) => [name, over(text, above[name])] as const);
  return Object.fromEntries(texts);
}

const isGroup = (texts: unknown): texts is Readonly<Record<string, unknown>> =>
  typeof texts === "object" && texts !== null && !Array.isArray(texts);

/** Texts for the locale of an activity, `en-US` for example; English for every other, and for what is none. */
export function messages(locale?: unknown, translations = TRANSLATIONS): Messages {
  const language = (typeof locale === "string" ? locale : "").toLowerCase().split("-")[0] ?? "";
  const translation = Object.hasOwn(translations, language) ? translations[language] : undefined;
  return translation === undefined ? en : translated(translation);
}
