// Says in one sentence why something is not allowed, and what to ask instead where something smaller would be.
import type { CommandRequest } from "../command/command-request.ts";
import type { PolicyAction } from "./decision.ts";

type Denial = Readonly<{
  action: PolicyAction;
  /** Names of the person's groups in the policy. */
  groups: readonly string[];
  /** The rule that denies, or null when none allows. */
  rule: string | null;
  isAllowed: (other: PolicyAction) => boolean;
}>;

/** Never "you are in no group": that is what could not be found out. */
export function membershipUnknown(reason: string): string {
  return `Your group memberships could not be read, so nothing can be allowed: ${reason.replace(/\.$/, "")}.`;
}

export function explainDenial({ action, groups, rule, isAllowed }: Denial): string {
  const what = describe(action);
  const everywhere = action.kind === "run" && action.request.allNamespaces;
  if (rule !== null) {
    const hint =
      everywhere && isAllowed(inOneNamespace(action))
        ? " in some namespace, and -A would include it: name one with -n"
        : "";
    return `The rule \`${rule}\` forbids ${what}${hint}.`;
  }
  if (groups.length === 0)
    return `You are in none of the groups that the policy names, and only they may do this: ${what}.`;
  const who = groups.join(" and ");
  if (action.kind === "run" && action.clusterAdmin && isAllowed({ ...action, clusterAdmin: false })) {
    return `${action.cluster.name} has no Entra integration, so the command would run as cluster-admin, which no rule allows ${who}.`;
  }
  const hint = everywhere ? ": name a namespace with -n, which may be allowed" : "";
  return `No rule allows ${who} to do this: ${what}${hint}.`;
}

/** The same in a namespace that most rules reach: says whether naming one can help at all. */
const inOneNamespace = (action: Extract<PolicyAction, { kind: "run" }>): PolicyAction => ({
  ...action,
  request: { ...action.request, allNamespaces: false, namespace: "default" },
});

function describe(action: PolicyAction): string {
  const on = `on ${action.cluster.name}`;
  return action.kind === "run" ? `${describeRequest(action.request)} ${on}` : `${action.kind} ${on}`;
}

function describeRequest({ verb, resources, subresource, namespace, allNamespaces }: CommandRequest): string {
  const shown = resources
    .map((type) => (subresource === undefined ? type : `${type}/${subresource}`))
    .join(", ");
  const where = allNamespaces
    ? " in all namespaces"
    : namespace === null
      ? ""
      : ` in the namespace ${namespace}`;
  return `kubectl ${verb}${shown === "" ? "" : ` ${shown}`}${where}`;
}
