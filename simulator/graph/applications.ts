// Writes to applications and their federated credentials, with the refusals of Microsoft Graph that a client can meet.
// https://learn.microsoft.com/graph/api/application-upsert and .../federatedidentitycredential-upsert
import { type Call, jsonBody, type Reply } from "../http.ts";
import { type JsonObject, listOf, mergePatch, objectOf, sameJson, textOf } from "../json.ts";
import type { World } from "../world.ts";
import {
  badRequest,
  type Caller,
  created,
  forbidden,
  gone,
  mayKeepApplications,
  mayRegister,
  noContent,
  notFound,
  selected,
} from "./graph-request.ts";

/** `applications(uniqueName='…')`, `applications(appId='…')` and `applications/ID`. */
export function findApplication({ apps }: World, key: string): JsonObject | undefined {
  const [, name = "id", value = key.replace(/^\//, "")] = /^\((\w+)='(.+)'\)$/.exec(key) ?? [];
  return apps.application.find((each) => textOf(each[name]).toLowerCase() === value.toLowerCase());
}

export function readApplication(world: World, call: Call, key: string): Reply {
  const found = findApplication(world, key);
  return found === undefined ? notFound(key) : { status: 200, body: selected(call, found) };
}

export function writeApplication(world: World, call: Call, caller: Caller, key: string): Reply {
  const body = jsonBody(call);
  const found = findApplication(world, key);
  if (found !== undefined) return updateApplication(world, found, body, caller) ?? noContent;
  const uniqueName = /^\(uniqueName='(.+)'\)$/.exec(key)?.[1];
  if (uniqueName === undefined || call.headers.prefer !== "create-if-missing") return notFound(key);
  return createApplication(world, { ...body, uniqueName }, caller);
}

export function createApplication(world: World, body: JsonObject, caller: Caller): Reply {
  if (!mayRegister(world, caller)) return forbidden();
  if (textOf(body.displayName) === "") return badRequest("Property displayName is required.");
  const { apps, scenario } = world;
  const isFirst = !everyone(world).some(({ appId }) => appId === scenario.appId);
  const application: JsonObject = {
    ...{ id: crypto.randomUUID(), appId: isFirst ? scenario.appId : crypto.randomUUID(), tags: [] },
    ...{ identifierUris: [], appRoles: [], requiredResourceAccess: [], passwordCredentials: [] },
    ...{ api: {}, web: { redirectUris: [] }, signInAudience: "AzureADandPersonalMicrosoftAccount" },
    ...{ federatedIdentityCredentials: [], owner: caller.oid },
  };
  const refusal = whyRefused(world, application, body);
  if (refusal !== null) return refusal;
  apps.application.push(Object.assign(application, changed(application, body)));
  return created(application);
}

const everyone = ({ apps }: World): readonly JsonObject[] => [
  ...apps.application,
  ...apps.deleted.filter(({ kind }) => kind === "application").map(({ object }) => object),
];

/** Null where it was done. An owner may, and who keeps applications. */
function updateApplication(world: World, found: JsonObject, body: JsonObject, caller: Caller): Reply | null {
  if (found.owner !== caller.oid && !mayKeepApplications(caller)) return forbidden();
  const refusal = whyRefused(world, found, body);
  if (refusal === null) Object.assign(found, changed(found, body));
  return refusal;
}

/** A complex property takes what is given of it, a list is replaced whole. */
const changed = (found: JsonObject, body: JsonObject): JsonObject => objectOf(mergePatch(found, body));

function whyRefused(world: World, found: JsonObject, body: JsonObject): Reply | null {
  const others = everyone(world).filter((each) => each !== found);
  for (const name of ["uniqueName"] as const)
    if (textOf(body[name]) !== "" && others.some((each) => each[name] === body[name]))
      return badRequest(`Another object with the same value for property ${name} already exists.`);
  const uris = listOf(body.identifierUris);
  if (others.some((each) => listOf(each.identifierUris).some((uri) => uris.includes(uri))))
    return badRequest("Another object with the same value for property identifierUris already exists.");
  const before = listOf(objectOf(found.api).oauth2PermissionScopes).map(objectOf);
  const wanted = objectOf(body.api);
  const after = wanted.oauth2PermissionScopes === undefined ? before : listOf(wanted.oauth2PermissionScopes);
  if (
    before.some((scope) => scope.isEnabled === true && !after.some((each) => objectOf(each).id === scope.id))
  )
    return badRequest("Permission (scope or role) cannot be deleted or updated unless disabled first.");
  // A client is pre-authorised for what was there before this request.
  const asked = listOf(wanted.preAuthorizedApplications).flatMap((each) =>
    listOf(objectOf(each).delegatedPermissionIds),
  );
  return asked.every((id) => before.some((scope) => sameJson(scope.id, id)))
    ? null
    : badRequest("Property api.preAuthorizedApplications has an unknown delegatedPermissionIds.");
}

export function deleteApplication(world: World, caller: Caller, key: string): Reply {
  const found = findApplication(world, key);
  if (found === undefined) return notFound(key);
  if (found.owner !== caller.oid && !mayKeepApplications(caller)) return forbidden();
  const { apps } = world;
  gone(apps, "application", found);
  // Its service principal in the tenant goes with it.
  const principal = apps.servicePrincipal.find(({ appId }) => appId === found.appId);
  if (principal !== undefined) gone(apps, "servicePrincipal", principal);
  return noContent;
}

const credentialsOf = (application: JsonObject): JsonObject[] =>
  listOf(application.federatedIdentityCredentials).map(objectOf);

export function readCredentials(world: World, key: string, name: string | undefined): Reply {
  const application = findApplication(world, key);
  if (application === undefined) return notFound(key);
  const all = credentialsOf(application);
  if (name === undefined) return { status: 200, body: { value: all } };
  const found = all.find((each) => each.name === name || each.id === name);
  return found === undefined ? notFound(name) : { status: 200, body: found };
}

const mostCredentials = 20;

export function writeCredential(world: World, call: Call, caller: Caller, key: string, name: string): Reply {
  const application = findApplication(world, key);
  if (application === undefined) return notFound(key);
  if (application.owner !== caller.oid && !mayKeepApplications(caller)) return forbidden();
  const all = credentialsOf(application);
  const body = jsonBody(call);
  const found = all.find((each) => each.name === name);
  if (found === undefined && call.headers.prefer !== "create-if-missing") return notFound(name);
  const others = all.filter((each) => each !== found);
  if (others.length >= mostCredentials) return badRequest("The maximum number of credentials was reached.");
  if (others.some(({ issuer, subject }) => issuer === body.issuer && subject === body.subject))
    return badRequest("FederatedIdentityCredential with these issuer and subject already exists on app.");
  const next = { id: crypto.randomUUID(), name, ...found, ...body };
  application.federatedIdentityCredentials = [...others, next];
  return found === undefined ? created(next) : noContent;
}
