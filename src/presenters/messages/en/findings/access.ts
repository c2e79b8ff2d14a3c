// What findings about `access.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const accessFindings: FindingWords<"access"> = {
  "access.arm-read": {
    title: "You may read all that lies on the way",
    why: "What you may not read is judged by nobody: a fault may hide there.",
    remediation: "Ask an owner for the Reader role on what is named, or activate a role that has it.",
    facts: {
      mayReadAll: () => "Nothing on the way was refused to you.",
      mayNotRead: ({ scopes }) => `You may not read all of ${scopes.join(", ")}.`,
    },
  },
  "access.pim-eligible": {
    title: "A role that you could activate",
    why: "A role that is yours already helps sooner than one that you ask for.",
    remediation: "Activate it in the portal, under Privileged Identity Management, then ask again.",
    facts: {
      noneFound: () => "Nothing was refused to you, or no role of yours waits to be activated there.",
      mayActivate: ({ roles }) =>
        `You could activate ${roles.map(({ role, on }) => `${role} on ${on}`).join(" and ")}.`,
    },
  },
  "access.kubeconfig": {
    title: "You may download the kubeconfig",
    why: "Every way in but the run command begins with `az aks get-credentials`.",
    remediation: "Ask an owner for the Azure Kubernetes Service Cluster User Role on the cluster.",
    facts: {
      mayFetch: () => "You may download the kubeconfig.",
      lacks: ({ action, cluster }) =>
        `You lack ${action} on ${cluster}, so you may not download the kubeconfig.`,
    },
  },
  "access.kubernetes-role": {
    title: "Kubernetes lets you do what you ask for",
    why: "`Forbidden` is an answer of the API server: the network is fine, and a right is missing.",
    remediation: "Name a namespace with -n, or ask the cluster's owner for a wider role.",
    facts: {
      mayRead: () => "A role of yours in Azure lets you read pods in the whole cluster.",
      byKubernetes: () => "Bindings in the cluster say what you may do, which Azure does not show.",
      noneOnCluster: ({ cluster }) =>
        `No role of yours in Azure lets you read pods in the whole of ${cluster}; one on a namespace alone is not seen here.`,
      lacks: ({ verb, what, action, cluster }) =>
        `Kubernetes refuses you to ${verb} ${what} in ${cluster}, since no role of yours in Azure holds ${action} there: the network is fine.`,
      notBound: ({ verb, what, cluster }) =>
        `Kubernetes refuses you to ${verb} ${what}, since no binding in ${cluster} allows it: the network is fine.`,
      holdsNow: ({ verb, what, cluster }) =>
        `A role of yours in Azure lets you ${verb} ${what} in ${cluster}: where it is new, it takes up to five minutes.`,
    },
  },
};
