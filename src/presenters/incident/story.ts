// The timeline of an incident as a card, and its report as a document: the same rows, from facts alone.
import type { IncidentStory } from "../../core/conversation/answer.ts";
import { type Incident, severityOf } from "../../core/incident/incident.ts";
import { type StoryEntry, type StoryEvent, timesOf } from "../../core/incident/story.ts";
import { type PersonId, personKey } from "../../core/requester.ts";
import { lookUp } from "../../core/text/look-up.ts";
import { actionButton, arrange } from "../card/button.ts";
import { presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { visible } from "../card/text.ts";
import { after, duration, utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import { incidentWords } from "./words.ts";

/** A card that is longer is read by nobody; the report has all of it. */
const longestCard = 40;

type Row = Readonly<{ at: string; who: string; what: string }>;

const rowsOf = ({ entries, names }: IncidentStory, messages: Messages): readonly Row[] => {
  const { story } = messages;
  const nameOf = (person: PersonId): string =>
    names.find(({ key }) => key === personKey(person))?.name ?? story.unknown;
  return entries.map(({ at, by, event }: StoryEntry) => ({
    at,
    who:
      by !== null
        ? nameOf(by)
        : event.is === "fired" || event.is === "resolved"
          ? story.source
          : story.system,
    what: sayEvent(event, nameOf, messages),
  }));
};

const sayVerdict = (verdict: string, messages: Messages): string =>
  lookUp(messages.verdict, verdict === "healthy" ? "reachable" : verdict) ?? verdict;

function sayEvent(event: StoryEvent, nameOf: (person: PersonId) => string, messages: Messages): string {
  const { events, what } = messages.story;
  switch (event.is) {
    case "fired":
    case "resolved":
      return events[event.is]({ ...event, severity: event.severity.replace("Sev", "") });
    case "severity":
      return events.severity({ severity: event.severity.replace("Sev", "") });
    case "declared":
    case "ended":
      return events[event.is](event as never);
    case "note":
      return events.note(event);
    case "escalated":
      return events.escalated(event);
    case "merged":
      return events.merged(event);
    case "splitInto":
      return events.splitInto(event);
    case "splitFrom":
      return events.splitFrom(event);
    case "handedOver":
      return events.handedOver({ to: nameOf(event.to) });
    case "diagnosed":
      return events.diagnosed({
        verdict: sayVerdict(event.verdict, messages),
        cause: event.cause === null ? null : (messages.titleOfFinding(event.cause) ?? event.cause),
      });
    case "commanded":
      return events.commanded(event);
    case "asked":
      return events.asked({
        what: what[event.what],
        does: event.what === "change" ? event.does : (messages.titleOfFinding(event.does) ?? event.does),
      });
    case "made":
      return events.made({
        outcome: event.outcome,
        verdict: event.verdict === null ? null : sayVerdict(event.verdict, messages),
      });
    default:
      return events[event.is];
  }
}

export function presentIncidentStory(answer: IncidentStory, messages: Messages): Presented {
  const { story } = messages;
  const { incident } = answer.now;
  const rows = rowsOf(answer, messages);
  const shown = rows.slice(-longestCard);
  const left = rows.length - shown.length;
  const first = rows[0]?.at ?? incident.openedAt;
  return presentNotice(messages, {
    style: "default",
    title: story.title({ id: incident.id, cluster: incident.cluster.name }),
    subtitle: story.about({
      count: rows.length,
      at: first,
      title: incidentWords(answer.now, messages).title,
    }),
    facts: shown.map(({ at, who, what }) => ({
      title: after(first, at),
      ...{ value: messages.labelled(who, what), at },
    })),
    buttons: arrange([actionButton(story.report, { verb: "incident.report", incident: incident.id })]),
    footer: left > 0 ? story.more({ count: left }) : "",
  });
}

// The report, as parts that a document of any format is made of.

export type ReportPart = Readonly<
  | { is: "title" | "heading" | "text"; text: string }
  | { is: "table"; head: readonly string[] | null; rows: readonly (readonly string[])[] }
>;

export function reportOf(answer: IncidentStory, messages: Messages): readonly ReportPart[] {
  const { facts: texts } = messages.story;
  const { incident } = answer.now;
  const words = incidentWords(answer.now, messages);
  const rows = rowsOf(answer, messages);
  const { open } = incident.alerts;
  const heading = (text: string): ReportPart => ({ is: "heading", text });
  const text = (said: string): ReportPart => ({ is: "text", text: said });
  const parts: readonly ReportPart[] = [
    { is: "title", text: texts.title({ id: incident.id }) },
    text(words.title),
    { is: "table", head: null, rows: factsOf(answer, messages) },
    heading(texts.impact),
    text(words.impact),
    heading(texts.cause),
    text(words.cause ?? texts.noCause),
    ...words.explained.map(text),
    ...(words.seen === null ? [] : [text(words.seen)]),
    ...(words.fix === null ? [] : [heading(texts.fix), text(words.fix)]),
    heading(texts.timeline),
    {
      is: "table",
      head: [texts.time, texts.who, texts.what],
      rows: rows.map(({ at, who, what }) => [seconds(at), who, what]),
    },
    ...(answer.goesOn ? [text(texts.goesOn({ id: incident.id }))] : []),
    heading(texts.open),
    text(open > 0 ? texts.openText({ count: open }) : texts.nothingOpen),
    heading(texts.rights),
    text(texts.rightsText),
    heading(texts.proof),
    text(proofOf(answer, messages)),
  ];
  return parts.map(shown);
}

/** Nothing in it is hidden, and no document holds control characters. */
const shown = (part: ReportPart): ReportPart =>
  part.is === "table"
    ? {
        ...part,
        head: part.head?.map(visible) ?? null,
        rows: part.rows.map((cells) => cells.map(visible)),
      }
    : { ...part, text: visible(part.text) };

const seconds = (iso: string): string => iso.slice(0, 19).replace("T", " ");

const proofOf = ({ head, now }: IncidentStory, { story }: Messages): string =>
  story.facts.proofText({
    ...{ head: head === null ? null : "head", id: now.incident.id },
    ...{ seq: head?.seq ?? 0, hash: head?.hash ?? "" },
  });

function factsOf(answer: IncidentStory, messages: Messages): readonly (readonly string[])[] {
  const { facts: texts } = messages.story;
  const { incident } = answer.now;
  const { isFixed } = incidentWords(answer.now, messages);
  const times = timesOf(incident.openedAt, answer.entries, endOf(incident));
  const took = (ms: number | null): string =>
    ms === null
      ? texts.never
      : duration(new Date(0).toISOString(), new Date(ms).toISOString(), messages.times);
  const { open, resolved } = incident.alerts;
  return [
    [texts.cluster, `${incident.cluster.name} (${incident.cluster.id})`],
    [texts.severity, severityOf(incident) ?? ""],
    [texts.state, texts.states[isFixed ? "fixed" : incident.status.state]],
    [texts.opened, utc(incident.openedAt)],
    [texts.ended, utc(endOf(incident) ?? "")],
    [texts.owner, incident.owner?.person.displayName ?? texts.nobody],
    [texts.alerts, texts.alertsText({ open, resolved })],
    [texts.acknowledged, took(times.acknowledged)],
    [texts.explained, took(times.explained)],
    [texts.mitigated, took(times.mitigated)],
    [texts.resolved, took(times.resolved)],
  ].filter(([, value]) => value !== "");
}

const endOf = ({ status }: Incident): string | null => (status.state === "resolved" ? status.at : null);

/** Text of others in a table: no column, line or mark of Markdown is made by it. */
const cell = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_~[\]<>|#]/g, "\\$&");

/** The report as Markdown. */
export const reportMarkdown = (parts: readonly ReportPart[]): string =>
  `${parts.map(markdownOf).join("\n\n")}\n`;

const rowOf = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;

function markdownOf(part: ReportPart): string {
  switch (part.is) {
    case "title":
      return `# ${cell(part.text)}`;
    case "heading":
      return `## ${cell(part.text)}`;
    case "text":
      return cell(part.text);
    case "table": {
      const width = part.head?.length ?? part.rows[0]?.length ?? 0;
      const head = part.head ?? Array.from({ length: width }, () => "");
      return [rowOf(head), `|${" --- |".repeat(width)}`, ...part.rows.map(rowOf)].join("\n");
    }
  }
}
