// k8s.node-lease: a kubelet renews its lease every ten seconds. A lease that is old is a node that lost the API server.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, notAssessed, pass, warn } from "../../../outcome/outcomes.ts";
import { defineFinding } from "../define-finding.ts";

export type NodeLeaseFact = Readonly<
  | { is: "allRenew"; count: number }
  | { is: "silent"; nodes: readonly string[]; of: number }
  | { is: "noLease" }
>;

/** After which Kubernetes itself takes a node for lost. */
const lostMs = 50_000;

export const nodeLease = defineFinding({
  id: "k8s.node-lease",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  source: "https://kubernetes.io/docs/reference/node/node-status/#heartbeats",
  needs: ["leases"],
  after: ["k8s.nodes-ready", "nsg.node-egress", "firewall.aks-fqdns", "firewall.network-rules"],
  evaluate: ({ leases }, { now }): Outcome<NodeLeaseFact> => {
    if (leases.length === 0) return notAssessed({ is: "noLease" });
    const silent = leases.filter(({ renewed }) => renewed === null || now - renewed > lostMs);
    if (silent.length === 0) return pass({ is: "allRenew", count: leases.length });
    const fact = { is: "silent" as const, nodes: silent.map(({ node }) => node), of: leases.length };
    return silent.length === leases.length ? fail(fact) : warn(fact);
  },
});
