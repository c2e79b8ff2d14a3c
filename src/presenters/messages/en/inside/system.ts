// What findings about kube-system say.

import type { systemFindings } from "../../../../core/inside/findings/system.ts";
import type { AutoscalerStuck } from "../../../../core/inside/model.ts";
import type { InsideWords } from "../../inside-words.ts";
import { counted, few, list } from "../words.ts";

const times = counted("{it, plural, one {once} other {# times}}");
const podsGave = counted("{it, plural, one {# node} other {# nodes}}");
const podsAnswer = counted("{it, plural, one {# pod} other {# pods}}");

const stuckBy: Readonly<Record<AutoscalerStuck, string>> = {
  quota: "the quota of the subscription is used up",
  subnet: "the subnet of the nodes is full",
  capacity: "Azure has no machines of that size there",
};

const workloads = (kind: string) => ({
  allThere: ({ count }: Readonly<{ count: number }>) =>
    `All ${kind} of kube-system have their pods (${count}).`,
  gone: ({ names }: Readonly<{ names: readonly string[] }>) => `No pod is ready of ${few(names)}.`,
  fewer: ({ names }: Readonly<{ names: readonly string[] }>) => `Pods are missing of ${few(names)}.`,
  noneSeen: () => `kube-system has no ${kind}.`,
});

export const systemWords: InsideWords<(typeof systemFindings)[number]> = {
  "k8s.coredns": {
    title: "CoreDNS answers",
    why: "Without CoreDNS no pod finds a name, in the cluster or outside.",
    remediation: "Look at why its pods do not run; where nodes are well, restart it.",
    facts: {
      answers: ({ ready }) => `CoreDNS answers from ${podsAnswer(ready)}.`,
      alone: () => "One pod of CoreDNS answers alone: if its node goes, no pod finds a name.",
      none: () => "No pod of CoreDNS is ready: no pod finds a name.",
    },
  },
  "k8s.coredns-errors": {
    title: "The DNS servers that CoreDNS asks answer it",
    why: "CoreDNS asks the network's own servers for all names outside the cluster.",
    remediation: "Look at the DNS servers of the network, and at whether nodes reach them on port 53.",
    facts: {
      none: () => "CoreDNS complains of no server in its last lines.",
      silent: ({ servers, times: count }) =>
        `CoreDNS asked ${list(servers)} and had no answer, ${times(count)} in its last lines.`,
      refused: ({ times: count }) =>
        `A DNS server could not answer CoreDNS, ${times(count)} in its last lines.`,
      noLog: () => "CoreDNS has written nothing.",
    },
  },
  "k8s.coredns-custom": {
    title: "CoreDNS treats the API server's name as others",
    why: "Settings of one's own for CoreDNS can lead pods past the private zone.",
    remediation: "Take the block or the rewrite out of the ConfigMap coredns-custom, then restart CoreDNS.",
    facts: {
      none: () => "CoreDNS has no settings of its own.",
      harmless: () => "The settings of CoreDNS do not touch the API server's name.",
      forwards: ({ servers }) => `CoreDNS asks ${list(servers)} in place of the network's own servers.`,
      hidesApi: ({ name, by }) => `Settings of CoreDNS for ${list(by)} lead ${name} elsewhere.`,
    },
  },
  "k8s.konnectivity": {
    title: "The tunnel's agents run",
    why: "Over them the API server reaches nodes: logs, exec, port-forward and webhooks take that way.",
    remediation:
      "Look at why its pods do not run, and at the nodes' way out on 443; where both are well, restart it.",
    facts: {
      connects: ({ ready }) => `${podsAnswer(ready)} of konnectivity-agent carry the tunnel.`,
      fewer: ({ ready, wanted }) => `${ready} of ${wanted} pods of konnectivity-agent are ready.`,
      none: () => "No pod of konnectivity-agent is ready: logs, exec and port-forward fail.",
      notUsed: () => "This cluster uses no konnectivity-agent.",
    },
  },
  "k8s.tunnel-live": {
    title: "Logs can be fetched from every node",
    why: "What carries logs carries exec, port-forward and webhooks in the cluster too.",
    remediation:
      "Where one node is silent, look at what stands between nodes on port 10250; where all are, at konnectivity-agent.",
    facts: {
      carries: ({ pods }) => `Logs came from ${podsGave(pods)}.`,
      nodeSilent: ({ address, before }) =>
        before === 0
          ? `No log can be fetched: the node ${address} does not answer on port 10250.`
          : `The node ${address} does not answer on port 10250; ${podsGave(before)} before it did.`,
      noAgent: ({ before }) =>
        before === 0
          ? "No log can be fetched: no agent of the tunnel is connected."
          : `A node is not reached by the tunnel; ${podsGave(before)} before it ${before === 1 ? "was" : "were"}.`,
      unclear: () => "kubectl ended with an error that says nothing about the tunnel.",
      noPod: () => "No pod of cloud-node-manager was found to fetch a line of.",
    },
  },
  "k8s.netpol": {
    title: "No network policy cuts off kube-system",
    why: "A policy that selects CoreDNS or the tunnel's agents and opens nothing takes them from everybody.",
    remediation: "Delete or correct the policy.",
    facts: {
      onlyAks: () => "kube-system has no network policy but AKS's own.",
      cutsOff: ({ policies }) => `${few(policies)} cuts off CoreDNS or the agents of the tunnel.`,
      others: ({ policies }) => `kube-system has network policies that AKS did not make: ${few(policies)}.`,
    },
  },
  "k8s.kube-system": {
    title: "The pods of kube-system run",
    why: "AKS's own parts run there: names, network, storage, metrics.",
    remediation: "Look at the first of them: kubectl describe pod -n kube-system, and its log.",
    facts: {
      allRun: () => "The pods of kube-system run.",
      componentsDown: ({ pods }) => `Parts of AKS do not run: ${few(pods)}.`,
      othersDown: ({ pods }) => `Pods in kube-system do not run: ${few(pods)}.`,
      restarted: ({ pods }) => `Pods in kube-system restarted often: ${few(pods)}.`,
    },
  },
  "k8s.deployments": {
    title: "Deployments of kube-system have their pods",
    why: "A part of AKS without pods does not do its work.",
    remediation: "Look at why they are missing: kubectl describe deployment -n kube-system.",
    facts: workloads("Deployments"),
  },
  "k8s.daemonsets": {
    title: "DaemonSets of kube-system run on every node",
    why: "Network, storage and kube-proxy run as one pod on each node.",
    remediation: "Look at the nodes where they are missing.",
    facts: workloads("DaemonSets"),
  },
  "k8s.metrics-server": {
    title: "The metrics API answers",
    why: "Without it kubectl top shows nothing, and nothing is scaled by its load.",
    remediation: "Look at why metrics-server does not run; where nodes are well, restart it.",
    facts: {
      available: () => "The metrics API answers.",
      down: ({ reason }) => `The metrics API does not answer${reason === "" ? "" : ` (${reason})`}.`,
      none: () => "The cluster has no metrics API.",
    },
  },
  "k8s.autoscaler": {
    title: "The autoscaler can add nodes",
    why: "Where it cannot, pods wait for a node that does not come.",
    remediation: "Widen the subnet, raise the quota, or give the pool another size, as it says.",
    facts: {
      well: () => "The autoscaler says that it is well.",
      stuck: ({ by }) => `The autoscaler cannot add nodes: ${stuckBy[by]}.`,
      backsOff: () => "The autoscaler waits before it tries to add nodes again.",
      unwell: () => "The autoscaler says that it is not well.",
      none: () => "The cluster has no autoscaler.",
    },
  },
};
