// What findings about `invoke.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { sayOperation } from "./common.ts";
import { poolsFacts } from "./pool.ts";

export const invokeFindings: FindingWords<"invoke"> = {
  "invoke.enabled": {
    title: "Run command is enabled",
    why: "The run command needs no network path, so it is the way in when all others are cut; it can be switched off.",
    remediation: "Enable the run command, if the owner of the cluster agrees.",
    facts: {
      enabled: () => "The run command is enabled.",
      disabled: ({ cluster }) => `The run command of ${cluster} is disabled.`,
    },
  },
  "invoke.identity": {
    title: "Run command uses your own Kubernetes identity",
    why: "Without Entra integration every command runs as cluster administrator, whoever sent it.",
    remediation: "Integrate the cluster with Entra, so that commands run with their sender's rights.",
    facts: {
      asYou: () => "Commands run with your own Kubernetes rights.",
      asAdministrator: () =>
        "The cluster has no managed Entra integration: commands run as cluster administrator.",
    },
  },
  "invoke.permission": {
    title: "You may run commands and read their results",
    why: "Running a command and reading its result are two rights; some roles have only one of them.",
    remediation: "Ask an owner for the missing right on the cluster.",
    facts: {
      allowed: () => "You may run commands and read their results.",
      mayNotRun: ({ missing, cluster }) =>
        `You lack ${missing.join(" and ")} on ${cluster}, so you may not run commands in it.`,
      mayNotRead: ({ missing, cluster }) =>
        `You lack ${missing} on ${cluster}, so you may run commands but not read their results.`,
    },
  },
  "invoke.schedulable-node": {
    title: "A node can take the run command's pod",
    why: "The command's pod tolerates no taints; where every pool is tainted, stopped or empty it never starts.",
    remediation: "Start or scale up a Linux pool without taints, or add one.",
    facts: {
      ...poolsFacts,
      fits: () => "A node can take the command's pod.",
      spotOnly: () => "Only spot nodes can take the command's pod, and Azure may evict them.",
      nodeMade: ({ cluster }) =>
        `AKS makes nodes for ${cluster} as pods need them: where none is free, the first command may time out while one starts.`,
      hostedMayDo: ({ cluster }) =>
        `AKS hosts the system nodes of ${cluster} and lists them in no pool: one may take the command's pod.`,
      scaledToZero: () =>
        "The only pool for the command's pod is scaled to zero; the first command may time out.",
      noNodeYet: ({ operation }) =>
        `No node can take the command's pod yet, but ${sayOperation(operation)}: wait until that has ended.`,
      noNode: ({ lost }) =>
        lost.length === 0
          ? "No node can take the command's pod: every Linux pool is tainted, stopped or empty."
          : `No node can take the command's pod: the scale set of ${lost.join(", ")} is gone, and every other Linux pool is tainted, stopped or empty.`,
    },
  },
};
