// From the sentence that somebody typed to what they ask for.
import type { Observation } from "../../client/observation.ts";
import { readClientTest } from "../../client/read-client-test.ts";
import { parseClusterName } from "../../cluster-name.ts";
import { hasKnownError } from "../../diagnosis/symptoms.ts";
import { apiNamesIn, isApiName } from "../../network/address/api-server.ts";
import { cutText, withoutColours } from "../../text/text.ts";
import type { Intent, Understood } from "../intent.ts";
import { type ParseError, unknown } from "../parse-error.ts";
import { splitWords, unquoted } from "../split-words.ts";
import { isNote } from "./incident-line.ts";
import { malformed, parseVerb, understood } from "./parse-verb.ts";
import { suggestVerb } from "./suggest-verb.ts";

// A message over several lines that holds what a test or kubectl printed: alone, behind a sentence that names a cluster,
// or behind `diagnose prod-1`, with quotes or without.

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
type Pasted = Readonly<{ sentence: string; pasted: string; quoted: boolean; isOld: boolean }>;

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

/** In UTF-16 code units. Longer messages are refused unread. */
export const maxMessageLength = 4000;

/**
 * Understands one message, cleaned by `teamsText`. Verbs in any case; `please`, a leading `/` and a sentence's
 * final punctuation do not count, but no word is taken from a command. Never throws.
 */
export function parseIntent(text: string): Understood {
  const pasted = text.length > longestPaste ? null : understoodOutput(text);
  if (pasted !== null) return pasted;
  const unreadable = whyUnreadable(text);
  if (unreadable !== null) {
    return malformed(unreadable);
  }
  const sentence = isNote(text) ? text.trim() : bareSentence(text);
  if (sentence === "") {
    return understood({ kind: "help" });
  }
  const read = parseVerb(sentence);
  if (read !== null && isOnlyAsked(read, text)) return malformed(unknown(text));
  if (read !== null) return read;
  return pastedAlone(text, "") ?? malformed(suggestVerb(sentence));
}

/** `closed?`, `I'm on it?`: nothing is done with an incident where it is a question. */
function isOnlyAsked(read: Understood, text: string): boolean {
  if (!/[?？]\s*$/.test(text)) return false;
  if (!read.ok) return read.reason.is === "incidentReasonMissing";
  const { intent } = read;
  return intent.kind === "incident" || (intent.kind === "actOnIncident" && intent.act.act !== "note");
}

/** A terminal's colours are no part of an output, and no command has any. */
function understoodOutput(text: string): Understood | null {
  const plain = withoutColours(text);
  return understoodPaste(plain) ?? (plain === text ? null : pastedAlone(plain, ""));
}

const diagnosing = /^(?:please[\s,]+)?\/?(?=(?:diagnose|check|what|why)\b)/i;

/** What was printed over several lines, as the question about its cluster; null where the message is something else. */
function understoodPaste(text: string): Understood | null {
  const split = splitPaste(text);
  if (split === null) return null;
  const { sentence, pasted, quoted, isOld } = split;
  if (!diagnosing.test(sentence)) return pastedAlone(text, sentence);
  const symptom = keptPaste(pasted);
  if (symptom === "" || !(quoted || isKnown(symptom))) return null;
  const asked = parseIntent(sentence);
  if (!asked.ok || asked.intent.kind !== "diagnose") return asked;
  const { intent } = asked;
  return understood({
    ...intent,
    client: { ...intent.client, symptom, ...(isOld ? { symptomIsOld: true } : {}) },
  });
}

/**
 * The API servers that a pasted output asks. None behind `diagnose NAME`, which means that cluster and no other; a word
 * like any other before the output, `Output:` or `from my laptop`, names no cluster.
 */
export function meantByPaste(text: string): readonly string[] {
  if (text.length > longestPaste || diagnosing.test(splitPaste(text)?.sentence ?? text)) return [];
  const observed = observedIn(text);
  return observed.some(isOfTool) ? apiNamesMeant(text, observed) : [];
}

/** A tool printed it, or it is an error that is known. */
const isKnown = (text: string): boolean => observedIn(text).length > 0 || hasKnownError(text);

/** People write of servers and names, too: what has no dot is no name of an API server, and many a server says 500. */
const isOfTool = (each: Observation): boolean =>
  each.is === "name"
    ? each.names.length === 0 || each.names.some((name) => name.includes("."))
    : each.is !== "http" || each.by === "apiServer";

/** Nothing but the output, or a sentence before it that names the cluster; else the API server's own name does. */
function pastedAlone(text: string, sentence: string): Understood | null {
  const observed = observedIn(text);
  if (!observed.some(isOfTool)) return null;
  const named = observedIn(sentence).length > 0 ? null : clusterInSentence(sentence);
  const [asked = null] = apiNamesMeant(text.slice(0, longestPaste), observed);
  const cluster = named ?? asked;
  return understood({ kind: "diagnose", cluster, client: { symptom: keptPaste(text) } });
}

export const tooLong = ({ length }: string): ParseError => ({
  is: "tooLong",
  length,
  longest: maxMessageLength,
});

function whyUnreadable(text: string): ParseError | null {
  if (text.length > maxMessageLength) return tooLong(text);
  const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}]/u.exec(text)?.[0].codePointAt(0);
  if (invisible !== undefined) {
    return { is: "invisible", codePoint: invisible.toString(16).toUpperCase().padStart(4, "0") };
  }
  const lines = text.split(/[\n\r\u2028\u2029]/).filter((line) => line.trim() !== "");
  return lines.length > 1 ? { is: "severalLines", count: lines.length } : null;
}

/** Without what makes it a polite sentence. A message that is one quotation is what it quotes. */
function bareSentence(text: string): string {
  const sentence = text
    .trim()
    .replace(/([^\s/.?!])[.?!]+$/, "$1")
    .replace(/^please[\s,]+/i, "")
    .replace(/^k\s+(?=(?:get|describe|logs|top|rollout|auth|explain|version)\s)/i, "kubectl ");
  const [only, ...others] = splitWords(sentence).words;
  const unwrapped = only?.quoted && others.length === 0 ? unquoted(only) : sentence;
  return unwrapped.trim().replace(/^\/(?=[a-z])/i, "");
}

/** `note …` with more lines below it. */
export function noteOverLines(text: string): Intent | null {
  const lines = text.trim().split(/[\n\r\u2028\u2029]+/);
  if (lines.length < 2) return null;
  const read = parseIntent(lines.map((line) => line.trim()).join(" "));
  const isNote = read.ok && read.intent.kind === "actOnIncident" && read.intent.act.act === "note";
  return isNote ? read.intent : null;
}
