// k8s.gatekeeper: a constraint that denies also turns down the pods of run commands, unless it leaves them out.
import type { Outcome } from "../../../outcome/check.ts";
import { advise, pass } from "../../../outcome/outcomes.ts";
import { defineFinding } from "../define-finding.ts";

/** `kind/name`. */
export type GatekeeperFact = Readonly<
  { is: "noneDenies"; count: number } | { is: "mayDeny"; constraints: readonly string[] }
>;

export const gatekeeper = defineFinding({
  id: "k8s.gatekeeper",
  severity: "medium",
  scope: "cluster",
  impact: "advises",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures",
  needs: ["constraints"],
  after: ["invoke.policy"],
  evaluate: ({ constraints }): Outcome<GatekeeperFact> => {
    const denying = constraints.filter(({ denies, leavesOutCommands }) => denies && !leavesOutCommands);
    return denying.length > 0
      ? advise({ is: "mayDeny", constraints: denying.map(({ kind, name }) => `${kind}/${name}`) })
      : pass({ is: "noneDenies", count: constraints.length });
  },
});
