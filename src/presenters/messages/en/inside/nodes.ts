// What findings about nodes say.
import type { nodeFindings } from "../../../../core/inside/findings/nodes.ts";
import type { InsideWords } from "../../inside-words.ts";
import { counted, few, list } from "../words.ts";

const nodesHave = counted("{it, plural, one {# node} other {# nodes}}");
const silentOnes = counted(
  "{it, plural, =0 {} one { # of them says nothing any more.} other { # of them say nothing any more.}}",
);

const areOrIs = (names: readonly string[], many: string, one: string): string =>
  `${few(names)} ${names.length === 1 ? one : many}`;

export const nodeWords: InsideWords<(typeof nodeFindings)[number]> = {
  "k8s.nodes-ready": {
    title: "All nodes are Ready",
    why: "A node that is not Ready takes no pods; without a Ready system node the cluster has no DNS and no tunnel.",
    remediation:
      "A node that says nothing any more cannot reach the API server: look at the nodes' way out first. Else look at it: kubectl describe node. AKS repairs nodes by itself after some minutes.",
    facts: {
      allReady: ({ count }) => `${nodesHave(count)}, all Ready.`,
      someNotReady: ({ nodes, unknown, of }) =>
        `${areOrIs(nodes, "are", "is")} not Ready, of ${nodesHave(of)}.${silentOnes(unknown)}`,
      noSystemReady: ({ nodes, unknown, of }) =>
        `No system node is Ready: ${few(nodes)}, of ${nodesHave(of)}.${silentOnes(unknown)}`,
      noNodes: () => "The cluster names no node.",
    },
  },
  "k8s.node-pressure": {
    title: "No node runs out of memory, disk or processes",
    why: "A node under pressure throws pods out and takes no more.",
    remediation: "Scale the pool up, or give its pods limits; clean the disk where images fill it.",
    facts: {
      none: () => "No node is under pressure.",
      onSystem: ({ nodes, conditions }) => `${list(conditions)} on the system nodes ${few(nodes)}.`,
      onOthers: ({ nodes, conditions }) => `${list(conditions)} on ${few(nodes)}.`,
      problems: ({ nodes, conditions }) => `The nodes ${few(nodes)} report ${list(conditions)}.`,
    },
  },
  "k8s.node-cordoned": {
    title: "No node is cordoned",
    why: "A cordoned node takes no new pods; somebody may have forgotten to uncordon it.",
    remediation: "Uncordon the nodes, unless an upgrade or somebody is at work on them.",
    facts: {
      none: () => "No node is cordoned.",
      some: ({ nodes, byUpgrade }) =>
        `${areOrIs(nodes, "are", "is")} cordoned${byUpgrade ? ", while an operation of Azure runs" : ""}.`,
      all: ({ nodes, byUpgrade }) =>
        `No node takes pods: ${areOrIs(nodes, "are", "is")} cordoned${byUpgrade ? ", while an operation of Azure runs" : ""}.`,
    },
  },
  "k8s.node-lease": {
    title: "All nodes speak to the API server",
    why: "A node renews its lease every ten seconds; one that does not has lost the API server.",
    remediation: "Look at the nodes' way to the API server: names, routes, security groups, the firewall.",
    facts: {
      allRenew: ({ count }) => `${nodesHave(count)} renewed the lease within the last minute.`,
      silent: ({ nodes, of }) => `${few(nodes)} did not speak to the API server lately, of ${nodesHave(of)}.`,
      noLease: () => "No node has a lease.",
    },
  },
  "k8s.node-version": {
    title: "Nodes have the version of the API server",
    why: "A node may be three minor versions older than the API server at most, and never newer.",
    remediation: "Upgrade the node pools to the version of the control plane.",
    facts: {
      same: () => "All nodes have the version of the API server.",
      notSaid: () => "Not every node says its version.",
      behind: ({ nodes, server, oldest }) =>
        `${areOrIs(nodes, "are", "is")} older than the API server: 1.${oldest}, and the API server is 1.${server}.`,
      unsupported: ({ nodes, server, oldest }) =>
        `${areOrIs(nodes, "are", "is")} too far from the API server: 1.${oldest}, and the API server is 1.${server}.`,
    },
  },
  "k8s.kubelet-serving": {
    title: "Nodes serve with certificates of the cluster",
    why: "Certificates of the cluster's own authority are renewed by themselves; others end, and logs with them.",
    remediation: "Upgrade the node image of the pools, and take the tag away that opts out.",
    facts: {
      all: () => "All nodes serve with certificates of the cluster.",
      without: ({ nodes, of }) =>
        `${areOrIs(nodes, "do", "does")} not serve with a certificate of the cluster, of ${nodesHave(of)}.`,
      noNodes: () => "The cluster names no node.",
    },
  },
  "k8s.invoke-capacity": {
    title: "A node has room for the run command",
    why: "The pod of a command takes 200 millicores and 500 MiB on a Linux node without taints.",
    remediation: "Scale up a Linux pool without taints, or take something off it.",
    facts: {
      hadRoom: () => "A node took the pod of this look.",
      noRoom: () => "No node took the pod of the command in time.",
      notTried: () => "No command was placed, so nobody knows.",
    },
  },
};
