// What findings about `entra.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const entraFindings: FindingWords<"entra"> = {
  "entra.tenant": {
    title: "Your tenant is the cluster's",
    why: "The API server refuses tokens of another tenant, as guests get them who sign in at home.",
    remediation: "Sign in to the cluster's tenant and fetch the kubeconfig again.",
    facts: {
      notIntegrated: () => "The cluster is not integrated with Entra.",
      trustedUnsaid: () => "The cluster does not name its Entra tenant.",
      ownUnknown: () => "Which tenant your token comes from is not known.",
      trusted: () => "Your token comes from the tenant that the cluster trusts.",
      notTrusted: ({ own, trusted }) =>
        `Your token comes from the tenant ${own}, and the cluster trusts ${trusted} only.`,
    },
  },
};
