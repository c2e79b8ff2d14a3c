// Tables of kubectl's: what its types of object are called, and what a cell says.
import { findResource } from "../../../core/command/grammar/resources.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import type { Message } from "../catalogue/formats.ts";
import type { Catalogue } from "../catalogue/texts.ts";

/** `count`, `last` and `often` are of some columns only, and null or empty with every other. */
type Cell = Readonly<{ value: string; count: number | null; last: string; often: string }>;

type Words = Readonly<{
  noun: Readonly<Record<string, Message<{ count: number }>>>;
  fact: Readonly<Record<string, Message<Cell>>>;
}>;

/** `14 (2m9s ago)`: how often it was restarted, and when last. `3m (x5 over 10m)`: when it was seen, and how often. */
function readCell(column: string, value: string): Cell {
  const cell = { value, count: null, last: "", often: "" };
  if (column === "RESTARTS") {
    const [, count, last = ""] = /^(\d{1,9})(?: \((.*) ago\))?$/.exec(value) ?? [];
    return count === undefined ? cell : { ...cell, count: Number(count), last };
  }
  if (column !== "LAST SEEN") return cell;
  const space = value.indexOf(" ");
  return space < 0
    ? { ...cell, last: value }
    : { ...cell, last: value.slice(0, space), often: value.slice(space + 1) };
}

export function tableSpeech({ tables }: Catalogue) {
  const { noun, fact }: Words = tables;
  function nounOf(resource: string, count: number): string {
    const one = findResource(resource)?.aliases[0] ?? resource;
    return lookUp(noun, resource)?.({ count }) ?? tables.otherNoun({ count, one, several: resource });
  }
  return {
    /** `3 pods` */
    countOf: (count: number, resource: string): string =>
      tables.counted({ count, noun: nounOf(resource, count) }),
    severalOf: (resources: readonly string[]): string =>
      tables.several({ nouns: resources.map((each) => lookUp(noun, each)?.({ count: 2 }) ?? each) }),
    sayCell: (column: string, value: string): string =>
      lookUp(fact, column)?.(readCell(column, value)) ??
      tables.otherFact({ column: column.toLowerCase(), value }),
  };
}
