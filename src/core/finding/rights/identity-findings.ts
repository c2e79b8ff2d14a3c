// As whom the cluster acts: every check of it. A new one goes here or beside this, and into the list.

import { grantToIdentity, reconcile } from "../../fix/cluster.ts";
import { type Fix, joinFixes, type RoleName } from "../../fix/write/fix.ts";
import {
  givenSubnetIds,
  givenZoneIds,
  isAksOwn,
  nodeSubnetsOf,
  writesRoutes,
} from "../../network/route/cluster-subnets.ts";
import {
  advise,
  beyond,
  combine,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { failedFor } from "../../outcome/operation.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import { actionsOn, type HeldRole, missingFrom } from "../../snapshot/rights.ts";
import type { ById } from "../../snapshot/section.ts";
import { type Client, seenNow } from "../../snapshot/snapshot.ts";
import { distinct } from "../../text/distinct.ts";
import { foldCase } from "../../text/text.ts";
import { defineCheck } from "../kit/define-check.ts";

// What findings about the rights of a cluster's identity have in common: what its roles allow on what its owner brought.

/** `on`: what its owner brought, by its name. */
type IdentityRoleFact = Readonly<
  /** AKS made it, and may do what it likes there. */
  | { is: "nothingBrought" }
  | { is: "identityUnsaid" }
  /** ARM knows an application by its id, and role assignments by another one. */
  | { is: "applicationUnknown" }
  | { is: "rolesUnlisted"; on: string }
  | { is: "may"; on: string }
  /** `role`: by its GUID, or its name: one that was not read, or that holds under a condition. */
  | { is: "roleUnclear"; role: string; on: string }
  /** All runs on; what AKS changes next will fail. */
  | { is: "lacks"; action: string; on: string }
  | { is: "failedFor"; action: string; on: string }
  /** Its roles were not read; Azure's own error says so. */
  | { is: "wasRefused"; on: string }
>;

type RoleOutcome = Outcome<IdentityRoleFact | SharedFact>;

type Known = Readonly<{
  cluster: ManagedCluster;
  identityRoles: ById<readonly HeldRole[]>;
  /** The built-in role that holds all that AKS does there. */
  role: RoleName;
}>;

/** Where an operation failed for it, AKS has to do it again. */
function mend(id: string, { cluster, role }: Known, failed: boolean): Fix | undefined {
  const grant = grantToIdentity(id, cluster.identity, role);
  return grant === null ? undefined : joinFixes([grant, ...(failed ? [reconcile(cluster)] : [])]);
}

function withoutRoles(
  id: string,
  error: string | undefined,
  known: Known,
  otherwise: RoleOutcome,
): RoleOutcome {
  const isNamed = error !== undefined && foldCase(error).includes(idKey(id));
  if (!isNamed) return otherwise;
  const evidence = [labelled("error", actionsOn(id)[0] ?? ""), labelled("on", id)];
  return fail({ is: "wasRefused", on: nameOf(id) }, { resourceId: id, evidence, fix: mend(id, known, true) });
}

function roleOn(id: string, known: Known): RoleOutcome {
  const { cluster, identityRoles } = known;
  const on = nameOf(id);
  const error = failedFor(cluster, refusedIdentity);
  const section = identityRoles[idKey(id)];
  if (section === undefined) return withoutRoles(id, error, known, notAssessed({ is: "rolesUnlisted", on }));
  if (section.status === "unavailable") return withoutRoles(id, error, known, unread(section));
  const held = section.data;
  const [missing, ...others] = missingFrom(held, actionsOn(id));
  const evidence = [
    ...held.map(({ role, scope }) => labelled("holds", { is: "on", what: role, scope })),
    ...[missing, ...others].flatMap((action) => (action === undefined ? [] : [labelled("missing", action)])),
    labelled("on", id),
  ];
  if (missing === undefined) return pass({ is: "may", on }, evidence);
  const unclear = held.find(({ permissions }) => permissions === null);
  if (unclear !== undefined) return notAssessed({ is: "roleUnclear", role: unclear.role, on });
  const more = { resourceId: id, evidence, fix: mend(id, known, error !== undefined) };
  return error === undefined
    ? warn({ is: "lacks", action: missing, on }, more)
    : fail({ is: "failedFor", action: missing, on }, more);
}

/** Its identity needs each of them. */
function identityRole(ids: readonly string[], known: Known): RoleOutcome {
  const { identity } = known.cluster;
  if (ids.length === 0) return notApplicable({ is: "nothingBrought" });
  const error = failedFor(known.cluster, refusedIdentity);
  const each = (otherwise: RoleOutcome) =>
    combine(
      ids.map((id) => withoutRoles(id, error, known, otherwise)),
      true,
    );
  if (identity === undefined) return each(notAssessed({ is: "identityUnsaid" }));
  if (identity.kind === "servicePrincipal") return each(beyond({ is: "applicationUnknown" }));
  if (identity.principalId === undefined) return each(notAssessed({ is: "identityUnsaid" }));
  return combine(
    ids.map((id) => roleOn(id, known)),
    true,
  );
}

// identity.dns-role: AKS writes the API server's record into a zone of the owner's own as the cluster's identity.

const identityDnsRole = defineCheck({
  id: "identity.dns-role",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#configuration-options-for-private-dns",
  needs: ["managedCluster"],
  looksAt: ["identityRoles"],
  after: ["cluster.exists", "identity.kind", "dns.zone-exists"],
  evaluate: ({ managedCluster: cluster, identityRoles }) =>
    identityRole(givenZoneIds(cluster), { cluster, identityRoles, role: "Private DNS Zone Contributor" }),
});

// identity.kind: the secret of a service principal ends one day, and then AKS can change nothing; a managed identity has none.

/** `application`: its id. */
type IdentityKindFact = Readonly<
  | { is: "identityUnsaid" }
  | { is: "managedIdentity"; kind: "system" | "user" }
  | { is: "servicePrincipal"; application: string; cluster: string }
  | { is: "secretExpired"; application: string; cluster: string }
  /** The requester's text says so of an application that it does not name. */
  | { is: "secretUnsure"; application: string; cluster: string }
>;

/** Entra's words for a secret that has ended. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const expired = /AADSTS7000222/i;

/** The application that Entra's sentence is about, in lower case: of the requester's text it may be another one than the cluster's. */
const named = (text: string): string | undefined =>
  /\bapp(?:lication)? '([0-9a-f-]{36})'/i.exec(text)?.[1]?.toLowerCase();

/** Of the cluster's own secret. A text that names no application may as well be about the requester's own sign-in. */
function expiryOf(cluster: ManagedCluster, client: Client, clientId: string): "certain" | "unsure" | null {
  if (failedFor(cluster, expired) !== undefined) return "certain";
  const seen = seenNow(client) ?? "";
  if (!expired.test(seen)) return null;
  const application = named(seen);
  if (application === undefined) return "unsure";
  return application === clientId.toLowerCase() ? "certain" : null;
}

const identityKind = defineCheck({
  id: "identity.kind",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/update-credentials",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster }, { client }): Outcome<IdentityKindFact> => {
    const { id, name, identity } = cluster;
    if (identity === undefined) return notAssessed({ is: "identityUnsaid" });
    if (identity.kind !== "servicePrincipal") return pass({ is: "managedIdentity", kind: identity.kind });
    const { clientId } = identity;
    const more = { resourceId: id, evidence: [labelled("application", clientId)] };
    const of = { application: clientId, cluster: name };
    const expiry = expiryOf(cluster, client, clientId);
    if (expiry === "unsure") return notAssessed({ is: "secretUnsure", ...of });
    return expiry === "certain"
      ? fail({ is: "secretExpired", ...of }, more)
      : advise({ is: "servicePrincipal", ...of }, more);
  },
});

