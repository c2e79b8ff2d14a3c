// cluster.operation-in-progress: while an operation runs, the API server may restart and repairs are refused.

import { isInProgress } from "../../outcome/operation.ts";
import { pass, warn } from "../../outcome/outcomes.ts";
import { stateWordOf, strangeWord } from "../../outcome/state-word.ts";
import { defineCheck } from "../define-check.ts";

export const clusterOperationInProgress = defineCheck({
  id: "cluster.operation-in-progress",
  title: "No long operation holds the cluster",
  severity: "medium",
  why: "During an upgrade or a rotation the API server may restart, and every repair is refused until it ends.",
  remediation: "Wait until the operation has ended; abort it only when it is stuck.",
  source: "https://learn.microsoft.com/azure/aks/manage-abort-operations",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: { id, name, provisioningState, agentPools } }) => {
    const states = [
      { what: name, provisioningState },
      ...agentPools.map((pool) => ({ ...pool, what: `pool ${pool.name}` })),
    ];
    const evidence = states.map((each) => `${each.what}  ${each.provisioningState}`);
    const running = states.filter(isInProgress);
    const open = states.find((each) => ["unsaid", "unknown"].includes(stateWordOf(each.provisioningState)));
    if (running.length === 0)
      return open === undefined
        ? pass("No operation is running.", evidence)
        : strangeWord(open.what, "state", open.provisioningState);
    const what = running.map((each) => `${each.what} is ${each.provisioningState}`).join(", ");
    const rotation = running.some((each) => /certificat/i.test(each.provisioningState))
      ? " Expect up to 30 minutes without an API server."
      : "";
    return warn(
      `An operation is running: ${what}. Until it has ended, Azure refuses other changes there.${rotation}`,
      { resourceId: id, evidence },
    );
  },
});
