// Times and durations for people: always UTC, always with the zone written.

/** `2026-07-27 09:41 UTC`; a text that is no ISO time is returned as it is. */
export function utc(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** `1.8 s`, `42 s`, `2 min 5 s`; empty when either end is missing or they are the wrong way round. */
export function duration(from: string | undefined, to: string | undefined): string {
  const ms = new Date(to ?? "").getTime() - new Date(from ?? "").getTime();
  if (Number.isNaN(ms) || ms < 0) return "";
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
