// Role assignments and role definitions as ARM lists them, and what they say.
import { z } from "zod";
import type { PermissionEntry } from "../../core/snapshot/rights.ts";
import { type RoleAssignment, roleKey } from "../../core/snapshot/role-assignment.ts";
import type { ArmJson } from "../arm/arm-json.ts";
import { permissionEntry } from "./cluster.ts";

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
