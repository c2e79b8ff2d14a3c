// From what somebody wrote to what it may mean: the grammar first, then plain words. Nothing here knows which clusters
// there are; where that decides, every reading is handed on.

import { abilitiesOf } from "../ability/ability.ts";
import { isSure } from "../ability/learn.ts";
import { changeLine, withoutEmergency } from "../grammar/change-line.ts";
import { takeClusterFlag } from "../grammar/cluster-flag.ts";
import { longestPaste, noteOverLines, parseIntent, tooLong } from "../grammar/parse-intent.ts";
import type { Intent, Understood } from "../intent.ts";
import { takeStanding } from "../location-words.ts";
import { addressesIn, asksElse, isVague, mayBePlain, type ParseError, unknown } from "../parse-error.ts";
import { leansOnNothing } from "../plain-words/follow-words.ts";
import { typedOf } from "../plain-words/languages/dictated.ts";
import { isCommon, readSpoken } from "../plain-words/languages/languages.ts";
import { halfWidth, simplified } from "../plain-words/languages/written-form.ts";
import { type Candidate, candidatesIn } from "../plain-words/line-parts.ts";
import { placeIn } from "../plain-words/line-place.ts";
import { rowIn } from "../plain-words/printed-row.ts";
import { type Line, type Reading, readPlain } from "../plain-words/read-plain-words.ts";
import { isAsking, isOtherWord, typedWell } from "../plain-words/unread-words.ts";
import { verbOf } from "../verbs.ts";
import { askedBack } from "./ask-back.ts";
import { isReal } from "./cluster-words.ts";
import { ofSeveral } from "./clusters-in-one.ts";
import { politeCommand, triedCommand, triedInWords, withNote } from "./polite-command.ts";
import {
  commandIn,
  isOfCommand,
  isOutput,
  isTool,
  isWeak,
  lineEnds,
  withoutTypeSlip,
} from "./spoken-command.ts";
import { changeInWords } from "./why-behind.ts";

/** Never throws. */
export function understandLine(typed: string): Line {
  const line = readTyped(typed);
  const meant = line.is === "misread" && line.reason.is === "didYouMean" ? line.reason.phrase : null;
  if (line.is === "misread" && meant !== null && (isOtherWord(typed, meant) || !isUnderstood(meant)))
    return { ...line, reason: unknown(typed) };
  if (leansOnNothing(line, typed)) return { is: "intent", intent: { kind: "told", topic: "shown" } };
  return line.is === "intent" ? { ...line, intent: askedBack(withoutTypeSlip(line.intent), typed) } : line;
}

/** What is understood as it stands is never mended: a note is kept as it was written. */
function readTyped(typed: string): Line {
  const line = withoutClosing(meaningOf(typed), typed);
  const isOpen = line.is === "misread" && (isVague(line.reason) || line.reason.is === "unsure");
  // `lgos ingress`: whatever the other words were taken for.
  const well = line.is === "intent" ? null : typedWell(typed, isOpen ? () => true : isAsking);
  if (well === null) return line;
  const mended = meaningOf(well);
  if (mended.is === "misread") return asksElse(mended.reason, line) ? mended : line;
  // `clsoe it`: with a slip it is no order that is done at once.
  return mended.is === "intent" && verbOf(mended.intent.kind).isDoneAtOnce
    ? { is: "misread", reason: { is: "didYouMean", phrase: well }, candidates: [] }
    : mended;
}

/** `incident zumachen`: nothing that would be declared. */
const withoutClosing = (line: Line, typed: string): Line =>
  line.is === "misread" && line.reason.is === "incidentReasonMissing" && isSurely(typed, "closeIncident")
    ? { ...line, reason: { is: "unsure", line: typed, abilities: ["closeIncident"] } }
    : line;

function isSurely(text: string, label: string): boolean {
  const [best] = abilitiesOf(text);
  return best?.label === label && isSure(best);
}

/** Nothing is suggested that would not be. */
function isUnderstood(phrase: string): boolean {
  const line = meaningOf(phrase);
  return line.is === "intent" && (!("command" in line.intent) || isReal(line.intent.command));
}

/** The first of these that has something to say of a line is what it means. */
type Reader<Read> = Readonly<{ rule: string; read: (from: Read) => Line | null }>;

const meansOf = <Read>(readers: readonly Reader<Read>[], from: Read): Line | null => {
  for (const { read } of readers) {
    const line = read(from);
    if (line !== null) return line;
  }
  return null;
};

const meant = (intent: Intent | null): Line | null => (intent === null ? null : { is: "intent", intent });

function meaningOf(typed: string): Line {
  if (typed.length > longestPaste) return { is: "misread", reason: tooLong(typed), candidates: [] };
  // A phone writes `prod—1` for `prod-1`.
  const text = withNote(typedOf(simplified(halfWidth(typed)))).replace(
    /(?<=[a-z])[\u2013\u2014](?=\d{1,3}\b)/gi,
    "-",
  );
  return meansOf(beforeGrammar, text) ?? byGrammar(text);
}

