// What the report of an incident says of what was made, by whom, with which result, and of what is left.

import type { IncidentStory } from "../../core/conversation/answer.ts";
import { judgedBy } from "../../core/incident/explained.ts";
import { alertPlaces, type StoryEntry } from "../../core/incident/story.ts";
import type { Run } from "../../core/run/run.ts";
import { runRequest, sentLine } from "../card/run-texts.ts";
import { saidLast } from "../diagnosis/fix.ts";
import { sayFix } from "../diagnosis/localize-diagnosis.ts";
import type { Messages } from "../messages/messages.ts";
import {
  endOfRun,
  foundAt,
  noterOf,
  notesIn,
  type ReportBasis,
  type Said,
  ticketsIn,
  timeOf,
  took,
} from "./report-basis.ts";
import { isPast } from "./report-texts.ts";
import { progressOf, wasMade, whichOf } from "./steps.ts";
import { sayVerdict } from "./story.ts";
import { diagnosisIn, linkedWith, remedyOf } from "./words.ts";

export function fixTexts(answer: IncidentStory, basis: ReportBasis, texts: Messages): Said {
  const { report } = texts;
  const { change, incident } = answer.now;
  const { status } = incident;
  if (change === null) {
    const proposed = basis.told?.cause.fix?.what;
    const last = incident.alerts.listed[0]?.alert.source;
    const source = last === undefined ? null : texts.incident.sources[last];
    return [
      report.nothingMade({ isOver: status.state === "resolved" }),
      status.state === "resolved" && status.by === null && source !== null
        ? report.alertsStopped({ source, at: status.at, into: status.into ?? null })
        : null,
      proposed === undefined ? null : report.fixProposed({ fix: proposed }),
    ];
  }
  const { task } = change;
  const reason =
    "reason" in task && task.reason
      ? report.reasonText({ name: change.requester.displayName, reason: task.reason })
      : null;
  return wasMade(change)
    ? [...madeTexts(answer, change, reason, texts), ...checkTexts(answer, basis, change, texts)]
    : [
        task.kind === "fix"
          ? report.fixProposed({ fix: texts.whatItDoes(task.fix) })
          : report.line({ line: runRequest(change) }),
        reason,
        progressOf(answer.now, texts),
      ];
}

/** Who asked, who agreed and when, what was executed and with which result. */
function madeTexts({ entries }: IncidentStory, change: Run, reason: string | null, texts: Messages): Said {
  const { report, incident } = texts;
  const { task, status, requester, createdAt } = change;
  const { proposed, result } = status.state === "succeeded" ? status : { proposed: undefined, result: null };
  const asked = timeOf(entries, change, "asked") ?? createdAt;
  const approved = timeOf(entries, change, "approved") ?? proposed?.approvals.at(-1)?.at ?? asked;
  const made = report.madeText({
    ...{ name: requester.displayName, what: incident.what[whichOf(change)], asked, approved },
    approvers: (proposed?.approvals ?? []).map((one) => one.requester.displayName),
    ...{ wait: took(asked, approved, texts), made: madeAt(entries, change) },
    runner: (proposed?.ranBy ?? requester).displayName,
    does: task.kind === "fix" && task.undoes !== true ? texts.whatItDoes(task.fix) : null,
  });
  if (task.kind === "fix")
    return [
      made,
      reason,
      report.executed({ kind: "writes", count: task.writes.length }),
      task.undoes ? null : sayFix(task.fix, texts).commands,
      report.taken({ count: task.writes.length }),
    ];
  if (!("request" in task)) return [made, reason];
  return [
    made,
    reason,
    report.executed({ kind: "command", count: 1 }),
    [sentLine(change)],
    result === null
      ? null
      : report.result({ exitCode: result.exitCode ?? "?", output: brief(result.output) || null }),
  ];
}

/** More is on its card. */
const longestOutput = 200;

const brief = (output: string): string => {
  const line = output.replaceAll(/\s+/g, " ").trim();
  return line.length <= longestOutput ? line : `${line.slice(0, longestOutput - 1).toWellFormed()}…`;
};

const madeAt = (entries: readonly StoryEntry[], change: Run): string =>
  timeOf(entries, change, "made") ?? endOfRun(change);

