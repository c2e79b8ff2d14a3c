// What findings about `pool.*` say.
import type { PoolsFact } from "../../../../core/finding/pool/pool-facts.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { sayOperation, sayThing } from "./common.ts";

export const poolsFacts: Says<PoolsFact> = {
  noPools: ({ cluster }) => `Azure lists no node pools of ${cluster}.`,
  nodesUncounted: ({ of }) => `Azure does not say how many nodes ${sayThing(of)} has.`,
};

export const poolFindings: FindingWords<"pool"> = {
  "pool.provisioning": {
    title: "Last operations on the pools succeeded",
    why: "A pool that was left half done may be short of nodes for the run command, DNS and the tunnel.",
    remediation: "Mend what made the operation fail, then apply the pool's settings again.",
    facts: {
      noPools: poolsFacts.noPools,
      operationFailed: ({ pool }) =>
        `The last operation on pool ${pool} failed, so it may be short of nodes.`,
      operationCanceled: ({ pool }) =>
        `The last operation on pool ${pool} was canceled, so it may be half done.`,
      noneFailed: () => "No pool is left with a failed operation.",
      scaleSetGone: ({ pool, from }) =>
        `The scale set of the pool ${pool} is gone from ${from}, so it has no nodes.`,
    },
  },
  "pool.system-ready": {
    title: "System nodes are running",
    why: "DNS, metrics and the tunnel to the API server run on system nodes.",
    remediation: "Start or scale up a system pool.",
    facts: {
      ...poolsFacts,
      madeOnesUnlisted: ({ cluster }) =>
        `No pool of ${cluster} has a system node; those that node auto-provisioning made are not listed.`,
      noneRunsYet: ({ operation }) =>
        `No system node is running, but ${sayOperation(operation)}: wait until that has ended.`,
      hosted: ({ cluster }) => `AKS hosts the system nodes of ${cluster} itself.`,
      noSystemPool: () => "The cluster has no system node pool.",
      scaleSetsGone: ({ pools, from }) =>
        `The scale set of ${pools.join(", ")} is gone from ${from}, so no system node is left.`,
      noneRuns: () => "No system node is running.",
      onlyOneRuns: () => "Only one system node is running: while Azure updates it, DNS and the tunnel pause.",
      run: ({ nodes }) =>
        nodes === 1 ? "One system node is running." : `${nodes} system nodes are running.`,
    },
  },
};
