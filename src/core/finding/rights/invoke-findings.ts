// Run command: every check of it. A new one is a file beside this and a line here.

import type { Outcome } from "../../outcome/check.ts";
import { pass, warn } from "../../outcome/outcomes.ts";
import { defineCheck } from "../kit/define-check.ts";
import { invokeEnabled } from "./invoke.enabled.ts";
import { invokeLastRun } from "./invoke.last-run.ts";
import { invokePermission } from "./invoke.permission.ts";
import { invokePolicy } from "./invoke.policy.ts";
import { invokeSchedulableNode } from "./invoke.schedulable-node.ts";

// invoke.identity: with Entra a command runs with the asker's Kubernetes rights, without it as administrator.

/** With whose rights commands run. */
type RunsAsFact = Readonly<{ is: "asYou" } | { is: "asAdministrator" }>;

const invokeIdentity = defineCheck({
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

export const invokeChecks = [
  invokeEnabled,
  invokePermission,
  invokeSchedulableNode,
  invokePolicy,
  invokeIdentity,
  invokeLastRun,
] as const;
