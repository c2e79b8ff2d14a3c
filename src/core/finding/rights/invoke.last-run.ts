// invoke.last-run: what a run command printed, as the requester pasted it, and which finding is about that. Nothing is read.
// https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures

import { refusalIn } from "../../client/refusal.ts";
import { fail, notApplicable, notAssessed, type Outcome, pass } from "../../outcome/check.ts";
import { seenNow } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";

/** Why a command did not do what it was to. */
export type CommandFault =
  | "podNotPlaced"
  | "policyDenied"
  | "imageNotPulled"
  | "mayNotRun"
  | "mayNotInCluster"
  | "switchedOff";

export type LastRunFact = Readonly<
  | { is: "ended" }
  | { is: "failed"; fault: CommandFault }
  | { is: "unclear"; exitCode: string }
  | { is: "noText" }
>;

/** The first that fits: Azure puts what Kubernetes says into a text of its own. */
const faults: readonly (readonly [text: RegExp, fault: CommandFault])[] = [
  [/run ?command is disabled/i, "switchedOff"],
  [
    /(ImagePullBackOff|ErrImagePull)[\s\S]*aks\/command|aks\/command[\s\S]*(ImagePullBackOff|ErrImagePull)/i,
    "imageNotPulled",
  ],
  [/AuthorizationFailed[\s\S]*(runcommand|commandResults)/i, "mayNotRun"],
  [/KubernetesPerformanceError|KubernetesOperationError|did not start within/i, "podNotPlaced"],
];

/** As `az aks command invoke` prints it above what the command said. */
const ended = /exitcode\s?[=:]\s?(-?\d+)/i;

function faultIn(symptom: string): CommandFault | undefined {
  const refusal = refusalIn(symptom);
  if (refusal === "commandPod") return "policyDenied";
  const fault = faults.find(([text]) => text.test(symptom))?.[1];
  return fault ?? (refusal === "requester" && ended.test(symptom) ? "mayNotInCluster" : undefined);
}

export const invokeLastRun = defineCheck({
  id: "invoke.last-run",
  severity: "info",
  scope: "people",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures",
  needs: [],
  after: [
    "invoke.enabled",
    "invoke.permission",
    "invoke.schedulable-node",
    "invoke.policy",
    "invoke.identity",
    "firewall.aks-fqdns",
    "firewall.precedence",
    "egress.outbound-consistent",
  ],
  evaluate: (_data, { clusterId, client }): Outcome<LastRunFact> => {
    const symptom = seenNow(client) ?? "";
    const fault = faultIn(symptom);
    if (fault !== undefined) return fail({ is: "failed", fault }, { resourceId: clusterId });
    const exitCode = ended.exec(symptom)?.[1];
    if (exitCode === undefined) return notApplicable({ is: "noText" });
    return exitCode === "0" ? pass({ is: "ended" }) : notAssessed({ is: "unclear", exitCode });
  },
});
