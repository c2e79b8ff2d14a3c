// A row of a check's table: the healthy snapshot with one thing changed, and what the check says then.
import type { CheckStatus } from "../../../../src/core/outcome/check.ts";
import type { ClusterSnapshot } from "../../../../src/core/snapshot/snapshot.ts";
import { type Change, changed } from "../../../fixtures/snapshot-changes.ts";

export type Row = Readonly<{
  when: string;
  snapshot: ClusterSnapshot;
  status: CheckStatus;
  /** Words that the summary holds. */
  says?: string;
  /** A part of the lines that repair it. */
  fix?: string;
}>;

export type Rows = Readonly<Record<string, readonly Row[]>>;

export const row = (
  when: string,
  changes: readonly Change[],
  status: CheckStatus,
  expected: Pick<Row, "says" | "fix"> = {},
): Row => ({ when, snapshot: changed(...changes), status, ...expected });
