// Azure's access check: an action at a scope against the role assignments of a principal and its groups.
import type { Directory } from "../directory.ts";
import type { RoleAssignment } from "../scenario/schema.ts";
import { isWithin } from "./arm-path.ts";
import { findRole, type Permission } from "./roles.ts";

export type Access = {
  /** The permissions that reach `scope`: one entry for each assignment, OR-ed. */
  permissionsAt(oid: string, scope: string): Permission[];
  allows(oid: string, action: string, scope: string): boolean;
  allowsData(oid: string, dataAction: string, scope: string): boolean;
  /** True when some assignment reaches into the scope, at it, above it or below it. */
  sees(oid: string, scope: string): boolean;
};

/** Reads `assignments` anew on each question: they may be added to. */
export function createAccess(directory: Directory, assignments: () => readonly RoleAssignment[]): Access {
  const held = (oid: string): RoleAssignment[] => {
    const identities = new Set([oid.toLowerCase(), ...directory.groupsOf(oid)]);
    return assignments().filter((item) => identities.has(item.principalId));
  };
  const permissionsAt = (oid: string, scope: string): Permission[] =>
    held(oid)
      .filter((item) => isWithin(item.scope, scope))
      .map(permissionOf);
  return {
    permissionsAt,
    allows: (oid, action, scope) =>
      permissionsAt(oid, scope).some((p) => covers(p.actions, action) && !covers(p.notActions, action)),
    allowsData: (oid, action, scope) =>
      permissionsAt(oid, scope).some(
        (p) => covers(p.dataActions, action) && !covers(p.notDataActions, action),
      ),
    sees: (oid, scope) =>
      held(oid).some((item) => isWithin(item.scope, scope) || isWithin(scope, item.scope)),
  };
}

function permissionOf(assignment: RoleAssignment): Permission {
  if ("role" in assignment) {
    const role = findRole(assignment.role);
    if (role === undefined) throw new Error(`There is no role ${assignment.role}.`);
    return {
      actions: role.actions,
      notActions: role.notActions,
      dataActions: role.dataActions,
      notDataActions: role.notDataActions,
    };
  }
  const { actions, notActions, dataActions, notDataActions } = assignment;
  return { actions, notActions, dataActions, notDataActions };
}

/** `*` stands for any characters; case does not matter. */
function covers(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => {
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
    return new RegExp(`^${source}$`, "i").test(action);
  });
}
