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
export function differing(a: string, b: string): readonly [string, string] {
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
export const isCutShort = (text: string, most: number): boolean => text.length >= most && text.endsWith("…");

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
