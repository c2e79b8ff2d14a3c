// Sign-in: every check of it. A new one goes here or beside this, and into the list.

import { refusalIn } from "../../client/refusal.ts";
import { aksFix, atCluster, fetchKubeconfig, grantFix } from "../../fix/cluster.ts";
import { type Fix, joinFixes } from "../../fix/write/fix.ts";
import {
  advise,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { type Columns, columns, labelled } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { PolicyAssignment, PolicyDefinition } from "../../snapshot/policy-assignments.ts";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import { isAllowed, isDataAllowed, type Permission, type PermissionEntry } from "../../snapshot/rights.ts";
import type { Section, UnavailableReason } from "../../snapshot/section.ts";
import { seenNow } from "../../snapshot/snapshot.ts";
import { unreadParts } from "../../snapshot/unread.ts";
import { distinct } from "../../text/distinct.ts";
import { type CheckContext, defineCheck } from "../kit/define-check.ts";
import { invokeLastRun } from "./invoke.last-run.ts";
import { invokeSchedulableNode } from "./invoke.schedulable-node.ts";
import { type Refused, rbacReader, refusedIn } from "./refused-by-kubernetes.ts";

// entra.admin-group: who is administrator of a cluster whose bindings are lost.

type AdminGroupFact = Readonly<
  | { is: "notIntegrated" }
  | { is: "byAzure" }
  | { is: "set"; groups: number }
  | { is: "none"; cluster: string }
>;

const entraAdminGroup = defineCheck({
  id: "entra.admin-group",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/entra-id-control-plane-authentication",
  needs: ["managedCluster"],
  after: ["entra.managed-aad"],
  evaluate: ({ managedCluster: { id, name, entra } }): Outcome<AdminGroupFact> => {
    if (entra?.managed !== true) return notApplicable({ is: "notIntegrated" });
    const groups = entra.adminGroupObjectIds;
    if (groups.length > 0)
      return pass(
        { is: "set", groups: groups.length },
        groups.map((group) => labelled("group", group)),
      );
    // Owners give the right in Azure then, and can always do so again.
    if (entra.enableAzureRbac) return notApplicable({ is: "byAzure" });
    return advise({ is: "none", cluster: name }, { resourceId: id });
  },
});

// entra.azure-rbac: whether a missing right is given by a role assignment in Azure or by a binding in the cluster.

type AuthorizationFact = Readonly<
  | { is: "notIntegrated" }
  | { is: "byAzure" }
  | { is: "byKubernetes"; cluster: string }
  | { is: "byNobody"; cluster: string }
>;

const entraAzureRbac = defineCheck({
  id: "entra.azure-rbac",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/entra-id-authorization",
  needs: ["managedCluster"],
  after: ["entra.managed-aad"],
  evaluate: ({ managedCluster: { id, name, entra, enableRbac } }): Outcome<AuthorizationFact> => {
    if (enableRbac === false) return advise({ is: "byNobody", cluster: name }, { resourceId: id });
    if (entra?.managed !== true) return notApplicable({ is: "notIntegrated" });
    return entra.enableAzureRbac ? pass({ is: "byAzure" }) : pass({ is: "byKubernetes", cluster: name });
  },
});

// entra.local-accounts: with them off `--admin` is refused; with them on there is a way in that names nobody.

type LocalAccountsFact = Readonly<
  | { is: "off" }
  | { is: "onlyWay" }
  | { is: "backDoor"; cluster: string }
  /** Off, and no Entra to sign in with. */
  | { is: "nobody"; cluster: string }
  /** The asker's error text says that they wanted the administrator's kubeconfig. */
  | { is: "adminRefused"; cluster: string }
>;

const wantsAdmin = /static credential|get-credentials .*--admin|listClusterAdminCredential/i;

const entraLocalAccounts = defineCheck({
  id: "entra.local-accounts",
  severity: "medium",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "signIn",
  source: "https://learn.microsoft.com/azure/aks/local-accounts",
  needs: ["managedCluster"],
  after: ["entra.managed-aad"],
  evaluate: ({ managedCluster: cluster }, { client: { symptom = "" } }): Outcome<LocalAccountsFact> => {
    const { id, name, entra, disableLocalAccounts } = cluster;
    const more = { resourceId: id, evidence: [labelled("disableLocalAccounts", disableLocalAccounts)] };
    if (!disableLocalAccounts)
      return entra === undefined
        ? pass({ is: "onlyWay" }, more.evidence)
        : advise({ is: "backDoor", cluster: name }, more);
    if (entra === undefined) return fail({ is: "nobody", cluster: name }, more);
    return wantsAdmin.test(symptom)
      ? fail({ is: "adminRefused", cluster: name }, { ...more, fix: fetchKubeconfig(cluster) })
      : pass({ is: "off" }, more.evidence);
  },
});

// entra.managed-aad: without Entra whoever holds the user's kubeconfig is administrator of the cluster.

type EntraFact = Readonly<
  | { is: "integrated" }
  | { is: "notIntegrated"; cluster: string }
  /** By an application that the owner registered, as it was before Entra's own integration. */
  | { is: "legacy"; cluster: string }
>;

const entraManagedAad = defineCheck({
  id: "entra.managed-aad",
  severity: "medium",
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/entra-id-control-plane-authentication",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: { id, name, entra } }): Outcome<EntraFact> => {
    if (entra?.managed === true) return pass({ is: "integrated" });
    return entra?.serverAppId === undefined
      ? advise({ is: "notIntegrated", cluster: name }, { resourceId: id })
      : advise({ is: "legacy", cluster: name }, { resourceId: id });
  },
});

