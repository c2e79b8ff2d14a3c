// What findings about `egress.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const egressFindings: FindingWords<"egress"> = {
  "egress.http-proxy": {
    title: "The nodes' proxy lets through what they need",
    why: "Nodes of a cluster with a proxy reach nothing outside but through it, and only whoever runs it sees its rules.",
    remediation: "Ask whoever runs the proxy for the names that AKS lists.",
    facts: {},
  },
  "egress.load-balancer": {
    title: "Load balancers of the nodes are set up",
    why: "Nodes leave by it: without an outbound rule, or after a change that failed, they may reach nothing outside.",
    remediation: "Let AKS reconcile the cluster.",
    facts: {},
  },
  "egress.nat-gateway": {
    title: "NAT gateway of the nodes is healthy",
    why: "Where nodes leave by a NAT gateway, it is their only way out.",
    remediation: "Give the gateway a public address, or apply it again.",
    facts: {},
  },
  "egress.outbound-consistent": {
    title: "Nodes have something to leave by",
    why: "Without a public address nodes reach neither a public API server nor registries nor Microsoft Entra ID.",
    remediation:
      "Give the load balancer or the NAT gateway a public address, and every node subnet its NAT gateway.",
    facts: {},
  },
};
