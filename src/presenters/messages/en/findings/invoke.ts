// What findings about `invoke.*` say.
import type { CommandFault } from "../../../../core/finding/rights/invoke.last-run.ts";
import { english } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";

const { sayOperation } = english.speech;

/** Behind a colon. */
const commandFaults: Readonly<Record<CommandFault, string>> = {
  podNotPlaced: "its pod found no node in time",
  policyDenied: "a policy in the cluster turned down its pod",
  imageNotPulled: "its image could not be fetched",
  mayNotRun: "you lack a right in Azure to run it or to read its result",
  mayNotInCluster: "Kubernetes does not let you do what it was to do",
  switchedOff: "run command is switched off",
};

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
  "invoke.last-run": {
    title: "Your last run command ended well",
    why: "What a command printed is better proof than any prediction.",
    remediation: "Mend what its output names, then run it again.",
    facts: {
      ended: () => "The run command that you pasted ended with exit code 0: this way works.",
      failed: ({ fault }) => `The run command that you pasted failed: ${commandFaults[fault]}.`,
      unclear: ({ exitCode }) =>
        `The run command that you pasted ran and ended with exit code ${exitCode}; why, its own output says.`,
      noText: () => "No output of a run command was pasted.",
    },
  },
  "invoke.policy": {
    title: "Azure Policy lets the run command's pod in",
    why: "Policies for pods turn down the command's pod too, unless they leave its namespace out.",
    remediation:
      "Let whoever assigned the policy add aks-command to its excluded namespaces, or exempt the cluster from it.",
    facts: {
      denied: ({ policies }) =>
        policies.length === 0
          ? "A policy in the cluster turned down the command's pod, as the text that you pasted says; which one, it names."
          : `A policy in the cluster turned down the command's pod, as the text that you pasted says; perhaps ${policies.join(", ")}, which ${policies.length === 1 ? "does" : "do"} not leave out the namespace aks-command.`,
      mayDeny: ({ policies }) =>
        `${policies.join(", ")} may turn down the command's pod: the namespace aks-command is not left out.`,
      noneDenies: () => "No policy for Kubernetes that denies is assigned, or all leave out aks-command.",
      noAddon: () => "The cluster has no add-on of Azure Policy.",
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
    why: "The command's pod tolerates no taints; where every pool is tainted, as spot nodes always are, stopped or empty it never starts.",
    remediation: "Start or scale up a Linux pool without taints, or add one.",
    facts: {
      ...english.texts.findings.pool.shared,
      fits: () => "A node can take the command's pod.",
      nodeMade: ({ cluster }) =>
        `AKS makes nodes for ${cluster} as pods need them: where none is free, the first command may time out while one starts.`,
      hostedMayDo: ({ cluster }) =>
        `AKS hosts the system nodes of ${cluster} and lists them in no pool: one may take the command's pod.`,
      scaledToZero: () =>
        "The only pool for the command's pod is scaled to zero; the first command may time out.",
      noNodeYet: ({ operation }) =>
        `No node can take the command's pod yet, but ${sayOperation(operation)}: wait until that has ended.`,
      noNode: ({ lost, spot }) =>
        [
          "No node can take the command's pod: ",
          lost.length === 0 ? "" : `the scale set of ${lost.join(", ")} is gone, and `,
          `every ${lost.length === 0 ? "" : "other "}Linux pool is tainted, stopped or empty`,
          spot.length === 0 ? "." : ` (AKS taints spot nodes, those of ${spot.join(", ")}, for other pods).`,
        ].join(""),
    },
  },
};
