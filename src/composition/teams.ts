// Teams' side of the product: whose tokens are believed and asked for in this cloud, and the SDK that speaks to it.
import type { createAppToken } from "../azure/entra/app-token.ts";
import type { Config } from "../config/config.ts";
import { trustedServiceUrl } from "../doors/teams/conversation.ts";
import type { SdkName, SdkSettings, TeamsSdk } from "../doors/teams/port.ts";
import { botChannel } from "./identity.ts";

type AppToken = ReturnType<typeof createAppToken>;

export type TeamsSide = Awaited<ReturnType<typeof teamsSide>>;

/** Only the one that is used is loaded. */
export const sdks: Readonly<Record<SdkName, (settings: SdkSettings) => Promise<TeamsSdk>>> = {
  botbuilder: async (settings) =>
    (await import("../doors/teams/botbuilder/botbuilder.ts")).createBotbuilder(settings),
  "teams-apps": async (settings) =>
    (await import("../doors/teams/teams-apps/teams-apps.ts")).createTeamsApps(settings),
};

export async function teamsSide(config: Config, appToken: AppToken) {
  const { app, oauthConnection: connection, bot: endpoints, cloud } = config;
  const channel = botChannel(config);
  const sdk = await sdks[config.teamsSdk]({
    ...{ appId: app.id, tenantId: app.tenantId, connection, cloud: cloud.name, endpoints },
    audience: channel.audience,
    token: (audience) => appToken(`${audience}/.default`),
  });
  return { channel, trusted: trustedServiceUrl(config.teamsServiceHosts), sdk };
}
