// access.pim-eligible: what was refused may be in a role that the asker holds already, and only has to activate.

import { advise, notApplicable, type Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../kit/define-check.ts";

/** `roles`: each with the name of what it may be activated on. */
export type EligibleFact = Readonly<
  { is: "noneFound" } | { is: "mayActivate"; roles: readonly Readonly<{ role: string; on: string }>[] }
>;

export const accessPimEligible = defineCheck({
  id: "access.pim-eligible",
  severity: "info",
  scope: "requester",
  impact: "advises",
  requesterIssue: null,
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/privileged-identity-management",
  needs: [],
  looksAt: ["eligibleRoles"],
  after: ["access.arm-read"],
  evaluate: ({ eligibleRoles }, { clusterId }): Outcome<EligibleFact> =>
    eligibleRoles.length === 0
      ? notApplicable({ is: "noneFound" })
      : advise(
          { is: "mayActivate", roles: eligibleRoles.map(({ role, scope }) => ({ role, on: nameOf(scope) })) },
          {
            resourceId: clusterId,
            evidence: eligibleRoles.map(({ role, scope }) =>
              labelled("eligible", { is: "on", what: role, scope }),
            ),
          },
        ),
});
