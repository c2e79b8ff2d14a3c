// The report of an incident as a file, for whoever was not there. It is a document of record, so it is in English for
// everybody, and made of facts alone.
import type { IncidentNow, IncidentStory } from "../../core/conversation/answer.ts";
import { type Incident, severityOf } from "../../core/incident/incident.ts";
import { timesOf } from "../../core/incident/story.ts";
import { runRequest } from "../card/run-texts.ts";
import { resourceGroupOf } from "../card/scope.ts";
import { visible } from "../card/text.ts";
import { duration, utc } from "../messages/catalogue/time.ts";
import { type Messages, messages } from "../messages/messages.ts";
import { progressOf } from "./steps.ts";
import { rowsOf } from "./story.ts";
import { incidentWords, level, reasonOf, tookUntil } from "./words.ts";

export async function writeReport(story: IncidentStory, format: "docx" | "md"): Promise<Uint8Array> {
  const texts = messages();
  const parts = reportOf(story, texts);
  if (format === "md") return new TextEncoder().encode(reportMarkdown(parts));
  return reportDocx(parts, texts.story.facts.title({ id: story.now.incident.id }));
}

// The report, as parts that a document of any format is made of.

type ReportPart = Readonly<
  | { is: "title" | "heading" | "text"; text: string }
  | { is: "table"; head: readonly string[] | null; rows: readonly (readonly string[])[] }
>;

type Words = ReturnType<typeof incidentWords>;

