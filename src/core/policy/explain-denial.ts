// Says in one sentence why something is not allowed, which part of a command is in the way, and what to ask instead
// where something smaller would be.
import type { CommandRequest, Read } from "../command/command-request.ts";
import { commandText } from "../command/command-text.ts";
import type { PolicyAction } from "./decision.ts";
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

/** Never "you are in no group": that is what could not be found out. */
export function membershipUnknown(reason: string): string {
  return `Your group memberships could not be read, so nothing can be allowed: ${reason.replace(/\.$/, "")}.`;
}

export function explainDenial(denial: Denial): string {
  const { action, groups, rule, inTheWay, isAllowed } = denial;
  const what = describe(action, inTheWay);
  if (rule === null && groups.length === 0)
    return `You are in none of the groups that the policy names, and only they may do this: ${what}.`;
  const who = groups.join(" and ");
  if (action.kind !== "run")
    return rule === null
      ? `No rule allows ${who} to do this: ${what}.`
      : `The rule \`${rule.id}\` forbids ${what}.`;
  if (rule === null && action.clusterAdmin && isAllowed({ ...action, clusterAdmin: false })) {
    return `${action.cluster.name} has no Entra integration, so the command would run as cluster-admin, which no rule allows ${who}.`;
  }
  const instead = insteadOf(denial, action);
  if (inTheWay?.also === true) {
    const part = `kubectl ${action.request.verb} also reads ${describeRead(inTheWay)}`;
    const forbidden =
      rule === null
        ? `no rule allows ${who} that`
        : `the rule \`${rule.id}\` forbids that${whereClosed(rule, inTheWay)}`;
    return `${part}, and ${forbidden} on ${action.cluster.name}${instead}.`;
  }
  return rule === null
    ? `No rule allows ${who} to do this: ${what}${instead}.`
    : `The rule \`${rule.id}\` forbids ${what}${instead}.`;
}

/** Which namespace it is that all namespaces would include. */
function whereClosed({ run }: Rule, { scope }: Read): string {
  if (run === undefined || scope.kind !== "allNamespaces" || run.namespaces.includes("*")) return "";
  return ` in the namespace ${run.namespaces.join(", ")}`;
}

/** What would be allowed instead; empty where nothing near is. */
function insteadOf({ rule, isAllowed, inTheWay }: Denial, action: RunAction): string {
  const allowed = (request: CommandRequest) => isAllowed({ ...action, request });
  const one = inOneNamespace(action.request);
  if (one !== null && inTheWay?.scope.kind === "allNamespaces") {
    if (rule === null) return ": name a namespace with -n, which may be allowed";
    const where = inTheWay.also ? "" : " in some namespace, and -A would include it";
    if (allowed(one)) return `${where}: name one with -n`;
  }
  const narrower = narrowerCommands(action.request).find(allowed);
  return narrower === undefined ? "" : `: \`${commandText(narrower)}\` would be allowed`;
}

function describe(action: PolicyAction, inTheWay: Need): string {
  const on = `on ${action.cluster.name}`;
  if (action.kind !== "run") return `${action.kind} ${on}`;
  const { verb } = action.request;
  return `kubectl ${verb}${inTheWay === null ? "" : ` ${describeRead(inTheWay)}`} ${on}`;
}

function describeRead({ resource, scope }: Read): string {
  switch (scope.kind) {
    case "cluster":
      return resource;
    case "allNamespaces":
      return `${resource} in all namespaces`;
    case "namespace":
      return `${resource} in the namespace ${scope.name}`;
    case "namespaceObjects":
      return scope.names.length === 0 ? `${resource} (all of them)` : `${resource} ${scope.names.join(" ")}`;
  }
}
