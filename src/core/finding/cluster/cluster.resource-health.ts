// cluster.resource-health: tells an incident of the platform from a fault of the configuration.

import type { Outcome } from "../../outcome/check.ts";
import { fail, pass, warn } from "../../outcome/outcomes.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { defineCheck } from "../define-check.ts";

export const clusterResourceHealth = defineCheck({
  id: "cluster.resource-health",
  severity: "high",
  source: "https://learn.microsoft.com/azure/service-health/resource-health-overview",
  needs: ["resourceHealth"],
  after: ["cluster.exists", "cluster.power-state"],
  evaluate: ({ resourceHealth }, { clusterId }): Outcome => {
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
      : strangeWord(thing("cluster"), "health", state);
  },
});
