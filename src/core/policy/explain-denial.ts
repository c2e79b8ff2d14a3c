// Finds out why something is not allowed: which part of a command is in the way, and what to ask instead where something
// smaller would be.
import type { CommandRequest, Read } from "../command/command-request.ts";
import { commandText } from "../command/command-text.ts";
import type { PolicyAction } from "./decision.ts";
import type { Deed, Instead, PolicyDenies } from "./denial.ts";
import type { Need } from "./match.ts";
import { inOneNamespace, narrowerCommands } from "./narrower.ts";
import type { Rule } from "./policy.ts";

type RunAction = Extract<PolicyAction, { kind: "run" }>;
type Denial = Readonly<{
  action: PolicyAction;
  /** Names of the person's groups in the policy. */
  groups: readonly string[];
  /** The rule that denies, or null when none allows. */
  rule: Rule | null;
  inTheWay: Need;
  isAllowed: (other: PolicyAction) => boolean;
}>;

export function explainDenial(denial: Denial): PolicyDenies {
  const { action, groups, rule, inTheWay, isAllowed } = denial;
  const deed = deedOf(action, inTheWay);
  if (rule === null && groups.length === 0) return { is: "inNoGroup", deed };
  if (rule === null && "clusterAdmin" in action && action.clusterAdmin) {
    if (isAllowed({ ...action, clusterAdmin: false }))
      return { is: "clusterAdmin", cluster: action.cluster.name, groups };
  }
  if (action.kind !== "run") return plainly(groups, rule, deed, null);
  const instead = insteadOf(denial, action);
  if (inTheWay?.also !== true) return plainly(groups, rule, deed, instead);
  return {
    is: "alsoReads",
    verb: action.request.verb,
    read: inTheWay,
    cluster: action.cluster.name,
    groups,
    rule: rule?.id ?? null,
    closed: rule === null ? [] : closedOf(rule, inTheWay),
    instead,
  };
}

const plainly = (
  groups: readonly string[],
  rule: Rule | null,
  deed: Deed,
  instead: Instead | null,
): PolicyDenies =>
  rule === null
    ? { is: "noRule", groups, deed, instead }
    : { is: "ruleForbids", rule: rule.id, deed, instead };

/** Which namespaces it is that all namespaces would include. */
function closedOf({ run }: Rule, { scope }: Read): readonly string[] {
  if (run === undefined || scope.kind !== "allNamespaces" || run.namespaces.includes("*")) return [];
  return run.namespaces;
}

/** What would be allowed instead; null where nothing near is. */
function insteadOf({ rule, isAllowed, inTheWay }: Denial, action: RunAction): Instead | null {
  const allowed = (request: CommandRequest) => isAllowed({ ...action, request });
  const one = inOneNamespace(action.request);
  if (one !== null && inTheWay?.scope.kind === "allNamespaces") {
    if (rule === null) return { is: "perhapsOneNamespace" };
    if (allowed(one)) return { is: "oneNamespace", also: inTheWay.also };
  }
  const narrower = narrowerCommands(action.request).find(allowed);
  return narrower === undefined ? null : { is: "narrower", command: commandText(narrower) };
}

function deedOf(action: PolicyAction, inTheWay: Need): Deed {
  const cluster = action.cluster.name;
  if (action.kind === "change") return { kind: action.kind, cluster, verb: action.request.verb };
  if (action.kind !== "run") return { kind: action.kind, cluster };
  return { kind: "run", cluster, verb: action.request.verb, read: inTheWay };
}
