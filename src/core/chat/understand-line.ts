// From what somebody wrote to what it may mean: the grammar first, then plain words. Nothing here knows which clusters
// there are; where that decides, every reading is handed on.

import { isChange } from "./ability/abilities.ts";
import { abilitiesOf } from "./ability/ability.ts";
import { askedBack } from "./ask-back.ts";
import { changeLine, takeReason, withoutEmergency } from "./change-line.ts";
import { takeClusterFlag } from "./cluster-flag.ts";
import { isReal } from "./cluster-words.ts";
import type { Intent, Understood } from "./intent.ts";
import { addressesIn, type Misread, written } from "./misread.ts";
import { parseIntent, tooLong } from "./parse-intent.ts";
import { longestPaste } from "./pasted-test.ts";
import { isSure } from "./plain/agree.ts";
import { halfWidth } from "./plain/half-width.ts";
import { isCommon, readSpoken } from "./plain/languages.ts";
import { type Candidate, candidatesIn, placeIn } from "./plain/parts.ts";
import { rowIn } from "./plain/printed-row.ts";
import { type Reading, readPlain } from "./plain/read-plain.ts";
import { simplified } from "./plain/simplified.ts";
import { spokenCommand } from "./spoken-command.ts";
import { takeStanding } from "./standing-words.ts";
import { withoutTypeSlip } from "./type-slip.ts";
import { isOfCommand, isOutput, isTool, isWeak } from "./weak-intent.ts";

export type Line = Readonly<
  | { is: "intent"; intent: Intent }
  /** What it may mean, in order; `reason`: where it means none of them. `candidates`: words that may be clusters' names. */
  | {
      is: "readings";
      readings: readonly Reading[];
      candidates: readonly Candidate[];
      reason: Misread;
      /** All of them are meant, so each has to be there. */
      all?: true;
    }
  /** The same candidates where people ask for something; none where they talk. */
  | { is: "misread"; reason: Misread; candidates: readonly Candidate[] }
>;

/** Never throws. */
export function understandLine(typed: string): Line {
  const line = meaningOf(typed);
  if (line.is === "misread" && line.reason.is === "didYouMean" && !isUnderstood(line.reason.phrase))
    return { ...line, reason: unknown(typed) };
  return line.is === "intent" ? { ...line, intent: askedBack(withoutTypeSlip(line.intent), typed) } : line;
}

/** Nothing is suggested that would not be. */
function isUnderstood(phrase: string): boolean {
  const line = meaningOf(phrase);
  return line.is === "intent" && (!("command" in line.intent) || isReal(line.intent.command));
}

function meaningOf(typed: string): Line {
  if (typed.length > longestPaste) return { is: "misread", reason: tooLong(typed), candidates: [] };
  // A phone writes `prod—1` for `prod-1`.
  const text = withNote(simplified(halfWidth(typed))).replace(/(?<=[a-z])[\u2013\u2014](?=\d{1,3}\b)/gi, "-");
  if (/^\s*[?？]\s*$/.test(text)) return { is: "intent", intent: { kind: "help" } };
  const change = changeLine(text, intentOf);
  if (change !== null) return { is: "intent", intent: change };
  const inWords = changeInWords(text);
  if (inWords !== null) return inWords;
  const calm = withoutEmergency(text);
  if (calm !== null) return ofEmergency(meaningOf(calm), text);
  const strict = parseIntent(text);
  const isKnown =
    strict.ok &&
    !isWeak(strict.intent, text) &&
    !isOfCommand(strict.intent, text) &&
    !isProse({ is: "intent", intent: strict.intent }, text);
  if (isKnown && !("command" in strict.intent)) return withFirstLine(strict.intent, text);
  const commanded = commandIn(strict, text);
  if (commanded !== null && !isProse(commanded, text))
    return isKnown ? theShorter(strict.intent, commanded) : commanded;
  if (isKnown) return { is: "intent", intent: strict.intent };
  const sentence = sentenceIn(strict, text);
  if (sentence === null) return outcomeOf(strict, rowsIn(text), [], text);
  const { readings, isTalk, candidates, noPlace, unsure = [] } = readPlain(sentence);
  if (noPlace !== null && !strict.ok) {
    const about = isTalk || addressesIn(noPlace).length === 0 ? [] : candidates;
    return { is: "misread", reason: noPlace, candidates: about };
  }
  const isOther = isTalk || (strict.ok && isOfCommand(strict.intent, text));
  const outcome = outcomeOf(
    isOther ? refusedTalk(strict, text) : strict,
    readings,
    isTalk ? [] : candidates,
    text,
  );
  const isOpen = outcome.is !== "intent" && unsure.length > 0 && isVague(outcome.reason);
  return isOpen
    ? {
        ...outcome,
        reason: { is: "unsure", line: sentence, abilities: unsure },
      }
    : outcome;
}

