// Composition: configuration → adapters → use cases → server. The only file that wires things.
import { randomBytes } from "node:crypto";
import packageJson from "../package.json" with { type: "json" };
import { announceHead } from "./app/announce-head.ts";
import { deliver } from "./app/deliver.ts";
import { executeRun, recoverRun } from "./app/execute-run.ts";
import { type LoadedPolicy, policyInForce } from "./app/policy-in-force.ts";
import type { Clock } from "./app/ports.ts";
import { recoverQuestions } from "./app/recover-questions.ts";
import type { Log, Services } from "./app/services.ts";
import { showIncident } from "./app/show-incident.ts";
import { createAlertTokenCheck } from "./azure/alert-token.ts";
import { createAppToken, managedIdentityAssertion } from "./azure/app-token.ts";
import { createChannelTokenCheck } from "./azure/channel-token.ts";
import { type AzureEnvironment, azureEnvironment } from "./azure/cloud.ts";
import { createClusterReader } from "./azure/cluster-reader.ts";
import { createCommandTransport } from "./azure/command-transport.ts";
import { createDirectory } from "./azure/directory.ts";
import { type ClientAuthentication, createRequesterCredentials } from "./azure/requester-credential.ts";
import { shareCollections } from "./azure/shared-collections.ts";
import { botAuthentication, createAdapter } from "./bot/adapter.ts";
import { type AlertDoor, alertRoute } from "./bot/alerts.ts";
import { createBackground } from "./bot/background.ts";
import type { Bot } from "./bot/bot.ts";
import { connectorClients } from "./bot/connector.ts";
import { places } from "./bot/conversation.ts";
import { createCredentials } from "./bot/credentials.ts";
import { createDoublePress } from "./bot/double-press.ts";
import { type Server, serve, stopServing } from "./bot/http.ts";
import { createMessenger } from "./bot/messenger.ts";
import { teamsRoutes } from "./bot/server.ts";
import { trustedServiceUrl } from "./bot/service-url.ts";
import { createTokenService } from "./bot/token-service.ts";
import { timeAt, watchClock } from "./clock-watch.ts";
import type { Config } from "./config.ts";
import type { BotEndpoints } from "./config-bot.ts";
import { opaqueId } from "./core/opaque-id.ts";
import { readPolicyFile } from "./policy-file.ts";
import { openStore } from "./store/open-store.ts";
import { createTextWork } from "./text-worker/text-work.ts";
import { openTrail } from "./trail.ts";

export type Product = Readonly<{
  /** The port that was bound; differs from the configured one when that was 0. */
  port: number;
  /** Reads the policy's file again; one that is not valid never takes effect. */
  reloadPolicy(): Promise<void>;
  close(): Promise<void>;
}>;

export type Started = Readonly<{ ok: true; product: Product } | { ok: false; reason: string }>;

const { version } = packageJson;

