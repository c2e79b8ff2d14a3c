// The app registration as `install` wants it, in Microsoft Graph's own fields: what `doctor` looks for is made here.
// https://learn.microsoft.com/graph/api/resources/application

import { type NeededPermissions, neededPermissions, teamsClients } from "../doctor/permissions.ts";
import { redirectUris } from "../doctor/registration.ts";
import { type Answers, markOf } from "./answers.ts";
import consentPage from "./consent-page.json" with { type: "json" };

/** Ids inside one application, which its owner chooses. */
const scopeId = "0f6a1f0c-6a0e-4f0b-9a55-3d1c7a0e2b41";
export const alertRoleId = "2c5f7f0b-5d2e-4a0e-9b43-6f1f0c8f7c11";
export const alertRoleName = "ActionGroupsSecureWebhook";
/** The application as which Azure Monitor calls secure webhooks, in every tenant of public Azure. */
export const azureMonitor = { appId: "461e8683-5575-4561-ac7f-899cc907d62a", name: "AZNS AAD Webhook" };

/** The first policy names no schedules, so nothing is asked for them: docs/install.md says how to add it. */
export const wantedPermissions: readonly NeededPermissions[] = neededPermissions({
  people: false,
  shifts: false,
});

/** Ids of delegated scopes, as the API's service principal in the tenant tells them. */
export type ApiScopes = Readonly<{
  appId: string;
  scopes: readonly Readonly<{ id: string; value: string }>[];
}>;

export const apiUriOf = (appId: string): string => `api://botid-${appId}`;
/** As Azure Monitor's action group names the bot. */
export const alertsUriOf = (appId: string): string => `api://${appId}`;
export const displayNameOf = ({ name }: Answers): string =>
  name === "aks-oncall" ? "AKS On-Call" : `AKS On-Call (${name})`;

/** What can be said before the application has an id. A client is pre-authorised for a scope that is there: afterwards. */
export const firstBody = (answers: Answers, apis: readonly ApiScopes[]) => ({
  displayName: displayNameOf(answers),
  signInAudience: "AzureADMyOrg",
  tags: [markOf(answers)],
  web: { redirectUris: [redirectUris.public] },
  requiredResourceAccess: wantedPermissions.flatMap(({ appId, scopes }) => {
    const known = apis.find((api) => api.appId === appId);
    const ids = known?.scopes.filter(({ value }) => scopes.includes(value)).map(({ id }) => id) ?? [];
    return ids.length === 0
      ? []
      : [{ resourceAppId: appId, resourceAccess: ids.map((id) => ({ id, type: "Scope" })) }];
  }),
  appRoles: [
    {
      ...{ id: alertRoleId, value: alertRoleName, isEnabled: true, allowedMemberTypes: ["Application"] },
      displayName: alertRoleName,
      description: consentPage.alertRole,
    },
  ],
  api: {
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: [
      {
        ...{ id: scopeId, value: "access_as_user", type: "User", isEnabled: true },
        ...consentPage.signIn,
      },
    ],
  },
});

export const secondBody = (answers: Answers, apis: readonly ApiScopes[], appId: string) => {
  const { api } = firstBody(answers, apis);
  return {
    identifierUris: [apiUriOf(appId), alertsUriOf(appId)],
    api: {
      ...api,
      preAuthorizedApplications: Object.keys(teamsClients).map((client) => ({
        appId: client,
        delegatedPermissionIds: [scopeId],
      })),
    },
  };
};