// entra.tenant: a token of another tenant than the cluster's is refused with "You must be logged in to the server".

/** Tenants by the end of their ids. */
type TenantFact = Readonly<
  | { is: "notIntegrated" }
  | { is: "trustedUnsaid" }
  | { is: "ownUnknown" }
  | { is: "trusted" }
  | { is: "notTrusted"; own: string; trusted: string }
>;

/** Enough to tell two tenants apart, without spreading the whole id. */
const tail = (tenantId: string): string => `…${tenantId.slice(-4)}`;

/** `az login` knows no subscription yet; the kubeconfig holds the tenant, so it is fetched again. */
const signIn = (cluster: ManagedCluster, tenantId: string): Fix => {
  const fetch = fetchKubeconfig(cluster);
  return { ...fetch, steps: [{ kind: "signIn", tenant: tenantId }, ...fetch.steps] };
};

const entraTenant = defineCheck({
  id: "entra.tenant",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "signIn",
  source: "https://learn.microsoft.com/azure/aks/entra-id-authorization#prerequisites",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster }, { requesterTenantId: own }): Outcome<TenantFact> => {
    const { id, entra } = cluster;
    if (entra === undefined) return notApplicable({ is: "notIntegrated" });
    if (entra.tenantId === undefined) return notAssessed({ is: "trustedUnsaid" });
    if (own === undefined) return notAssessed({ is: "ownUnknown" });
    const evidence = [labelled("cluster", tail(entra.tenantId)), labelled("you", tail(own))];
    return own.toLowerCase() === entra.tenantId.toLowerCase()
      ? pass({ is: "trusted" }, evidence)
      : fail(
          { is: "notTrusted", own: tail(own), trusted: tail(entra.tenantId) },
          { resourceId: id, evidence, fix: signIn(cluster, entra.tenantId) },
        );
  },
});

export const entraChecks = [
  entraManagedAad,
  entraAzureRbac,
  entraLocalAccounts,
  entraTenant,
  entraAdminGroup,
] as const;

// What the asker may do: every check of it. A new one goes here or beside this, and into the list.

// access.arm-read: what lies on the way and the asker may not read; whatever stands there is judged by nobody.

/** `scopes`: resource groups and subscriptions, by name. */
type ArmReadFact = Readonly<{ is: "mayReadAll" } | { is: "mayNotRead"; scopes: readonly string[] }>;

