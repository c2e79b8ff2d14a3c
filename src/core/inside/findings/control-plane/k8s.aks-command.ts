// k8s.aks-command: pods of run commands, ours and others'. Where they do not start, neither does the next command.
import type { Outcome } from "../../../outcome/check.ts";
import { advise, fail, pass, warn } from "../../../outcome/outcomes.ts";
import type { Pod } from "../../model.ts";
import { defineFinding, namesOf } from "../define-finding.ts";
import { isImageTrouble } from "../pod-trouble.ts";

export type CommandPodsFact = Readonly<
  | { is: "start" }
  | { is: "noImage"; pods: readonly string[] }
  | { is: "pending"; pods: readonly string[] }
  | { is: "leftOver"; count: number }
>;

const longMs = 60_000;
/** AKS removes them after a while; more than these are seldom at work at once. */
const usual = 5;

const isStuck = ({ phase, created }: Pod, now: number): boolean =>
  phase === "Pending" && now - created > longMs;

export const aksCommand = defineFinding({
  id: "k8s.aks-command",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures",
  needs: ["commandPods"],
  after: ["invoke.policy", "k8s.gatekeeper", "firewall.aks-fqdns", "k8s.nodes-ready"],
  evaluate: ({ commandPods }, { now }): Outcome<CommandPodsFact> => {
    const noImage = commandPods.filter(isImageTrouble);
    if (noImage.length > 0) return fail({ is: "noImage", pods: namesOf(noImage) });
    const pending = commandPods.filter((pod) => isStuck(pod, now));
    if (pending.length > 0) return warn({ is: "pending", pods: namesOf(pending) });
    return commandPods.length > usual
      ? advise({ is: "leftOver", count: commandPods.length })
      : pass({ is: "start" });
  },
});
