// What findings about `entra.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const entraFindings: FindingWords<"entra"> = {
  "entra.tenant": {
    title: "Your tenant is the cluster's",
    why: "The API server refuses tokens of another tenant, as guests get them who sign in at home.",
    remediation: "Sign in to the cluster's tenant and fetch the kubeconfig again.",
    facts: {},
  },
};
