// `audit`: what the trail holds, whether it was changed, and all of it as JSON lines.
import type { AuditEvent } from "../../core/audit/audit-event.ts";
import { inTime, isAbout, names, type ProofState, readTrailId, standingOf } from "../../core/audit/chain.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { trailTimeline } from "../../presenters/messages/operator/trail.ts";
import type { AuditTrail, TrailCheck } from "../../store/audit/verify.ts";
import type { Io, OutputLine, OutputStyle } from "./io.ts";
import { answer, answerLine, clean, renderText } from "./print.ts";
import { noArguments, onlyArgument, readArgs } from "./read-args.ts";
import { type ExitCode, exitCodes, stop, tell, wrongUse } from "./stop.ts";
import {
  checkFields,
  checkText,
  evidenceFlags,
  exitCodeOf,
  exitCodeOfReport,
  readEvidence,
  readReportFile,
  reportFields,
  reportText,
  withHeadOf,
  withTrail,
} from "./trail-check.ts";

// `audit timeline`: what the trail holds of one run, or of an incident and its runs, in the order of time, and whether it is
// proven to stand as it was written.

export async function auditTimelineVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, evidenceFlags);
  if (!read.ok) return tell(io, read);
  const only = onlyArgument(read, "RUN|INCIDENT");
  if (!only.ok) return tell(io, only);
  const id = readTrailId(only.value);
  if (id === null) return tell(io, wrongUse(cliStops.noTrailId(only.value)));
  const now = new Date();
  const evidence = await readEvidence(io.variables, read.values, now);
  if (!evidence.ok) return tell(io, evidence);
  const found = await withTrail(io, async (audit) => ({
    rows: await rowsAbout(audit, id),
    check: await audit.verify(evidence.value),
  }));
  if (!found.ok) return tell(io, found);
  const { rows, check } = found.value;
  if (rows.length === 0) return tell(io, stop(exitCodes.unknown, "notOnTrail", cliStops.notOnTrail(id)));
  answer(io, document(id, rows, check), () =>
    [renderText(timelineLines(id, rows, check), io), "", checkText(check, now, io)].join("\n"),
  );
  return exitCodeOf(check, now);
}

/** Of an incident those too of what was merged into it, and of the runs that say that they were started from one of them. */
async function rowsAbout(audit: AuditTrail, id: string): Promise<readonly AuditEvent[]> {
  const ids = id.startsWith("I-") ? await mergedIn(audit, id) : [id];
  const runs = new Set([id]);
  const isNamed = (event: AuditEvent): boolean => ids.some((one) => names(event, one));
  if (id.startsWith("I-")) {
    for await (const event of audit.events())
      if (event.runId !== null && isNamed(event)) runs.add(event.runId);
  }
  const rows: AuditEvent[] = [];
  for await (const event of audit.events())
    if (ids.some((one) => isAbout(event, { id: one, runs }))) rows.push(event);
  return inTime(rows);
}

/** It, and what was merged into it: the newest merge first, since nothing is merged into what was merged itself. */
async function mergedIn(audit: AuditTrail, id: string): Promise<readonly string[]> {
  const merges: AuditEvent[] = [];
  for await (const event of audit.events())
    if (event.action === "incident.merge" && event.outcome === "recorded") merges.unshift(event);
  const ids = new Set([id]);
  for (const { detail } of merges) if (ids.has(String(detail.incident))) ids.add(String(detail.from));
  return [...ids];
}

const document = (id: string, rows: readonly AuditEvent[], check: TrailCheck) => ({
  schema: "aks-oncall/audit-timeline/v1",
  id,
  rows: rows.map((row) => ({ ...row, standing: standingOf(row, check) })),
  trail: checkFields(check),
});

const outcomeStyles: Partial<Readonly<Record<AuditEvent["outcome"], OutputStyle>>> = {
  allowed: "green",
  denied: "yellow",
  refused: "yellow",
  succeeded: "green",
  failed: "red",
  lost: "red",
};

const standingStyles: Readonly<Record<ProofState, OutputStyle>> = {
  proven: "dim",
  unproven: "yellow",
  unsealed: "yellow",
};

