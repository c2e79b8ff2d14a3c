// Role assignments and what their roles allow, read as the requester. Beside an answer, never a part of it: no second
// try, and nothing is said of what could not be read.
import { z } from "zod";
import type { RequesterCredential } from "../../app/ports.ts";
import type { RoleReader } from "../../app/ports-who-may.ts";
import { type RoleAssignment, roleKey } from "../../core/access/who-may.ts";
import { type ArmOptions, openArmSession } from "../arm/arm-client.ts";
import { permissionEntry } from "./cluster.ts";

const version = "2022-04-01";
/** Roles that are read of one scope: each is a request of its own, since the list of all holds hundreds. */
const mostRoles = 12;

const assignment = z.object({
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

/** One that is of another shape is left out: it names nobody. */
function toAssignment(item: unknown): readonly RoleAssignment[] {
  const read = assignment.safeParse(item).data?.properties;
  if (read === undefined) return [];
  const { principalId, principalType, scope, roleDefinitionId, condition } = read;
  return [
    {
      ...{ principalId, roleDefinitionId, scope: scope ?? "" },
      principal: kinds[principalType?.toLowerCase() ?? ""] ?? "other",
      conditional: (condition ?? "") !== "",
    },
  ];
}

export function createRoleReader(options: ArmOptions): RoleReader {
  const open = (as: RequesterCredential, ms: number) =>
    openArmSession(options, as, { ms, maxRetries: 0 }).json;
  return {
    async assignments(as, scope, ms) {
      const path = `${scope}/providers/Microsoft.Authorization/roleAssignments`;
      const only = { $filter: "atScope()" };
      const items = await open(as, ms)
        .list(path, version, z.unknown(), only)
        .catch(() => null);
      return items === null ? null : items.flatMap(toAssignment);
    },
    async roles(as, scope, definitionIds, ms) {
      const arm = open(as, ms);
      const keys = [...new Set(definitionIds.map(roleKey))].slice(0, mostRoles);
      const read = await Promise.all(
        keys.map(async (key) => {
          const path = `${scope}/providers/Microsoft.Authorization/roleDefinitions/${key}`;
          const role = await arm.get(path, version, definition).catch(() => null);
          return role === null ? [] : [[key, role.properties.permissions] as const];
        }),
      );
      return new Map(read.flat());
    },
  };
}
