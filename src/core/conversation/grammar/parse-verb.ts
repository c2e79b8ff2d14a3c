// A line of the grammar: a verb, as the table of verbs has it, and what stands behind it.
import { type Mode, modes } from "../../mode.ts";
import type { Phrases, VerbGrammar } from "../chat-verb.ts";
import type { Intent, IntentKind, Understood } from "../intent.ts";
import { brief, type ParseError, written } from "../parse-error.ts";
import { isWord, splitWords, unquoted, type Word } from "../split-words.ts";
import { conversationTopics } from "../topic.ts";
import { type chatVerbs, verbEntries, verbOf } from "../verbs.ts";
import { takeWatchClauses } from "../watch-clauses.ts";
import { takeClusterFlag } from "./cluster-flag.ts";
import { incidentLine } from "./incident-line.ts";
import { isSymptom, parseTarget, takeCluster } from "./parse-target.ts";
import { suggestVerb } from "./suggest-verb.ts";

// What follows `run` and `can-i`: a command and the cluster it is for. The command itself is not looked into, but for
// the flags by which kubectl names a cluster.

type CommandAndCluster =
  | Readonly<{ ok: true; command: string; cluster: string | null }>
  | Readonly<{ ok: false; reason: ParseError }>;

type Verb = "run" | "can-i";

/**
 * `COMMAND [on NAME]` or `on NAME COMMAND`, the command quoted or bare. In a bare command the last ` on ` that
 * no quote holds names the cluster; flags and a pipe may follow. Where the end of the command is not certain this refuses: words of the
 * sentence must not become arguments, nor a command go to the cluster that was spoken of before.
 */
export function parseCommandAndCluster(text: string, verb: Verb): CommandAndCluster {
  const { words } = splitWords(text);
  const [first] = words;
  if (first === undefined) {
    return { ok: false, reason: { is: "commandMissing", verb } };
  }
  const parsed = isWord(first, "on")
    ? clusterFirst(text, words.slice(1))
    : commandFirst(text, first, words, verb);
  return parsed === null ? { ok: false, reason: { is: "commandEnd", verb } } : withClusterFlag(parsed);
}

/** `kubectl --context prod-1 get pods` names the cluster as `on prod-1` does. */
function withClusterFlag(parsed: CommandAndCluster): CommandAndCluster {
  if (!parsed.ok) return parsed;
  const flag = takeClusterFlag(parsed.command);
  if (!flag.ok || flag.cluster === null) return flag.ok ? parsed : flag;
  return parsed.cluster === null
    ? { ok: true, command: flag.command, cluster: flag.cluster }
    : {
        ok: false,
        reason: { is: "clusterTwice", cluster: brief(parsed.cluster) },
      };
}

function commandFirst(
  text: string,
  first: Word,
  words: readonly Word[],
  verb: Verb,
): CommandAndCluster | null {
  if (first.quoted) {
    return withCluster(unquoted(first), words.slice(1), verb);
  }
  const on = words.findLastIndex((word) => isWord(word, "on"));
  if (on === -1) {
    return { ok: true, command: text.trim(), cluster: null };
  }
  if (mayNameClusterBefore(words, on)) return null;
  const flags = words.findIndex((word, index) => index > on + 1 && /^(?:-|\|)/.test(word.raw));
  const end = flags === -1 ? words.length : flags;
  const before = text.slice(first.start, words[on]?.start).replace(/[\s,;]{1,20}$/, "");
  const behind = text.slice(words[flags]?.start ?? text.length).trim();
  return withCluster(`${before} ${behind}`.trim(), words.slice(on, end), verb);
}

/** An earlier `on` can only be a flag's value, as in `-n on`; else the sentence may name two clusters. So with `in` and `at`. */
function mayNameClusterBefore(words: readonly Word[], end: number): boolean {
  return words
    .slice(0, end)
    .some((word, index) => leadsToCluster(word) && words[index - 1]?.raw.startsWith("-") !== true);
}

const leadsToCluster = (word: Word): boolean => ["on", "in", "at"].some((lead) => isWord(word, lead));

