// k8s.netpol: a network policy of one's own in kube-system may cut off CoreDNS or the agents of the tunnel.
import { fixOf } from "../../fix/write/fix.ts";
import { advise, fail, type Outcome, pass } from "../../outcome/check.ts";
import type { NetworkPolicy } from "../reads/model.ts";
import { defineFinding, namesOf } from "./define-finding.ts";

export type NetworkPolicyFact = Readonly<
  { is: "onlyAks" } | { is: "cutsOff" | "others"; policies: readonly string[] }
>;

/** AKS makes it itself. */
const ofAks = "konnectivity-agent";

/** Labels by which the pods are found that nothing may cut off. */
const needed: readonly Readonly<Record<string, string>>[] = [
  { "k8s-app": "kube-dns" },
  { app: "konnectivity-agent" },
];

const selectsNeeded = ({ selects, hasExpressions }: NetworkPolicy): boolean =>
  !hasExpressions &&
  needed.some((labels) => Object.entries(selects).every(([key, value]) => labels[key] === value));

const cutsOff = (policy: NetworkPolicy): boolean =>
  selectsNeeded(policy) && (policy.closesIn || policy.closesOut);

export const systemNetworkPolicies = defineFinding({
  id: "k8s.netpol",
  severity: "high",
  source: "https://learn.microsoft.com/azure/aks/use-network-policies",
  needs: ["networkPolicies"],
  evaluate: ({ networkPolicies }): Outcome<NetworkPolicyFact> => {
    const own = networkPolicies.filter(({ name }) => name !== ofAks);
    const [cutting, others] = [namesOf(own.filter(cutsOff)), namesOf(own)];
    const steps = cutting.map(
      (name) => ({ kind: "deleteNetworkPolicy", name, namespace: "kube-system" }) as const,
    );
    const fix = fixOf(steps, { is: "policiesDeleted", policies: cutting });
    if (cutting.length > 0) return fail({ is: "cutsOff", policies: cutting }, { fix });
    return others.length > 0 ? advise({ is: "others", policies: others }) : pass({ is: "onlyAks" });
  },
});
