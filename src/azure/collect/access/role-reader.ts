// Role assignments and what their roles allow, read as the requester. Beside an answer, never a part of it: no second
// try, and nothing is said of what could not be read.

import { z } from "zod";
import type { RequesterCredential } from "../../../app/ports/azure.ts";
import type { RoleReader } from "../../../app/ports/role-reader.ts";
import { idKey } from "../../../core/snapshot/resource-id.ts";
import { type ActivatableRole, type EligibleRole, roleKey } from "../../../core/snapshot/rights.ts";
import type { Unavailable } from "../../../core/snapshot/section.ts";
import { type ArmOptions, type ArmSession, openArmSession } from "../../arm/arm-client.ts";
import { assignmentItem, listAssignments, mapAssignment, roleAt } from "./identity-roles.ts";

/** Roles that are read of one scope: each is a request of its own, since the list of all holds hundreds. */
const mostRoles = 12;

export function createRoleReader(options: ArmOptions): RoleReader {
  const open = (as: RequesterCredential, ms: number) =>
    openArmSession(options, as, { ms, maxRetries: 0 }).json;
  return {
    async assignments(as, scope, ms) {
      const items = await listAssignments(open(as, ms), scope, "atScope()").catch(() => null);
      // One that is of another shape is left out: it names nobody.
      return (
        items?.flatMap((item) => {
          const { data } = assignmentItem.safeParse(item);
          return data === undefined ? [] : [mapAssignment(data)];
        }) ?? null
      );
    },
    async activatable(as, scope, ms) {
      const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0];
      if (subscription === undefined) return null;
      const items = await listEligible(open(as, ms), subscription).catch(() => null);
      return items?.flatMap(toActivatable).filter((role) => isWithin(scope, role.scope)) ?? null;
    },
    async roles(as, scope, definitionIds, ms) {
      const arm = open(as, ms);
      const keys = [...new Set(definitionIds.map(roleKey))].slice(0, mostRoles);
      const read = await Promise.all(
        keys.map(async (key) => {
          const permissions = await roleAt(arm, scope, key);
          return permissions === null ? [] : [[key, permissions] as const];
        }),
      );
      return new Map(read.flat());
    },
  };
}

// Roles that the requester could activate, where something was refused. Beside what was read: where it fails, nothing is said.

/** https://learn.microsoft.com/rest/api/authorization/role-eligibility-schedule-instances/list-for-scope */
const version = "2020-10-01";

const instance = z.object({
  properties: z.object({
    roleDefinitionId: z.string(),
    roleEligibilityScheduleId: z.string().nullish(),
    expandedProperties: z.object({
      scope: z.object({ id: z.string() }),
      roleDefinition: z.object({ displayName: z.string() }),
    }),
  }),
});

const listEligible = (arm: ArmSession["json"], scope: string): Promise<readonly unknown[]> =>
  arm.list(
    `${scope}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances`,
    version,
    z.unknown(),
    { $filter: "asTarget()" },
  );

/** One that is of another shape is left out. */
function toActivatable(item: unknown): readonly ActivatableRole[] {
  const { data } = instance.safeParse(item);
  if (data === undefined) return [];
  const { roleDefinitionId, roleEligibilityScheduleId = null, expandedProperties } = data.properties;
  const { roleDefinition, scope } = expandedProperties;
  return [
    {
      ...{ role: roleDefinition.displayName, scope: scope.id, definitionId: roleDefinitionId },
      scheduleId: roleEligibilityScheduleId,
    },
  ];
}

const isWithin = (scope: string, above: string): boolean => `${idKey(scope)}/`.startsWith(`${idKey(above)}/`);

/** Where the first refusal was: one request says what there is, and further subscriptions are not asked. */
const subscriptionOf = ({ needs }: Unavailable): string | undefined =>
  needs.map(({ scope }) => /^\/subscriptions\/[^/]+/i.exec(scope)?.[0]).find((id) => id !== undefined);

/** Sent once, after everything else, and only for what a right was missing for. */
export async function readEligibleRoles(
  arm: ArmSession,
  unread: readonly Unavailable[],
): Promise<Readonly<{ roles: readonly EligibleRole[]; asked: boolean }>> {
  const refused = unread.find((each) => each.reason === "denied" && subscriptionOf(each) !== undefined);
  const scope = refused === undefined ? undefined : subscriptionOf(refused);
  if (scope === undefined) return { roles: [], asked: false };
  const items = await listEligible(arm.json, scope).catch((): readonly unknown[] => []);
  const roles = items.flatMap(toActivatable).map(({ role, scope: on }) => ({ role, scope: on }));
  return { roles, asked: true };
}
