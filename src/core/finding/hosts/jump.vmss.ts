// jump.vmss: a scale set without instances is no jump host.

import { isRunning } from "../../client/client-networks.ts";
import { likelyHosts } from "../../client/likely-hosts.ts";
import { forResource, target } from "../../fix/write/az.ts";
import type { Fix } from "../../fix/write/fix.ts";
import {
  advise,
  fail,
  notApplicable,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { JumpScaleSet } from "../../snapshot/hosts.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type JumpSetFact = Readonly<
  | { is: "noSet" }
  | { is: "empty"; set: string }
  | { is: "single"; set: string }
  | { is: "filled"; set: string; count: number }
>;

/** One more than is needed, so that one may fail. */
const fill = ({ id }: JumpScaleSet): Fix | null =>
  forResource(id, (parts) => ({
    steps: [{ kind: "scaleScaleSet", at: target(parts, parts.name), count: 2 }],
    risks: [{ is: "machineCosts" }],
    disruptive: false,
    roles: [{ role: "Virtual Machine Contributor", on: [parts.name] }],
  }));

/** Of several sets, the fullest: one way in is enough. */
function judgeSet({ id, name, capacity }: JumpScaleSet): Outcome<JumpSetFact> {
  const evidence = [labelled("capacity", name, capacity)];
  if (capacity > 1) return pass({ is: "filled", set: name, count: capacity }, evidence);
  return advise({ is: "single", set: name }, { resourceId: id, evidence });
}

export const jumpVmss = defineCheck({
  id: "jump.vmss",
  severity: "high",
  scope: "people",
  impact: "degrades",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/virtual-machine-scale-sets/overview",
  needs: ["clusterNetwork"],
  looksAt: ["jumpScaleSets", "jumpHosts", "peerNetworks"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({ jumpScaleSets: { items, missing }, ...sources }): Outcome<JumpSetFact | SharedFact> => {
    const [set] = items.toSorted((one, other) => other.capacity - one.capacity);
    if (set === undefined)
      return missing[0] === undefined ? notApplicable({ is: "noSet" }) : unread(missing[0]);
    if (set.capacity > 0) return missing[0] === undefined ? judgeSet(set) : unread(missing[0]);
    const { id, name } = set;
    const more = { resourceId: id, evidence: [labelled("capacity", name, set.capacity)], fix: fill(set) };
    return likelyHosts(sources).some(isRunning)
      ? advise({ is: "empty", set: name }, more)
      : fail({ is: "empty", set: name }, more);
  },
});
