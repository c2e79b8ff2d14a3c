// Picks the language of an answer. Each is a whole catalogue, typed by the English one.
import { lookUp } from "../../core/text/look-up.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

type Language = typeof en;

/** `docsUrl`: where whoever runs the product has put its documents; empty where nobody said. */
export type Messages = Language & Readonly<{ docsUrl: string }>;

const undocumented = (language: Language): Messages => ({ ...language, docsUrl: "" });
const english = undocumented(en);

/** By the first part of a locale: `de` serves `de-AT` too. */
export const languages: Readonly<Record<string, Messages>> = {
  de: undocumented(de),
  en: english,
  zh: undocumented(zh),
};

/** Texts for the locale of an activity or of a shell, `en-US` or `de_DE.UTF-8`; English for every other. */
export function messages(locale?: unknown, all = languages): Messages {
  const [language = ""] = (typeof locale === "string" ? locale : "").toLowerCase().split(/[-_.@]/);
  return lookUp(all, language) ?? english;
}
