// The text of an error: what of it is JSON, what a page calls itself, and Azure's words as one short line.
import { redact } from "../redact/redact.ts";

/** A body that is longer is no error of ARM's, so its JSON may be cut. */
export const longestBody = 65_536;

/** An object, a list or a quoted text; undefined where it is none. */
export function parsed(text: string): unknown {
  if (!/^[{["]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const longestHead = 4_096;

/** What a gateway's page calls itself, such as `Service Unavailable`. */
export function pageTitle(page: string): string {
  const title = /<title>([^<]*)/i.exec(page.slice(0, longestHead))?.[1] ?? "";
  return title.replace(/^\s*\d{3}\s*-?/, "").trim();
}

const longestWords = 300;

/** ARM lists every policy and its definition by id after this; `additionalInfo` names it. */
const policyIds = /Policy identifiers:/i;

/** Of which kind it is says the outermost; what exactly was wrong, often only the next one. */
const telling = (sentences: readonly string[]): readonly string[] => {
  const [first, ...inner] = sentences.map((each) => each.split(policyIds)[0]?.trim() ?? "");
  const second = inner.find((each) => each !== "" && !first?.includes(each));
  return [first ?? "", second ?? ""].filter((each) => each !== "");
};

/** One line of at most 300 characters, masked; empty where Azure said nothing. */
export function azureWords(sentences: readonly string[]): string {
  const text = telling(sentences).join(" ");
  const line = redact(text).text.replace(/\s+/g, " ").trim();
  return line.length > longestWords
    ? `${line
        .slice(0, longestWords - 1)
        .toWellFormed()
        .trimEnd()}…`
    : line;
}
