// Teams' side of the product: whose tokens are believed and asked for in this cloud, and the SDK that speaks to it.
import type { createAppToken } from "../azure/entra/app-token.ts";
import type { Config } from "../config/config.ts";
import { createBotbuilder } from "../doors/teams/botbuilder/botbuilder.ts";
import { trustedServiceUrl } from "../doors/teams/conversation.ts";
import { botChannel } from "./identity.ts";

type AppToken = ReturnType<typeof createAppToken>;

export type TeamsSide = ReturnType<typeof teamsSide>;

export function teamsSide(config: Config, appToken: AppToken) {
  const { app, oauthConnection: connection, bot: endpoints, cloud } = config;
  const channel = botChannel(config);
  const sdk = createBotbuilder({
    ...{ appId: app.id, tenantId: app.tenantId, connection, cloud: cloud.name, endpoints },
    audience: channel.audience,
    token: (audience) => appToken(`${audience}/.default`),
  });
  return { channel, trusted: trustedServiceUrl(config.teamsServiceHosts), sdk };
}
