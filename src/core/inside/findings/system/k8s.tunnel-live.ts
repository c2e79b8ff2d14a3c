// k8s.tunnel-live: a line of a log, fetched from a pod on every node: the proof that logs and exec work there.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, notAssessed, pass, warn } from "../../../outcome/outcomes.ts";
import { defineFinding } from "../define-finding.ts";

export type TunnelFact = Readonly<
  | { is: "carries"; pods: number }
  /** `before`: so many nodes gave theirs; it ended at the first that did not. */
  | { is: "nodeSilent"; address: string; before: number }
  | { is: "noAgent"; before: number }
  | { is: "unclear" }
  | { is: "noPod" }
>;

export const tunnelLive = defineFinding({
  id: "k8s.tunnel-live",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues",
  needs: ["tunnel"],
  after: ["k8s.konnectivity", "k8s.nodes-ready", "nsg.intra-node", "k8s.netpol"],
  evaluate: ({ tunnel: { pods, fault, address } }): Outcome<TunnelFact> => {
    if (fault === "other") return notAssessed({ is: "unclear" });
    if (fault === null) return pods > 0 ? pass({ is: "carries", pods }) : notAssessed({ is: "noPod" });
    const fact =
      fault === "noAgent"
        ? { is: "noAgent" as const, before: pods }
        : { is: "nodeSilent" as const, address, before: pods };
    // Some nodes gave theirs: the tunnel itself stands.
    return pods > 0 ? warn(fact) : fail(fact);
  },
});
