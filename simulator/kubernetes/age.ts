// Durations as kubectl's tables print them: two units while they matter, one afterwards.

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** Steps of Kubernetes' HumanDuration: below `until` seconds, in `unit`s and, where given, a rest in `rest`s. */
const steps: { until: number; unit: [number, string]; rest?: [number, string] }[] = [
  { until: 2 * minute, unit: [1, "s"] },
  { until: 10 * minute, unit: [minute, "m"], rest: [1, "s"] },
  { until: 3 * hour, unit: [minute, "m"] },
  { until: 8 * hour, unit: [hour, "h"], rest: [minute, "m"] },
  { until: 2 * day, unit: [hour, "h"] },
  { until: 8 * day, unit: [day, "d"], rest: [hour, "h"] },
  { until: 2 * year, unit: [day, "d"] },
  { until: 8 * year, unit: [year, "y"], rest: [day, "d"] },
];

/** `45s`, `5m3s`, `7h5m`, `2d4h`, `320d`; `<invalid>` for times in the future. */
export function humanDuration(milliseconds: number): string {
  const seconds = Math.trunc(milliseconds / 1000);
  if (seconds < -1) return "<invalid>";
  if (seconds < 0) return "0s";
  const step = steps.find((candidate) => seconds < candidate.until);
  const [size, letter] = step?.unit ?? [year, "y"];
  const whole = `${Math.floor(seconds / size)}${letter}`;
  if (step?.rest === undefined) return whole;
  const [restSize, restLetter] = step.rest;
  const rest = Math.floor((seconds % size) / restSize);
  return rest === 0 ? whole : `${whole}${rest}${restLetter}`;
}

/** Time since an RFC 3339 timestamp; `<unknown>` where there is none. */
export function since(timestamp: string, now: Date): string {
  const time = Date.parse(timestamp);
  return Number.isNaN(time) ? "<unknown>" : humanDuration(now.getTime() - time);
}
