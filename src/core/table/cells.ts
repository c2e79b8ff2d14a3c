// What stands in kubectl's cells: counts, ages, restarts. Null where a cell holds something else.

/** `2/3`. */
export type Share = Readonly<{ have: number; want: number }>;

export function shareIn(cell: string): Share | null {
  const [, have, want] = /^(\d{1,6})\/(\d{1,6})$/.exec(cell) ?? [];
  return want === undefined ? null : { have: Number(have), want: Number(want) };
}

export const countIn = (cell: string): number | null => (/^\d{1,9}$/.test(cell) ? Number(cell) : null);

/** `93%`. */
export const percentIn = (cell: string): number | null => countIn(cell.replace(/%$/, ""));

const seconds: Readonly<Record<string, number>> = { y: 31_536_000, d: 86_400, h: 3_600, m: 60, s: 1 };

/** Seconds of an age at the beginning of a cell: `45s`, `2m9s`, `3d4h`, `1y23d`. */
export function ageIn(cell: string): number | null {
  const [age] = /^(?:\d{1,6}[ydhms]){1,5}(?=$|[ )])/.exec(cell) ?? [];
  if (age === undefined) return null;
  const parts = [...age.matchAll(/(\d+)([ydhms])/g)];
  return parts.reduce((sum, [, count, unit = ""]) => sum + Number(count) * (seconds[unit] ?? 0), 0);
}

/** An age that cannot be read is taken for a long one: what waits since nobody knows when is told. */
export const isYoung = (age: string, below: number): boolean => (ageIn(age) ?? below) < below;

/** `14 (2m9s ago)`: how many seconds ago it last restarted. */
export function restartedAgo(cell: string): number | null {
  const at = cell.indexOf("(");
  return at === -1 ? null : ageIn(cell.slice(at + 1));
}

export const minute = 60;
export const hour = 3_600;
