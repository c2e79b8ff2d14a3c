// What findings about `access.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const accessFindings: FindingWords<"access"> = {
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
};
