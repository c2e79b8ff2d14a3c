// k8s.coredns: without it no pod finds a name, neither in the cluster nor outside.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, pass, warn } from "../../../outcome/outcomes.ts";
import { defineFinding, restartFix } from "../define-finding.ts";

export type CoreDnsFact = Readonly<{ is: "answers" | "alone" | "none"; ready: number }>;

const restart = restartFix("coredns");

export const coreDns = defineFinding({
  id: "k8s.coredns",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/dns/basic-troubleshooting-dns-resolution-problems",
  needs: ["systemSlices"],
  after: ["k8s.nodes-ready", "k8s.netpol"],
  evaluate: ({ systemSlices }): Outcome<CoreDnsFact> => {
    const slices = systemSlices.filter(({ service }) => service === "kube-dns");
    // A cluster of two families has a slice for each: they hold the same pods.
    const ready = Math.max(0, ...slices.map((slice) => slice.ready));
    if (ready === 0) return fail({ is: "none", ready }, { fix: restart });
    return ready === 1 ? warn({ is: "alone", ready }) : pass({ is: "answers", ready });
  },
});
