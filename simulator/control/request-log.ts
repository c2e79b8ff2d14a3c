// What was asked of the local Azure, when, and by whom: for tests and benchmarks.

export type RequestLogEntry = {
  method: string;
  /** Path without the query. */
  path: string;
  apiVersion: string | null;
  /** Encoded, without the question mark. */
  query: string;
  /** Object id of the caller, or the application's id; `null` without a valid token. */
  caller: string | null;
  audience: string | null;
  startedAt: string;
  endedAt: string;
  status: number;
};

export type RequestLog = { entries(): RequestLogEntry[]; add(entry: RequestLogEntry): void; clear(): void };

const longestLog = 20_000;

/** Keeps the newest entries, in the order in which they ended. */
export function createRequestLog(): RequestLog {
  const kept: RequestLogEntry[] = [];
  return {
    entries: () => kept.map((entry) => ({ ...entry })),
    add: (entry) => {
      kept.push(entry);
      if (kept.length > longestLog) kept.shift();
    },
    clear: () => {
      kept.length = 0;
    },
  };
}
