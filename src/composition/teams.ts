// Teams' side of the product: whose tokens are believed and asked for in this cloud, and the clients that speak to it.
import type { createAppToken } from "../azure/entra/app-token.ts";
import type { Config } from "../config/config.ts";
import type { BotEndpoints } from "../config/teams.ts";
import { botAuthentication, createAdapter } from "../doors/teams/adapter.ts";
import { connectorClients, createTokenService, trustedServiceUrl } from "../doors/teams/connector.ts";

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

type BotChannel = Readonly<{
  issuer: string;
  /** The token service. */
  oauthUrl: string;
  /** Where its signing keys are told. */
  metadataUrl: string;
  audience: string;
  keys: Record<string, string | boolean>;
}>;

/** The Bot Framework of the cloud: who signs what comes in, what we ask tokens for, and botbuilder's own settings. */
export function botChannel({ bot, cloud }: Config): BotChannel {
  if (bot) {
    const { tokenIssuer: issuer, openIdMetadataUrl: metadataUrl, oauthScope: audience, oauthUrl } = bot;
    return { issuer, metadataUrl, audience, oauthUrl, keys: botbuilderKeys(bot) };
  }
  if (cloud.name === "usGovernment") {
    const origin = "https://api.botframework.us";
    const metadataUrl = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration";
    const keys = { ChannelService: "https://botframework.azure.us" };
    const oauthUrl = "https://api.botframework.azure.us";
    return { issuer: origin, metadataUrl, audience: origin, oauthUrl, keys };
  }
  const origin = "https://api.botframework.com";
  const metadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";
  return { issuer: origin, metadataUrl, audience: origin, oauthUrl: origin, keys: {} };
}

/** Our settings in botbuilder's words; given whole, since any one of them drops all of its defaults. */
const botbuilderKeys = (endpoints: BotEndpoints): Record<string, string | boolean> => ({
  ToChannelFromBotLoginUrl: endpoints.loginUrl,
  ToChannelFromBotOAuthScope: endpoints.oauthScope,
  ToBotFromChannelTokenIssuer: endpoints.tokenIssuer,
  OAuthUrl: endpoints.oauthUrl,
  ToBotFromChannelOpenIdMetadataUrl: endpoints.openIdMetadataUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: endpoints.emulatorOpenIdMetadataUrl,
  CallerId: endpoints.callerId,
  ValidateAuthority: endpoints.validateAuthority,
});