/** `tail` is what follows the command: nothing, or `on` and the cluster. `null`: neither of these. */
function withCluster(command: string, tail: readonly Word[], verb: Verb): CommandAndCluster | null {
  const asked = isWord(tail.at(-1), "please") ? tail.slice(0, -1) : tail;
  const [on, ...cluster] = asked;
  if (on === undefined) {
    return { ok: true, command, cluster: null };
  }
  const named = takeCluster(cluster);
  if (!named.ok) {
    return isWord(on, "on") && cluster.length === 1 ? named : null;
  }
  const number = numberBehind(named.rest);
  if (isWord(on, "on") && isSymptom(named.rest)) return { ok: false, reason: { is: "symptomUnused", verb } };
  return isWord(on, "on") && named.cluster !== null && number !== null
    ? { ok: true, command, cluster: `${named.cluster}${number}` }
    : null;
}

/** `on prod 1` is prod-1. Null where something else follows the name. */
function numberBehind([number, ...more]: readonly Word[]): string | null {
  if (number === undefined) return "";
  return more.length === 0 && /^\d{1,4}$/.test(number.raw) ? `-${number.raw}` : null;
}

function clusterFirst(text: string, words: readonly Word[]): CommandAndCluster | null {
  const at = isWord(words[0], "cluster") ? 1 : 0;
  const named = takeCluster(words.slice(at, at + 1).map(withoutColon));
  const [first, ...others] = words.slice(at + 1);
  if (!named.ok) {
    return named;
  }
  if (named.cluster === null || first === undefined || others.some(leadsToCluster)) {
    return null;
  }
  if (first.quoted && others.length > 0) {
    return null;
  }
  const command = first.quoted ? unquoted(first) : text.slice(first.start).trim();
  return { ok: true, command, cluster: named.cluster };
}

function withoutColon(word: Word): Word {
  return { ...word, raw: word.raw.replace(/:$/, "") };
}

// What follows `mode`: nothing, or the mode to set and why.

/** In UTF-16 code units: it stands on every card as long as the mode is in force. */
const maxReasonLength = 200;

