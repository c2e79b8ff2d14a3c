// What the check of the whole trail says: as fields of a document, as text, and as an exit code.
import { type Messages, messages } from "../../presenters/messages/messages.ts";
import { say } from "../../presenters/messages/says.ts";
import type { TrailCheck } from "../../store/verify-audit.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";

type Proven = Extract<TrailCheck, { ok: true }>;

/** Sealing takes a second: who waits for longer waits for something that does not happen. */
const overdueMilliseconds = 5 * 60_000;

export function exitCodeOf(check: TrailCheck, now: Date): ExitCode {
  if (!check.ok) return exitCodes.broken;
  return !isProven(check) || waits(check, now) > overdueMilliseconds ? exitCodes.unknown : exitCodes.good;
}

/**
 * Whoever has the database alone can make all rows anew without a key, and the product signs behind them: those are fixed
 * by a head that was written down elsewhere, and by nothing else.
 */
const isProven = ({ unknownKeys, keylessUpTo, headUpTo }: Proven): boolean =>
  unknownKeys === null && (keylessUpTo ?? 0) <= headUpTo;

/** Fields that do not apply are left out. */
export function checkFields(check: TrailCheck): Record<string, unknown> {
  const said = check.ok ? check : { ...check, reason: say(messages("en").trailFaults, check.reason) };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

/** For how long the oldest row has waited to be sealed, in milliseconds. */
function waits({ oldestUnsealed }: Proven, now: Date): number {
  const since = oldestUnsealed === null ? now.getTime() : Date.parse(oldestUnsealed);
  // A time that is none says nothing good.
  return Number.isNaN(since) ? Number.POSITIVE_INFINITY : now.getTime() - since;
}

export function checkText(check: TrailCheck, now: Date, { paint, texts }: Io): string {
  const { trail } = texts.cli;
  if (!check.ok) return trail.isChanged(paint("red", trail.changed), say(texts.trailFaults, check.reason));
  const { sealed, head } = check;
  const verdict = isProven(check) ? paint("green", trail.intact) : paint("yellow", trail.unproven);
  return [
    trail.verdict(verdict, sealed, tailText(check, now, trail)),
    ...doubts(check, trail),
    trail.last(head.seq, head.hash),
  ].join("\n");
}

type Words = Messages["cli"]["trail"];

function tailText(check: Proven, now: Date, words: Words): string {
  if (check.unsealed === 0) return words.noneWaits;
  const seconds = Math.max(0, Math.round(waits(check, now) / 1_000));
  return words.waits(check.unsealed, Number.isFinite(seconds) ? age(seconds, words) : null);
}

const age = (count: number, { seconds, minutes, hours }: Words): string =>
  count < 120
    ? seconds(count)
    : count < 7_200
      ? minutes(Math.round(count / 60))
      : hours(Math.round(count / 3_600));

const doubts = ({ removed, keylessUpTo, unknownKeys, heads }: Proven, words: Words): readonly string[] => [
  ...(removed ? [words.removed(removed.seq, removed.before, removed.hash)] : []),
  ...(keylessUpTo === null ? [] : [words.keyless(keylessUpTo)]),
  ...(unknownKeys ? [words.unknownKeys(unknownKeys.upTo, unknownKeys.keys)] : []),
  heads === 0 ? words.noHeads : words.heads(heads),
];
