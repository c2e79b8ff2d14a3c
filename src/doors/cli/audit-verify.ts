// `audit verify`: proves that no row of the audit trail was changed, removed or inserted, and names the unsealed tail.
import { type Messages, messages } from "../../presenters/messages/messages.ts";
import { say } from "../../presenters/messages/says.ts";
import type { TrailCheck } from "../../store/verify-audit.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { withTrail } from "./open-trail.ts";
import { noArguments, readArgs } from "./read-args.ts";
import { tell } from "./stop.ts";
import { readEvidence } from "./trail-evidence.ts";

type Proven = Extract<TrailCheck, { ok: true }>;

/** Sealing takes a second: who waits for longer waits for something that does not happen. */
const overdueMilliseconds = 5 * 60_000;

const flags = {
  json: { type: "boolean" },
  key: { type: "string", multiple: true },
  head: { type: "string", multiple: true },
} as const;

export async function auditVerifyVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const json = args.includes("--json");
  const read = readArgs(args, flags);
  if (!read.ok) return tell(io, json, read);
  const extra = noArguments(read);
  if (extra !== null) return tell(io, json, extra);
  const now = new Date();
  const evidence = await readEvidence(io.variables, read.values, now);
  if (!evidence.ok) return tell(io, json, evidence);
  const verified = await withTrail(io, (audit) => audit.verify(evidence.value));
  if (!verified.ok) return tell(io, json, verified);
  const check = verified.value;
  io.out(json ? JSON.stringify(document(check), null, 2) : checkText(check, now, io));
  if (!check.ok) return exitCodes.broken;
  return check.unknownKeys !== null || waits(check, now) > overdueMilliseconds
    ? exitCodes.unknown
    : exitCodes.good;
}

/** Fields that do not apply are left out. */
function document(check: TrailCheck): Record<string, unknown> {
  const said = check.ok ? check : { ...check, reason: say(messages("en").trailFaults, check.reason) };
  const fields = Object.entries(said).filter(([, value]) => value !== null);
  return { schema: "aks-oncall/audit-verify/v1", ...Object.fromEntries(fields) };
}

/** For how long the oldest row has waited to be sealed, in milliseconds. */
function waits({ oldestUnsealed }: Proven, now: Date): number {
  const since = oldestUnsealed === null ? now.getTime() : Date.parse(oldestUnsealed);
  // A time that is none says nothing good.
  return Number.isNaN(since) ? Number.POSITIVE_INFINITY : now.getTime() - since;
}

function checkText(check: TrailCheck, now: Date, { paint, texts }: Io): string {
  const { trail } = texts.cli;
  if (!check.ok) return trail.isChanged(paint("red", trail.changed), say(texts.trailFaults, check.reason));
  const { sealed, head } = check;
  const verdict = check.unknownKeys === null ? paint("green", trail.intact) : paint("yellow", trail.unproven);
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
