// The requests about groups and applications that the local Graph knows: who answers each, and the least delegated
// permission that Microsoft documents for it.
import type { Call, Reply } from "../http.ts";
import { jsonBody } from "../http.ts";
import type { World } from "../world.ts";
import {
  createApplication,
  deleteApplication,
  readApplication,
  readCredentials,
  writeApplication,
  writeCredential,
} from "./applications.ts";
import { type Caller, filtered, forbidden, notFound, selected } from "./graph-request.ts";
import { group, groups, members } from "./groups.ts";
import {
  assignRole,
  deleteForGood,
  deletePrincipal,
  findPrincipal,
  readPrincipal,
  writeGrant,
  writePrincipal,
} from "./service-principals.ts";

type Asked = Readonly<{ world: World; call: Call; caller: Caller }>;
type Route = readonly [
  request: RegExp,
  permission: string,
  answer: (asked: Asked, ...parts: string[]) => Reply,
];

const readApps = "Application.Read.All";
const writeApps = "Application.ReadWrite.All";
const writeGrants = "DelegatedPermissionGrant.ReadWrite.All";

const readGroups = "GroupMember.Read.All";

const routes: readonly Route[] = [
  [
    /^GET \/me\/transitiveMemberOf\/microsoft\.graph\.directoryRole$/,
    "User.Read",
    ({ call, caller }) => heldRoles(call, caller),
  ],
  [
    /^GET \/policies\/authorizationPolicy$/,
    "Policy.Read.All",
    ({ world, call }) => ({ status: 200, body: selected(call, authorizationPolicy(world)) }),
  ],
  [/^GET \/groups$/, readGroups, ({ world, call }) => groups(world, call)],
  [/^GET \/groups\/([\w-]{36})$/, readGroups, ({ world }, id = "") => group(world, id)],
  [
    /^GET \/groups\/([\w-]{36})\/transitiveMembers\/microsoft\.graph\.user$/,
    readGroups,
    ({ world, call }, id = "") => members(world, call, id),
  ],
  [
    /^POST \/applications$/,
    writeApps,
    ({ world, call, caller }) => createApplication(world, jsonBody(call), caller),
  ],
  [
    /^GET \/applications(\([^/]+\)|\/[\w-]+)$/,
    readApps,
    ({ world, call }, key = "") => readApplication(world, call, key),
  ],
  [
    /^PATCH \/applications(\([^/]+\)|\/[\w-]+)$/,
    writeApps,
    ({ world, call, caller }, key = "") => writeApplication(world, call, caller, key),
  ],
  [
    /^DELETE \/applications(\/[\w-]+)$/,
    writeApps,
    ({ world, caller }, key = "") => deleteApplication(world, caller, key),
  ],
  [
    /^GET \/applications(\([^/]+\)|\/[\w-]+)\/federatedIdentityCredentials(?:\(name='([^']+)'\))?$/,
    readApps,
    ({ world }, key = "", name?: string) => readCredentials(world, key, name),
  ],
  [
    /^PATCH \/applications(\([^/]+\)|\/[\w-]+)\/federatedIdentityCredentials\(name='([^']+)'\)$/,
    writeApps,
    ({ world, call, caller }, key = "", name = "") => writeCredential(world, call, caller, key, name),
  ],
  [
    /^GET \/servicePrincipals(\([^/]+\)|\/[\w-]+)$/,
    readApps,
    ({ world, call }, key = "") => readPrincipal(world, call, key),
  ],
  [
    /^PATCH \/servicePrincipals\(appId='([^']+)'\)$/,
    writeApps,
    ({ world, call, caller }, appId = "") => writePrincipal(world, call, caller, appId.toLowerCase()),
  ],
  [
    /^DELETE \/servicePrincipals(\/[\w-]+)$/,
    writeApps,
    ({ world, caller }, key = "") => deletePrincipal(world, caller, key),
  ],
  [
    /^GET \/servicePrincipals(\/[\w-]+)\/(appRoleAssignedTo|appRoleAssignments)$/,
    readApps,
    ({ world }, key = "", relation = "") => assignments(world, key, relation),
  ],
  [
    /^POST \/servicePrincipals(\/[\w-]+)\/appRoleAssignedTo$/,
    "AppRoleAssignment.ReadWrite.All",
    ({ world, call, caller }, key = "") => assignRole(world, call, caller, key),
  ],
  [
    /^GET \/oauth2PermissionGrants$/,
    "DelegatedPermissionGrant.Read.All",
    ({ world, call }) => ({ status: 200, body: { value: filtered(call, world.apps.grants) } }),
  ],
  [
    /^POST \/oauth2PermissionGrants$/,
    writeGrants,
    ({ world, call, caller }) => writeGrant(world, call, caller, undefined),
  ],
  [
    /^PATCH \/oauth2PermissionGrants\/([\w-]+)$/,
    writeGrants,
    ({ world, call, caller }, id = "") => writeGrant(world, call, caller, id),
  ],
  [
    /^GET \/directory\/deletedItems\/microsoft\.graph\.(application|servicePrincipal)$/,
    readApps,
    ({ world, call }, kind = "") => deletedItems(world, call, kind),
  ],
  [
    /^DELETE \/directory\/deletedItems\/([\w-]+)$/,
    writeApps,
    ({ world, caller }, id = "") => deleteForGood(world, caller, id),
  ],
];

