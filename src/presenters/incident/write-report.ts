// The report of an incident as a file, as Markdown or as a Word document.
import type { IncidentStory } from "../../core/conversation/answer.ts";
import { messages } from "../messages/messages.ts";
import { type ReportPart, reportOf } from "./report.ts";

/** In the language of the conversation in which its reader asked for it. */
export async function writeReport(
  story: IncidentStory,
  format: "docx" | "md",
  { locale }: Readonly<Record<string, unknown>>,
): Promise<Uint8Array> {
  const texts = messages(locale);
  const parts = reportOf(story, texts);
  if (format === "md") return new TextEncoder().encode(reportMarkdown(parts));
  return reportDocx(parts, texts.report.title({ id: story.now.incident.id }));
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
    case "code":
      // By its four spaces nothing in it is a mark.
      return part.lines.map((line) => `    ${line.replaceAll(/\s+/g, " ")}`).join("\n");
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
  const children = parts.flatMap((part) => elementsOf(docx, part));
  const document = new docx.Document({ title, creator: "AKS On-Call", sections: [{ children }] });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}

type Docx = typeof import("docx");

function elementsOf(docx: Docx, part: ReportPart) {
  const { HeadingLevel, Paragraph, Table, TextRun, WidthType } = docx;
  switch (part.is) {
    case "title":
      return new Paragraph({ text: part.text, heading: HeadingLevel.TITLE });
    case "heading":
      return new Paragraph({ text: part.text, heading: HeadingLevel.HEADING_1 });
    case "text":
      return new Paragraph({ text: part.text });
    case "code":
      return part.lines.map((text) => new Paragraph({ children: [new TextRun({ text, font: "Consolas" })] }));
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
