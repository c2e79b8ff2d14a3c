// Workloads of kube-system that have fewer pods than they want.

import type { Outcome } from "../../../outcome/check.ts";
import { type Columns, columns } from "../../../outcome/columns.ts";
import { fail, notAssessed, pass, warn } from "../../../outcome/outcomes.ts";
import type { Workload } from "../../model.ts";
import { namesOf } from "../define-finding.ts";

export type WorkloadsFact = Readonly<
  { is: "allThere"; count: number } | { is: "gone" | "fewer"; names: readonly string[] } | { is: "noneSeen" }
>;

const linesOf = (some: readonly Workload[]): readonly Columns[] =>
  some.slice(0, 10).map(({ name, ready, wanted }) => columns(name, [ready, wanted].join("/")));

export function judgeCounts(workloads: readonly Workload[]): Outcome<WorkloadsFact> {
  if (workloads.length === 0) return notAssessed({ is: "noneSeen" });
  const fewer = workloads.filter(({ ready, wanted }) => ready < wanted);
  const gone = fewer.filter(({ ready }) => ready === 0);
  if (gone.length > 0) return fail({ is: "gone", names: namesOf(gone) }, { evidence: linesOf(gone) });
  return fewer.length > 0
    ? warn({ is: "fewer", names: namesOf(fewer) }, { evidence: linesOf(fewer) })
    : pass({ is: "allThere", count: workloads.length });
}
