// The values of a line's flags as the fields of a body take them; null where one is nothing that a repair prints.
import type { Json } from "../text/canonical-json.ts";
import type { Edit, Path, What } from "./arm-write.ts";

/** The flags of one line. `value`: the first behind a flag; empty where it has none. */
export type Given = Readonly<{
  value(name: string): string;
  values(name: string): readonly string[];
  has(name: string): boolean;
}>;

export const givenIn = (flags: ReadonlyMap<string, readonly string[]>): Given => ({
  value: (name) => flags.get(name)?.[0] ?? "",
  values: (name) => flags.get(name) ?? [],
  has: (name) => flags.has(name),
});

export const put = (path: Path, value: Json): Edit | null =>
  value === null || value === "" ? null : { is: "put", path, value };

export const drop = (path: Path): Edit => ({ is: "drop", path });

export function change(...edits: readonly (Edit | null)[]): What | null {
  const whole = edits.flatMap((edit) => edit ?? []);
  return whole.length < edits.length ? null : { do: "change", edits: whole };
}

export const onlyIf = (isSo: boolean, what: What | null): What | null => (isSo ? what : null);

const count = (given: Given, name: string): number | null =>
  /^\d{1,5}$/.test(given.value(name)) ? Number(given.value(name)) : null;

const yesNo = (given: Given, name: string): boolean | null =>
  ({ true: true, false: false })[given.value(name)] ?? null;

const ranges = (given: Given, name: string): readonly string[] | null => {
  const all = given.value(name).split(",");
  return all.every((range) => /^[\da-fA-F.:]+(\/\d{1,3})?$/.test(range)) ? all : null;
};

export const givenAs = { count, yesNo, ranges };

/** Of `--set path=value`, with that path and no other; null where it is another. */
export function setting(given: Given, path: string): string | null {
  const [pair = "", ...more] = given.values("set");
  return more.length === 0 && pair.startsWith(`${path}=`) ? pair.slice(path.length + 1) : null;
}
