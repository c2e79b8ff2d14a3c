// Which roles the cluster's identity holds on what its owner brought: one list for each subscription, and where that may
// not be read, one for each resource.

import { z } from "zod";
import {
  givenSubnetIds,
  givenZoneIds,
  isAksOwn,
  writesRoutes,
} from "../../../core/network/route/cluster-subnets.ts";
import { builtInRole } from "../../../core/snapshot/built-in-roles.ts";
import type { ManagedCluster } from "../../../core/snapshot/cluster.ts";
import { idKey, isWithin, nameOf, networkIdOf } from "../../../core/snapshot/resource-id.ts";
import {
  actionsOn,
  type HeldRole,
  missingFrom,
  type PermissionEntry,
  type RoleAssignment,
  roleKey,
} from "../../../core/snapshot/rights.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmJson, ArmSession } from "../../arm/arm-client.ts";
import { resourceGroupOf } from "../../arm/resource-id.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import { permissionEntry } from "../kit/cluster.ts";
import { once, type Read, type ReferencesRead, readEach } from "../kit/read.ts";
import { type ListRead, readItems } from "../kit/read-list.ts";

// Role assignments and role definitions as ARM lists them, and what they say.

const version = "2022-04-01";

export const assignmentItem = z.object({
  properties: z.object({
    principalId: z.string(),
    principalType: z.string().nullish(),
    scope: z.string().nullish(),
    roleDefinitionId: z.string(),
    condition: z.string().nullish(),
  }),
});
const definition = z.object({ properties: z.object({ permissions: z.array(permissionEntry) }) });

const kinds: Readonly<Record<string, RoleAssignment["principal"]>> = { user: "user", group: "group" };

export function mapAssignment({ properties }: z.output<typeof assignmentItem>): RoleAssignment {
  const { principalId, principalType, scope, roleDefinitionId, condition } = properties;
  return {
    ...{ principalId, roleDefinitionId, scope: scope ?? "" },
    principal: kinds[principalType?.toLowerCase() ?? ""] ?? "other",
    conditional: (condition ?? "") !== "",
  };
}

/** Items as they came. `filter`: https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest */
export const listAssignments = (arm: ArmJson, scope: string, filter: string): Promise<readonly unknown[]> =>
  arm.list(`${scope}/providers/Microsoft.Authorization/roleAssignments`, version, z.unknown(), {
    $filter: filter,
  });

/** What a role allows, read at a scope where it is known; null where it could not be read. */
export const roleAt = async (
  arm: ArmJson,
  scope: string,
  definitionId: string,
): Promise<readonly PermissionEntry[] | null> => {
  const path = `${scope}/providers/Microsoft.Authorization/roleDefinitions/${roleKey(definitionId)}`;
  const role = await arm.get(path, version, definition).catch(() => null);
  return role?.properties.permissions ?? null;
};

/** Something of the owner's, and the level at which it became known. */
type Given = Readonly<{ id: string; level: number }>;

/** Tables come with the network; only kubenet writes into them. */
const givenTables = async (
  reads: ArmReads,
  after: number,
  cluster: ManagedCluster,
): Promise<readonly Given[]> => {
  const networkId = networkIdOf(givenSubnetIds(cluster)[0] ?? "");
  if (!writesRoutes(cluster) || networkId === null) return [];
  const { section, level } = await reads.virtualNetwork(after, networkId);
  if (section.status === "unavailable") return [];
  const mine = new Set(givenSubnetIds(cluster).map(idKey));
  return section.data.network.subnets
    .filter(({ id }) => mine.has(idKey(id)))
    .flatMap(({ routeTableId: id }) => (id === undefined || isAksOwn(cluster, id) ? [] : [{ id, level }]));
};

type Assignments = (after: number, scope: string, of: string) => Promise<ListRead<RoleAssignment>>;

