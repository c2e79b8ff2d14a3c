// The asker's own device: every check of it. A new one is a file beside this and a line here.
import type { Outcome } from "../../outcome/check.ts";
import { notApplicable, notAssessed } from "../../outcome/outcomes.ts";
import { isProduction } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";

// paw.device: from which device somebody comes to production. Nothing in Azure Resource Manager says it: a reminder.

type DeviceFact = Readonly<{ is: "notProduction" } | { is: "deviceUnseen" }>;

const pawDevice = defineCheck({
  id: "paw.device",
  severity: "info",
  scope: "requester",
  impact: "advises",
  requesterIssue: null,
  shownBy: "azure",
  source: "https://learn.microsoft.com/security/privileged-access-workstations/privileged-access-devices",
  needs: ["managedCluster"],
  after: [],
  evaluate: ({ managedCluster }): Outcome<DeviceFact> =>
    isProduction(managedCluster)
      ? notAssessed({ is: "deviceUnseen" })
      : notApplicable({ is: "notProduction" }),
});

export const pawChecks = [pawDevice] as const;