function reportOf(answer: IncidentStory, texts: Messages): readonly ReportPart[] {
  const { facts } = texts.story;
  const { now } = answer;
  const words = incidentWords(now, texts);
  const rows = rowsOf(answer, texts).map(({ at, who, what }) => [seconds(at), who, what]);
  const section = (heading: string, said: readonly (string | null)[]): readonly ReportPart[] => [
    { is: "heading", text: heading },
    ...said
      .filter((text) => text !== null && text !== "")
      .map((text) => ({ is: "text" as const, text: text ?? "" })),
  ];
  const fix = fixTexts(now, words, texts);
  const parts: readonly ReportPart[] = [
    { is: "title", text: facts.title({ id: now.incident.id }) },
    { is: "text", text: words.title },
    { is: "table", head: null, rows: factsOf(answer, words, texts) },
    { is: "text", text: facts.timesText },
    ...section(facts.impact, [words.impact, lastedOf(now, words, texts), facts.wordsText]),
    ...section(facts.cause, [words.cause ?? facts.noCause, words.changed, ...words.explained, words.seen]),
    ...(fix.length === 0 ? [] : section(facts.fix, fix)),
    ...section(facts.open, leftOf(now, words, texts)),
    ...section(facts.timeline, []),
    { is: "table", head: [facts.time, facts.who, facts.what], rows },
    ...(answer.goesOn ? [{ is: "text" as const, text: facts.goesOn({ id: now.incident.id }) }] : []),
    ...section(facts.rights, [facts.rightsText]),
    ...section(facts.proof, [proofOf(answer, texts)]),
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

/** From when to when people were hurt, as far as it is known. */
function lastedOf({ incident }: IncidentNow, { fixedAt }: Words, { story, times }: Messages): string {
  const { status, alerts, openedAt } = incident;
  const isOver = status.state === "resolved";
  const until = fixedAt ?? (isOver ? status.at : null);
  return story.facts.lasted({
    from: alerts.firstFiredAt ?? openedAt,
    by: alerts.firstFiredAt === null ? "declared" : "alert",
    end: fixedAt !== null ? "fixed" : isOver ? "resolved" : "open",
    until: until ?? openedAt,
    took: until === null ? "" : (tookUntil(incident, until, { times }) ?? ""),
  });
}

/** What was made, or was to be; by whom, and with whose rights. */
function fixTexts(now: IncidentNow, { fix }: Words, texts: Messages): readonly string[] {
  const { facts } = texts.story;
  const { change } = now;
  if (change === null) return fix === null ? [] : [facts.fixProposed({ fix })];
  const { status, task, requester } = change;
  const isMade = status.state === "succeeded";
  const { displayName: name } = (isMade ? status.proposed?.ranBy : undefined) ?? requester;
  return [
    task.kind !== "fix" ? runRequest(change) : isMade ? "" : texts.whatItDoes(task.fix),
    progressOf(now, texts),
    isMade ? facts.madeAs({ name }) : "",
  ];
}

/** What is left to do, as far as it is known here. */
function leftOf({ incident }: IncidentNow, words: Words, { story }: Messages): readonly (string | null)[] {
  const { facts } = story;
  const { open } = incident.alerts;
  const isMended = words.isFixed || words.cause === null;
  return [
    open > 0 ? facts.openText({ count: open }) : facts.nothingOpen,
    isMended ? null : facts.causeLeft,
    isMended ? null : words.remedy,
    words.cause === null ? facts.causeUnknown : null,
    facts.elsewhere,
  ];
}

const proofOf = ({ head, now }: IncidentStory, { story }: Messages): string =>
  story.facts.proofText({
    ...{ head: head === null ? null : "head", id: now.incident.id },
    ...{ seq: head?.seq ?? 0, hash: head?.hash ?? "" },
  });

function factsOf(answer: IncidentStory, words: Words, texts: Messages): readonly (readonly string[])[] {
  const { facts } = texts.story;
  const { incident } = answer.now;
  const { cluster, status, owner } = incident;
  const times = timesOf(incident.openedAt, answer.entries, status.state === "resolved" ? status.at : null);
  const took = (ms: number | null): string =>
    ms === null ? facts.never : duration(new Date(0).toISOString(), new Date(ms).toISOString(), texts.times);
  const severity = severityOf(incident);
  return [
    [facts.cluster, facts.clusterText({ name: cluster.name, group: resourceGroupOf(cluster.id) })],
    [facts.severity, severity === null ? "" : facts.severityText({ severity: level(severity) })],
    [facts.state, facts.states[words.isFixed ? "fixed" : status.state]],
    [facts.opened, utc(incident.openedAt)],
    [facts.ended, endedOf(incident, texts)],
    [
      facts.owner,
      owner === null
        ? facts.nobody
        : texts.incident.ownerText({ name: owner.person.displayName, since: owner.since }),
    ],
    [facts.alerts, alertsOf(incident, texts)],
    [facts.acknowledged, took(times.acknowledged)],
    [facts.explained, took(times.explained)],
    [facts.mitigated, took(times.mitigated)],
    [facts.resolved, took(times.resolved)],
  ].filter(([, value]) => value !== "");
}

function endedOf({ status }: Incident, { story }: Messages): string {
  if (status.state !== "resolved") return "";
  const { at, by, because } = status;
  return story.facts.endedText({ at, name: by?.displayName ?? null, because });
}

/** How many, and what the most severe of them measured. */
function alertsOf({ alerts }: Incident, texts: Messages): string {
  const { open, resolved, listed } = alerts;
  const [worst] = listed;
  const told = worst && {
    ...{ severity: level(worst.alert.severity), rule: worst.alert.rule },
    ...{ reason: reasonOf(worst, texts), firedAt: null },
  };
  const most = told === undefined ? null : texts.incident.alertText(told);
  return texts.story.facts.alertsText({ open, resolved, count: open + resolved, most });
}

// As Markdown.

/** Text of others in a table: no column, line or mark of Markdown is made by it. */
const cell = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_~[\]<>|#]/g, "\\$&");

const reportMarkdown = (parts: readonly ReportPart[]): string => `${parts.map(markdownOf).join("\n\n")}\n`;

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

// As a Word document. Its library is read when the first one is asked for.

/** In twentieths of a point; the width of a page between its margins. */
const pageWidth = 9_000;

async function reportDocx(parts: readonly ReportPart[], title: string): Promise<Uint8Array> {
  const docx = await import("docx");
  const children = parts.map((part) => elementOf(docx, part));
  const document = new docx.Document({ title, creator: "AKS On-Call", sections: [{ children }] });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}

type Docx = typeof import("docx");

function elementOf(docx: Docx, part: ReportPart) {
  const { HeadingLevel, Paragraph, Table, WidthType } = docx;
  switch (part.is) {
    case "title":
      return new Paragraph({ text: part.text, heading: HeadingLevel.TITLE });
    case "heading":
      return new Paragraph({ text: part.text, heading: HeadingLevel.HEADING_1 });
    case "text":
      return new Paragraph({ text: part.text });
    case "table":
      return new Table({
        width: { size: pageWidth, type: WidthType.DXA },
        rows: [
          ...(part.head === null ? [] : [tableRow(docx, part.head, true)]),
          ...part.rows.map((cells) => tableRow(docx, cells, false)),
        ],
      });
  }
}

function tableRow(docx: Docx, cells: readonly string[], bold: boolean) {
  const { Paragraph, TableCell, TableRow, TextRun, WidthType } = docx;
  const width = { size: Math.floor(pageWidth / cells.length), type: WidthType.DXA };
  return new TableRow({
    children: cells.map(
      (text) =>
        new TableCell({ width, children: [new Paragraph({ children: [new TextRun({ text, bold })] })] }),
    ),
  });
}