// identity.route-role: with kubenet AKS writes a route for each node into a table of the owner's own.

type RouteRoleFact = IdentityRoleFact | Readonly<{ is: "writesNone" }>;

const identityRouteRole = defineCheck({
  id: "identity.route-role",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/aks-service-permissions",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["identityRoles"],
  after: ["cluster.exists", "identity.kind"],
  evaluate: ({
    managedCluster: cluster,
    clusterNetwork: network,
    identityRoles,
  }): Outcome<RouteRoleFact | SharedFact> => {
    if (!writesRoutes(cluster)) return notApplicable({ is: "writesNone" });
    const tables = nodeSubnetsOf(cluster, network).flatMap(({ routeTableId: id }) =>
      id === undefined || isAksOwn(cluster, id) ? [] : [id],
    );
    return identityRole(distinct(tables), { cluster, identityRoles, role: "Network Contributor" });
  },
});

// identity.subnet-role: AKS joins nodes and API servers to subnets of the owner's own as the cluster's identity.

const identitySubnetRole = defineCheck({
  id: "identity.subnet-role",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/azure/aks/concepts-network-cni-overview#aks-cni-networking-prerequisites",
  needs: ["managedCluster"],
  looksAt: ["identityRoles"],
  after: ["cluster.exists", "identity.kind", "vnet.cluster-subnet"],
  evaluate: ({ managedCluster: cluster, identityRoles }) =>
    identityRole(givenSubnetIds(cluster), { cluster, identityRoles, role: "Network Contributor" }),
});

/**
 * Azure refused what AKS did as the cluster's identity.
 * https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/create-upgrade-delete/missing-permissions-error
 */
const refusedIdentity = /AuthorizationFailed|Missing\w*Permission/i;

export const identityChecks = [identityKind, identitySubnetRole, identityDnsRole, identityRouteRole] as const;
