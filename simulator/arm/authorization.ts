// Microsoft.Authorization: the caller's permissions, role definitions and role assignments.
import { jsonBody, type Reply } from "../http.ts";
import { type JsonObject, objectOf, textOf } from "../json.ts";
import type { Assignment } from "../world.ts";
import { armError, authorizationFailed } from "./arm-errors.ts";
import { isWithin, sameId } from "./arm-path.ts";
import { type ArmHandler, type ArmRequest, pageOf, refuse } from "./arm-request.ts";
import { builtInRoles, findRole, type RoleDefinition } from "./roles.ts";

/** One entry for each assignment of the caller that reaches the scope; none at all is a refusal. */
export const permissions: ArmHandler = (request) => {
  const { world, path, caller } = request;
  const entries = world.access.permissionsAt(caller.oid, path.parent);
  if (entries.length > 0) return pageOf(request, entries);
  return authorizationFailed(caller, "Microsoft.Authorization/permissions/read", path.parent);
};

const definitionId = (subscriptionId: string | null, guid: string): string =>
  `${subscriptionId === null ? "" : `/subscriptions/${subscriptionId}`}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;

function definitionBody({ path }: ArmRequest, role: RoleDefinition): JsonObject {
  const { actions, notActions, dataActions, notDataActions } = role;
  return {
    id: definitionId(path.subscriptionId, role.id),
    name: role.id,
    type: "Microsoft.Authorization/roleDefinitions",
    properties: {
      roleName: role.roleName,
      type: findRole(role.id) === undefined ? "CustomRole" : "BuiltInRole",
      description: role.roleName,
      assignableScopes: ["/"],
      permissions: [{ actions, notActions, dataActions, notDataActions }],
    },
  };
}

/** An assignment that gives actions and names no role stands for a custom role of its own, with its GUID. */
function customRole({ world }: ArmRequest, guid: string): RoleDefinition | undefined {
  const item = world.assignments.find(({ name }) => sameId(name, guid));
  if (item === undefined || "role" in item) return undefined;
  const { actions, notActions, dataActions, notDataActions } = item;
  return { roleName: `custom-${item.name}`, id: item.name, actions, notActions, dataActions, notDataActions };
}

/** Built-in roles: all, one by `$filter=roleName eq '…'`, or one by its GUID; custom ones by GUID alone. */
export const roleDefinitions: ArmHandler = (request) => {
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const { path, call } = request;
  if (path.name !== null) {
    const role = findRole(path.name) ?? customRole(request, path.name);
    return role === undefined
      ? armError(
          404,
          "RoleDefinitionDoesNotExist",
          `The specified role definition with ID '${path.name}' does not exist.`,
        )
      : { status: 200, body: definitionBody(request, role) };
  }
  const wanted = /roleName eq '([^']+)'/i.exec(call.query.get("$filter") ?? "")?.[1];
  const roles = builtInRoles.filter((role) => wanted === undefined || sameId(role.roleName, wanted));
  return pageOf(
    request,
    roles.map((role) => definitionBody(request, role)),
  );
};

/** Neither a person nor a group: an application, or a managed identity. */
function principalType({ world }: ArmRequest, id: string): string {
  if (world.directory.principal(id) !== undefined) return "User";
  return world.scenario.groups.some((group) => group.id === id) ? "Group" : "ServicePrincipal";
}

function assignmentBody(request: ArmRequest, item: Assignment): JsonObject {
  const guid = "role" in item ? (findRole(item.role)?.id ?? item.name) : item.name;
  const scope = item.scope === "/" ? "" : item.scope;
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${item.name}`,
    name: item.name,
    type: "Microsoft.Authorization/roleAssignments",
    properties: {
      roleDefinitionId: definitionId(request.path.subscriptionId, guid),
      principalId: item.principalId,
      principalType: principalType(request, item.principalId),
      scope: item.scope,
    },
  };
}

/** Role assignments: list at a scope (above it, and below it without `atScope()`), get, put, delete. */
export const roleAssignments: ArmHandler = (request) => {
  const { world, path, call } = request;
  const refusal = refuse(request, undefined, path.parent);
  if (refusal !== null) return refusal;
  if (path.name === null) return listAssignments(request);
  const found = world.assignments.find((item) => sameId(item.name, path.name ?? ""));
  if (call.method === "PUT") return putAssignment(request, path.name);
  if (found === undefined) {
    const message = `The role assignment '${path.name}' is not found.`;
    return call.method === "DELETE" ? { status: 204 } : armError(404, "RoleAssignmentNotFound", message);
  }
  if (call.method === "DELETE") world.assignments.splice(world.assignments.indexOf(found), 1);
  return { status: 200, body: assignmentBody(request, found) };
};

function listAssignments(request: ArmRequest): Reply {
  const { world, path, call } = request;
  const filter = call.query.get("$filter") ?? "";
  const principal = /(?:principalId eq|assignedTo\() ?'([^']+)'/i.exec(filter)?.[1]?.toLowerCase();
  const identities =
    principal === undefined ? null : new Set([principal, ...world.directory.groupsOf(principal)]);
  const items = world.assignments
    .filter(
      (item) =>
        isWithin(item.scope, path.parent) || (!/atScope/i.test(filter) && isWithin(path.parent, item.scope)),
    )
    .filter((item) => identities === null || identities.has(item.principalId));
  return pageOf(
    request,
    items.map((item) => assignmentBody(request, item)),
  );
}

function putAssignment(request: ArmRequest, name: string): Reply {
  const { world, path, call } = request;
  const properties = objectOf(jsonBody(call).properties);
  const principalId = textOf(properties.principalId).toLowerCase();
  const role = findRole(textOf(properties.roleDefinitionId).split("/").at(-1) ?? "");
  if (role === undefined) {
    return armError(400, "RoleDefinitionDoesNotExist", "The specified role definition does not exist.");
  }
  const same = world.assignments.find(
    (item) =>
      item.principalId === principalId &&
      sameId(item.scope, path.parent) &&
      "role" in item &&
      findRole(item.role) === role,
  );
  if (same !== undefined && sameId(same.name, name))
    return { status: 200, body: assignmentBody(request, same) };
  if (same !== undefined) return armError(409, "RoleAssignmentExists", "The role assignment already exists.");
  const created: Assignment = { name, principalId, scope: path.parent, role: role.roleName };
  world.assignments.push(created);
  return { status: 201, body: assignmentBody(request, created) };
}
