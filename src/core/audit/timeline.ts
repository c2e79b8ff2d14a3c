// Which rows of the audit trail are about one run or one incident, and how sure it is that they stand as they were written.
import type { AuditEvent } from "./audit-event.ts";
import type { Broken } from "./broken.ts";
import type { Followed } from "./chain.ts";

/** `runs`: those whose rows belong to it; of a run itself, it alone. */
export type About = Readonly<{ id: string; runs: ReadonlySet<string> }>;

/** As cards show it, and in capitals; null for what is no id of ours. */
export const readTrailId = (written: string): string | null =>
  /^[A-Z]-[0-9A-HJKMNP-TV-Z]{10}$/i.test(written) ? written.toUpperCase() : null;

/** Whether a row that is not the run's own says its id, or the incident's. */
export const names = ({ detail }: Pick<AuditEvent, "detail">, id: string): boolean =>
  Object.values(detail).includes(id);

export const isAbout = (event: Pick<AuditEvent, "runId" | "detail">, { id, runs }: About): boolean =>
  (event.runId !== null && runs.has(event.runId)) || names(event, id);

export const inTime = (events: readonly AuditEvent[]): readonly AuditEvent[] =>
  events.toSorted((a, b) => a.time.localeCompare(b.time) || a.rowId - b.rowId);

/** `unproven`: it is sealed, and nobody can say whether it was changed. */
export type Standing = "proven" | "unproven" | "unsealed";

type Checked = Pick<Followed, "ok" | "head" | "unknownKeys"> | Broken;

/** Of a chain that is broken nothing is proven: the signature of a row may lie behind the break. */
export function standingOf({ seq }: Pick<AuditEvent, "seq">, check: Checked): Standing {
  if (seq === null) return "unsealed";
  if (!check.ok || seq > check.head.seq) return "unproven";
  return seq > (check.unknownKeys?.upTo ?? 0) ? "proven" : "unproven";
}