/** `[full|diagnose|off [because REASON]]` */
export function parseMode(rest: string): Understood {
  const text = rest.trim();
  if (text === "") return understood({ kind: "mode", set: null });
  const [, word = "", tail = ""] = /^(\S+?),?(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  const mode = modes.find((known) => known === word.toLowerCase());
  if (mode === undefined) {
    return malformed({ is: "noMode", ...written(word) });
  }
  const reason = reasonOf(tail);
  if (reason === null) return set(mode, null);
  if (reason === "") return malformed({ is: "modeReasonMissing", mode });
  if (reason.length > maxReasonLength) {
    return malformed({ is: "modeReasonTooLong", length: reason.length, longest: maxReasonLength });
  }
  return set(mode, reason);
}

/** Null where none is given; empty where it is begun and not said. */
function reasonOf(tail: string): string | null {
  if (tail === "" || /^please$/i.test(tail)) return null;
  const [, reason = ""] = /^because(?:\s+of)?(?:\s+([\s\S]+))?$/i.exec(tail) ?? [];
  return reason.trim();
}

const set = (mode: Mode, reason: string | null): Understood =>
  understood({ kind: "mode", set: { mode, reason } });

/** The words of every language, as one regular expression. */
const spokenAs = ({ en, de, zh }: Phrases): string =>
  [en, de, zh].filter((words) => words !== undefined).join("|");

const requestId = "R[-\u2010-\u2013][0-9A-Z]{10}";
const kindly = `[\\s,;]*(?:${spokenAs({ en: "please", de: "bitte" })})`;
const because = spokenAs({ en: "because", de: "weil", zh: "因为" });
/** Why, or where, as people say it: whoever decides sees the card. Of two requests neither is meant. */
const besides = `(?!.*${requestId})(?:[\\s,;]*(?:${because}).*|\\s*[:;,–—-]\\s.*|\\s+on\\s+\\S+)`;

type Reads = VerbGrammar["reads"];
type Reading<What extends Reads> = {
  [Kind in IntentKind]: (typeof chatVerbs)[Kind]["grammar"] extends { reads: What } ? Kind : never;
}[IntentKind];

/** What stands behind the phrase of a verb. */
const readers: { readonly [What in Reads]: (kind: Reading<What>, rest: string) => Understood | null } = {
  anything: (kind) => understood({ kind }),
  nothing: (kind, rest) => {
    const extra = withoutPlease(rest);
    return extra === ""
      ? understood({ kind })
      : malformed({ is: "notAlone", phrase: nameOf(kind), extra: brief(extra) });
  },
  target: (kind, rest) => {
    const parsed = parseTarget(withoutPlease(rest), kind === "diagnose");
    if (!parsed.ok) return malformed(parsed.reason);
    const { ok: _, ...target } = parsed;
    return understood({ kind, ...target });
  },
  /** `[the] [cluster] [NAME]` and nothing more. */
  cluster: (kind, given) => {
    const taken = kind === "watch" ? takeWatchClauses(withoutPlease(given)) : plainly(given);
    if (!taken.ok) return malformed(taken.reason);
    const { ok: _, rest, ...clauses } = taken;
    const named = takeCluster(splitWords(withoutPlease(rest)).words);
    if (!named.ok) return malformed(named.reason);
    const [extra] = named.rest;
    const about = { cluster: named.cluster };
    const verb = kind === "onCall" ? "oncall" : kind === "pastIncidents" ? "past incidents" : kind;
    if (isSymptom(named.rest)) return malformed({ is: "symptomUnused", verb });
    return extra === undefined
      ? understood(kind === "watch" ? { kind, ...about, ...clauses } : { kind, ...about })
      : malformed({ is: "afterCluster", verb, extra: brief(extra.raw) });
  },
  command: (kind, rest) => {
    const parsed = parseCommandAndCluster(rest, kind === "run" ? "run" : "can-i");
    return parsed.ok
      ? understood({ kind, command: parsed.command, cluster: parsed.cluster })
      : malformed(parsed.reason);
  },
  request: (kind, rest) =>
    understood({ kind, run: (idOfRequest.exec(rest)?.[0] ?? "").toUpperCase().replace(/^R./, "R-") }),
  sentence: (kind, sentence) => incidentLine(kind, withoutPlease(sentence)),
  mode: (_, rest) => parseMode(rest),
  topic: (kind, rest) => {
    const topic = conversationTopics.find((each) => each.toLowerCase() === withoutPlease(rest).toLowerCase());
    return topic === undefined ? malformed(suggestVerb(`about ${rest}`)) : understood({ kind, topic });
  },
};

const plainly = (rest: string): ReturnType<typeof takeWatchClauses> => ({ ok: true, rest });

const idOfRequest = new RegExp(requestId, "i");

/** As an error calls it. */
function nameOf(kind: Reading<"nothing">): string {
  const { grammar, line = "" } = verbOf(kind);
  return grammar?.reads === "nothing" && grammar.named !== undefined ? grammar.named : line;
}

/** Null where it begins with no verb. */
export function parseVerb(sentence: string): Understood | null {
  for (const { pattern, kind, reads } of patterns) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    const rest = sentence.slice(match[0].length);
    if (reads !== "sentence" && splitWords(rest).unclosed) return malformed({ is: "unclosedQuote" });
    const read: (kind: never, rest: string) => Understood | null = readers[reads];
    const understood = read(kind as never, rest);
    if (understood !== null) return understood;
  }
  return null;
}

/** A space in a phrase stands for one or more; after it a space, comma, colon or `!` follows, or nothing. */
function patternsOf(grammar: VerbGrammar): readonly RegExp[] {
  const phrase = spokenAs(grammar.phrases).replaceAll(/ (?!\?)/g, "\\s+");
  if (grammar.reads === "request") {
    // The id follows, as its card shows it or in quotes. Why a fix is wanted is read before this.
    const more = grammar.isTalkedOf ? `(?:${kindly}|${besides})?` : `(?:${kindly})?`;
    return [new RegExp(`^(?:${phrase})[\\s,:!]*(?=["'\`(]?${requestId}["'\`)]?${more}$)`, "i")];
  }
  if (grammar.reads === "sentence") return [new RegExp(`^(?=${phrase})`, "i")];
  const spoken = new RegExp(`^(?:${phrase})(?:[\\s,:!]+|$)`, "i");
  return grammar.reads === "command" && grammar.tools !== undefined
    ? [spoken, new RegExp(`^(?=(?:${grammar.tools})(?:\\s|$))`, "i")]
    : [spoken];
}

const patterns = verbEntries.flatMap(([kind, { grammar }]) =>
  grammar === null ? [] : patternsOf(grammar).map((pattern) => ({ pattern, kind, reads: grammar.reads })),
);

const withoutPlease = (rest: string): string => rest.replace(/(?:^|[\s,]+)please$/i, "").trim();

export const understood = (intent: Intent): Understood => ({ ok: true, intent });

export const malformed = (reason: ParseError): Understood => ({ ok: false, reason });
