// A language for tests: English with ⟦ ⟧ around every text, so that a text that comes from nowhere in the catalogue shows.
import type { Language } from "../../src/presenters/messages/messages.ts";

const marked = (text: unknown): unknown => (typeof text === "string" && text !== "" ? `⟦${text}⟧` : text);

function wrapped(texts: unknown): unknown {
  if (typeof texts === "function") return (...values: readonly unknown[]) => wrapped(texts(...values));
  if (Array.isArray(texts)) return texts.map(wrapped);
  if (typeof texts !== "object" || texts === null) return marked(texts);
  return Object.fromEntries(Object.entries(texts).map(([name, each]) => [name, wrapped(each)]));
}

export const pseudo = (language: Language): Language => wrapped(language) as Language;
