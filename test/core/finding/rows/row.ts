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

type Expected = string | Pick<Row, "says" | "fix">;

const rowOf =
  (status: CheckStatus) =>
  /** `expected`: words that the summary holds, or more than those. */
  (when: string, changes: Change | readonly Change[], expected: Expected = {}): Row => ({
    ...{ when, snapshot: changed(...[changes].flat()), status },
    ...(typeof expected === "string" ? { says: expected } : expected),
  });

export const pass = rowOf("pass");
export const warn = rowOf("warn");
export const fail = rowOf("fail");
export const notAssessed = rowOf("notAssessed");
export const notApplicable = rowOf("notApplicable");
export const notConfigured = rowOf("notConfigured");
