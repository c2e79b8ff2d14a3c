// What a change would do, with what looks like a secret masked, as everything else that is kept or shown.
import { redact } from "../redact/redact.ts";
import { mask } from "../redact/span.ts";
import type { FieldChange, Touched } from "./proposed.ts";

export const maskedObjects = (objects: readonly Touched[]): readonly Touched[] =>
  objects.map((object) => ({ ...object, fields: object.fields.map(maskedField) }));

function maskedField({ path, before, after }: FieldChange): FieldChange {
  const name = nameIn(path);
  return { path: redact(path).text, before: maskedValue(name, before), after: maskedValue(name, after) };
}

/** What its value is called: of `env[DB_PASSWORD].value` the variable, else the last part of the path. */
function nameIn(path: string): string {
  const [, listed] = /\[([^\]]+)\]\.value$/.exec(path) ?? [];
  return listed ?? path.slice(path.lastIndexOf(".") + 1).replace(/[[\]]/g, "");
}

/** A value is judged with the name that it has, and by itself. */
function maskedValue(name: string, value: string | null): string | null {
  if (value === null) return null;
  const named = `${name}=`;
  const { text } = redact(`${named}${value}`);
  return text.startsWith(named) ? redact(text.slice(named.length)).text : mask;
}
