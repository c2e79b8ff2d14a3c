// invoke.policy: Azure Policy may turn down the pod of a command, which none of its rules was written for.
// https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures

import { refusalIn } from "../../client/refusal.ts";
import {
  advise,
  fail,
  notApplicable,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { PolicyAssignment, PolicyDefinition } from "../../snapshot/policy-assignments.ts";
import type { Section } from "../../snapshot/section.ts";
import { seenNow } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";

export type CommandPolicyFact = Readonly<
  /** `policies`: those that may have, as far as they are known. */
  | { is: "denied"; policies: readonly string[] }
  | { is: "mayDeny"; policies: readonly string[] }
  | { is: "noneDenies" }
  | { is: "noAddon" }
>;

/** Where AKS puts the command's pod. */
const commandNamespace = "aks-command";

type Known = Readonly<{ assignment: PolicyAssignment; definition: PolicyDefinition }>;

const mayDeny = ({ assignment, definition }: Known): boolean => {
  const { effect = definition.effect, excludedNamespaces = definition.excludedNamespaces } = assignment;
  return (
    assignment.isEnforced &&
    /^kubernetes$/i.test(definition.category) &&
    /^deny$/i.test(effect) &&
    !excludedNamespaces.includes(commandNamespace)
  );
};

const known = (assignment: PolicyAssignment): readonly Known[] =>
  assignment.definition.status === "collected"
    ? [{ assignment, definition: assignment.definition.data }]
    : [];

const lineOf = ({ name, effect = "" }: PolicyAssignment): Columns => columns(name, effect);

/** Of sets, only what they leave to the assignment is looked at: each of their policies would take a request. */
function judge(assignments: Section<readonly PolicyAssignment[]>): Outcome<CommandPolicyFact | SharedFact> {
  if (assignments.status === "unavailable") return unread(assignments);
  const enforced = assignments.data.filter(({ isEnforced }) => isEnforced);
  const denying = enforced.flatMap(known).filter(mayDeny);
  const more = { evidence: denying.map(({ assignment }) => lineOf(assignment)) };
  const policies = denying.map(({ assignment }) => assignment.name);
  if (policies.length > 0) return advise({ is: "mayDeny", policies }, more);
  const [hidden] = enforced.flatMap(({ definition }) =>
    definition.status === "unavailable" ? [definition] : [],
  );
  return hidden === undefined ? pass({ is: "noneDenies" }) : unread(hidden);
}

export const invokePolicy = defineCheck({
  id: "invoke.policy",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  shownBy: "azure",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures",
  needs: ["managedCluster"],
  looksAt: ["policyAssignments"],
  after: ["invoke.enabled"],
  evaluate: (
    { managedCluster: cluster, policyAssignments },
    { client },
  ): Outcome<CommandPolicyFact | SharedFact> => {
    const found = cluster.azurePolicy === true ? judge(policyAssignments) : null;
    if (refusalIn(seenNow(client) ?? "") === "commandPod") {
      const denying = policyAssignments.status === "collected" ? policyAssignments.data.flatMap(known) : [];
      const policies = denying.filter(mayDeny).map(({ assignment }) => assignment.name);
      return fail({ is: "denied", policies }, { resourceId: cluster.id });
    }
    return found ?? notApplicable({ is: "noAddon" });
  },
});