/** What is taken off a line, before the grammar reads what is left of it. */
const beforeGrammar: readonly Reader<string>[] = [
  { rule: "several clusters stand for one", read: (text) => ofSeveral(text, meaningOf) },
  {
    rule: "nothing but a question mark asks for help",
    read: (text) => (/^\s*[?？]\s*$/.test(text) ? meant({ kind: "help" }) : null),
  },
  { rule: "a note may have several lines", read: (text) => meant(noteOverLines(text)) },
  {
    rule: "a change is followed by its reason, or led in as an emergency",
    read: (text) => meant(changeLine(text, intentOf)),
  },
  {
    rule: "a change in words is only tried, or followed by its reason",
    read: (text) => triedInWords(text, meaningOf) ?? changeInWords(text, meaningOf),
  },
  { rule: "what a change would do is asked before it is made", read: (text) => meant(triedCommand(text)) },
  { rule: "a change has kind words around it", read: (text) => meant(politeCommand(text)) },
  {
    rule: "an emergency is announced, and no change follows",
    read: (text) => {
      const calm = withoutEmergency(text);
      return calm === null ? null : ofEmergency(meaningOf(calm), text);
    },
  },
];

/** `strict`: what the grammar makes of the line. `isKnown`: it is that, and no sentence of people. */
type Parsed = Readonly<{ text: string; strict: Understood; isKnown: boolean }>;

function byGrammar(text: string): Line {
  const strict = parseIntent(text);
  const isKnown =
    strict.ok &&
    !isWeak(strict.intent, text) &&
    !isOfCommand(strict.intent, text) &&
    !isProse({ is: "intent", intent: strict.intent }, text);
  const parsed = { text, strict, isKnown };
  return meansOf(afterGrammar, parsed) ?? inPlainWords(parsed);
}

const afterGrammar: readonly Reader<Parsed>[] = [
  {
    rule: "a verb of the grammar means what it says",
    read: ({ text, strict, isKnown }) =>
      isKnown && strict.ok && !("command" in strict.intent) ? withFirstLine(strict.intent, text) : null,
  },
  {
    rule: "a command stands in the middle of a sentence",
    read: ({ text, strict, isKnown }) => {
      const commanded = commandIn(strict, text);
      if (commanded === null || isProse(commanded, text)) return null;
      return isKnown && strict.ok ? theShorter(strict.intent, commanded) : commanded;
    },
  },
  {
    rule: "a command is written as the grammar has it",
    read: ({ strict, isKnown }) => (isKnown && strict.ok ? meant(strict.intent) : null),
  },
  {
    rule: "several lines, or an error that says what is wrong, are no sentence",
    read: ({ text, strict }) =>
      sentenceIn(strict, text) === null ? outcomeOf(strict, rowsIn(text), [], text) : null,
  },
];

/** Whatever else it is, it may be plain words, or talk. */
function inPlainWords({ text, strict }: Parsed): Line {
  const sentence = sentenceIn(strict, text) ?? text;
  const { readings, isTalk, candidates, noPlace, unsure = [] } = readPlain(sentence);
  if (noPlace !== null && !strict.ok) {
    const about = isTalk || addressesIn(noPlace).length === 0 ? [] : candidates;
    return { is: "misread", reason: noPlace, candidates: about };
  }
  const isOther = isTalk || (strict.ok && isOfCommand(strict.intent, text));
  const said = isOther ? refusedTalk(strict, text) : strict;
  const outcome = outcomeOf(said, readings, isTalk ? [] : candidates, text);
  const isOpen = outcome.is !== "intent" && unsure.length > 0 && saysLess(outcome.reason, unsure);
  return isOpen ? { ...outcome, reason: { is: "unsure", line: sentence, abilities: unsure } } : outcome;
}

/** A word that is spelled alike says less than the one ability that is meant: `mute prod-1` is no slip for `unmute`. */
const saysLess = (reason: ParseError, { length }: readonly unknown[]): boolean =>
  isVague(reason) || (reason.is === "didYouMean" && (length === 1 || !isUnderstood(reason.phrase)));

/** `emergency on prod-1, nobody is awake`: no command yet. */
const ofEmergency = (calm: Line, text: string): Line =>
  calm.is === "misread" && isSurely(text, "emergency")
    ? { is: "intent", intent: { kind: "told", topic: "emergency" } }
    : calm;

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

const refusedTalk = (strict: Understood, text: string): Understood =>
  strict.ok ? { ok: false, reason: unknown(text) } : strict;

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
  if (line.is !== "intent" || line.intent.kind !== "run" || /`|^\s*run\b/i.test(text)) return false;
  // `explain private endpoint`
  if (!/\bkubectl\b/i.test(text) && isSurely(text, "private")) return true;
  if (isReal(line.intent.command)) return false;
  const [best] = abilitiesOf(text);
  return (
    best !== undefined &&
    isSure(best) &&
    (best.label === "logs" || (best.label === "why" && /[,?]/.test(text)))
  );
}

/** The text as one line, where it may be plain words; several lines may be several commands, and those stay apart. */
function sentenceIn(strict: Understood, text: string): string | null {
  if (!strict.ok && !mayBePlain(strict.reason)) return null;
  const lines = text.split(lineEnds).filter((line) => line.trim() !== "");
  if (lines.length > 1 && (lines.length > 3 || /\b(?:kubectl|run|k|az|can-i)\b/i.test(text))) return null;
  return lines.join(" ").trim();
}
