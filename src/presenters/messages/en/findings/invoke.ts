// What findings about `invoke.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const invokeFindings: FindingWords<"invoke"> = {
  "invoke.enabled": {
    title: "Run command is enabled",
    why: "The run command needs no network path, so it is the way in when all others are cut; it can be switched off.",
    remediation: "Enable the run command, if the owner of the cluster agrees.",
    facts: {},
  },
  "invoke.identity": {
    title: "Run command uses your own Kubernetes identity",
    why: "Without Entra integration every command runs as cluster administrator, whoever sent it.",
    remediation: "Integrate the cluster with Entra, so that commands run with their sender's rights.",
    facts: {},
  },
  "invoke.permission": {
    title: "You may run commands and read their results",
    why: "Running a command and reading its result are two rights; some roles have only one of them.",
    remediation: "Ask an owner for the missing right on the cluster.",
    facts: {},
  },
  "invoke.schedulable-node": {
    title: "A node can take the run command's pod",
    why: "The command's pod tolerates no taints; where every pool is tainted, stopped or empty it never starts.",
    remediation: "Start or scale up a Linux pool without taints, or add one.",
    facts: {},
  },
};
