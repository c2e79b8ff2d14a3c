// From the sentence that somebody typed to what they ask for.

import type { Observation } from "../client-test/observation.ts";
import { hasKnownError } from "../diagnosis/symptoms.ts";
import { withoutColours } from "../text/terminal-colours.ts";
import type { Intent, Understood } from "./intent.ts";
import type { Misread } from "./misread.ts";
import { parseCommandAndCluster } from "./parse-command.ts";
import { parseMode } from "./parse-mode.ts";
import { isSymptom, parseTarget, takeCluster } from "./parse-target.ts";
import {
  apiNamesMeant,
  clusterInSentence,
  keptPaste,
  longestPaste,
  observedIn,
  splitPaste,
} from "./pasted-test.ts";
import { brief } from "./reasons.ts";
import { suggestVerb } from "./suggest-verb.ts";
import { topics } from "./topic.ts";
import { splitWords, unquoted } from "./words.ts";

/** In UTF-16 code units. Longer messages are refused unread. */
export const maxMessageLength = 4000;

const cannotReach = "(?:(?:can'?t|cannot|can not) (?:i|we)|can (?:i|we) not) reach";
const requestId = "R[-\u2010-\u2013][0-9A-Z]{10}";
const kindly = "[\\s,;]*(?:please|bitte)";
/** Why, or where, as people say it: whoever decides sees the card. Of two requests neither is meant. */
const besides = `(?!.*${requestId})(?:[\\s,;]*(?:because|weil|因为).*|\\s*[:;,–—-]\\s.*|\\s+on\\s+\\S+)`;

const verbs: readonly Verb[] = [
  verb("help|hi|hello", () => understood({ kind: "help" })),
  verb("(?:list )?clusters", (rest) => alone("clusters", { kind: "clusters" }, rest)),
  verb(`diagnose|check|what(?: is|'?s) wrong with|why ${cannotReach}`, (rest) => target("diagnose", rest)),
  verb("access(?: to)?|ways in(?: ?to)?", (rest) => target("access", rest)),
  verb("watch", (rest) => watched("watch", rest)),
  verb("unwatch", (rest) => watched("unwatch", rest)),
  verb("watches", (rest) => alone("watches", { kind: "watches" }, rest)),
  verb("can(?: |-)i(?: run)?", (rest) => command("canI", rest)),
  verb("run", (rest) => command("run", rest)),
  { pattern: /^(?=(?:kubectl|helm)(?:\s|$))/i, read: (rest) => command("run", rest) },
  ofRequest("approve|reject|review|genehmigen?|ablehnen|批准|拒绝", "review"),
  ofRequest("withdraw|cancel|zurückziehen|撤回", "withdraw"),
  ofRequest("resume", "resume"),
  ofRequest("fix", "fix"),
  ofRequest("undo", "undo"),
  verb("status", (rest) => alone("status", { kind: "status" }, rest)),
  verb("whoami|who am i", (rest) => alone("whoami", { kind: "whoAmI" }, rest)),
  verb("(?:sign|log)(?: |-)?in", (rest) => alone("sign in", { kind: "signIn" }, rest)),
  verb("(?:sign|log)(?: |-)?out", (rest) => alone("sign out", { kind: "signOut" }, rest)),
  verb("mode", parseMode),
  verb("about", about),
  verb("forget my place", (rest) => alone("forget my place", { kind: "forgetPlace" }, rest)),
  verb("forget(?: |-)me", (rest) => alone("forget me", { kind: "forgetMe" }, rest)),
];

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
  for (const { pattern, read } of verbs) {
    const match = pattern.exec(sentence);
    if (match !== null) {
      const rest = sentence.slice(match[0].length);
      return splitWords(rest).unclosed ? malformed({ is: "unclosedQuote" }) : read(rest);
    }
  }
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

export const tooLong = ({ length }: string): Misread => ({
  is: "tooLong",
  length,
  longest: maxMessageLength,
});

function whyUnreadable(text: string): Misread | null {
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

type Verb = Readonly<{ pattern: RegExp; read: (rest: string) => Understood }>;

/** A space in `phrase` stands for one or more; after the phrase a space, comma, colon or `!` follows, or nothing. */
function verb(phrase: string, read: Verb["read"]): Verb {
  const spaced = phrase.replaceAll(/ (?!\?)/g, "\\s+");
  return { pattern: new RegExp(`^(?:${spaced})(?:[\\s,:!]+|$)`, "i"), read };
}

type OfRequest = Extract<Intent, { run: string }>["kind"];

/** The id of a request follows, as its card shows it or in quotes. Why a fix is wanted is read before this. */
function ofRequest(phrase: string, kind: OfRequest): Verb {
  const more = kind === "review" || kind === "withdraw" ? `(?:${kindly}|${besides})?` : `(?:${kindly})?`;
  const pattern = new RegExp(`^(?:${phrase})[\\s,:!]*(?=["'\`(]?${requestId}["'\`)]?${more}$)`, "i");
  const idIn = new RegExp(requestId, "i");
  return {
    pattern,
    read: (rest) =>
      understood({ kind, run: (idIn.exec(rest)?.[0] ?? "").toUpperCase().replace(/^R./, "R-") }),
  };
}

function alone(name: string, intent: Intent, rest: string): Understood {
  const extra = withoutPlease(rest);
  return extra === "" ? understood(intent) : malformed({ is: "notAlone", phrase: name, extra: brief(extra) });
}

function target(kind: "diagnose" | "access", rest: string): Understood {
  const parsed = parseTarget(withoutPlease(rest), kind === "diagnose");
  if (!parsed.ok) return malformed(parsed.reason);
  const { ok: _, ...target } = parsed;
  return understood({ kind, ...target });
}

function about(rest: string): Understood {
  const topic = topics.find((each) => each.toLowerCase() === withoutPlease(rest).toLowerCase());
  return topic === undefined
    ? { ok: false, code: "unknown", reason: suggestVerb(`about ${rest}`) }
    : understood({ kind: "told", topic });
}

/** `[the] [cluster] [NAME]` and nothing more. */
function watched(kind: "watch" | "unwatch", rest: string): Understood {
  const named = takeCluster(splitWords(withoutPlease(rest)).words);
  if (!named.ok) return malformed(named.reason);
  const [extra] = named.rest;
  if (isSymptom(named.rest)) return malformed({ is: "symptomUnused", verb: kind });
  return extra === undefined
    ? understood({ kind, cluster: named.cluster })
    : malformed({ is: "afterCluster", verb: kind, extra: brief(extra.raw) });
}

function command(kind: "run" | "canI", rest: string): Understood {
  const parsed = parseCommandAndCluster(rest, kind === "run" ? "run" : "can-i");
  return parsed.ok
    ? understood({ kind, command: parsed.command, cluster: parsed.cluster })
    : malformed(parsed.reason);
}

function withoutPlease(rest: string): string {
  return rest.replace(/(?:^|[\s,]+)please$/i, "").trim();
}

function understood(intent: Intent): Understood {
  return { ok: true, intent };
}

function malformed(reason: Misread): Understood {
  return { ok: false, code: "malformed", reason };
}
