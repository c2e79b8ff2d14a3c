// What kubectl prints as a table, as data: which rows are wrong and how badly. The catalogue says it.
import { lookUp } from "../text/look-up.ts";

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

export type TableFact = Readonly<{ column: string; value: string }>;

/** `namespace`: null where the table has no such column. */
export type Row = Judged & Readonly<{ namespace: string | null; name: string; facts: readonly TableFact[] }>;

/** `rows`: the worst first. `other`: lines that are no row of it, such as a warning. */
export type Table = Readonly<{
  resource: string;
  judged: boolean;
  rows: readonly Row[];
  other: readonly string[];
}>;

export const word = (level: Level, said: string): Judged => ({ level, state: { is: "word", word: said } });

export const judgedAs = (level: Level, is: Exclude<State["is"], "word">): Judged => ({
  level,
  state: { is },
});

export const plain: Judged = { level: "plain", state: null };

/** By kubectl's word in the column `STATUS`. */
export const byStatus =
  (levels: Readonly<Record<string, Level>>): TableKind["judge"] =>
  (cell) =>
    word(lookUp(levels, cell("STATUS")) ?? "unknown", cell("STATUS"));

/** As `kubectl get` prints it; of several types or columns, a comma between them. */
export const listed = (
  resources: string,
  needs: string,
  facts: string,
  judge: TableKind["judge"],
  more: Pick<TableKind, "verb" | "name" | "order"> = { verb: "get" },
): TableKind => ({
  resources: namesIn(resources),
  needs: namesIn(needs),
  facts: namesIn(facts),
  judge,
  ...more,
});

const namesIn = (list: string): readonly string[] => list.split(", ");

export const isWrong = ({ level }: Judged): boolean => level === "broken" || level === "warning";

// What to look at next in a row of pods, the most telling first.

export type RowAction = "describe" | "logs" | "previous" | "events";

/** Its containers have ended before, so that what they said last is kept. */
const ended = /^(Init:)?(CrashLoopBackOff|Error|OOMKilled|ExitCode:.*|Signal:.*)$/;

export function looksAt({ state }: Judged): readonly RowAction[] {
  const said = state?.is === "word" ? state.word : (state?.is ?? "");
  if (ended.test(said) || said === "restarted") return ["previous", "describe", "logs", "events"];
  if (said === "notReady" || said === "partlyReady") return ["logs", "describe", "previous", "events"];
  // It has not run yet: why not stands in its events.
  return ["describe", "events", "logs", "previous"];
}

// What stands in kubectl's cells: counts, ages, restarts. Null where a cell holds something else.

/** `2/3`. */
type Share = Readonly<{ have: number; want: number }>;

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
function restartedAgo(cell: string): number | null {
  const at = cell.indexOf("(");
  return at === -1 ? null : ageIn(cell.slice(at + 1));
}

export const minute = 60;
export const hour = 3_600;

// kubectl get pods. Its STATUS is the worst that any container waits for or ended with.
// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/

const broken = new Set([
  ...["CrashLoopBackOff", "Error", "OOMKilled", "ContainerCannotRun", "StartError", "RunContainerError"],
  ...["ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull", "ImageInspectError"],
  ...["RegistryUnavailable", "SignatureValidationFailed", "CreateContainerConfigError"],
  ...["CreateContainerError", "PreCreateHookError", "PostStartHookError", "PreStartHookError"],
  ...["ContainerStatusUnknown", "UnexpectedAdmissionError", "NodeAffinity", "NodeLost", "Unknown"],
  ...["OutOfcpu", "OutOfmemory", "OutOfpods", "DeadlineExceeded", "Failed"],
]);
/** What is left of a pod that another one has replaced by now, or that somebody holds back. */
const warned = new Set([
  "Evicted",
  "Preempting",
  "Terminated",
  "NodeShutdown",
  "NotReady",
  "SchedulingGated",
]);
const done = new Set(["Completed", "Succeeded"]);
const starting = new Set(["ContainerCreating", "PodInitializing"]);

/** A pod that takes longer waits for something. */
const scheduled = 2 * minute;
const started = 5 * minute;

function running(cell: Cell): Judged {
  const ready = shareIn(cell("READY"));
  if (ready === null) return word("unknown", "Running");
  if (ready.have < ready.want) {
    const isNew = isYoung(cell("AGE"), scheduled);
    return judgedAs(isNew ? "moving" : "broken", ready.have === 0 ? "notReady" : "partlyReady");
  }
  const ago = restartedAgo(cell("RESTARTS"));
  return ago !== null && ago < hour ? judgedAs("warning", "restarted") : word("fine", "Running");
}

function judge(cell: Cell): Judged {
  const status = cell("STATUS");
  const reason = status.replace(/^Init:/, "");
  const young = (below: number) => isYoung(cell("AGE"), below);
  if (status === "Running") return running(cell);
  if (status === "Pending") return judgedAs(young(scheduled) ? "moving" : "broken", "pending");
  if (broken.has(reason) || /^(ExitCode|Signal):\d+$/.test(reason)) return word("broken", status);
  if (warned.has(reason)) return word("warning", status);
  if (done.has(status)) return word("fine", status);
  if (starting.has(reason)) return word(young(started) ? "moving" : "broken", status);
  if (shareIn(reason) !== null) return word(young(started) ? "moving" : "warning", status);
  // Its age is that of the pod, and says nothing of how long it has been ending.
  return word(status === "Terminating" ? "moving" : "unknown", status);
}

export const pods = listed("pods", "NAME, STATUS, READY", "READY, RESTARTS, AGE, NODE", judge);
