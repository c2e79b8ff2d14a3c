// Run command: every check of it. A new one goes here or beside this, and into the list.
import { refusalIn } from "../../client/refusal.ts";
import { aksFix, atCluster, grantFix } from "../../fix/cluster.ts";
import {
  advise,
  fail,
  notApplicable,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { type Columns, columns, labelled } from "../../outcome/columns.ts";
import type { PolicyAssignment, PolicyDefinition } from "../../snapshot/policy-assignments.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { isAllowed, type PermissionEntry } from "../../snapshot/rights.ts";
import type { Section } from "../../snapshot/section.ts";
import { seenNow } from "../../snapshot/snapshot.ts";
import { type CheckContext, defineCheck } from "../kit/define-check.ts";
import { invokeLastRun } from "./invoke.last-run.ts";
import { invokeSchedulableNode } from "./invoke.schedulable-node.ts";

// invoke.identity: with Entra a command runs with the requester's Kubernetes rights, without it as administrator.

/** With whose rights commands run. */
type RunsAsFact = Readonly<{ is: "asYou" } | { is: "asAdministrator" }>;

const invokeIdentity = defineCheck({
  id: "invoke.identity",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: null,
  source: "https://learn.microsoft.com/azure/aks/kubelogin-authentication",
  needs: ["managedCluster"],
  after: ["invoke.permission"],
  evaluate: ({ managedCluster: { id, entra } }): Outcome<RunsAsFact> =>
    entra?.managed === true ? pass({ is: "asYou" }) : warn({ is: "asAdministrator" }, { resourceId: id }),
});

// invoke.enabled: an administrator can switch the run command off.

type RunCommandFact = Readonly<{ is: "enabled" } | { is: "disabled"; cluster: string }>;

const invokeEnabled = defineCheck({
  id: "invoke.enabled",
  severity: "high",
  scope: "cluster",
  impact: "intended",
  source: "https://learn.microsoft.com/azure/aks/access-private-cluster#disable-run-command",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster }): Outcome<RunCommandFact> => {
    const { id, name, apiServerAccess } = managedCluster;
    const evidence = [labelled("disableRunCommand", apiServerAccess.disableRunCommand)];
    if (!apiServerAccess.disableRunCommand) return pass({ is: "enabled" }, evidence);
    const fix = aksFix(
      managedCluster,
      { kind: "enableRunCommand", at: atCluster(managedCluster), id },
      { is: "commandsEnabled" },
    );
    return fail({ is: "disabled", cluster: name }, { resourceId: id, evidence, fix });
  },
});

// invoke.permission: running a command and reading its result are two rights.

const run = "Microsoft.ContainerService/managedClusters/runCommand/action";
const readResult = "Microsoft.ContainerService/managedClusters/commandResults/read";

type MayRunFact = Readonly<
  | { is: "allowed" }
  /** Actions that are missing on the cluster. */
  | { is: "mayNotRun"; missing: readonly string[]; cluster: string }
  | { is: "mayNotRead"; missing: string; cluster: string }
>;

/** The smallest built-in roles that hold them; no single one holds just these two. */
const roleFor: Readonly<Record<string, string>> = {
  [run]: "Azure Kubernetes Service Cluster Admin Role",
  [readResult]: "Reader",
};

function rightsToRun(
  permissions: readonly PermissionEntry[],
  { clusterId, requesterObjectId }: CheckContext,
): Outcome<MayRunFact> {
  const missing = [run, readResult].filter((action) => !isAllowed(permissions, action));
  if (missing.length === 0) return pass({ is: "allowed" });
  const fix = grantFix(
    clusterId,
    requesterObjectId,
    missing.flatMap((action) => roleFor[action] ?? []),
    { is: "adminToo" },
  );
  const evidence = [...missing.map((action) => labelled("missing", action)), labelled("on", clusterId)];
  const more = { resourceId: clusterId, evidence, fix };
  const cluster = nameOf(clusterId);
  return missing.includes(run)
    ? fail({ is: "mayNotRun", missing, cluster }, more)
    : warn({ is: "mayNotRead", missing: readResult, cluster }, more);
}

const invokePermission = defineCheck({
  id: "invoke.permission",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "azureRight",
  warningLeavesOpen: true,
  source: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/containers",
  needs: ["permissions"],
  after: ["cluster.exists"],
  evaluate: ({ permissions }, context) => rightsToRun(permissions, context),
});

// invoke.policy: Azure Policy may turn down the pod of a command, which none of its rules was written for.
// https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures

type CommandPolicyFact = Readonly<
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

const invokePolicy = defineCheck({
  id: "invoke.policy",
  severity: "medium",
  scope: "people",
  impact: "degrades",
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

export const invokeChecks = [
  invokeEnabled,
  invokePermission,
  invokeSchedulableNode,
  invokePolicy,
  invokeIdentity,
  invokeLastRun,
] as const;
