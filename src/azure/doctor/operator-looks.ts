// The app registration through Microsoft Graph, and the Azure Bot through Azure Resource Manager, as whoever has signed in.
// https://learn.microsoft.com/graph/api/application-get and https://learn.microsoft.com/rest/api/azurebotservice
import { z } from "zod";
import type { RequesterCredential } from "../../app/ports/azure.ts";
import type { OperatorLooks } from "../../app/ports/doctor.ts";
import type { AzureBot } from "../../core/doctor/azure-bot.ts";
import type { Reading } from "../../core/doctor/line.ts";
import type { Application, Consent } from "../../core/doctor/registration.ts";
import type { AzureEnvironment } from "../entra/cloud.ts";
import { notRead, readDocument } from "./read-json.ts";

const texts = z
  .array(z.string())
  .nullish()
  .transform((all) => all ?? []);
const listOf = <T>(item: z.ZodType<T>) =>
  z
    .array(item)
    .nullish()
    .transform((all) => all ?? []);

const applicationShape = z
  .object({
    signInAudience: z.string().nullish(),
    identifierUris: texts,
    api: z
      .object({
        requestedAccessTokenVersion: z.number().nullish(),
        oauth2PermissionScopes: listOf(
          z.object({ id: z.string(), value: z.string().nullish(), isEnabled: z.boolean().nullish() }),
        ),
        preAuthorizedApplications: listOf(z.object({ appId: z.string(), delegatedPermissionIds: texts })),
      })
      .nullish(),
    web: z.object({ redirectUris: texts }).nullish(),
    passwordCredentials: listOf(z.object({ hint: z.string().nullish(), endDateTime: z.string().nullish() })),
  })
  .transform(
    ({ signInAudience, identifierUris, api, web, passwordCredentials }): Application => ({
      signInAudience: signInAudience ?? "",
      identifierUris,
      scopes: (api?.oauth2PermissionScopes ?? [])
        .filter(({ isEnabled }) => isEnabled !== false)
        .map(({ id, value }) => ({ id, value: value ?? "" })),
      tokenVersion: api?.requestedAccessTokenVersion ?? null,
      preAuthorized: (api?.preAuthorizedApplications ?? []).map(({ appId, delegatedPermissionIds }) => ({
        appId,
        scopeIds: delegatedPermissionIds,
      })),
      redirectUris: web?.redirectUris ?? [],
      secrets: passwordCredentials.map(({ hint, endDateTime }) => ({
        hint: hint ?? "",
        ends: endDateTime ?? "",
      })),
    }),
  );
const selected = "signInAudience,identifierUris,api,web,passwordCredentials";

const principalShape = z.object({
  id: z.string(),
  appRoles: listOf(z.object({ id: z.string(), value: z.string().nullish() })),
});
const grantsShape = z.object({
  value: z.array(
    z.object({ resourceId: z.string(), consentType: z.string().nullish(), scope: z.string().nullish() }),
  ),
});
const assignedShape = z.object({
  value: z.array(z.object({ principalId: z.string(), appRoleId: z.string() })),
});

type Asked = Readonly<{
  environment: AzureEnvironment;
  appId: string;
  /** Application ids of the APIs that are consented to. */
  apis: readonly string[];
  connection: string;
  /** Null where nobody has signed in on this machine. */
  as: RequesterCredential | null;
}>;

export function operatorLooks(asked: Asked): OperatorLooks {
  const graph = graphReader(asked);
  const arm = armReader(asked);
  const { appId, apis, connection } = asked;
  return {
    registration: () =>
      graph(`applications(appId='${appId}')?$select=${selected}`, applicationShape, "Application.Read.All"),
    grants: () => grantsOf(graph, appId, apis),
    alertRole: (alertsAppId, callerAppId) => hasAlertRole(graph, alertsAppId, callerAppId),
    bot: () => findBot(arm, appId),
    botParts: async (bot) => {
      const [oauth, channel] = await Promise.all([
        arm(
          `${bot.id}/connections/${encodeURIComponent(connection)}`,
          botApi,
          connectionShape,
          `${botType}/connections/read`,
        ),
        arm(`${bot.id}/channels/MsTeamsChannel`, botApi, channelShape, `${botType}/channels/read`),
      ]);
      return { connection: oauth, channel };
    },
  };
}

type Read = <T>(path: string, shape: z.ZodType<T>, right: string) => Promise<Reading<T | null>>;

const graphReader =
  ({ environment, as }: Asked): Read =>
  async (path, shape, right) => {
    const token = await as?.exchange("graph");
    if (!token?.ok) return notRead({ is: "notSignedIn" });
    return readDocument(`${environment.graphEndpoint}/v1.0/${path}`, token.token, shape, right);
  };

const principalOf = (graph: Read, appId: string) =>
  graph(`servicePrincipals(appId='${appId}')?$select=id,appRoles`, principalShape, "Application.Read.All");

