// What the product listens at: Teams' door, the one for alerts, and what an orchestrator asks.
import type { Services } from "../app/ports/services.ts";
import { createAlertTokenCheck } from "../azure/entra/alert-token.ts";
import { createChannelTokenCheck } from "../azure/entra/channel-token.ts";
import type { AzureEnvironment } from "../azure/entra/cloud.ts";
import type { Config } from "../config/config.ts";
import { type AlertDoor, alertRoute } from "../doors/http/alerts.ts";
import { type Server, serve } from "../doors/http/http.ts";
import { teamsRoutes } from "../doors/http/server.ts";
import type { Background } from "../doors/teams/background.ts";
import type { Bot } from "../doors/teams/bot.ts";
import { createDoublePress } from "../doors/teams/double-press.ts";
import { createPersonQueue } from "../doors/teams/person-queue.ts";
import type { TeamsSide } from "./teams.ts";

type Inside = Readonly<{
  services: Services;
  teams: TeamsSide;
  background: Background;
  environment: AzureEnvironment;
  /** Null when ready, else one sentence. */
  readiness: () => Promise<string | null>;
}>;

/** Both together take fewer than the ten connections, so that one is left for everybody else. */
const ofOnePerson = { atOnce: 4, waiting: 200 };

export function openDoors(config: Config, inside: Inside): Server {
  const { services, teams, background, environment, readiness } = inside;
  const { adapter, channel, tokens, trusted } = teams;
  const { issuer, metadataUrl } = channel;
  const bot: Bot = {
    services,
    tokens,
    background,
    turns: createPersonQueue(ofOnePerson),
    answers: createPersonQueue(ofOnePerson),
    pressedBefore: createDoublePress(services.clock),
    channelIssuer: issuer,
    trusted,
    allowedTenants: config.allowedTenants.map((id) => id.toLowerCase()),
  };
  const alerts = alertRoute(services, alertDoor(config, environment));
  const check = createChannelTokenCheck({ issuer, metadataUrl, appId: config.app.id });
  return serve([...teamsRoutes({ check, adapter, bot }, readiness), alerts], services.log);
}

/** Null once the port is bound, else one sentence. */
export const listen = (server: Server, { port, host }: Config): Promise<string | null> =>
  new Promise((resolve) => {
    const refused = (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === "EADDRINUSE"
          ? `Port ${port} is in use: end what listens there, or set another PORT.`
          : `Cannot listen on ${host}:${port}: ${error.message}.`,
      );
    server.once("error", refused);
    server.server.once("error", refused);
    server.listen(port, host, () => resolve(null));
  });

/** Closed unless it is configured. */
function alertDoor({ alerts, app }: Config, { authorityHost }: AzureEnvironment): AlertDoor {
  if (!alerts) return null;
  const { tenantId } = app;
  const sender = { appId: alerts.callerAppId, tenantId };
  return { check: createAlertTokenCheck({ ...alerts, authorityHost, tenantId }), sender };
}
