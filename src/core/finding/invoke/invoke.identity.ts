// invoke.identity: with Entra a command runs with the asker's Kubernetes rights, without it as administrator.

import type { Outcome } from "../../outcome/check.ts";
import { pass, warn } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";

/** With whose rights commands run. */
export type RunsAsFact = Readonly<{ is: "asYou" } | { is: "asAdministrator" }>;

export const invokeIdentity = defineCheck({
  id: "invoke.identity",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: null,
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/kubelogin-authentication",
  needs: ["managedCluster"],
  after: ["invoke.permission"],
  evaluate: ({ managedCluster: { id, entra } }): Outcome<RunsAsFact> =>
    entra?.managed === true ? pass({ is: "asYou" }) : warn({ is: "asAdministrator" }, { resourceId: id }),
});
