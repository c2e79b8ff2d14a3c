// cluster.operation-in-progress: while an operation runs, the API server may restart and repairs are refused.
import { defineCheck } from "../../define-check.ts";
import { pass, warn } from "../../outcomes.ts";

const ended = /^(succeeded|failed|canceled)$/i;

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
      { what: name, state: provisioningState },
      ...agentPools.map((pool) => ({ what: `pool ${pool.name}`, state: pool.provisioningState })),
    ];
    const evidence = states.map(({ what, state }) => `${what}  ${state}`);
    const running = states.filter(({ state }) => !ended.test(state));
    if (running.length === 0) return pass("No operation is running.", evidence);
    const what = running.map((each) => `${each.what} is ${each.state || "in an unknown state"}`).join(", ");
    const rotation = running.some(({ state }) => /certificat/i.test(state))
      ? " Expect up to 30 minutes without an API server."
      : "";
    return warn(`An operation is running: ${what}.${rotation}`, { resourceId: id, evidence });
  },
});
