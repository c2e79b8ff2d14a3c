// What was seen, a line each. What is said of several lines stands in one column, and what was read beside it.

import type { Called } from "../../../core/outcome/called.ts";
import type { Clash, Evidence } from "../../../core/outcome/check.ts";
import type { Column, Columns, Label, Value } from "../../../core/outcome/columns.ts";
import type { ResourceChange } from "../../../core/snapshot/snapshot.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { type Says, say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";
import { utc } from "../catalogue/time.ts";

type Speech = Readonly<{
  sayCalled: (called: Called) => string;
  sayChange: (change: ResourceChange) => string;
}>;

/** As a terminal shows it: a Chinese character takes the room of two letters. */
const widthOf = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

export function evidenceSpeech(texts: Catalogue, { sayCalled, sayChange }: Speech) {
  function cellOf(column: Column): string {
    const columns: Says<Exclude<Column, Value>> = texts.evidence.column;
    return typeof column === "object" ? say(columns, column) : String(column);
  }

  /** A term is alike in every language. */
  function labelOf(label: string): string {
    const labels: Readonly<Record<Label, string>> = texts.evidence.label;
    return lookUp<string>(labels, label) ?? label;
  }

  /** `jump 10.0.1.0/24 and the cluster's services 10.0.0.0/16` */
  const sayClash = ({ one, other }: Clash): string =>
    texts.evidence.clash({ one: texts.evidence.ranged(one), other: texts.evidence.ranged(other) });

  /** Of what stands in no columns. */
  const linesOf = ({ evidence }: Catalogue): Says<Exclude<Evidence, Columns>> => ({
    change: ({ change }) => `${utc(change.time)}  ${sayChange(change)}`,
    way: (way) => evidence.line.way({ ...way, from: sayCalled(way.from) }),
    clash: sayClash,
    noErrorNamed: evidence.line.noErrorNamed,
  });

  function sayEvidence(all: readonly Evidence[]): readonly string[] {
    const told = all.flatMap((line) =>
      line.is === "columns" && line.label !== undefined ? [labelOf(line.label)] : [],
    );
    const width = told.reduce((widest, label) => Math.max(widest, widthOf(label)), 0);
    const padded = (label: string): string => label + " ".repeat(width - widthOf(label));
    return all.map((line) => {
      if (line.is !== "columns") return say(linesOf(texts), line);
      const label = line.label === undefined ? "" : padded(labelOf(line.label));
      const cells = line.columns.map(cellOf);
      return [label, ...cells]
        .filter((cell) => cell !== "")
        .join("  ")
        .trimEnd();
    });
  }

  return { sayEvidence, sayClash };
}
