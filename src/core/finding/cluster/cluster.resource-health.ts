// cluster.resource-health: tells an incident of the platform from a fault of the configuration.

import { fail, pass, warn } from "../../outcome/outcomes.ts";
import { strangeWord } from "../../outcome/state-word.ts";
import { defineCheck } from "../define-check.ts";

export const clusterResourceHealth = defineCheck({
  id: "cluster.resource-health",
  title: "Azure reports the cluster available",
  severity: "high",
  why: "An incident of the platform is nobody's to repair, and no setting is to be changed for it.",
  remediation:
    "Follow Service Health, and open a support request when it is unplanned and lasts over 30 minutes.",
  source: "https://learn.microsoft.com/azure/service-health/resource-health-overview",
  needs: ["resourceHealth"],
  after: ["cluster.exists", "cluster.power-state"],
  evaluate: ({ resourceHealth }, { clusterId }) => {
    const { availabilityState: state, reasonType, summary, occurredTime } = resourceHealth;
    const evidence = [
      `availabilityState  ${state}`,
      ...(reasonType === undefined || reasonType === "" ? [] : [`reasonType         ${reasonType}`]),
      ...(occurredTime === undefined ? [] : [`since              ${occurredTime}`]),
      ...(summary === undefined ? [] : [summary]),
    ];
    if (/^available$/i.test(state)) return pass("Azure reports the cluster available.", evidence);
    const more = { resourceId: clusterId, evidence };
    if (/^unavailable$/i.test(state) && !/^user ?initiated$/i.test(reasonType ?? ""))
      return fail("Azure itself reports the cluster unavailable: this is an incident of the platform.", more);
    return /^(unavailable|degraded|unknown)$/i.test(state)
      ? warn(`Azure reports the cluster "${state}".`, more)
      : strangeWord("the cluster", "health", state);
  },
});
