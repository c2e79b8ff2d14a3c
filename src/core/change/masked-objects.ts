// What a change would do, with what looks like a secret masked, as everything else that is kept or shown.
import { secretsIn } from "../redact/mask-secrets.ts";
import { isTellingVariable } from "../redact/names.ts";
import { redact } from "../redact/redact.ts";
import { mask } from "../redact/span.ts";
import type { FieldChange, Touched } from "../run/proposed.ts";

// Two states of one value, cut to what people read: what they share goes first, and never where they differ.

/** Of what two long values share, so much is kept before the place where they differ. */
const context = 30;

/** The same of both, up to where they differ. */
function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
}

/** The same from their ends, of what is behind `from`. */
function sharedEnd(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from;
  let length = 0;
  while (length < most && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

/** Of each what it does not share with the other at its beginning or its end. */
function differing(a: string, b: string): readonly [string, string] {
  const from = sharedLength(a, b);
  const behind = sharedEnd(a, b, from);
  return [a.slice(from, a.length - behind), b.slice(from, b.length - behind)];
}

function cut(text: string, from: number, behind: number, most: number): string {
  const start = from > 0 ? `…${text.slice(from)}` : text;
  const rest = behind > 0 ? `${start.slice(0, -behind)}…` : start;
  return (rest.length <= most ? rest : `${rest.slice(0, most - 1)}…`).toWellFormed();
}

/** Whether one of `cutAlike` has lost something of its own. */
const isCutShort = (text: string, most: number): boolean => text.length >= most && text.endsWith("…");

/** Each at most `most` characters long. `kept`: of what they share, where one is longer than `long`. */
export function cutAlike(
  before: string,
  after: string,
  most: number,
  kept: number = context,
  long: number = most,
): readonly [string, string] {
  const isLong = Math.max(before.length, after.length) > long;
  if (!isLong) return [before, after];
  const shared = sharedLength(before, after);
  const behind = sharedEnd(before, after, shared) - kept;
  return [cut(before, shared - kept, behind, most), cut(after, shared - kept, behind, most)];
}

/** In UTF-16 code units: so much is kept of a value, and of a long one only what differs, with some of what is around it. */
const kept = { most: 6_000, around: 30, long: 160 };

export const maskedObjects = (objects: readonly Touched[]): readonly Touched[] =>
  objects.map((object) => {
    const secrets = new Set(object.fields.flatMap(secretsOf));
    return { ...object, fields: object.fields.map((field) => maskedField(field, secrets)) };
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
function maskedField(field: FieldChange, secrets: ReadonlySet<string>): FieldChange {
  const { before, after } = field;
  const path = redact(field.path).text;
  const name = nameIn(field.path);
  const [was, is] = lookedAt(field);
  const shown = (value: string) => withoutThese(maskedValue(name, value), secrets);
  const [maskedBefore, maskedAfter] = [shown(was), shown(is)];
  const [shownBefore, shownAfter] = cutAlike(maskedBefore, maskedAfter, kept.most, kept.around, kept.long);
  const [values, masks] = [
    [was, is],
    [maskedBefore, maskedAfter],
  ] as const;
  const isMasked = path !== field.path || hidesWhatIsNew(values, masks) || passesForMask(name, values, masks);
  const isCut =
    [was, is].some((text) => isCutShort(text, lookedThrough.most)) ||
    [shownBefore, shownAfter].some((text) => isCutShort(text, kept.most));
  return {
    path,
    before: before === null ? null : shownBefore,
    after: after === null ? null : shownAfter,
    ...(isMasked ? { hidden: "masked" } : isCut ? { hidden: "cut" } : {}),
  };
}

type Pair = readonly [before: string, after: string];

/** Whether a mask stands for more than what both share: a secret that goes hides nothing of what is written. */
const hidesWhatIsNew = (value: Pair, masked: Pair): boolean =>
  masked[1] !== value[1] && differing(...value).join("\n") !== differing(...masked).join("\n");

/** `[masked]` written where a mask is expected: nobody could tell it from a secret that is kept. */
const passesForMask = (name: string, value: Pair, masked: Pair): boolean =>
  value[1].includes(mask) && (masked[0] !== value[0] || isTellingVariable(name));

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
