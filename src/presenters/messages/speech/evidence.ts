// What was seen, a line each. What is said of several lines stands in one column, and what was read beside it.
import type { Column, Columns, Label, Value } from "../../../core/outcome/columns.ts";
import type { Evidence } from "../../../core/outcome/fact.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { type Says, say } from "../says.ts";

export type EvidenceWords = Readonly<{
  labels: Readonly<Record<Label, string>>;
  columns: Says<Exclude<Column, Value>>;
  /** Of what stands in no columns. */
  lines: Says<Exclude<Evidence, Columns>>;
}>;

/** As a terminal shows it: a Chinese character takes the room of two letters. */
const widthOf = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

export function evidenceSpeech({ labels, columns, lines }: EvidenceWords) {
  const cellOf = (column: Column): string =>
    typeof column === "object" ? say(columns, column) : String(column);

  /** A term is alike in every language. */
  const labelOf = (label: string): string => lookUp(labels, label) ?? label;

  return (all: readonly Evidence[]): readonly string[] => {
    const told = all.flatMap((line) =>
      line.is === "columns" && line.label !== undefined ? [labelOf(line.label)] : [],
    );
    const width = told.reduce((widest, label) => Math.max(widest, widthOf(label)), 0);
    const padded = (label: string): string => label + " ".repeat(width - widthOf(label));
    return all.map((line) => {
      if (line.is !== "columns") return say(lines, line);
      const label = line.label === undefined ? "" : padded(labelOf(line.label));
      const cells = line.columns.map(cellOf);
      return [label, ...cells]
        .filter((cell) => cell !== "")
        .join("  ")
        .trimEnd();
    });
  };
}
