// A time as it is typed: with its zone, so that it is the same wherever it is read.

/** `2026-11-25T03:00Z`, `2026-11-25T04:00:00+01:00`; null for what is none. */
export function readTime(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time;
}