/** Azure said nothing of rights. */
const unanswers: readonly UnavailableReason[] = ["throttled", "timedOut", "failed"];

/** Readers are let in by resource group: what stands beside it is asked for next. */
const groupOf = (scope: string): string =>
  /^\/subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?/i.exec(scope)?.[0] ?? scope;

/** Nobody pastes more lines than these. */
const mostScopes = 4;

/** A subscription in which something is missing as a whole stands for its groups. */
function scopesOf(missing: readonly Permission[]): readonly string[] {
  const scopes = [...new Map(missing.map(({ scope }) => [idKey(groupOf(scope)), groupOf(scope)])).values()];
  return scopes.filter((scope) => !scopes.some((other) => idKey(scope).startsWith(`${idKey(other)}/`)));
}

function reader(scopes: readonly string[], requesterObjectId: string | undefined): Fix | undefined {
  const named = scopes.filter((scope) => scope.startsWith("/subscriptions/")).slice(0, mostScopes);
  return joinFixes(
    named.flatMap((scope) => grantFix(scope, requesterObjectId, ["Reader"], { is: "scopesShown" }) ?? []),
  );
}

const accessArmRead = defineCheck({
  id: "access.arm-read",
  severity: "medium",
  scope: "requester",
  impact: "advises",
  requesterIssue: null,
  source: "https://learn.microsoft.com/rest/api/authorization/permissions",
  needs: [],
  looksAt: [
    ...(["managedCluster", "permissions", "identityRoles", "privateDnsZone", "privateDnsLinks"] as const),
    ...(["apiServerRecord", "privateEndpoint", "privateEndpointNic", "clusterNetwork"] as const),
    ...(["peerNetworks", "networkSecurityGroups", "routeTables", "natGateways", "firewalls"] as const),
    ...(["firewallPolicies", "virtualNetworkGateways", "bastionHosts", "jumpHosts", "scaleSets"] as const),
  ],
  after: ["cluster.exists"],
  evaluate: (sections, { clusterId, requesterObjectId }): Outcome<ArmReadFact | SharedFact> => {
    const parts = unreadParts(sections);
    const missing = parts.filter(({ reason }) => reason === "denied").flatMap(({ needs }) => needs);
    const unanswered = parts.find(({ reason }) => unanswers.includes(reason));
    if (missing.length === 0)
      return unanswered === undefined ? pass({ is: "mayReadAll" }) : unread(unanswered);
    const scopes = scopesOf(missing);
    const evidence = distinct(
      missing.map(({ action, scope }) => labelled("missing", { is: "on", what: action, scope })),
    );
    return advise(
      { is: "mayNotRead", scopes: scopes.map(nameOf) },
      { resourceId: clusterId, evidence, fix: reader(scopes, requesterObjectId) },
    );
  },
});

// access.pim-eligible: what was refused may be in a role that the asker holds already, and only has to activate.

/** `roles`: each with the name of what it may be activated on. */
type EligibleFact = Readonly<
  { is: "noneFound" } | { is: "mayActivate"; roles: readonly Readonly<{ role: string; on: string }>[] }
>;

const accessPimEligible = defineCheck({
  id: "access.pim-eligible",
  severity: "info",
  scope: "requester",
  impact: "advises",
  requesterIssue: null,
  source: "https://learn.microsoft.com/azure/aks/privileged-identity-management",
  needs: [],
  looksAt: ["eligibleRoles"],
  after: ["access.arm-read"],
  evaluate: ({ eligibleRoles }, { clusterId }): Outcome<EligibleFact> =>
    eligibleRoles.length === 0
      ? notApplicable({ is: "noneFound" })
      : advise(
          { is: "mayActivate", roles: eligibleRoles.map(({ role, scope }) => ({ role, on: nameOf(scope) })) },
          {
            resourceId: clusterId,
            evidence: eligibleRoles.map(({ role, scope }) =>
              labelled("eligible", { is: "on", what: role, scope }),
            ),
          },
        ),
});

// access.kubeconfig: `az aks get-credentials` takes a right that Reader does not have.

