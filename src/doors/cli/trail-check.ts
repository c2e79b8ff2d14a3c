// What the check of the whole trail says: as fields of a document, as text, and as an exit code.
import { trailCheck, trailFaults } from "../../presenters/messages/operator/trail.ts";
import { say } from "../../presenters/messages/says.ts";
import type { TrailCheck } from "../../store/audit/verify.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";

type Proven = Extract<TrailCheck, { ok: true }>;

/** Sealing takes a second: who waits for longer waits for something that does not happen. */
const overdueMilliseconds = 5 * 60_000;

export function exitCodeOf(check: TrailCheck, now: Date): ExitCode {
  if (!check.ok) return exitCodes.broken;
  return !isProven(check) || waits(check, now) > overdueMilliseconds ? exitCodes.unknown : exitCodes.good;
}

const isProven = ({ unknownKeys }: Proven): boolean => unknownKeys === null;

/** Fields that do not apply are left out. */
export function checkFields(check: TrailCheck): Record<string, unknown> {
  const said = check.ok ? check : { ...check, reason: say(trailFaults, check.reason) };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

/** For how long the oldest row has waited to be sealed, in milliseconds. */
function waits({ oldestUnsealed }: Proven, now: Date): number {
  const since = oldestUnsealed === null ? now.getTime() : Date.parse(oldestUnsealed);
  // A time that is none says nothing good.
  return Number.isNaN(since) ? Number.POSITIVE_INFINITY : now.getTime() - since;
}

export function checkText(check: TrailCheck, now: Date, { paint }: Io): string {
  if (!check.ok)
    return trailCheck.isChanged(paint("red", trailCheck.changed), say(trailFaults, check.reason));
  const { sealed, head } = check;
  const verdict = isProven(check) ? paint("green", trailCheck.intact) : paint("yellow", trailCheck.unproven);
  return [
    trailCheck.verdict(verdict, sealed, tailText(check, now)),
    ...doubts(check),
    trailCheck.last(head.seq, head.hash),
  ].join("\n");
}

function tailText(check: Proven, now: Date): string {
  if (check.unsealed === 0) return trailCheck.noneWaits;
  const seconds = Math.max(0, Math.round(waits(check, now) / 1_000));
  return trailCheck.waits(check.unsealed, Number.isFinite(seconds) ? age(seconds) : null);
}

const age = (count: number): string =>
  count < 120
    ? trailCheck.seconds(count)
    : count < 7_200
      ? trailCheck.minutes(Math.round(count / 60))
      : trailCheck.hours(Math.round(count / 3_600));

const doubts = ({ removed, unknownKeys, heads }: Proven): readonly string[] => [
  ...(removed ? [trailCheck.removed(removed.seq, removed.before, removed.hash)] : []),
  ...(unknownKeys ? [trailCheck.unknownKeys(unknownKeys.upTo, unknownKeys.keys)] : []),
  heads === 0 ? trailCheck.noHeads : trailCheck.heads(heads),
];
