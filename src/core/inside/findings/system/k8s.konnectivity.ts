// k8s.konnectivity: over its agents the API server reaches the nodes: logs, exec, port-forward, webhooks in the cluster.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, notApplicable, pass, warn } from "../../../outcome/outcomes.ts";
import { defineFinding, restartFix } from "../define-finding.ts";

export type KonnectivityFact = Readonly<
  { is: "connects" | "fewer" | "none"; ready: number; wanted: number } | { is: "notUsed" }
>;

const agent = "konnectivity-agent";

const restart = restartFix(agent);

export const konnectivity = defineFinding({
  id: "k8s.konnectivity",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues",
  needs: ["deployments"],
  after: ["k8s.nodes-ready", "k8s.netpol", "nsg.node-egress", "firewall.aks-fqdns", "firewall.network-rules"],
  evaluate: ({ deployments }, { azure }): Outcome<KonnectivityFact> => {
    const agents = deployments.find(({ name }) => name === agent);
    if (azure.hasVnetIntegration || agents === undefined) return notApplicable({ is: "notUsed" });
    const { ready, wanted } = agents;
    if (ready === 0) return fail({ is: "none", ready, wanted }, { fix: restart });
    return ready < wanted ? warn({ is: "fewer", ready, wanted }) : pass({ is: "connects", ready, wanted });
  },
});
