// Writes to service principals, to consents and to assigned roles.
// https://learn.microsoft.com/graph/api/serviceprincipal-upsert, .../oauth2permissiongrant-post and
// .../serviceprincipal-post-approleassignedto
import { type Call, jsonBody, type Reply } from "../http.ts";
import { type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import type { World } from "../world.ts";
import { isKnownApi, principalOfApi, principalOfApplication } from "./app-directory.ts";
import {
  badRequest,
  type Caller,
  created,
  forbidden,
  gone,
  mayConsent,
  mayKeepApplications,
  mayRegister,
  noContent,
  notFound,
  selected,
} from "./graph-request.ts";

/** `servicePrincipals(appId='…')` and `servicePrincipals/ID`. */
export function findPrincipal({ apps }: World, key: string): JsonObject | undefined {
  const [, name = "id", value = key.replace(/^\//, "")] = /^\((\w+)='(.+)'\)$/.exec(key) ?? [];
  return apps.servicePrincipal.find((each) => textOf(each[name]).toLowerCase() === value.toLowerCase());
}

export function readPrincipal(world: World, call: Call, key: string): Reply {
  const found = findPrincipal(world, key);
  return found === undefined ? notFound(key) : { status: 200, body: selected(call, found) };
}

/** The owner of a single-tenant application may, who may register one. */
function mayWrite(world: World, caller: Caller, appId: string): boolean {
  const application = world.apps.application.find((each) => each.appId === appId);
  const isOwner = application?.owner === caller.oid;
  return mayKeepApplications(caller) || (isOwner && mayRegister(world, caller));
}

export function writePrincipal(world: World, call: Call, caller: Caller, appId: string): Reply {
  const { apps } = world;
  if (!mayWrite(world, caller, appId)) return forbidden();
  const body = jsonBody(call);
  const found = findPrincipal(world, `(appId='${appId}')`);
  if (found !== undefined) {
    Object.assign(found, body);
    return noContent;
  }
  if (call.headers.prefer !== "create-if-missing") return notFound(appId);
  const application = apps.application.find((each) => each.appId === appId);
  if (application === undefined && !isKnownApi(appId))
    return badRequest(`The appId '${appId}' does not reference a valid application object.`);
  const principal =
    application === undefined
      ? { ...principalOfApi(appId), ...body }
      : principalOfApplication(application, body);
  apps.servicePrincipal.push(principal);
  return created(principal);
}

export function deletePrincipal(world: World, caller: Caller, key: string): Reply {
  const found = findPrincipal(world, key);
  if (found === undefined) return notFound(key);
  if (!mayWrite(world, caller, textOf(found.appId))) return forbidden();
  gone(world.apps, "servicePrincipal", found);
  return noContent;
}

const scopesOf = (principal: JsonObject): readonly string[] =>
  listOf(principal.oauth2PermissionScopes).map((each) => textOf(objectOf(each).value));

/** `id`: of one that is there. */
export function writeGrant(world: World, call: Call, caller: Caller, id: string | undefined): Reply {
  const { apps } = world;
  if (!mayConsent(caller)) return forbidden();
  const found = apps.grants.find((each) => each.id === id);
  if (id !== undefined && found === undefined) return notFound(id);
  const grant = { ...found, ...jsonBody(call) };
  const resource = findPrincipal(world, `/${textOf(grant.resourceId)}`);
  if (resource === undefined || findPrincipal(world, `/${textOf(grant.clientId)}`) === undefined)
    return badRequest("clientId or resourceId is no service principal of this tenant.");
  const scopes = textOf(grant.scope).split(" ");
  if (!scopes.every((scope) => scopesOf(resource).includes(scope)))
    return badRequest(`The scope '${grant.scope}' is not one of the resource.`);
  if (found !== undefined) {
    Object.assign(found, grant);
    return noContent;
  }
  const keys = ["clientId", "resourceId", "consentType"] as const;
  if (apps.grants.some((each) => keys.every((key) => each[key] === grant[key])))
    return badRequest("Permission entry already exists.");
  const next = { id: crypto.randomUUID(), ...grant };
  apps.grants.push(next);
  return created(next);
}

export function assignRole(world: World, call: Call, caller: Caller, key: string): Reply {
  const { apps } = world;
  if (!mayConsent(caller)) return forbidden();
  const resource = findPrincipal(world, key);
  const { principalId = "", appRoleId = "", resourceId = "" } = jsonBody(call);
  if (resource === undefined || resource.id !== resourceId) return notFound(key);
  if (findPrincipal(world, `/${textOf(principalId)}`) === undefined) return notFound(textOf(principalId));
  if (!listOf(resource.appRoles).some((role) => objectOf(role).id === appRoleId))
    return badRequest("Permission being assigned was not found on application.");
  if (apps.assignments.some((each) => each.principalId === principalId && each.resourceId === resourceId))
    return badRequest("Permission being assigned already exists on the object.");
  const next = { id: crypto.randomUUID(), principalId, appRoleId, resourceId };
  apps.assignments.push(next);
  return created(next);
}

export function deleteForGood(world: World, caller: Caller, id: string): Reply {
  const { apps } = world;
  if (!mayKeepApplications(caller)) return forbidden();
  if (!apps.deleted.some(({ object }) => object.id === id)) return notFound(id);
  apps.deleted = apps.deleted.filter(({ object }) => object.id !== id);
  return noContent;
}