/** `assignedTo` counts the groups that the identity is in, and theirs. */
const assignmentsOf = (arm: ArmSession, principalId: string): Assignments => {
  const shared = once<ListRead<RoleAssignment>>();
  return (after, scope, of) => {
    const isAbove = scope !== of;
    const filter = `${isAbove ? "" : "atScope() and "}assignedTo('${principalId}')`;
    const query = {
      what: subject("identityRoles", nameOf(of)),
      needs: { action: "Microsoft.Authorization/roleAssignments/read", scope },
    };
    return shared(idKey(scope), () =>
      readItems(after, query, () => listAssignments(arm.json, scope, filter), assignmentItem, mapAssignment),
    );
  };
};

/** One that was made at the scope or above it; a management group's stands above every subscription. */
const reaches = ({ scope }: RoleAssignment, id: string): boolean =>
  isWithin(id, scope) || !/^\/subscriptions\//i.test(scope);

type RoleOf = (definitionId: string) => Promise<readonly PermissionEntry[] | null>;

const toHeld = (
  { roleDefinitionId, scope, conditional }: RoleAssignment,
  permissions: readonly PermissionEntry[] | null,
): HeldRole => ({
  role: builtInRole(roleDefinitionId)?.name ?? roleKey(roleDefinitionId),
  scope,
  permissions: conditional ? null : permissions,
});

/** Roles of somebody's own are read where those that are known do not do. */
const heldOn = async (
  id: string,
  assignments: readonly RoleAssignment[],
  roleOf: RoleOf,
): Promise<Readonly<{ held: readonly HeldRole[]; asked: boolean }>> => {
  const known = assignments.map((each) =>
    toHeld(each, builtInRole(each.roleDefinitionId)?.permissions ?? null),
  );
  const unknown = assignments.some(({ roleDefinitionId }) => builtInRole(roleDefinitionId) === undefined);
  if (!unknown || missingFrom(known, actionsOn(id)).length === 0) return { held: known, asked: false };
  const held = await Promise.all(
    assignments.map(async (each) =>
      toHeld(each, builtInRole(each.roleDefinitionId)?.permissions ?? (await roleOf(each.roleDefinitionId))),
    ),
  );
  return { held, asked: true };
};

const readRolesOn = async (
  { id, level }: Given,
  list: Assignments,
  roleAtScope: (scope: string) => RoleOf,
): Promise<Read<readonly HeldRole[]>> => {
  const scope = `/subscriptions/${resourceGroupOf(id)?.subscriptionId ?? ""}`;
  const wide = await list(level, scope, id);
  const isRefused = wide.section.status === "unavailable" && wide.section.reason === "denied";
  const read = isRefused ? await list(wide.level, id, id) : wide;
  if (read.section.status === "unavailable") return { section: read.section, level: read.level };
  const reaching = read.section.data.filter((each) => reaches(each, id));
  const { held, asked } = await heldOn(id, reaching, roleAtScope(id));
  return { section: { status: "collected", data: held }, level: read.level + (asked ? 1 : 0) };
};

/** No level is added: the subscription's list goes out with what is known of the cluster. */
export const readIdentityRoles = async (
  arm: ArmSession,
  reads: ArmReads,
  after: number,
  cluster: ManagedCluster,
): Promise<ReferencesRead<readonly HeldRole[]>> => {
  const { identity } = cluster;
  const principalId =
    identity === undefined || identity.kind === "servicePrincipal" ? undefined : identity.principalId;
  if (principalId === undefined) return { sections: {}, level: 0 };
  const list = assignmentsOf(arm, principalId);
  const roles = once<readonly PermissionEntry[] | null>();
  const roleAtScope =
    (scope: string): RoleOf =>
    (id) =>
      roles(roleKey(id), () => roleAt(arm.json, scope, id));
  const read = (given: readonly Given[]) => readEach(given, (each) => readRolesOn(each, list, roleAtScope));
  const known = [...givenSubnetIds(cluster), ...givenZoneIds(cluster)].map((id) => ({ id, level: after }));
  const [now, later] = await Promise.all([read(known), givenTables(reads, after, cluster).then(read)]);
  return { sections: { ...now.sections, ...later.sections }, level: Math.max(now.level, later.level) };
};
