// A language for tests: English with ⟦ ⟧ around every text. What is shown outside the marks comes from nowhere in the
// catalogue: it is data, or would be English in every language.
import { languages, type Messages, messages } from "../../../src/presenters/messages/messages.ts";

const marked = (text: unknown): unknown => (typeof text === "string" && text !== "" ? `⟦${text}⟧` : text);

function wrapped(texts: unknown): unknown {
  if (typeof texts === "function") return (...values: readonly unknown[]) => wrapped(texts(...values));
  if (Array.isArray(texts)) return texts.map(wrapped);
  if (typeof texts !== "object" || texts === null) return marked(texts);
  return Object.fromEntries(Object.entries(texts).map(([name, each]) => [name, wrapped(each)]));
}

export const pseudo = wrapped(messages("en")) as Messages;

/** Makes the product speak it, to whoever has this locale; other test files of the worker share it, so that it ends with this one. */
export function speakPseudo(): string {
  Object.assign(languages, { qps: pseudo });
  afterAll(() => Reflect.deleteProperty(languages, "qps"));
  return "qps-ploc";
}

/** What stands outside the marks; behind one that was cut off, nothing. */
export function unmarked(text: string): string {
  let depth = 0;
  let outside = "";
  for (const letter of text) {
    if (letter === "⟦") depth += 1;
    else if (letter === "⟧") depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += letter;
  }
  return outside;
}
