// jump.redundancy: whether people still get in when one jump host, or the zone that it stands in, fails. Advice.

import { likelyHosts, type StrangersFact, unlessStrangers } from "../../client/likely-hosts.ts";
import { advise, notApplicable, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import { idKey } from "../../snapshot/resource-id.ts";
import { collected } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type RedundancyFact = Readonly<
  | { is: "noHost" }
  | { is: "onlyOne"; host: string }
  /** Nothing keeps them from failing together. */
  | { is: "sideBySide"; hosts: readonly string[] }
  | { is: "apart"; hosts: readonly string[] }
>;

/** Two that stand in different zones, in one availability set, or in one scale set. */
function areApart(hosts: readonly JumpHost[]): boolean {
  const zones = new Set(hosts.flatMap(({ zones: each = [] }) => each));
  const shared = hosts.flatMap(({ availabilitySetId, scaleSetId }) => availabilitySetId ?? scaleSetId ?? []);
  return zones.size > 1 || new Set(shared.map(idKey)).size < shared.length;
}

function judgeHosts(hosts: readonly JumpHost[]): Outcome<RedundancyFact | SharedFact> {
  const [first] = hosts;
  if (first === undefined) return notApplicable({ is: "noHost" });
  if (hosts.length === 1) return advise({ is: "onlyOne", host: first.name }, { resourceId: first.id });
  const names = hosts.map(({ name }) => name);
  if (areApart(hosts)) return pass({ is: "apart", hosts: names });
  const unasked = hosts.map(({ powerState }) => powerState).find(({ status }) => status === "unavailable");
  if (unasked?.status === "unavailable") return unread(unasked);
  return advise({ is: "sideBySide", hosts: names }, { resourceId: first.id });
}

export const jumpRedundancy = defineCheck({
  id: "jump.redundancy",
  severity: "low",
  scope: "people",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/virtual-machines/availability",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, ...data }): Outcome<RedundancyFact | StrangersFact | SharedFact> => {
    const sources = { ...data, jumpHosts: collected(jumpHosts) };
    return unlessStrangers(sources, judgeHosts(likelyHosts(sources)));
  },
});
