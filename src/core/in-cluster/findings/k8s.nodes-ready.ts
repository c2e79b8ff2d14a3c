// k8s.nodes-ready: a node that is not Ready runs nothing new, and what runs on it moves away.

import { fail, notAssessed, type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { Node } from "../reads/model.ts";
import { defineFinding, namesOf } from "./define-finding.ts";
import { isNodeReady, isSystem } from "./recent.ts";

export type NodesReadyFact = Readonly<
  | { is: "allReady"; count: number }
  /** `unknown`: of these the kubelet says nothing any more. */
  | { is: "someNotReady"; nodes: readonly string[]; unknown: number; of: number }
  | { is: "noSystemReady"; nodes: readonly string[]; unknown: number; of: number }
  | { is: "noNodes" }
>;

const lineOf = ({ name, pool, unsure, on }: Node): Columns =>
  columns(name, pool, unsure.includes("Ready") ? "Unknown" : "NotReady", ...on);

export const nodesReady = defineFinding({
  id: "k8s.nodes-ready",
  severity: "critical",
  scope: "nodes",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/availability-performance/node-not-ready-basic-troubleshooting",
  needs: ["nodes"],
  after: [
    ...([
      "k8s.api-ready",
      "nsg.node-egress",
      "route.default",
      "firewall.aks-fqdns",
      "firewall.network-rules",
    ] as const),
    ...(["dns.custom-servers", "dns.link-cluster", "dns.link-resolver", "dns.a-record-match"] as const),
    ...([
      "api.authorized-ip-egress",
      "egress.lb-outbound",
      "egress.nat-gateway",
      "pool.vm-instances",
    ] as const),
  ],
  evaluate: ({ nodes }): Outcome<NodesReadyFact> => {
    if (nodes.length === 0) return notAssessed({ is: "noNodes" });
    const notReady = nodes.filter((node) => !isNodeReady(node));
    if (notReady.length === 0) return pass({ is: "allReady", count: nodes.length });
    const system = nodes.filter(isSystem);
    const needed = system.length > 0 ? system : nodes;
    const unknown = notReady.filter(({ unsure }) => unsure.includes("Ready")).length;
    const fact = { nodes: namesOf(notReady), unknown, of: nodes.length };
    const evidence = notReady.slice(0, 10).map(lineOf);
    return needed.some(isNodeReady)
      ? warn({ is: "someNotReady", ...fact }, { evidence })
      : fail({ is: "noSystemReady", ...fact }, { evidence });
  },
});
