// Composition: configuration → adapters → use cases → server. The only file that wires things.
import { randomBytes } from "node:crypto";
import packageJson from "../package.json" with { type: "json" };
import { executeRun, recoverRun } from "./app/execute-run.ts";
import type { Clock } from "./app/ports.ts";
import { createQuestionRecovery } from "./app/recover-questions.ts";
import type { Log, Services } from "./app/services.ts";
import { showIncident } from "./app/show-incident.ts";
import { createAlertTokenCheck } from "./azure/alert-token.ts";
import { createAppToken, managedIdentityAssertion } from "./azure/app-token.ts";
import { type AzureEnvironment, azureEnvironment } from "./azure/cloud.ts";
import { createClusterReader } from "./azure/cluster-reader.ts";
import { createCommandTransport } from "./azure/command-transport.ts";
import { createDirectory } from "./azure/directory.ts";
import { type ClientAuthentication, createRequesterCredentials } from "./azure/requester-credential.ts";
import { botAuthentication, createAdapter } from "./bot/adapter.ts";
import { type AlertDoor, alertRoute } from "./bot/alerts.ts";
import { createBackground } from "./bot/background.ts";
import type { Bot } from "./bot/bot.ts";
import { places } from "./bot/conversation.ts";
import { createCredentials } from "./bot/credentials.ts";
import { createDoublePress } from "./bot/double-press.ts";
import { type Server, serve, stopServing } from "./bot/http.ts";
import { createNotifier } from "./bot/notifier.ts";
import { teamsRoutes } from "./bot/server.ts";
import { trustedServiceUrl } from "./bot/service-url.ts";
import { createTokenService } from "./bot/token-service.ts";
import { timeAt, watchClock } from "./clock-watch.ts";
import type { Config } from "./config.ts";
import type { BotEndpoints } from "./config-bot.ts";
import { opaqueId } from "./core/opaque-id.ts";
import type { Policy } from "./core/policy/policy.ts";
import { openStore } from "./store/open-store.ts";

export type Product = Readonly<{
  /** The port that was bound; differs from the configured one when that was 0. */
  port: number;
  setPolicy(policy: Policy): void;
  close(): Promise<void>;
}>;

export type Started = Readonly<{ ok: true; product: Product } | { ok: false; reason: string }>;

const { version } = packageJson;

const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Starts everything and resolves once the server listens and the queue is worked on. */
export async function startProduct(config: Config, policy: Policy, log: Log): Promise<Started> {
  const opened = await openStore({ ...config.store, clock: systemClock, log, retention: config.retention });
  if (!opened.ok) return opened;
  const { store, jobs } = opened;
  let policyInForce = policy;
  const environment = azureEnvironment({ ...config.cloud, cloud: config.cloud.name });
  const app = {
    environment,
    tenantId: config.app.tenantId,
    clientId: config.app.id,
    clientAuth: clientAuth(config),
  };

  const channel = botChannel(config);
  const trusted = trustedServiceUrl(config.teamsServiceHosts);
  const appToken = createAppToken(app);
  const authentication = botAuthentication(
    { appId: config.app.id, tenantId: config.app.tenantId, endpoints: channel.keys },
    (audience) => appToken(`${audience}/.default`),
  );
  const adapter = createAdapter(authentication);
  const tokens = createTokenService(authentication, config.app.id, config.oauthConnection);
  const notifier = createNotifier({
    adapter,
    appId: config.app.id,
    connection: config.oauthConnection,
    connectorAudience: channel.audience,
    tokens,
    store,
    trusted,
    log,
  });
  const services: Services = {
    store,
    notifier,
    places,
    credentials: createCredentials(tokens, createRequesterCredentials(app).fromAssertion, log),
    directory: createDirectory(environment),
    reader: createClusterReader({ environment, version }),
    transport: createCommandTransport({ environment, version }),
    clock: systemClock,
    policy: () => policyInForce,
    log,
    newId: (prefix) => opaqueId(prefix, randomBytes(10)),
    retention: config.retention,
    personalChatUrl: `https://teams.microsoft.com/l/chat/0/0?users=28:${config.app.id}`,
  };
  const background = createBackground(log);
  const bot: Bot = {
    services,
    tokens,
    background,
    pressedBefore: createDoublePress(systemClock),
    channelIssuer: channel.issuer,
    trusted,
    allowedTenants: config.allowedTenants.map((id) => id.toLowerCase()),
  };

  const clock = watchClock({
    now: Date.now,
    steady: () => performance.now(),
    elsewhere: () => timeAt(channel.signedBy),
  });
  let stopping = false;
  const readiness = async (): Promise<string | null> => {
    if (stopping) return "The process is stopping.";
    return (await store.problem()) ?? clock.problem();
  };
  const alerts = alertRoute(services, alertDoor(config, environment));
  const server = serve([...teamsRoutes(adapter, bot, readiness, log), alerts], log);
  const recoverQuestions = createQuestionRecovery(services);
  await recoverQuestions();
  // A replica that was killed is known to be gone only after a while, so one look at the start is not enough.
  const recovery = setInterval(() => background.start("recovery", recoverQuestions), 30_000);
  await jobs.start({
    execute: (runId) => executeRun(services, runId),
    recover: (runId) => recoverRun(services, runId),
    showIncident: (incidentId) => showIncident(services, incidentId),
  });
  const problem = await listen(server, config);
  if (problem) {
    clearInterval(recovery);
    clock.stop();
    await opened.close();
    return { ok: false, reason: problem };
  }
  const product: Product = {
    port: server.address().port,
    setPolicy: (next) => {
      policyInForce = next;
    },
    async close() {
      if (stopping) return;
      stopping = true;
      clearInterval(recovery);
      clock.stop();
      await Promise.all([stopServing(server, 2_000), background.settle(3_000)]);
      await opened.close();
    },
  };
  return { ok: true, product };
}

/** Null once the port is bound, else one sentence. */
const listen = (server: Server, { port, host }: Config): Promise<string | null> =>
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

function clientAuth({ app, cloud }: Config): ClientAuthentication {
  const { auth } = app;
  if (auth.kind !== "managedIdentity") return auth;
  return { kind: "federated", getAssertion: managedIdentityAssertion(auth.clientId, cloud.name) };
}

type BotChannel = Readonly<{
  issuer: string;
  audience: string;
  /** Where its signing keys are told. */
  signedBy: string;
  keys: Record<string, string | boolean>;
}>;

/** The Bot Framework of the cloud: who signs what comes in, what we ask tokens for, and botbuilder's own settings. */
function botChannel({ bot, cloud }: Config): BotChannel {
  if (bot)
    return {
      issuer: bot.tokenIssuer,
      audience: bot.oauthScope,
      signedBy: bot.openIdMetadataUrl,
      keys: botbuilderKeys(bot),
    };
  if (cloud.name === "usGovernment") {
    const origin = "https://api.botframework.us";
    const signedBy = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration";
    const keys = { ChannelService: "https://botframework.azure.us" };
    return { issuer: origin, audience: origin, signedBy, keys };
  }
  const origin = "https://api.botframework.com";
  const signedBy = "https://login.botframework.com/v1/.well-known/openidconfiguration";
  return { issuer: origin, audience: origin, signedBy, keys: {} };
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