async function grantsOf(
  graph: Read,
  appId: string,
  apis: readonly string[],
): Promise<Reading<readonly Consent[]>> {
  const client = await principalOf(graph, appId);
  if (!client.ok) return client;
  if (client.value === null) return { ok: true, value: [] };
  const filter = encodeURIComponent(`clientId eq '${client.value.id}'`);
  const path = `oauth2PermissionGrants?$filter=${filter}`;
  const grants = await graph(path, grantsShape, "DelegatedPermissionGrant.Read.All");
  if (!grants.ok) return grants;
  const found: Consent[] = [];
  for (const apiAppId of new Set(apis)) {
    const api = await principalOf(graph, apiAppId);
    if (!api.ok) return api;
    for (const { resourceId, consentType, scope } of grants.value?.value ?? [])
      if (resourceId === api.value?.id)
        found.push({
          apiAppId,
          forAll: consentType === "AllPrincipals",
          scopes: (scope ?? "").split(" ").filter(Boolean),
        });
  }
  return { ok: true, value: found };
}

async function hasAlertRole(graph: Read, appId: string, callerAppId: string): Promise<Reading<boolean>> {
  const app = await principalOf(graph, appId);
  if (!app.ok) return app;
  const caller = await principalOf(graph, callerAppId);
  if (!caller.ok) return caller;
  const role = app.value?.appRoles.find(({ value }) => value === "ActionGroupsSecureWebhook");
  if (app.value === null || caller.value === null || role === undefined) return { ok: true, value: false };
  const { id } = caller.value;
  const path = `servicePrincipals/${app.value.id}/appRoleAssignedTo`;
  const assigned = await graph(path, assignedShape, "Application.Read.All");
  if (!assigned.ok) return assigned;
  const all = assigned.value?.value ?? [];
  return { ok: true, value: all.some((each) => each.principalId === id && each.appRoleId === role.id) };
}

const botType = "Microsoft.BotService/botServices";
const botApi = "2022-09-15";
const subscriptionsShape = z.object({ value: z.array(z.object({ subscriptionId: z.string() })) });
const botsShape = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      properties: z.object({
        msaAppId: z.string().nullish(),
        msaAppType: z.string().nullish(),
        msaAppTenantId: z.string().nullish(),
        endpoint: z.string().nullish(),
      }),
    }),
  ),
});
const connectionShape = z
  .object({
    properties: z.object({
      clientId: z.string().nullish(),
      scopes: z.string().nullish(),
      parameters: listOf(z.object({ key: z.string().nullish(), value: z.string().nullish() })),
    }),
  })
  .transform(({ properties: { clientId, scopes, parameters } }) => {
    const named = (name: string) =>
      parameters.find(({ key }) => key?.toLowerCase() === name.toLowerCase())?.value ?? null;
    return {
      clientId: clientId ?? "",
      scopes: scopes ?? "",
      exchangeUrl: named("tokenExchangeUrl"),
      tenantId: named("tenantID"),
    };
  });
const channelShape = z
  .object({ properties: z.object({ properties: z.object({ isEnabled: z.boolean().nullish() }).nullish() }) })
  .transform(({ properties }) => properties.properties?.isEnabled === true);

type ReadArm = <T>(
  id: string,
  version: string,
  shape: z.ZodType<T>,
  right: string,
) => Promise<Reading<T | null>>;

const armReader =
  ({ environment, as }: Asked): ReadArm =>
  async (id, version, shape, right) => {
    const token = await as?.exchange("arm");
    if (!token?.ok) return notRead({ is: "notSignedIn" });
    return readDocument(`${environment.armEndpoint}${id}?api-version=${version}`, token.token, shape, right);
  };

async function findBot(arm: ReadArm, appId: string): ReturnType<OperatorLooks["bot"]> {
  const listed = await arm("/subscriptions", "2022-12-01", subscriptionsShape, "Reader");
  if (!listed.ok) return listed;
  const ids = (listed.value?.value ?? []).map(({ subscriptionId }) => subscriptionId);
  for (const id of ids) {
    const path = `/subscriptions/${id}/providers/${botType}`;
    const bots = await arm(path, botApi, botsShape, `${botType}/read`);
    const found = bots.ok
      ? bots.value?.value.find(({ properties }) => properties.msaAppId?.toLowerCase() === appId)
      : undefined;
    if (found !== undefined) return { ok: true, value: { bot: toBot(found), subscriptions: ids.length } };
  }
  return { ok: true, value: { bot: null, subscriptions: ids.length } };
}

const toBot = ({ id, name, properties }: z.infer<typeof botsShape>["value"][number]): AzureBot => ({
  ...{ id, name, resourceGroup: /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? "" },
  appType: properties.msaAppType ?? "MultiTenant",
  tenantId: properties.msaAppTenantId ?? "",
  endpoint: properties.endpoint ?? "",
});
