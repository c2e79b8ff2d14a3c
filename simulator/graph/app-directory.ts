// The applications of the tenant, their service principals, and what was consented to: what Microsoft Graph reads and
// writes. A scenario starts with the product's own registration, healthy or as it says, or with none.
// https://learn.microsoft.com/graph/api/resources/application
import { type JsonObject, mergePatch, objectOf, textOf } from "../json.ts";
import { azureMonitorAppId, botSecret } from "../people.ts";
import type { Scenario } from "../scenario/schema.ts";

const scopeId = "0d5c4b6a-2f31-4e8c-9b70-61c8e3f5a924";
const roleId = "7e1b9c30-58d4-4f2a-a6e3-c09d8b7f1524";
const teamsClients = ["1fec8e78-bce4-4aaf-ab1b-5451cc387264", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346"];

const armAppId = "797f4846-ba00-4fd7-ba43-dac1f8f63013";
const aksAppId = "6dae42f8-4368-4678-94ff-3960e28e3630";
const graphAppId = "00000003-0000-0000-c000-000000000000";

type Kind = "application" | "servicePrincipal";

export type AppDirectory = {
  application: JsonObject[];
  servicePrincipal: JsonObject[];
  /** `oauth2PermissionGrant`. */
  grants: JsonObject[];
  /** `appRoleAssignment`. */
  assignments: JsonObject[];
  /** For thirty days. */
  deleted: { kind: Kind; object: JsonObject }[];
};

type Api = Readonly<{ id: string; displayName: string; scopes: Readonly<Record<string, string>> }>;

/** Microsoft's own, by application id, and the ids of their delegated permissions. */
const apis: Readonly<Record<string, Api>> = {
  [armAppId]: {
    id: "c51f2a6e-9d03-4b78-8e14-3f7a60d9b2c5",
    displayName: "Windows Azure Service Management API",
    scopes: { user_impersonation: "41094075-9dad-400e-a0bd-54e686782033" },
  },
  [aksAppId]: {
    id: "a83d7c19-04f6-4e52-b9c8-12e65f0d7a3b",
    displayName: "Azure Kubernetes Service AAD Server",
    scopes: { "user.read": "34a47c2f-cd0d-47b4-a93c-2c41130c671c" },
  },
  [graphAppId]: {
    id: "e27b5d84-63a1-4c0f-97d2-8b4e1f6c3a90",
    displayName: "Microsoft Graph",
    scopes: {
      "User.Read": "e1fe6dd8-ba31-4d61-89e7-88639da4683d",
      "GroupMember.Read.All": "bc024368-1153-4739-b217-4326f2e966d0",
      "User.ReadBasic.All": "b340eb25-3456-403f-be2f-af7a0d370277",
      "Schedule.Read.All": "fccf6dd8-5706-49fa-811f-69e2e1b585d0",
    },
  },
  [azureMonitorAppId]: {
    id: "f90c6b37-1e58-4da2-8f63-d5a7208e4c1b",
    displayName: "AZNS AAD Webhook",
    scopes: {},
  },
};

/** Known in every tenant, once somebody has asked for them. */
export const isKnownApi = (appId: string): boolean => apis[appId] !== undefined;

const consented: Readonly<Record<string, string>> = {
  [armAppId]: "user_impersonation",
  [aksAppId]: "user.read",
  [graphAppId]: "User.Read GroupMember.Read.All User.ReadBasic.All Schedule.Read.All",
};

export function createAppDirectory(scenario: Scenario, startedAt: Date): AppDirectory {
  const { appId, registration } = scenario;
  const known = Object.keys(apis).filter((id) => !registration.unknownApis.includes(id));
  const directory: AppDirectory = {
    application: [],
    servicePrincipal: known.map((id) => principalOfApi(id)),
    ...{ grants: [], assignments: [], deleted: [] },
  };
  if (registration.application === null) return directory;
  const healthy = objectOf(mergePatch(healthyApplication(appId, startedAt), registration.application));
  const { consents, consentType } = registration;
  const monitor = apis[azureMonitorAppId]?.id ?? "";
  return {
    ...directory,
    application: [healthy],
    servicePrincipal: [...directory.servicePrincipal, principalOfApplication(healthy, {})],
    grants: Object.entries({ ...consented, ...consents }).flatMap(([api, scope]) =>
      scope === ""
        ? []
        : [{ id: crypto.randomUUID(), clientId: appId, consentType, resourceId: apis[api]?.id ?? "", scope }],
    ),
    assignments: registration.alertRole
      ? [{ id: crypto.randomUUID(), principalId: monitor, appRoleId: roleId, resourceId: appId }]
      : [],
  };
}

const inHalfAYear = (from: Date): string => new Date(from.getTime() + 182 * 86_400_000).toISOString();

const healthyApplication = (appId: string, startedAt: Date): JsonObject => ({
  ...{ id: "5c80e1d7-3a94-4f6b-b2c1-97f0a4d86e35", appId, displayName: "AKS On-Call" },
  ...{ signInAudience: "AzureADMyOrg", identifierUris: [`api://botid-${appId}`], tags: [] },
  api: {
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: [{ id: scopeId, value: "access_as_user", type: "User", isEnabled: true }],
    preAuthorizedApplications: teamsClients.map((client) => ({
      appId: client,
      delegatedPermissionIds: [scopeId],
    })),
  },
  appRoles: [{ id: roleId, value: "ActionGroupsSecureWebhook", isEnabled: true }],
  web: { redirectUris: ["https://token.botframework.com/.auth/web/redirect"] },
  passwordCredentials: [{ hint: botSecret.slice(0, 3), endDateTime: inHalfAYear(startedAt) }],
  federatedIdentityCredentials: [],
});

export function principalOfApi(appId: string): JsonObject {
  const { id = "", displayName = "", scopes = {} } = apis[appId] ?? {};
  const oauth2PermissionScopes = Object.entries(scopes).map(([value, scope]) => ({ id: scope, value }));
  return { id, appId, displayName, tags: [], appRoles: [], oauth2PermissionScopes };
}

/** It shows the roles and scopes of its application; the product's own has its application id as object id. */
export function principalOfApplication(application: JsonObject, said: JsonObject): JsonObject {
  const appId = textOf(application.appId);
  const { displayName = "", appRoles = [] } = application;
  const { oauth2PermissionScopes = [] } = objectOf(application.api);
  return { id: appId, appId, displayName, tags: [], ...said, appRoles, oauth2PermissionScopes };
}
