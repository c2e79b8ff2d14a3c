// invoke.identity: with Entra a command runs with the asker's Kubernetes rights, without it as administrator.

import { pass, warn } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";

export const invokeIdentity = defineCheck({
  id: "invoke.identity",
  severity: "high",
  about: "requester",
  source: "https://learn.microsoft.com/azure/aks/kubelogin-authentication",
  needs: ["managedCluster"],
  after: ["invoke.permission"],
  evaluate: ({ managedCluster: { id, entra } }) =>
    entra?.managed === true
      ? pass("Commands run with your own Kubernetes rights.")
      : warn("The cluster has no managed Entra integration: commands run as cluster administrator.", {
          resourceId: id,
        }),
});
