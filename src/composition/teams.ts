// Teams' side of the product: whose tokens are believed and asked for in this cloud, and the clients that speak to it.
import type { createAppToken } from "../azure/entra/app-token.ts";
import type { Config } from "../config/config.ts";
import { botAuthentication, createAdapter } from "../doors/teams/adapter.ts";
import { connectorClients, createTokenService, trustedServiceUrl } from "../doors/teams/connector.ts";
import { botChannel } from "./identity.ts";

type AppToken = ReturnType<typeof createAppToken>;

export type TeamsSide = ReturnType<typeof teamsSide>;

export function teamsSide(config: Config, appToken: AppToken) {
  const { app, oauthConnection } = config;
  const channel = botChannel(config);
  const authentication = botAuthentication(
    { appId: app.id, tenantId: app.tenantId, endpoints: channel.keys },
    (audience) => appToken(`${audience}/.default`),
  );
  return {
    channel,
    trusted: trustedServiceUrl(config.teamsServiceHosts),
    adapter: createAdapter(authentication),
    tokens: createTokenService(authentication, app.id, oauthConnection),
    clients: connectorClients(authentication, app.id, channel.audience),
  };
}
