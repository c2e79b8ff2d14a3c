// What kubectl prints as a table, as data: which rows are wrong and how badly. The catalogue says it.

/**
 * `moving`: on its way somewhere and not yet for long. `unknown`: a word that no table of ours knows. `plain`: not
 * judged, since its columns say nothing about how it is.
 */
export type Level = "broken" | "warning" | "unknown" | "moving" | "fine" | "plain";

/** `word`: kubectl's own. The others follow from columns. */
export type State = Readonly<
  | { is: "word"; word: string }
  | {
      is:
        | "notReady"
        | "partlyReady"
        | "restarted"
        | "pending"
        | "rollingOut"
        | "scaledToZero"
        | "noAddress"
        | "noEndpoints"
        | "notComplete"
        | "suspended"
        | "noMetric"
        | "atMaximum"
        | "cpuFull"
        | "memoryFull"
        | "ready";
    }
>;

export type Judged = Readonly<{ level: Level; state: State | null }>;

/** The cell of a column, by the column's name as kubectl prints it; empty where there is none. */
export type Cell = (column: string) => string;

/** One kind of table. */
export type TableKind = Readonly<{
  /** As the request names it. */
  resources: readonly string[];
  verb: "get" | "top";
  /** The column that says which object it is; `NAME` where absent. */
  name?: string;
  /** Without these it is no such table, and nothing in it is judged. */
  needs: readonly string[];
  /** Columns that are worth telling beside the name and the state, in this order. */
  facts: readonly string[];
  judge: (cell: Cell) => Judged;
  /** Rows of one level by this, smallest first; as kubectl printed them where absent. */
  order?: (cell: Cell) => number;
}>;

export type Fact = Readonly<{ column: string; value: string }>;

/** `namespace`: null where the table has no such column. */
export type Row = Judged & Readonly<{ namespace: string | null; name: string; facts: readonly Fact[] }>;

/** `rows`: the worst first. `other`: lines that are no row of it, such as a warning. */
export type Table = Readonly<{
  resource: string;
  judged: boolean;
  rows: readonly Row[];
  other: readonly string[];
}>;

export const word = (level: Level, said: string): Judged => ({ level, state: { is: "word", word: said } });

export const isWrong = ({ level }: Judged): boolean => level === "broken" || level === "warning";

// What to look at next in a row of pods, the most telling first.

export type Look = "describe" | "logs" | "previous" | "events";

/** Its containers have ended before, so that what they said last is kept. */
const ended = /^(Init:)?(CrashLoopBackOff|Error|OOMKilled|ExitCode:.*|Signal:.*)$/;

export function looksAt({ state }: Judged): readonly Look[] {
  const said = state?.is === "word" ? state.word : (state?.is ?? "");
  if (ended.test(said) || said === "restarted") return ["previous", "describe", "logs", "events"];
  if (said === "notReady" || said === "partlyReady") return ["logs", "describe", "previous", "events"];
  // It has not run yet: why not stands in its events.
  return ["describe", "events", "logs", "previous"];
}
