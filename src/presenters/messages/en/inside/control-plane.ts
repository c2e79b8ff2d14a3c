// What findings about the API server itself say.
import type { controlPlaneFindings } from "../../../../core/inside/findings/control-plane.ts";
import type { InsideWords } from "../../inside-words.ts";
import { counted, few, list } from "../words.ts";
import { sayNeeds } from "./shared.ts";

const pods = counted("{it, plural, one {# pod} other {# pods}}");

export const controlPlaneWords: InsideWords<(typeof controlPlaneFindings)[number]> = {
  "k8s.api-ready": {
    title: "The API server says that it is ready",
    why: "The API server checks itself and what it stands on, such as etcd; where one check fails, requests do too.",
    remediation:
      "These parts are Azure's: look at the health of the resource, and ask Azure's support with the names of the checks. For kms, look at the key vault.",
    facts: {
      ready: () => "The API server says that it is ready.",
      notReady: ({ checks }) => `The API server is not ready: ${few(checks)} fails.`,
    },
  },
  "k8s.version": {
    title: "kubectl fits the API server",
    why: "kubectl is made for the API server's own minor version and its two neighbours.",
    remediation: "Use a kubectl of the cluster's version, and upgrade the cluster if it is the older one.",
    facts: {
      fits: ({ server, kubectl }) => `The API server is 1.${server}, and kubectl 1.${kubectl}.`,
      apart: ({ server, kubectl }) =>
        `The API server is 1.${server}, and kubectl 1.${kubectl}: that is further apart than they are made for.`,
    },
  },
  "k8s.whoami": {
    title: "Commands run as you, with your own rights",
    why: "What runs as an administrator of the cluster may do everything, whoever sent it.",
    remediation: "Integrate the cluster with Entra, so that commands run with their sender's rights.",
    facts: {
      oneself: () => "The cluster knows you by your own name.",
      administrator: () => "Commands run as administrator of the cluster.",
    },
  },
  "k8s.can-i": {
    title: "Kubernetes lets you read what a look inside needs",
    why: "What you may not read may be broken without anybody seeing it here.",
    remediation:
      "Ask for a role that may read it: Azure Kubernetes Service RBAC Reader for namespaces, a ClusterRole for nodes and the like.",
    facts: {
      all: () => "Kubernetes refused you nothing of it.",
      lacks: ({ needs }) => `Kubernetes does not let you ${sayNeeds(needs)}.`,
      notTried: () => "Nothing was read, so nothing was refused.",
    },
  },
  "k8s.api-endpoint": {
    title: "Pods find the API server where Azure says it stands",
    why: "Pods that keep an address from before a stop talk to nobody.",
    remediation:
      "Apply the cluster's settings again with az aks update, without any change; then restart the pods that cannot reach the API server.",
    facts: {
      same: ({ addresses }) => `Pods reach the API server at ${list(addresses)}, as Azure says.`,
      differs: ({ addresses, expected }) =>
        `Pods reach the API server at ${list(addresses)}, and Azure says that it stands at ${list(expected)}.`,
      none: () => "The service kubernetes has no endpoint: pods do not find the API server.",
      notKnown: () => "Where Azure says that the API server stands was not read.",
    },
  },
  "k8s.aks-command": {
    title: "Pods of run commands start",
    why: "Where the pod of a command does not start, the next command does not run either.",
    remediation:
      "Look at why they wait: kubectl describe pods -n aks-command. Free a Linux node without taints, or let nodes reach mcr.microsoft.com.",
    facts: {
      start: () => "Pods of run commands start.",
      noImage: ({ pods: names }) => `${few(names)} cannot fetch the image of the run command.`,
      pending: ({ pods: names }) => `${few(names)} found no node for more than a minute.`,
      leftOver: ({ count }) => `${pods(count)} of run commands are left over in aks-command.`,
    },
  },
};
