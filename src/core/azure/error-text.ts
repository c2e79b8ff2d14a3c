// The text of an error: what of it is JSON, what a page calls itself, and Azure's words as one short line.
import { redact } from "../redact/redact.ts";
import type { Answered } from "../snapshot/arm-failure.ts";

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

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** One line of at most 300 characters. */
export function shortLine(text: string): string {
  const line = oneLine(text);
  return line.length > longestWords
    ? `${line
        .slice(0, longestWords - 1)
        .toWellFormed()
        .trimEnd()}…`
    : line;
}

/** What the body of an error says: a sentence, or what the policy is called that forbade it. */
export type AzureSaid = string | Readonly<{ policy: string }>;

/** ARM lists every policy and its definition by id after this; `additionalInfo` names it. */
const policyIds = /Policy identifiers:/i;

const withoutIds = (said: AzureSaid): AzureSaid =>
  typeof said === "string" ? (said.split(policyIds)[0]?.trim() ?? "") : said;

/** Of which kind it is says the outermost; what exactly was wrong, often only the next one. */
function telling(all: readonly AzureSaid[]): readonly AzureSaid[] {
  const [first = "", ...inner] = all.map(withoutIds);
  const isMore = (said: AzureSaid): boolean =>
    typeof said === "string"
      ? said !== "" && !(typeof first === "string" && first.includes(said))
      : typeof first === "string";
  return [first, inner.find(isMore) ?? ""];
}

const masked = (text: string): string => oneLine(redact(text).text);

/** Free text that somebody wrote into Azure: one line, masked and short. */
export const maskedLine = (text: string): string => shortLine(masked(text));

/** Each one line, masked and short; empty where Azure said nothing. Behind words that are cut no policy is named. */
export function azureWords(all: readonly AzureSaid[]): Pick<Answered, "message" | "policy"> {
  const told = telling(all);
  const words = masked(told.filter((said) => typeof said === "string").join(" "));
  const [policy] = told.flatMap((said) => (typeof said === "string" ? [] : [said.policy]));
  const isNamed = policy !== undefined && words.length <= longestWords;
  return { message: shortLine(words), ...(isNamed && { policy: maskedLine(policy) }) };
}
