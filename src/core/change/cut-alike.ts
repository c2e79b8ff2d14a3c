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

const cut = (text: string, from: number, most: number): string => {
  const rest = from > 0 ? `…${text.slice(from).toWellFormed()}` : text;
  return rest.length <= most ? rest : `${rest.slice(0, most - 1).toWellFormed()}…`;
};

/** Each at most `most` characters long. `kept`: of what they share. */
export function cutAlike(
  before: string,
  after: string,
  most: number,
  kept: number = context,
): readonly [string, string] {
  const isLong = Math.max(before.length, after.length) > most;
  const from = isLong ? sharedLength(before, after) - kept : 0;
  return [cut(before, from, most), cut(after, from, most)];
}
