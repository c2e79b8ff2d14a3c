// The Azure Bot of the product, with its OAuth connection and Teams' channel, as Microsoft.BotService writes them:
// https://learn.microsoft.com/azure/templates/microsoft.botservice/botservices
import { type JsonObject, mergePatch, objectOf } from "../json.ts";
import { connectionName } from "../people.ts";
import type { Scenario } from "../scenario/schema.ts";

type Resource = Scenario["resources"][number];

/** "Azure Active Directory v2" among the service providers of the Bot Service. */
const entraProvider = "30dd229c-58e3-4a48-bdfd-91ec48eb906c";

/** `url`: the https front of the bot. */
export function botResources(scenario: Scenario, url: string): readonly Resource[] {
  const { appId, tenantId, subscriptions, azureBot } = scenario;
  if (azureBot.bot === null) return [];
  const group = `/subscriptions/${subscriptions[0]?.subscriptionId}/resourceGroups/rg-aks-oncall`;
  const id = `${group}/providers/Microsoft.BotService/botServices/aks-oncall-bot`;
  const uri = `api://botid-${appId}`;
  const bot = {
    ...{ displayName: "AKS On-Call", endpoint: `${url}/api/messages` },
    ...{ msaAppId: appId, msaAppType: "SingleTenant", msaAppTenantId: tenantId },
  };
  const connection = {
    ...{ name: connectionName, clientId: appId, clientSecret: null, scopes: `${uri}/access_as_user` },
    ...{ serviceProviderId: entraProvider, serviceProviderDisplayName: "Azure Active Directory v2" },
    parameters: [
      { key: "tenantID", value: tenantId },
      { key: "tokenExchangeUrl", value: uri },
    ],
  };
  const channel = { channelName: "MsTeamsChannel", properties: { isEnabled: true, acceptedTerms: true } };
  return [
    stated(id, bot, azureBot.bot),
    stated(`${id}/connections/${connectionName}`, connection, azureBot.connection),
    stated(`${id}/channels/MsTeamsChannel`, channel, azureBot.channel),
  ].flatMap((resource) => (resource === null ? [] : [resource]));
}

/** What a scenario says of its properties is merged into them; null: it is not there. */
function stated(id: string, properties: JsonObject, change: JsonObject | null): Resource | null {
  if (change === null) return null;
  return { id, location: "global", properties: objectOf(mergePatch(properties, change)) };
}