/** `kubectl get pods -n shop  # prod-2`: a note behind a command says where, and is not dropped. */
function withNote(text: string): string {
  const [, command, cluster] =
    /^\s*((?:kubectl|k|helm)\s[^#\n]*?)\s+#\s*(?:on\s+)?([a-z][a-z0-9-]{1,62})\s*$/i.exec(text) ?? [];
  return command === undefined ? text : `${command} on ${cluster}`;
}

/** `emergency on prod-1, nobody is awake`: no command yet. */
function ofEmergency(calm: Line, text: string): Line {
  const [best] = abilitiesOf(text);
  const isAsked = calm.is === "misread" && best?.label === "emergency" && isSure(best);
  return isAsked ? { is: "intent", intent: { kind: "told", topic: "emergency" } } : calm;
}

/** A change in words, with why: the command that is asked back says why, too. */
function changeInWords(text: string): Line | null {
  const said = takeReason(text);
  const line = said && meaningOf(said.line);
  if (line?.is !== "readings" || !line.readings.some(({ intent }) => intent.kind === "askBack")) return null;
  const readings = line.readings.map((reading) =>
    reading.intent.kind === "askBack" ? { ...reading, intent: { ...reading.intent, ...said?.why } } : reading,
  );
  return { ...line, readings };
}

function intentOf(line: string): Intent | null {
  const read = meaningOf(line);
  return read.is === "intent" ? read.intent : null;
}

/** Rows that kubectl printed, over several lines. */
function rowsIn(text: string): readonly Reading[] {
  const intent = text.length > longestPaste ? null : rowIn(text);
  return intent === null ? [] : [{ candidate: null, intent }];
}

/** What the grammar understood, unless words of the sentence became arguments. */
function theShorter(strict: Intent, commanded: Line): Line {
  const known: Line = { is: "intent", intent: strict };
  if (!("command" in strict) || strict.cluster === null) return commanded;
  if (commanded.is !== "intent" || !("command" in commanded.intent)) return known;
  const { command, cluster } = commanded.intent;
  return cluster === strict.cluster && strict.command.startsWith(command) ? commanded : known;
}

/** A command in the middle of a sentence, where the grammar has nothing better to say. */
function commandIn(strict: Understood, text: string): Line | null {
  if (!strict.ok && strict.reason.is !== "commandEnd" && !mayBePlain(strict.reason)) return null;
  const lines = text.split(lineEnds).filter((line) => line.trim() !== "");
  const isOne = lines.length < 3 && !lines.slice(1).some((line) => /\bkubectl\b/i.test(line));
  const line = lines.join(" ").trim();
  const spoken = isOne ? (spokenCommand(line) ?? behindSentence(line)) : null;
  if (spoken === null) return null;
  const { kind, command, clusters } = spoken;
  const [cluster = null, ...others] = clusters;
  if (others.length === 0) return { is: "intent", intent: { kind, command, cluster } };
  const readings = clusters.map(
    (written, at): Reading => ({
      candidate: { written, words: [at], led: "lead" },
      intent: { kind, command, cluster: written },
    }),
  );
  return { is: "readings", readings, candidates: [], reason: unknown(text), all: true };
}

/** `no endpoints? kubectl get ep inventory -n wms`: what stands before it only says why it is asked. */
function behindSentence(line: string): ReturnType<typeof spokenCommand> {
  const [, before = "", command = ""] = /^([^.?!。？！]{1,80})[.?!。？！]\s*(kubectl\s.+)$/.exec(line) ?? [];
  const spoken = command === "" ? null : spokenCommand(command);
  return spoken !== null && isReal(spoken.command) && isComment(before) ? spoken : null;
}

/** It asks for nothing else that would be done. */
const isComment = (text: string): boolean =>
  !abilitiesOf(text)
    .slice(0, 1)
    .some(({ label }) => isChange(label));

function outcomeOf(
  strict: Understood,
  plain: readonly Reading[],
  candidates: readonly Candidate[],
  text: string,
): Line {
  if (!strict.ok) {
    const { reason } = strict;
    return plain.length > 0
      ? { is: "readings", readings: plain, candidates, reason }
      : { is: "misread", reason, candidates };
  }
  const { intent } = strict;
  if (isCommand(intent)) {
    if (plain.length === 0 && isTool(intent, text)) return { is: "intent", intent };
  } else if (intent.kind !== "help") {
    const own = readingOf(intent);
    const readings = own.candidate === null ? [...plain, own] : [own, ...plain];
    return { is: "readings", readings, candidates, reason: unknown(text) };
  }
  return plain.length > 0
    ? { is: "readings", readings: plain, candidates, reason: unknown(text) }
    : { is: "misread", reason: unknown(text), candidates };
}

const unknown = (text: string): Misread => ({ is: "unknown", ...written(text.trim()) });

const refusedTalk = (strict: Understood, text: string): Understood =>
  strict.ok ? { ok: false, code: "unknown", reason: unknown(text) } : strict;

/** What the grammar took for a cluster may be any word. */
function readingOf(intent: Intent): Reading {
  const cluster = "cluster" in intent ? intent.cluster : null;
  return { candidate: cluster === null ? null : { written: cluster, words: [], led: "no" }, intent };
}

const isCommand = ({ kind }: Intent): boolean => kind === "run" || kind === "canI";

/** `Output:`, `from home:` before it. */
const isAnyWord = (cluster: string): boolean =>
  isCommon(cluster.toLowerCase()) || takeStanding([cluster.toLowerCase()]) !== null;

/** Output over several lines whose first one says, somewhere, which cluster it is about. */
function withFirstLine(intent: Intent, text: string): Line {
  if (!isOutput(intent, text) || (intent.cluster !== null && !isAnyWord(intent.cluster)))
    return { is: "intent", intent };
  const end = text.trim().indexOf("\n");
  const flag = takeClusterFlag(text.trim().slice(0, Math.min(end, 300)));
  if (flag.ok && flag.cluster !== null) return { is: "intent", intent: { ...intent, cluster: flag.cluster } };
  const sentence = end === -1 || text.length > longestPaste ? "" : text.trim().slice(0, end);
  if (sentence.length > 200 || /[$>#]\s/.test(sentence)) return { is: "intent", intent };
  const { line, language } = readSpoken(sentence);
  const client = { ...placeIn(line, language).client, ...intent.client };
  const named = candidatesIn(line, language).map((candidate) => ({
    candidate,
    intent: { ...intent, client, cluster: candidate.written },
  }));
  return named.length === 0
    ? { is: "intent", intent }
    : {
        is: "readings",
        readings: [...named, { candidate: null, intent }],
        candidates: [],
        reason: unknown(text),
      };
}

/** No command, where the examples tell of something else: `helm list shows pending-upgrade, what to do`. */
function isProse(line: Line, text: string): boolean {
  if (line.is !== "intent" || line.intent.kind !== "run" || isReal(line.intent.command)) return false;
  if (/`|^\s*run\b/i.test(text)) return false;
  const [best] = abilitiesOf(text);
  return (
    best !== undefined &&
    isSure(best) &&
    (best.label === "logs" || (best.label === "why" && /[,?]/.test(text)))
  );
}

/** Nothing of it says what to write instead. */
const isVague = ({ is }: Misread): boolean =>
  is === "unknown" || is === "clauseUnknown" || is === "noCluster" || is === "commandEnd";

/** Where the grammar says exactly what is wrong, that is what there is to say. */
function mayBePlain(reason: Misread): boolean {
  if (reason.is === "noCluster")
    return reason.letter === null || /[äöüß\p{Script=Han}]/iu.test(reason.letter);
  return plainReasons.has(reason.is);
}
const plainReasons: ReadonlySet<Misread["is"]> = new Set([
  "unknown",
  "didYouMean",
  "notAlone",
  "afterCluster",
  "clauseUnknown",
  "commandMissing",
  "commandEnd",
  "severalLines",
  "symptomUnquoted",
  "noMode",
]);

const lineEnds = /[\n\r\u2028\u2029]+/;

/** The text as one line, where it may be plain words; several lines may be several commands, and those stay apart. */
function sentenceIn(strict: Understood, text: string): string | null {
  if (!strict.ok && !mayBePlain(strict.reason)) return null;
  const lines = text.split(lineEnds).filter((line) => line.trim() !== "");
  if (lines.length > 1 && (lines.length > 3 || /\b(?:kubectl|run|k|az|can-i)\b/i.test(text))) return null;
  return lines.join(" ").trim();
}
