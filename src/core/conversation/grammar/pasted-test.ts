// A message over several lines that holds what a test or kubectl printed: alone, behind a sentence that names a cluster,
// or behind `diagnose prod-1`, with quotes or without.
import type { Observation } from "../../client/observation.ts";
import { readClientTest } from "../../client/read-client-test.ts";
import { parseClusterName } from "../../cluster-name.ts";
import { apiNamesIn, isApiName } from "../../network/address/api-server.ts";
import { cutText, withoutColours } from "../../text/text.ts";

/** What Teams takes in one message, in UTF-16 code units; of that, as much is kept as is masked at once. */
export const longestPaste = 28_000;
const longestKept = 7_500;

/** As it is kept: without what no tool prints as a letter, and of what is too long the beginning and the end. */
export const keptPaste = (text: string): string =>
  cutText(withoutColours(text).replace(/(?![\t\n])[\p{Cc}\p{Cf}]/gu, ""), longestKept, true).text.trim();

/**
 * `sentence`: what was written before it, empty where nothing was. `quoted`: whatever it holds was meant. `isOld`: it was
 * pasted with an earlier question.
 */
export type Pasted = Readonly<{ sentence: string; pasted: string; quoted: boolean; isOld: boolean }>;

/** What leads to it. */
const lead = /\bwith(\s{1,20}earlier)?[\s:]{0,20}$/i;

const quotes = ["`", '"', "'"];

/** Where a quotation begins that ends on no line of its own, or -1. */
function opening(line: string): number {
  for (let at = 0; at < line.length; at += 1) {
    const mark = line[at] ?? "";
    if (!quotes.includes(mark) || !/^[\s:]?$/.test(line[at - 1] ?? "")) continue;
    const end = line.indexOf(mark, at + 1);
    if (end === -1) return at;
    at = end;
  }
  return -1;
}

/** A quotation over several lines, with what stands behind it on its last line. */
function quotation(text: string, at: number): Readonly<{ inside: string; after: string }> {
  const end = text.lastIndexOf(text[at] ?? "");
  const after = text.slice(end + 1);
  return end > at && /^\s*(?:from\s+\S+)?\s*$/i.test(after.slice(0, 300))
    ? { inside: text.slice(at + 1, end), after: after.trim() }
    : { inside: text.slice(at + 1), after: "" };
}

/** The first line apart from the others; null where there is but one. */
export function splitPaste(message: string): Pasted | null {
  const text = message.trim();
  const lineEnd = text.indexOf("\n");
  if (lineEnd === -1) return null;
  const line = text.slice(0, lineEnd);
  const at = opening(line);
  const before = at === -1 ? line : line.slice(0, at);
  const led = lead.exec(before.slice(-60));
  const isOld = led?.[1] !== undefined;
  if (at !== -1) {
    const { inside, after } = quotation(text, at);
    const sentence = `${before.replace(lead, "").trim()} ${after}`.trim();
    return { sentence, pasted: inside, quoted: led !== null, isOld };
  }
  const sentence = before.replace(lead, "").replace(/[\s:]{1,20}$/, "");
  return { sentence, pasted: text.slice(lineEnd + 1), quoted: false, isOld };
}

const namesIn = (observed: readonly Observation[]): readonly string[] =>
  observed.flatMap((each) => {
    if (each.is === "name") return each.names;
    return each.is === "connection" && each.host !== null ? [each.host] : [];
  });

/** The API servers that were asked, then those that the text names besides. */
export const apiNamesMeant = (text: string, observed: readonly Observation[]): readonly string[] => [
  ...namesIn(observed).filter(isApiName),
  ...apiNamesIn(text),
];

/** The cluster that a line before the output names: alone, or behind a word that leads to it. */
export function clusterInSentence(sentence: string): string | null {
  if (sentence.length > 120 || /[$>#]\s/.test(sentence)) return null;
  const words = sentence.replace(/[\s:.,!]{1,20}$/, "").split(/\s+/);
  const [last = "", lead = ""] = words.toReversed();
  const isLed = words.length === 1 || /^(?:on|in|at|for|from|of|cluster)$/i.test(lead);
  return isLed && parseClusterName(last) !== null ? last : null;
}

export const observedIn = (text: string): readonly Observation[] =>
  text.length > longestPaste ? [] : readClientTest(text);