/** Two lines a row: what was done and who did it; then what stood it on, and the small facts. */
function timelineLines(id: string, rows: readonly AuditEvent[], check: TrailCheck): readonly OutputLine[] {
  const runs = [...new Set(rows.flatMap(({ runId }) => (runId === null || runId === id ? [] : [runId])))];
  const clusters = [...new Set(rows.flatMap(({ cluster }) => cluster ?? []))];
  const standings = rows.map((row) => standingOf(row, check));
  const count = (standing: ProofState) => standings.filter((each) => each === standing).length;
  return [
    [["bold", trailTimeline.head(id, rows.length, runs)]],
    ...clusters.map((cluster): OutputLine => [cluster]),
    [],
    ...rows.flatMap((row) => rowLines(row, row.runId === id ? null : row.runId, check)),
    [],
    [trailTimeline.standing(count("proven"), count("unproven"), count("unsealed"))],
  ];
}

function rowLines(row: AuditEvent, run: string | null, check: TrailCheck): readonly OutputLine[] {
  const { time, actor, action, outcome, rule, detail, seq } = row;
  const style = outcomeStyles[outcome];
  const said = trailTimeline.outcomes[outcome];
  const standing = standingOf(row, check);
  const { policy = null, ...others } = detail;
  const facts = Object.entries(others).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${quoted(value)}`],
  );
  const grounds = [
    ...(run === null ? [] : [run]),
    ...(rule === null ? [] : [trailTimeline.rule(rule)]),
    ...(policy === null ? [] : [trailTimeline.policy(String(policy))]),
    ...facts,
  ];
  return [
    [
      ...[secondOf(time), "  ", action, "  ", style === undefined ? said : ([style, said] as const)],
      ...["  ", actor === "system" ? trailTimeline.product : actor, "  "],
      [standingStyles[standing], trailTimeline.standings[standing](seq ?? 0)],
    ],
    ...(grounds.length === 0 ? [] : [[`    ${grounds.join(", ")}`]]),
  ];
}

/** What somebody typed may look like facts of ours: it stands in quotes, and none of its own ends them. */
function quoted(value: NonNullable<AuditEvent["detail"][string]>): string {
  const text = clean(String(value)).replace(/\s+/g, " ");
  return /^[^\s,=“”"]*$/.test(text) ? text : `“${text.replace(/[“”]/g, '"')}”`;
}

/** `2026-11-25 01:20:03 UTC`: two rows of one run are seldom a minute apart. What is no time stands as it is. */
function secondOf(time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

// `audit verify`: proves that no row of the audit trail was changed, removed or inserted, and names the unsealed tail.

export async function auditVerifyVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, { ...evidenceFlags, report: { type: "string" } });
  if (!read.ok) return tell(io, read);
  const extra = noArguments(read);
  if (extra !== null) return tell(io, extra);
  const now = new Date();
  const evidence = await readEvidence(io.variables, read.values, now);
  if (!evidence.ok) return tell(io, evidence);
  const file = await readReportFile(read.values.report, evidence.value);
  if (!file.ok) return tell(io, file);
  const report = file.value;
  const verified = await withTrail(io, (audit) => audit.verify(withHeadOf(report, evidence.value)));
  if (!verified.ok) return tell(io, verified);
  const check = verified.value;
  const document = {
    schema: "aks-oncall/audit-verify/v1",
    ...checkFields(check),
    ...(report && { report: reportFields(report, check) }),
  };
  answer(io, document, () =>
    [checkText(check, now, io), ...(report ? [reportText(report, check, io)] : [])].join("\n"),
  );
  const ofTrail = exitCodeOf(check, now);
  return ofTrail === exitCodes.broken || !report ? ofTrail : exitCodeOfReport(report, ofTrail);
}

// `audit export`: the whole trail as JSON lines, sealed rows in order, then the unsealed tail.

export async function auditExportVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, {});
  if (!read.ok) return tell(io, read);
  const extra = noArguments(read);
  if (extra !== null) return tell(io, extra);
  const exported = await withTrail(io, async (audit) => {
    for await (const event of audit.events()) answerLine(io, event);
  });
  return exported.ok ? exitCodes.good : tell(io, exported);
}