/** https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const roleTemplates: Readonly<Record<string, string>> = {
  "Global Administrator": "62e90394-69f5-4237-9190-012177145e10",
  "Application Administrator": "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
  "Cloud Application Administrator": "158c047a-c907-4556-b7ef-446551a6b5f7",
  "Application Developer": "cf1c38e5-3621-4004-a7cb-879624dced7c",
  "Privileged Role Administrator": "e8611ab8-c189-46e8-94e1-60213ab1f814",
  "Directory Readers": "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
};

function heldRoles(call: Call, { directoryRoles = [] }: Caller): Reply {
  const value = directoryRoles.map((displayName) =>
    selected(call, { displayName, roleTemplateId: roleTemplates[displayName] ?? null }),
  );
  return { status: 200, body: { value } };
}

/** https://learn.microsoft.com/graph/api/resources/authorizationpolicy */
const authorizationPolicy = ({ scenario: { registration } }: World) => ({
  id: "authorizationPolicy",
  defaultUserRolePermissions: { allowedToCreateApps: registration.usersMayRegister },
});

function assignments(world: World, key: string, relation: string): Reply {
  const principal = findPrincipal(world, key);
  if (principal === undefined) return notFound(key);
  const side = relation === "appRoleAssignedTo" ? "resourceId" : "principalId";
  const value = world.apps.assignments.filter((each) => each[side] === principal.id);
  return { status: 200, body: { value } };
}

function deletedItems({ apps }: World, call: Call, kind: string): Reply {
  const all = apps.deleted.filter((each) => each.kind === kind).map(({ object }) => object);
  return { status: 200, body: { value: filtered(call, all) } };
}

/** Null where the request is another's. */
const routeOf = (request: string) => routes.find(([pattern]) => pattern.test(request)) ?? null;
const requestOf = ({ method, path }: Pick<Call, "method" | "path">): string =>
  `${method} ${path.replace(/^\/v1\.0/, "")}`;

/** The least permission that is documented for a request, for tests; null where it is another's. */
export const permissionFor = (call: Pick<Call, "method" | "path">): string | null =>
  routeOf(requestOf(call))?.[1] ?? null;

/** The reply, or null where the path is another's. People may ask, applications may not. */
export function handleRoutes(world: World, call: Call, oid: string): Reply | null {
  const request = requestOf(call);
  const route = routeOf(request);
  if (route === null) return null;
  const caller = world.directory.principal(oid);
  if (caller === undefined) return forbidden();
  const [pattern, , answer] = route;
  return answer({ world, call, caller }, ...(pattern.exec(request) ?? []).slice(1));
}
