// Role assignments of Azure, whoever holds them, and what the roles that they name allow.
import { foldCase } from "../text/fold-case.ts";
import { nameOf } from "./resource-id.ts";
import type { PermissionEntry } from "./rights.ts";

export type RoleAssignment = Readonly<{
  principalId: string;
  principal: "user" | "group" | "other";
  /** Where it was made: the scope that was asked for, or above it. */
  scope: string;
  roleDefinitionId: string;
  /** It holds under a condition that is not judged here. */
  conditional: boolean;
}>;

/** What role definitions allow, by `roleKey`. */
export type Roles = ReadonlyMap<string, readonly PermissionEntry[]>;

/** A role definition has one GUID, and an id for each place that it is read at. */
export const roleKey = (roleDefinitionId: string): string => foldCase(nameOf(roleDefinitionId));