/** The newest diagnosis after it. */
function checkTexts(answer: IncidentStory, { known, end }: ReportBasis, change: Run, texts: Messages): Said {
  const { report } = texts;
  const { entries } = answer;
  const isChosen = change.task.kind === "change" && change.task.of === undefined;
  const at = known && foundAt(entries, known);
  const others = entries.filter(({ event, run }) => event.is === "made" && run !== change.id).length;
  const made = madeAt(entries, change);
  return [
    known === null || at === null || at < made
      ? null
      : report.checked({
          ...{ at, took: took(made, at, texts), verdict: sayVerdict(known.said.verdict, texts) },
          inside: insideOf(known.run),
        }),
    isChosen && end === "mitigated" ? report.chosen : null,
    others === 0 ? null : report.others({ count: others }),
  ];
}

/** What a look inside came to; null where there was none. */
function insideOf(run: Run): "well" | "other" | null {
  const found = diagnosisIn(run)?.inside?.found.is;
  if (found === undefined || found === "notLookedInside") return null;
  return found === "reachableAndWell" ? "well" : "other";
}

/** What was left to do, as far as it is known here, and who is known to follow it up. */
export function leftOf(answer: IncidentStory, basis: ReportBasis, texts: Messages): Said {
  const { report } = texts;
  const { now, entries } = answer;
  const { alerts, owner, status } = now.incident;
  const { told, end, change } = basis;
  const asked = change && texts.whoChanged(change);
  const isLeft = told !== null && end !== "fixed";
  const others = linkedWith({ ...now, linked: now.linked.filter((other) => !isPast(other)) }, texts);
  const looks = entries.filter(({ event: { is } }) => is === "diagnosed" || is === "checked");
  const all = notesIn(answer);
  const notes = all.filter((note) => ticketsIn(note).length === 0);
  return [
    texts.sentences([report.openText({ count: alerts.open }), others, splitOpen(entries, texts)]),
    told === null ? report.causeUnknown : null,
    isLeft ? causeLeftText(told, texts) : null,
    alertLeftText(answer, basis, texts),
    told === null || now.before === null ? null : report.recurs(now.before),
    asked === null ? null : report.askWhy({ name: asked }),
    status.state === "resolved" ? report.looked({ at: looks.at(-1)?.at ?? null }) : null,
    notes.length === 0
      ? null
      : report.noted({
          count: notes.length,
          notes: notes
            .map((note) => report.noteText({ ...note, name: noterOf(answer, note, texts) }))
            .join(" "),
        }),
    ...all
      .filter((note) => ticketsIn(note).length > 0)
      .map((note) => {
        const tickets = ticketsIn(note);
        const name = noterOf(answer, note, texts);
        return report.nextStep({ ...note, name, tickets, count: tickets.length });
      }),
    report.followUp({ noted: all.length > 0, owner: owner?.person.displayName ?? null }),
  ];
}

/** What the container said last tells more than what to do in general. */
function causeLeftText({ found }: NonNullable<ReportBasis["told"]>, texts: Messages): string {
  const { report } = texts;
  const said = saidLast(found.said);
  return said === null
    ? texts.sentences([report.causeLeft, remedyOf(found, texts)])
    : report.causeSays({ said });
}

/** What nobody found the cause of, with all that the alert says of where it is. */
function alertLeftText({ now }: IncidentStory, { told }: ReportBasis, { report }: Messages): string | null {
  const cause = told && diagnosisIn(told.found.run);
  if (!cause) return null;
  const alerts = judgedBy(now.incident.alerts.listed, cause)
    .filter(({ is }) => is === "elsewhere" || is === "not")
    .map(({ one: { alert } }) => {
      const where = alertPlaces(alert);
      return where.length === 0 ? alert.rule : report.alertLeftOne({ rule: alert.rule, where });
    });
  return alerts.length === 0 ? null : report.alertLeft({ alerts, count: alerts.length });
}

/** Of the alerts that fired here, and belong to another incident by now. */
function splitOpen(entries: readonly StoryEntry[], { report }: Messages): string {
  const count = (is: "fired" | "resolved"): number =>
    entries.filter(({ event }) => event.is === is && event.into !== null).length;
  return count("fired") === 0 ? "" : report.splitOpen({ count: count("fired") - count("resolved") });
}
