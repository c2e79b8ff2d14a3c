// Tables of kubectl's: what its columns and its types of object are called.
import { findResource } from "../../../core/command/grammar/resources.ts";
import { lookUp } from "../../../core/text/look-up.ts";

/** Of one and of several. */
export type Noun = readonly [one: string, several: string];

export type TableWords = Readonly<{
  /** A type that is not here is called as kubectl calls it. */
  nouns: Readonly<Record<string, Noun>>;
  counted: (count: number, noun: Noun) => string;
  /** What a cell says, by its column. */
  facts: Readonly<Record<string, (value: string) => string>>;
  /** Of a column that is not here. */
  fact: (column: string, value: string) => string;
}>;

export function tableSpeech({ nouns, counted, facts, fact }: TableWords) {
  const nounOf = (resource: string): Noun =>
    lookUp(nouns, resource) ?? [findResource(resource)?.aliases[0] ?? resource, resource];
  return {
    counting: (count: number, resource: string): string => counted(count, nounOf(resource)),
    severalOf: (resource: string): string => nounOf(resource)[1],
    fact: (column: string, value: string): string =>
      lookUp(facts, column)?.(value) ?? fact(column.toLowerCase(), value),
  };
}

/** `14 (2m9s ago)`: how often it was restarted, and when last; null where it is anything else. */
export function readRestarts(cell: string): Readonly<{ count: number; last: string | null }> | null {
  const [, count, last = null] = /^(\d{1,9})(?: \((.*) ago\))?$/.exec(cell) ?? [];
  return count === undefined ? null : { count: Number(count), last };
}

/** `3m (x5 over 10m)`: how long ago it was seen, and how often. */
export function readSeen(cell: string): Readonly<{ last: string; often: string }> {
  const space = cell.indexOf(" ");
  return space < 0 ? { last: cell, often: "" } : { last: cell.slice(0, space), often: cell.slice(space + 1) };
}
