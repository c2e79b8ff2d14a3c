// The product's app registration and what was consented to: https://learn.microsoft.com/graph/api/resources/application
import type { Call, Reply } from "../http.ts";
import { type JsonObject, mergePatch, objectOf } from "../json.ts";
import { azureMonitorAppId, botSecret } from "../people.ts";
import type { World } from "../world.ts";
import { graphError } from "./graph-error.ts";

const scopeId = "0d5c4b6a-2f31-4e8c-9b70-61c8e3f5a924";
const roleId = "7e1b9c30-58d4-4f2a-a6e3-c09d8b7f1524";
const teamsClients = ["1fec8e78-bce4-4aaf-ab1b-5451cc387264", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346"];

/** Object ids of service principals, by application id: the bot's own is its application id. */
const apis: Readonly<Record<string, string>> = {
  "797f4846-ba00-4fd7-ba43-dac1f8f63013": "c51f2a6e-9d03-4b78-8e14-3f7a60d9b2c5",
  "6dae42f8-4368-4678-94ff-3960e28e3630": "a83d7c19-04f6-4e52-b9c8-12e65f0d7a3b",
  "00000003-0000-0000-c000-000000000000": "e27b5d84-63a1-4c0f-97d2-8b4e1f6c3a90",
  [azureMonitorAppId]: "f90c6b37-1e58-4da2-8f63-d5a7208e4c1b",
};

const consented: Readonly<Record<string, string>> = {
  "797f4846-ba00-4fd7-ba43-dac1f8f63013": "user_impersonation",
  "6dae42f8-4368-4678-94ff-3960e28e3630": "user.read",
  "00000003-0000-0000-c000-000000000000":
    "User.Read GroupMember.Read.All User.ReadBasic.All Schedule.Read.All",
};

const inHalfAYear = (from: Date): string => new Date(from.getTime() + 182 * 86_400_000).toISOString();

/** Null where the scenario says that there is none. */
function application({ scenario, startedAt }: World): JsonObject | null {
  const { appId, registration } = scenario;
  if (registration.application === null) return null;
  const healthy = {
    ...{ id: "5c80e1d7-3a94-4f6b-b2c1-97f0a4d86e35", appId, displayName: "AKS On-Call" },
    ...{ signInAudience: "AzureADMyOrg", identifierUris: [`api://botid-${appId}`] },
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [{ id: scopeId, value: "access_as_user", type: "User", isEnabled: true }],
      preAuthorizedApplications: teamsClients.map((client) => ({
        appId: client,
        delegatedPermissionIds: [scopeId],
      })),
    },
    web: { redirectUris: ["https://token.botframework.com/.auth/web/redirect"] },
    passwordCredentials: [{ hint: botSecret.slice(0, 3), endDateTime: inHalfAYear(startedAt) }],
  };
  return objectOf(mergePatch(healthy, registration.application));
}

const byAppId = /^\/v1\.0\/(applications|servicePrincipals)\(appId='([0-9a-f-]{36})'\)$/i;
const assignedTo = /^\/v1\.0\/servicePrincipals\/([0-9a-f-]{36})\/appRoleAssignedTo$/i;

/** The reply to a request for it, or null where the path is another's. People may read it, and applications may not. */
export function handleRegistration(world: World, call: Call, caller: string): Reply | null {
  const [, kind = "", appId = ""] = byAppId.exec(call.path) ?? [];
  const ofPrincipal = assignedTo.exec(call.path)?.[1];
  const isGrants = call.path === "/v1.0/oauth2PermissionGrants";
  if (call.method !== "GET" || (kind === "" && ofPrincipal === undefined && !isGrants)) return null;
  if (world.directory.principal(caller) === undefined)
    return graphError(
      403,
      "Authorization_RequestDenied",
      "Insufficient privileges to complete the operation.",
    );
  if (isGrants) return { status: 200, body: { value: grants(world, call) } };
  if (ofPrincipal !== undefined) return { status: 200, body: { value: assignments(world, ofPrincipal) } };
  const found = kind.toLowerCase() === "applications" ? applicationOf(world, appId) : principal(world, appId);
  if (found === null)
    return graphError(404, "Request_ResourceNotFound", `Resource '${appId}' does not exist.`);
  const selected = call.query.get("$select")?.split(",");
  const body = Object.entries(found).filter(([name]) => selected === undefined || selected.includes(name));
  return { status: 200, body: Object.fromEntries(body) };
}

const applicationOf = (world: World, appId: string): JsonObject | null =>
  appId.toLowerCase() === world.scenario.appId ? application(world) : null;

function principal(world: World, appId: string): JsonObject | null {
  const { scenario } = world;
  if (appId.toLowerCase() !== scenario.appId) {
    const id = apis[appId.toLowerCase()];
    return id === undefined ? null : { id, appId, appRoles: [] };
  }
  if (application(world) === null) return null;
  return { id: scenario.appId, appId, appRoles: [{ id: roleId, value: "ActionGroupsSecureWebhook" }] };
}

/** `$filter=clientId eq '…'`. */
function grants({ scenario }: World, call: Call): JsonObject[] {
  const client = /clientId eq '([^']+)'/.exec(call.query.get("$filter") ?? "")?.[1];
  if (client !== scenario.appId) return [];
  const { consents, consentType } = scenario.registration;
  return Object.entries({ ...consented, ...consents }).flatMap(([api, scope]) =>
    scope === "" ? [] : [{ clientId: client, consentType, resourceId: apis[api] ?? "", scope }],
  );
}

const assignments = ({ scenario }: World, id: string): JsonObject[] =>
  id === scenario.appId && scenario.registration.alertRole
    ? [{ principalId: apis[azureMonitorAppId] ?? "", appRoleId: roleId, resourceId: id }]
    : [];