const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Starts everything and resolves once the server listens and the queue is worked on. */
export async function startProduct(config: Config, first: LoadedPolicy, log: Log): Promise<Started> {
  const environment = azureEnvironment({ ...config.cloud, cloud: config.cloud.name });
  const app = {
    environment,
    tenantId: config.app.tenantId,
    clientId: config.app.id,
    clientAuth: clientAuth(config),
  };
  const appToken = createAppToken(app);
  const trail = await openTrail(config.audit, appToken);
  if (!trail.ok) return trail;
  const { retention, teamsPerSecond } = config;
  const opened = await openStore({
    ...config.store,
    clock: systemClock,
    log,
    retention,
    trail,
    teamsPerSecond,
  });
  if (!opened.ok) return opened;
  const { store, jobs } = opened;
  const read = () => readPolicyFile(config.policyFile);
  const policy = policyInForce({ first, read, store, clock: systemClock, log });
  await policy.begin();

  const channel = botChannel(config);
  const trusted = trustedServiceUrl(config.teamsServiceHosts);
  const authentication = botAuthentication(
    { appId: config.app.id, tenantId: config.app.tenantId, endpoints: channel.keys },
    (audience) => appToken(`${audience}/.default`),
  );
  const adapter = createAdapter(authentication);
  const tokens = createTokenService(authentication, config.app.id, config.oauthConnection);
  const messenger = createMessenger({
    clients: connectorClients(authentication, config.app.id, channel.audience),
    connection: config.oauthConnection,
    tokens,
    store,
    trusted,
    log,
  });
  const textWork = createTextWork();
  const services: Services = {
    store,
    messenger,
    places,
    credentials: createCredentials(tokens, createRequesterCredentials(app).fromAssertion, log),
    directory: createDirectory(environment),
    reader: shareCollections(createClusterReader({ environment, version }), config.rereadSeconds * 1000),
    transport: createCommandTransport({ environment, version }),
    textWork,
    clock: systemClock,
    policy: policy.policy,
    policyVersion: () => ({ version: policy.version(), others: policy.othersDiffer() }),
    log,
    newId: (prefix) => opaqueId(prefix, randomBytes(10)),
    chance: Math.random,
    retention,
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
    elsewhere: () => timeAt(channel.metadataUrl),
  });
  let stopping = false;
  const readiness = async (): Promise<string | null> => {
    if (stopping) return "The process is stopping.";
    return (await store.problem()) ?? clock.problem();
  };
  const alerts = alertRoute(services, alertDoor(config, environment));
  const { issuer, metadataUrl } = channel;
  const check = createChannelTokenCheck({ issuer, metadataUrl, appId: config.app.id });
  const server = serve([...teamsRoutes({ check, adapter, bot }, readiness), alerts], log);
  const every = (milliseconds: number, name: string, work: () => Promise<void>) =>
    setInterval(() => background.start(name, work), milliseconds);
  const { operatorsChannel } = config.audit;
  const timers = [
    every(5_000, "policy versions", policy.compare),
    // Asked for each hour, posted once a day.
    ...(operatorsChannel === null
      ? []
      : [every(3_600_000, "audit head", () => announceHead(services, operatorsChannel))]),
  ];
  const stopTimers = () => timers.forEach(clearInterval);
  await jobs.start({
    execute: (runId) => executeRun(services, runId),
    recover: (runId) => recoverRun(services, runId),
    showIncident: (incidentId) => showIncident(services, incidentId),
    deliver: (delivery) => deliver(services, delivery),
    recoverQuestions: () => recoverQuestions(services),
  });
  const problem = await listen(server, config);
  if (problem) {
    stopTimers();
    clock.stop();
    await opened.close();
    return { ok: false, reason: problem };
  }
  const product: Product = {
    port: server.address().port,
    reloadPolicy: policy.reload,
    async close() {
      if (stopping) return;
      stopping = true;
      stopTimers();
      clock.stop();
      await Promise.all([stopServing(server, 2_000), background.settle(3_000)]);
      await opened.close();
      // Last: an output that comes while the jobs are ended is still looked through, not withheld.
      await textWork.close();
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
  /** Where its signing keys are told. */
  metadataUrl: string;
  audience: string;
  keys: Record<string, string | boolean>;
}>;

/** The Bot Framework of the cloud: who signs what comes in, what we ask tokens for, and botbuilder's own settings. */
function botChannel({ bot, cloud }: Config): BotChannel {
  if (bot) {
    const { tokenIssuer: issuer, openIdMetadataUrl: metadataUrl, oauthScope: audience } = bot;
    return { issuer, metadataUrl, audience, keys: botbuilderKeys(bot) };
  }
  if (cloud.name === "usGovernment") {
    const origin = "https://api.botframework.us";
    const metadataUrl = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration";
    const keys = { ChannelService: "https://botframework.azure.us" };
    return { issuer: origin, metadataUrl, audience: origin, keys };
  }
  const origin = "https://api.botframework.com";
  const metadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";
  return { issuer: origin, metadataUrl, audience: origin, keys: {} };
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
