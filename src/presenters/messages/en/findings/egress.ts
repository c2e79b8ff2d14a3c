// What findings about `egress.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const egressFindings: FindingWords<"egress"> = {
  "egress.http-proxy": {
    title: "The nodes' proxy lets through what they need",
    why: "Nodes of a cluster with a proxy reach nothing outside but through it, and only whoever runs it sees its rules.",
    remediation: "Ask whoever runs the proxy for the names that AKS lists.",
    facts: {},
  },
  "egress.lb-outbound": {
    title: "Load balancers of the nodes are set up",
    why: "Nodes leave by it: without an outbound rule, after a change that failed, or without ports for each node, connections out fail.",
    remediation: "Let AKS reconcile the cluster, or give its load balancer more addresses.",
    facts: {
      gone: ({ from }) =>
        `The nodes' load balancer kubernetes is gone from ${from}, so nodes cannot leave the network.`,
      noOutboundRule: () =>
        "The nodes' load balancer kubernetes has no outbound rule, so nodes cannot leave the network.",
      changeFailed: ({ balancer }) =>
        `The last change of the nodes' load balancer ${balancer} failed, so not all of it may be in force.`,
      portsShort: ({ ports, nodes, wanted }) =>
        `The outbound rule keeps ${ports} ports for each node, and its addresses have as many for ${nodes} of ${wanted} nodes: connections out fail now and then.`,
      portsShortInUpgrade: ({ ports, nodes, wanted }) =>
        `The outbound rule keeps ${ports} ports for each node, and its addresses have as many for ${nodes} nodes: an upgrade makes it ${wanted}, and fails.`,
      setUp: () => "The nodes' load balancers are set up.",
      noBalancer: () => "The nodes have no load balancer.",
    },
  },
  "egress.nat-gateway": {
    title: "NAT gateway of the nodes is healthy",
    why: "Where nodes leave by a NAT gateway, it is their only way out.",
    remediation: "Give the gateway a public address, or apply it again.",
    facts: {
      failed: ({ gateway }) => `The NAT gateway ${gateway} is in state Failed.`,
      noAddress: ({ gateway }) => `The NAT gateway ${gateway} has no public address.`,
      works: ({ gateway }) => `The NAT gateway ${gateway} is there and has a public address.`,
      noNatGateway: () => "No NAT gateway serves the nodes' subnets.",
    },
  },
  "egress.outbound-consistent": {
    title: "Nodes have something to leave by",
    why: "Without a public address nodes reach neither a public API server nor registries nor Microsoft Entra ID.",
    remediation:
      "Give the load balancer or the NAT gateway a public address, and every node subnet its NAT gateway.",
    facts: {
      skuUnlisted: ({ sku }) => `Which address the ${sku} load balancer leaves by is not listed.`,
      addressesUnlisted: ({ cluster }) =>
        `Azure does not list the addresses that nodes of ${cluster} leave by.`,
      hasAddress: () => "The load balancer has a public address that nodes leave by.",
      noAddress: () => "The load balancer has no public address, so nodes cannot leave the network.",
      noNatGateway: ({ subnet }) => `The cluster leaves by a NAT gateway, but its subnet ${subnet} has none.`,
      gatewayBare: ({ gateway }) =>
        `The NAT gateway ${gateway} has no public address, so nodes cannot leave the network.`,
      leavesBy: ({ subnet, gateway }) => `The subnet ${subnet} leaves by the NAT gateway ${gateway}.`,
      needsNone: () => "The cluster is isolated and takes its images from a cache: nodes need no way out.",
      onlyRoutes: () => "AKS gave nodes no way out: they leave by routes of the cluster's owner.",
      byRoutes: () => "Nodes leave by routes of the cluster's owner.",
    },
  },
};
