// `audit verify`: proves that no row of the audit trail was changed, removed or inserted, and names the unsealed tail.
import { messages } from "../../presenters/messages/messages.ts";
import { say } from "../../presenters/messages/says.ts";
import type { TrailCheck } from "../../store/verify-audit.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { withTrail } from "./open-trail.ts";
import { noArguments, readArgs } from "./read-args.ts";
import { tell } from "./stop.ts";
import { readEvidence } from "./trail-evidence.ts";

const { trailFaults } = messages();

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
  const said = check.ok ? check : { ...check, reason: say(trailFaults, check.reason) };
  const fields = Object.entries(said).filter(([, value]) => value !== null);
  return { schema: "aks-oncall/audit-verify/v1", ...Object.fromEntries(fields) };
}

/** For how long the oldest row has waited to be sealed, in milliseconds. */
function waits({ oldestUnsealed }: Proven, now: Date): number {
  const since = oldestUnsealed === null ? now.getTime() : Date.parse(oldestUnsealed);
  // A time that is none says nothing good.
  return Number.isNaN(since) ? Number.POSITIVE_INFINITY : now.getTime() - since;
}

function checkText(check: TrailCheck, now: Date, { paint }: Io): string {
  if (!check.ok) return `The audit trail ${paint("red", "was changed")}. ${say(trailFaults, check.reason)}`;
  const { sealed, head } = check;
  const verdict =
    check.unknownKeys === null
      ? paint("green", "is intact")
      : paint("yellow", "is not proven to its beginning");
  return [
    `The audit trail ${verdict}: ${sealed} rows sealed, ${tailText(check, now)}.`,
    ...doubts(check),
    `Last sealed row: --head ${head.seq}:${head.hash}. Kept elsewhere, it proves later that no row was cut off.`,
  ].join("\n");
}

function tailText(check: Proven, now: Date): string {
  if (check.unsealed === 0) return "none waits to be sealed";
  const seconds = Math.max(0, Math.round(waits(check, now) / 1_000));
  const since = Number.isFinite(seconds)
    ? `the oldest for ${age(seconds)}`
    : "the oldest since a time that is none";
  return `${check.unsealed} not yet sealed, and so not proven, ${since}`;
}

const age = (seconds: number): string =>
  seconds < 120
    ? `${seconds} s`
    : seconds < 7_200
      ? `${Math.round(seconds / 60)} minutes`
      : `${Math.round(seconds / 3_600)} hours`;

function doubts({ removed, keylessUpTo, unknownKeys, heads }: Proven): readonly string[] {
  const lines: string[] = [];
  if (removed) {
    const age =
      removed.before === null ? "before a key was in use" : `all of them from before ${removed.before}`;
    lines.push(
      `Retention removed the rows up to ${removed.seq}, ${age}; the check begins behind it, at hash ${removed.hash}.`,
    );
  }
  if (keylessUpTo !== null)
    lines.push(
      `Rows up to ${keylessUpTo} were sealed before a key was in use: what was changed in them until then, nobody can tell.`,
    );
  if (unknownKeys)
    lines.push(
      `Rows up to ${unknownKeys.upTo} are signed with ${unknownKeys.keys.join(", ")}, of which no public half was given: give it with --key FILE to know who sealed them.`,
    );
  lines.push(
    heads === 0
      ? "No head from elsewhere was compared: that no row was cut off the end, this check cannot tell."
      : `${heads === 1 ? "One head that was" : `${heads} heads that were`} written down elsewhere: each stands in the trail.`,
  );
  return lines;
}
