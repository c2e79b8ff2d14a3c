// What a measurement hands back, and the two statistics that the table uses.

/** One line of the table. `met` is null where nothing is aimed at, or nothing could be measured. */
export type Row = Readonly<{ what: string; figure: string; aim?: string; met?: boolean | null }>;

export type Options = Readonly<{
  /** Smaller counts: to try a measurement, not to publish it. */
  quick: boolean;
}>;

export type Measurement = Readonly<{ name: string; measure(options: Options): Promise<readonly Row[]> }>;

/** Added by the local Azure to each of its answers, as the distance to a region would. */
export const latencyMs = 100;

/** The value below which `share` (0 to 1) of the values lie; values in any order. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Milliseconds that `act` took. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

export const milliseconds = (value: number): string =>
  value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`;
export const seconds = (value: number): string => `${(value / 1000).toFixed(2)} s`;
export const times = (value: number): string => `${value.toFixed(1)} ×`;
/** `value` is null where the system does not tell. */
export const megabytes = (value: number | null): string =>
  value === null ? "not measured: only Linux says it" : `${Math.round(value)} MB`;
