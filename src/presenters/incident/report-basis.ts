// What the report of an incident rests on: how it ended, by which times, and what was found and made. Of a time only the
// seconds count, so that what is between two times is what a reader finds in the timeline.
import type { IncidentStory } from "../../core/conversation/answer.ts";
import type { StoryEntry, StoryEvent } from "../../core/incident/story.ts";
import { toSecond } from "../../core/incident/story-times.ts";
import { type PersonId, personKey } from "../../core/requester.ts";
import type { Run } from "../../core/run/run.ts";
import type { ResourceChange } from "../../core/snapshot/snapshot.ts";
import { duration } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import { wasMade } from "./steps.ts";
import { causeOf, changeBehind, type Known, knownOf, mendedBy } from "./words.ts";

/** Paragraphs, as far as there is something to say. A list: what was executed, line by line. */
export type Said = readonly (string | readonly string[] | null)[];

/**
 * `fixed`: a fix that a diagnosis had proved, and after which the next one reached the cluster. `mitigated`: another change,
 * or a fix of which that is not known. `split`: what was open belongs to another incident. `stopped`: with its last alert, and nothing was made.
 */
export type End = "open" | "acknowledged" | "fixed" | "mitigated" | "closed" | "split" | "stopped";

export type ReportBasis = Readonly<{
  /** The cause, by the newest diagnosis that named one. */
  told: ReturnType<typeof causeOf>;
  /** The newest diagnosis of all. */
  known: Known;
  end: End;
  /** When it was repaired, else when it was over; null while it goes on. */
  endedAt: string | null;
  first: string;
  by: "alert" | "declared";
  made: Run | null;
  /** Of the activity log, which may have led there. */
  change: ResourceChange | null;
}>;

export function basisOf(answer: IncidentStory, texts: Messages): ReportBasis {
  const { now, entries } = answer;
  const { incident, change } = now;
  const known = knownOf(now, texts);
  const told = causeOf(now, texts);
  const isUndo = change?.task.kind === "fix" && change.task.undoes === true;
  const isBroken = change?.status.state === "succeeded" && change.status.diagnosis?.verdict === "broken";
  const made = change !== null && wasMade(change) && !isUndo && !isBroken ? change : null;
  const end = endIn(answer, made, known);
  const { status } = incident;
  const overAt = status.state === "resolved" || status.state === "mitigated" ? status.at : null;
  const isMade = end === "fixed" || end === "mitigated";
  return {
    ...{ told, known, end, made, first: firstOf(answer) },
    by: incident.alerts.firstFiredAt === null ? "declared" : "alert",
    endedAt: isMade && made !== null ? (timeOf(entries, made, "checked") ?? endOfRun(made)) : overAt,
    change: told === null ? null : changeBehind(told),
  };
}

function endIn({ now }: IncidentStory, made: Run | null, known: Known): End {
  const { status } = now.incident;
  if (status.state === "open" || status.state === "acknowledged") return status.state;
  if (made !== null) return mendedBy(now, known)?.is === "fixed" ? "fixed" : "mitigated";
  if (status.state === "mitigated") return "mitigated";
  if (status.into !== undefined) return "split";
  return status.by === null ? "stopped" : "closed";
}

const firstOf = ({ now: { incident } }: IncidentStory): string =>
  incident.alerts.firstFiredAt ?? incident.openedAt;

export const endOfRun = ({ status, createdAt }: Run): string =>
  "finishedAt" in status ? status.finishedAt : createdAt;

/** As the timeline has it. */
export const timeOf = (
  entries: readonly StoryEntry[],
  { id }: Run,
  ...wanted: readonly StoryEvent["is"][]
): string | null => entries.findLast(({ run, event }) => run === id && wanted.includes(event.is))?.at ?? null;

/** When a diagnosis was there; of one after a fix, when that was made sure of. */
export const foundAt = (entries: readonly StoryEntry[], { run, at }: NonNullable<Known>): string =>
  timeOf(entries, run, "diagnosed", "checked") ?? at;

/** Between two times as they are shown; empty where they are the wrong way round. */
export const took = (from: string, to: string, { times }: Pick<Messages, "times">): string =>
  duration(toSecond(from), toSecond(to), times);

/** Of a story. */
export const nameInStory = ({ names }: IncidentStory, person: PersonId, { story }: Messages): string =>
  names.find(({ key }) => key === personKey(person))?.name ?? story.unknown;

/** Nobody reads more than the beginning of such an id. */
export const shortIds = (text: string): string =>
  text.replace(/\b([0-9a-f]{8})-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi, "$1…");

// What people noted. Only they can tell of customers, and what is still to be done.

export type Note = Readonly<{ at: string; by: PersonId | null; text: string }>;

export const notesIn = ({ entries }: IncidentStory): readonly Note[] =>
  entries.flatMap(({ at, by, event }) => (event.is === "note" ? [{ at, by, text: event.text }] : []));

const ofCustomers =
  /\bcustomers?\b|\busers\b|\bkund(?:e|en|in|innen)\b|\b(?:be)?nutzern?\b|\banwendern?\b|客户|用户|顾客/iu;

export const speaksOfCustomers = ({ text }: Note): boolean => ofCustomers.test(text);

/** The time of day of this very minute stands in it. */
export const speaksOfMinute = ({ text }: Note, iso: string): boolean => text.includes(iso.slice(11, 16));

export const noterOf = (answer: IncidentStory, { by }: Note, texts: Messages): string =>
  by === null ? texts.story.unknown : nameInStory(answer, by, texts);

/** As Jira, Azure Boards, GitHub and ServiceNow write them. A note that names one names what is to be done. */
export const ticketsIn = ({ text }: Note): readonly string[] => [
  ...new Set(
    text.match(
      /(?<![\w-])(?!(?:UTF|SHA|AES|ISO|RFC|CVE)-)(?:[A-Z][A-Z0-9]+-\d{2,}|AB#\d+|INC\d{5,})(?![\w-])/g,
    ),
  ),
];
