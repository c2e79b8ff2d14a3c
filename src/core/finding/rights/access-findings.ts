// What the requester may do: every check of it. A new one goes here or beside this, and into the list.
import { grantFix } from "../../fix/cluster.ts";
import { type Fix, fixOf, joinFixes } from "../../fix/write/fix.ts";
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
import { columns, labelled } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { idKey, isWithin, nameOf } from "../../snapshot/resource-id.ts";
import { isAllowed, isDataAllowed, type ManagementLock, type Permission } from "../../snapshot/rights.ts";
import type { UnavailableReason } from "../../snapshot/section.ts";
import { seenNow } from "../../snapshot/snapshot.ts";
import { unreadParts } from "../../snapshot/unread.ts";
import { distinct } from "../../text/distinct.ts";
import { defineCheck } from "../kit/define-check.ts";
import { type Refused, rbacReader, refusedIn } from "./refused-by-kubernetes.ts";

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

// access.pim-eligible: what was refused may be in a role that the requester holds already, and only has to activate.

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

// access.locks: what Azure does by POST, a read-only lock refuses to everybody, whatever their rights: the kubeconfig and the run
// command. A lock against deletion refuses neither.
// https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources#considerations-before-applying-your-locks

type LockFact = Readonly<
  | { is: "noneReadOnly" }
  /** `on`: the name of the cluster, of a resource group, or the id of a subscription. */
  | { is: "clusterLocked"; lock: string; on: string; cluster: string }
  | { is: "nodesLocked"; lock: string; on: string; cluster: string }
  /** A level that nobody here knows. */
  | { is: "levelStrange"; lock: string; on: string; level: string }
>;

const isReadOnly = ({ level }: ManagementLock): boolean => /^readonly$/i.test(level);
const isKnownLevel = ({ level }: ManagementLock): boolean =>
  /^(?:readonly|cannotdelete|notspecified)$/i.test(level);

/** It goes on keeping what it stands on from being deleted. */
const unlock = ({ id, scope }: ManagementLock): Fix =>
  fixOf(
    { kind: "loosenLock", id },
    { is: "lockLoosened", on: nameOf(scope) },
    { role: "User Access Administrator", on: [nameOf(scope)] },
  );

const accessLocks = defineCheck({
  id: "access.locks",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources#considerations-before-applying-your-locks",
  needs: ["managedCluster"],
  looksAt: ["locks"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: { id, name: cluster }, locks }): Outcome<LockFact | SharedFact> => {
    const shutting = locks.items.filter(isReadOnly);
    const evidence = locks.items.map(({ name, level, scope }) => columns(name, level, nameOf(scope)));
    const onCluster = shutting.filter(({ scope }) => isWithin(id, scope));
    const saidOf = ({ name: lock, scope }: ManagementLock) => ({ lock, on: nameOf(scope), cluster });
    const more = (those: readonly ManagementLock[]) => ({
      ...{ resourceId: those[0]?.id, evidence },
      fix: joinFixes(those.map(unlock)),
    });
    if (onCluster.length > 0)
      return fail(
        onCluster.map((lock) => ({ is: "clusterLocked", ...saidOf(lock) }) as const),
        more(onCluster),
      );
    if (shutting.length > 0)
      return warn(
        shutting.map((lock) => ({ is: "nodesLocked", ...saidOf(lock) }) as const),
        more(shutting),
      );
    const [missing] = locks.missing;
    if (missing !== undefined) return unread(missing);
    const strange = locks.items.find((each) => !isKnownLevel(each));
    return strange === undefined
      ? pass({ is: "noneReadOnly" }, evidence)
      : notAssessed({
          ...{ is: "levelStrange", lock: strange.name },
          ...{ on: nameOf(strange.scope), level: strange.level },
        });
  },
});

// access.kubeconfig: `az aks get-credentials` takes a right that Reader does not have.

type KubeconfigFact = Readonly<{ is: "mayFetch" } | { is: "lacks"; action: string; cluster: string }>;

export const action = "Microsoft.ContainerService/managedClusters/listClusterUserCredential/action";

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

// access.kubernetes-role: Kubernetes refuses what no role of the requester's allows, and that is no outage.

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
  accessLocks,
  accessKubeconfig,
  accessKubernetesRole,
] as const;
