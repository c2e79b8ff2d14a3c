// What a change would do, with what looks like a secret masked, as everything else that is kept or shown.
import { secretsIn } from "../redact/mask-secrets.ts";
import { redact } from "../redact/redact.ts";
import { mask } from "../redact/span.ts";
import { cutAlike, isCutShort } from "./cut-alike.ts";
import type { FieldChange, Touched } from "./proposed.ts";

/** `longest`: so much is kept of a value. */
export const maskedObjects = (objects: readonly Touched[], longest = 160): readonly Touched[] =>
  objects.map((object) => {
    const secrets = new Set(object.fields.flatMap(secretsOf));
    return { ...object, fields: object.fields.map((field) => maskedField(field, longest, secrets)) };
  });

/** A patch may take a value out from under the name that tells what it is: it is a secret there as well. */
const secretsOf = (field: FieldChange): readonly string[] => {
  const named = `${nameIn(field.path)}=`;
  return lookedAt(field).flatMap((value) => secretsIn(`${named}${value}`));
};

const lookedAt = ({ before, after }: FieldChange): readonly [string, string] =>
  cutAlike(before ?? "", after ?? "", lookedThrough.most, lookedThrough.before);

/** What is looked through, and how much of that before the place where both differ: what makes a secret of it is there. */
const lookedThrough = { most: 7_000, before: 3_000 };

/** Masked first: what is cut in the middle looks like no secret any more. */
function maskedField(field: FieldChange, longest: number, secrets: ReadonlySet<string>): FieldChange {
  const { path, before, after } = field;
  const name = nameIn(path);
  const [was, is] = lookedAt(field);
  const shown = (value: string) => withoutThese(maskedValue(name, value), secrets);
  const [shownBefore, shownAfter] = cutAlike(shown(was), shown(is), longest);
  const isCut =
    [was, is].some((text) => isCutShort(text, lookedThrough.most)) ||
    [shownBefore, shownAfter].some((text) => isCutShort(text, longest));
  return {
    path: redact(path).text,
    before: before === null ? null : shownBefore,
    after: after === null ? null : shownAfter,
    ...(isCut && { cut: true }),
  };
}

/** What its value is called: the variable of `env[DB_PASSWORD].value`, the key of `data[a.b]`, else the last of the path. */
function nameIn(path: string): string {
  const [, listed] = /\[([^\]]+)\](?:\.value)?$/.exec(path) ?? [];
  return listed ?? path.slice(path.lastIndexOf(".") + 1);
}

/** Where one is the whole value, or a whole text of a list or an object. */
const withoutThese = (value: string, secrets: ReadonlySet<string>): string =>
  secrets.has(value)
    ? mask
    : value.replaceAll(/"((?:[^"\\]|\\.)*)"/g, (whole, text: string) =>
        secrets.has(text) ? `"${mask}"` : whole,
      );

/** A value is judged with the name that it has, and by itself. */
function maskedValue(name: string, value: string): string {
  const named = `${name}=`;
  const { text } = redact(`${named}${value}`);
  return text.startsWith(named) ? redact(text.slice(named.length)).text : mask;
}
