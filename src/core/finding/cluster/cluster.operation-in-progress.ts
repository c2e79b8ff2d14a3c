// cluster.operation-in-progress: while an operation runs, the API server may restart and repairs are refused.

import { type Outcome, pass, type SharedFact, type Thing, warn } from "../../outcome/check.ts";
import { columns, labelled } from "../../outcome/columns.ts";
import { isInProgress } from "../../outcome/operation.ts";
import { stateWordOf, strangeWord, thing } from "../../outcome/state-word.ts";
import { defineCheck } from "../kit/define-check.ts";

type Busy = Readonly<{ of: Thing; state: string }>;

/** `rotates`: certificates, while which the API server is away for up to half an hour. */
export type OperationFact = Readonly<
  { is: "none" } | { is: "running"; all: readonly Busy[]; rotates: boolean }
>;

export const clusterOperationInProgress = defineCheck({
  id: "cluster.operation-in-progress",
  severity: "medium",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/manage-abort-operations",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({
    managedCluster: { id, name, provisioningState, agentPools },
  }): Outcome<OperationFact | SharedFact> => {
    const states = [
      { of: thing("named", name), seen: columns(name, provisioningState), provisioningState },
      ...agentPools.map((pool) => ({
        ...{ of: thing("pool", pool.name), seen: labelled("pool", pool.name, pool.provisioningState) },
        provisioningState: pool.provisioningState,
      })),
    ];
    const evidence = states.map(({ seen }) => seen);
    const running = states.filter(isInProgress);
    const open = states.find((each) => ["unsaid", "unknown"].includes(stateWordOf(each.provisioningState)));
    if (running.length === 0)
      return open === undefined
        ? pass({ is: "none" }, evidence)
        : strangeWord(open.of, "state", open.provisioningState);
    const all = running.map(({ of, provisioningState: state }) => ({ of, state }));
    const rotates = running.some((each) => /certificat/i.test(each.provisioningState));
    return warn({ is: "running", all, rotates }, { resourceId: id, evidence });
  },
});
