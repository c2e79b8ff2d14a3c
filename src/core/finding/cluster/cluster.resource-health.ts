// cluster.resource-health: tells an incident of the platform from a fault of the configuration.

import { advise, fail, type Outcome, pass, type SharedFact, warn } from "../../outcome/check.ts";
import { columns, labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { defineCheck } from "../kit/define-check.ts";

export type HealthFact = Readonly<
  { is: "available" } | { is: "incident" } | { is: "reported"; state: string } | { is: "unheard" }
>;

export const clusterResourceHealth = defineCheck({
  id: "cluster.resource-health",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
  pathPlace: { on: "apiServer", thing: "apiServer" },
  source: "https://learn.microsoft.com/azure/service-health/resource-health-overview",
  needs: ["resourceHealth"],
  after: ["cluster.exists", "cluster.power-state"],
  evaluate: ({ resourceHealth }, { clusterId }): Outcome<HealthFact | SharedFact> => {
    const { availabilityState: state, reasonType, summary, occurredTime } = resourceHealth;
    const evidence = [
      labelled("availabilityState", state),
      ...(reasonType === undefined || reasonType === "" ? [] : [labelled("reasonType", reasonType)]),
      ...(occurredTime === undefined ? [] : [labelled("since", occurredTime)]),
      ...(summary === undefined ? [] : [columns(summary)]),
    ];
    if (/^available$/i.test(state)) return pass({ is: "available" }, evidence);
    const more = { resourceId: clusterId, evidence };
    if (/^unavailable$/i.test(state) && !/^user ?initiated$/i.test(reasonType ?? ""))
      return fail({ is: "incident" }, more);
    // Azure heard nothing for a while: that is no fault, and what the cluster needs was walked all the same.
    if (/^unknown$/i.test(state)) return advise({ is: "unheard" }, more);
    return /^(unavailable|degraded)$/i.test(state)
      ? warn({ is: "reported", state }, more)
      : strangeWord(thing("cluster"), "health", state);
  },
});
