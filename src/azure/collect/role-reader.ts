// Role assignments and what their roles allow, read as the requester. Beside an answer, never a part of it: no second
// try, and nothing is said of what could not be read.
import type { RequesterCredential } from "../../app/ports/azure.ts";
import type { RoleReader } from "../../app/ports/role-reader.ts";
import { roleKey } from "../../core/snapshot/role-assignment.ts";
import { type ArmOptions, openArmSession } from "../arm/arm-client.ts";
import { assignmentItem, listAssignments, mapAssignment, roleAt } from "./role-assignments.ts";

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
