// One thing that is read inside the cluster: the command, and what its output means.
import type { CommandRequest } from "../../command/grammar/command-request.ts";
import type { Cell } from "./cells.ts";
import { columnsOf, itemsOf } from "./template.ts";

export type ReadSpec<Id extends string = string, T = unknown> = Readonly<{
  id: Id;
  argv: readonly string[];
  /** What people's own door knows no words for, and what it reads. */
  ownReads?: CommandRequest["reads"];
  /** Null for what kubectl does not print. Total, and linear in what is printed. */
  read: (output: string, exitCode: number) => T | null;
  /** Its output says something as well where kubectl ends with an error. */
  readsErrors?: true;
  /** A cluster may be without this kind. Of any other kubectl says so too, where it could not ask for the kinds. */
  mayBeAbsent?: true;
}>;

/** kubectl, and no call of it waits longer than that: one that hangs must not take the others with it. */
export const kubectl = (...words: readonly string[]): readonly string[] => [
  "kubectl",
  ...words,
  "--request-timeout=20s",
];

/** `every`: lists of the template; all objects where none is named. */
type List<T> = Readonly<{
  /** `get` and what follows. */
  get: readonly string[];
  fields: readonly string[];
  every?: readonly string[];
  item: (...cells: readonly Cell[]) => T | null;
  ownReads?: CommandRequest["reads"];
  mayBeAbsent?: true;
}>;

/** A read of objects of one kind, with the fields of each that count. */
export const listRead = <const Id extends string, T>(
  id: Id,
  { get, fields, every = [".items[*]"], item, ...more }: List<T>,
): ReadSpec<Id, readonly T[]> => ({
  id,
  argv: kubectl("get", ...get, columnsOf(fields, ...every)),
  ...more,
  read: (output) => itemsOf(output, fields.length, item),
});
