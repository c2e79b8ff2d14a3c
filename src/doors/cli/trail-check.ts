// What the check of the whole trail says: as fields of a document, as text, and as an exit code.

import type { KeyObject } from "node:crypto";
import { access, readFile } from "node:fs/promises";
import { databaseOf } from "../../composition/identity.ts";
import { readAudit, readStore, type Variables } from "../../config/config.ts";
import { type ChainHead, type ReportCheck, readHeads, readReport } from "../../core/audit/anchor.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { reportCheck, trailCheck, trailFaults } from "../../presenters/messages/operator/trail.ts";
import { checkWith, publicKeyIn } from "../../store/audit/trail-key.ts";
import { type AuditTrail, openAudit, type TrailCheck, type TrailEvidence } from "../../store/audit/verify.ts";
import type { Io } from "./io.ts";
import { type CliStop, type ExitCode, exitCodes, settingsStop, stop, wrongUse } from "./stop.ts";

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

// The report of an incident: whether its file is as it was signed, and the head that it names stands in the trail.

/** Null where none is to be checked. */
export async function readReportFile(
  file: string | undefined,
  { check }: TrailEvidence,
): Promise<Result<ReportCheck | null>> {
  if (file === undefined) return { ok: true, value: null };
  const text = await textOf(file);
  return text === null
    ? wrongUse(cliStops.noReportIn(file), "report")
    : { ok: true, value: readReport(text, check) };
}

/** A head that nobody changed was written down elsewhere, as those in a book. */
export const withHeadOf = (report: ReportCheck | null, evidence: TrailEvidence): TrailEvidence =>
  report?.state === "unchanged" && report.head
    ? { ...evidence, outside: [...evidence.outside, report.head] }
    : evidence;

/** Null where it names no head, or the trail is broken elsewhere. */
function headStands({ seq }: ChainHead, check: TrailCheck): "yes" | "no" | "removed" | null {
  if (check.ok) return seq < (check.removed?.seq ?? 0) ? "removed" : "yes";
  return "row" in check.reason && check.reason.row === seq ? "no" : null;
}

export function reportFields(report: ReportCheck, check: TrailCheck): Record<string, unknown> {
  if (report.state !== "unchanged") return report;
  const { state, head } = report;
  const stands = head && headStands(head, check);
  return { state, ...(head && { head }), ...(stands && { headStands: stands }) };
}

export function reportText(report: ReportCheck, check: TrailCheck, { paint }: Io): string {
  switch (report.state) {
    case "unsigned":
      return reportCheck.unsigned;
    case "changed":
      return reportCheck.isChanged(paint("red", trailCheck.changed));
    case "unknownKey":
      return reportCheck.unknownKey(report.key);
    case "unchanged": {
      const { head } = report;
      const stands = head && headStands(head, check);
      const said = paint("green", reportCheck.unchanged);
      return reportCheck.isUnchanged(said, head?.seq ?? null, stands);
    }
  }
}

export const exitCodeOfReport = ({ state }: ReportCheck, otherwise: ExitCode): ExitCode =>
  state === "unchanged" ? otherwise : state === "changed" ? exitCodes.broken : exitCodes.unknown;

// The audit trail of the configured store, for the verbs that read it.

/** Opens the trail, hands it to `use`, and closes it again, whatever happens. */
export async function withTrail<T>(
  io: Io,
  use: (audit: AuditTrail) => Promise<T>,
): Promise<Readonly<{ ok: true; value: T }> | CliStop> {
  const store = readStore(io.variables);
  if (!store.ok) return settingsStop(store.problems);
  const log = (message: string, fields: Record<string, unknown>) =>
    io.err(`${message} ${JSON.stringify(fields)}`);
  const opened = await openAudit(databaseOf(store.settings), { warn: log, error: log });
  if (!opened.ok) return stop(exitCodes.failure, "storeNotOpened", opened.reason);
  try {
    return { ok: true, value: await use(opened.audit) };
  } catch (error) {
    // The connection is made by the first query.
    const why = opened.whyNotRead(error);
    return stop(exitCodes.failure, "storeNotRead", why);
  } finally {
    await opened.close();
  }
}

// What the trail is held against: public keys, heads that were written down elsewhere, and the retention.

export const evidenceFlags = {
  key: { type: "string", multiple: true },
  head: { type: "string", multiple: true },
} as const;

type Given = Readonly<{ key?: readonly string[] | undefined; head?: readonly string[] | undefined }>;
type Result<T> = Readonly<{ ok: true; value: T }> | CliStop;

const dayMilliseconds = 86_400_000;

/** From the settings and from the flags; a key and a book of heads in the data folder are found there. */
export async function readEvidence(
  variables: Variables,
  given: Given,
  now: Date,
): Promise<Result<TrailEvidence>> {
  const read = readAudit(variables);
  if (!read.ok) return settingsStop(read.problems);
  const { audit, auditDays } = read.settings;
  const keys = await readKeys(audit.key, given.key ?? []);
  if (!keys.ok) return keys;
  const heads = await readBooks(audit.heads, given.head ?? []);
  if (!heads.ok) return heads;
  const removedBefore = new Date(now.getTime() - auditDays * dayMilliseconds);
  return { ok: true, value: { check: checkWith(keys.value), outside: heads.value, removedBefore } };
}

type Audit = Extract<ReturnType<typeof readAudit>, { ok: true }>["settings"]["audit"];

async function readKeys(own: Audit["key"], files: readonly string[]): Promise<Result<readonly KeyObject[]>> {
  const keys: KeyObject[] = [];
  for (const file of [...("file" in own ? [own.file] : []), ...files]) {
    const text = await textOf(file);
    if (text === null && own.kind === "made" && file === own.file) continue;
    const key = text === null ? null : publicKeyIn(text);
    if (key === null) return wrongUse(cliStops.noKeyIn(file), "key");
    keys.push(key);
  }
  return keys.length > 0 ? { ok: true, value: keys } : wrongUse(cliStops.noKey, "key");
}

async function readBooks(
  own: Audit["heads"],
  given: readonly string[],
): Promise<Result<readonly ChainHead[]>> {
  const books: (readonly ChainHead[])[] = [];
  const ownFile = own !== null && "file" in own ? own.file : null;
  // Beside the database there is none before the first minute is over. Elsewhere it is named, and missed where it is gone.
  const mayMiss = own?.kind === "made" && (await isMissing(own.file));
  for (const written of [...(ownFile === null || mayMiss ? [] : [ownFile]), ...given]) {
    const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(written) ?? [];
    if (seq !== undefined && hash !== undefined) {
      books.push([{ seq: Number(seq), hash }]);
      continue;
    }
    const text = await textOf(written);
    if (text === null && written === ownFile) return wrongUse(cliStops.noBook(written), "head");
    if (text === null) return wrongUse(cliStops.noHeadIn(written), "head");
    const read = readHeads(text);
    if ("oddLine" in read) return wrongUse(cliStops.oddHead(written, read.oddLine), "head");
    books.push(read.heads);
  }
  return { ok: true, value: books.flat() };
}

const isMissing = (file: string): Promise<boolean> =>
  access(file).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === "ENOENT",
  );

const textOf = (file: string): Promise<string | null> => readFile(file, "utf8").catch(() => null);
