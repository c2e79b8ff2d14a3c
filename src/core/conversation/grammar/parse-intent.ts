// From the sentence that somebody typed to what they ask for.

import type { Observation } from "../../client/observation.ts";
import { hasKnownError } from "../../diagnosis/symptoms.ts";
import { withoutColours } from "../../text/text.ts";
import type { Intent, Understood } from "../intent.ts";
import type { ParseError } from "../parse-error.ts";
import { splitWords, unquoted } from "../split-words.ts";
import { parseVerb } from "./parse-verb.ts";
import {
  apiNamesMeant,
  clusterInSentence,
  keptPaste,
  longestPaste,
  observedIn,
  splitPaste,
} from "./pasted-test.ts";
import { suggestVerb } from "./suggest-verb.ts";

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
  const sentence = bareSentence(text);
  if (sentence === "") {
    return understood({ kind: "help" });
  }
  const read = parseVerb(sentence);
  if (read !== null) return read;
  const error = pastedAlone(text, "");
  return error ?? { ok: false, code: "unknown", reason: suggestVerb(sentence) };
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

const understood = (intent: Intent): Understood => ({ ok: true, intent });

const malformed = (reason: ParseError): Understood => ({ ok: false, code: "malformed", reason });
