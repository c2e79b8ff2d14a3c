// Picks the language of an answer.
import { lookUp } from "../../core/text/look-up.ts";
import { lazily } from "./catalogue/read-catalogue.ts";
import { languageOf } from "./language.ts";

export type Messages = ReturnType<typeof languageOf>;

/** Each has a folder of texts. By its locale Intl counts and lists. */
const locales = { de: "de", en: "en-GB", zh: "zh-Hans" };

/** By the first part of a locale: `de` serves `de-AT` too. Each is read when somebody first speaks it. */
const spoken = lazily(locales, languageOf);
export const languages: Readonly<Record<string, Messages>> = spoken;

/** Texts for the locale of an activity or of a shell, `en-US` or `de_DE.UTF-8`; English for every other. */
export function messages(locale?: unknown, all = languages): Messages {
  const [language = ""] = (typeof locale === "string" ? locale : "").toLowerCase().split(/[-_.@]/);
  return lookUp(all, language) ?? spoken.en;
}