type KubeconfigFact = Readonly<{ is: "mayFetch" } | { is: "lacks"; action: string; cluster: string }>;

const action = "Microsoft.ContainerService/managedClusters/listClusterUserCredential/action";

const accessKubeconfig = defineCheck({
  id: "access.kubeconfig",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "azureRight",
  source: "https://learn.microsoft.com/azure/aks/control-kubeconfig-access",
  needs: ["permissions"],
  after: ["cluster.exists"],
  evaluate: ({ permissions }, { clusterId, requesterObjectId }): Outcome<KubeconfigFact> =>
    isAllowed(permissions, action)
      ? pass({ is: "mayFetch" })
      : fail(
          { is: "lacks", action, cluster: nameOf(clusterId) },
          {
            resourceId: clusterId,
            evidence: [labelled("missing", action), labelled("on", clusterId)],
            fix: grantFix(clusterId, requesterObjectId, ["Azure Kubernetes Service Cluster User Role"], {
              is: "kubeconfigGranted",
            }),
          },
        ),
});

// access.kubernetes-role: Kubernetes refuses what no role of the asker's allows, and that is no outage.

/** `action`: a data action of Azure's. `what`: a resource of Kubernetes, as its API calls it. */
type KubernetesRoleFact = Readonly<
  | { is: "mayRead" }
  | { is: "byKubernetes" }
  /** On the whole cluster; one that was given on a namespace alone is not seen. */
  | { is: "noneOnCluster"; cluster: string }
  | { is: "lacks"; verb: string; what: string; action: string; cluster: string }
  /** Bindings in the cluster decide. */
  | { is: "notBound"; verb: string; what: string; cluster: string }
  /** The right is there: it may be too new. */
  | { is: "holdsNow"; verb: string; what: string; cluster: string }
>;

const readPods = "Microsoft.ContainerService/managedClusters/pods/read";

/** The built-in reader holds what namespaces hold, without secrets; no narrow role holds the rest. */
const mend = ({ id }: ManagedCluster, { isReadable }: Refused, requesterObjectId: string | undefined) =>
  isReadable ? grantFix(id, requesterObjectId, [rbacReader], { is: "kubernetesReadable" }) : null;

const accessKubernetesRole = defineCheck({
  id: "access.kubernetes-role",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "kubernetesRight",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/user-cannot-get-cluster-resources",
  needs: ["managedCluster"],
  looksAt: ["permissions"],
  after: ["entra.tenant"],
  evaluate: (
    { managedCluster: cluster, permissions },
    { client, requesterObjectId },
  ): Outcome<KubernetesRoleFact | SharedFact> => {
    const { id, name, entra } = cluster;
    const refused = refusedIn(client.symptom);
    // Bindings are not read, so what was seen is all that tells.
    if (entra?.enableAzureRbac !== true)
      return refused === null || seenNow(client) === undefined
        ? notApplicable({ is: "byKubernetes" })
        : fail({ is: "notBound", verb: refused.verb, what: refused.what, cluster: name }, { resourceId: id });
    if (permissions.status === "unavailable") return unread(permissions);
    if (refused === null)
      return isDataAllowed(permissions.data, readPods)
        ? pass({ is: "mayRead" })
        : advise(
            { is: "noneOnCluster", cluster: name },
            { resourceId: id, evidence: [labelled("missing", readPods)] },
          );
    const { verb, what, action } = refused;
    if (isDataAllowed(permissions.data, action)) return pass({ is: "holdsNow", verb, what, cluster: name });
    const evidence = [labelled("missing", action), labelled("on", id)];
    return fail(
      { is: "lacks", verb, what, action, cluster: name },
      {
        resourceId: id,
        evidence,
        fix: mend(cluster, refused, requesterObjectId),
      },
    );
  },
});

export const accessChecks = [
  accessArmRead,
  accessPimEligible,
  accessKubeconfig,
  accessKubernetesRole,
] as const;

// Run command: every check of it. A new one goes here or beside this, and into the list.

// invoke.identity: with Entra a command runs with the asker's Kubernetes rights, without it as administrator.

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
