// Composition: configuration → adapters → use cases → server. This folder alone wires things.

import { type LoadedPolicy, policyInForce } from "../app/identity/policy-in-force.ts";
import { type Log, type Services, type Timeouts, timeouts as usualTimeouts } from "../app/ports/services.ts";
import { createAppToken } from "../azure/entra/app-token.ts";
import { createAlertTokenCheck, createChannelTokenCheck } from "../azure/entra/token-check.ts";
import type { Config } from "../config/config.ts";
import type { Signer } from "../core/audit/anchor.ts";
import { redact } from "../core/redact/redact.ts";
import { type AlertKeys, alertRoutes } from "../doors/http/alerts.ts";
import { type HttpServer, watchedRoutes } from "../doors/http/http.ts";
import { serve } from "../doors/http/restify/serve.ts";
import { teamsRoutes } from "../doors/http/server.ts";
import { type Background, createBackground } from "../doors/teams/background.ts";
import { type Bot, createPersonQueue } from "../doors/teams/bot.ts";
import { createDoublePress } from "../doors/teams/double-press.ts";
import { errorMessageOf } from "../store/kit/database-errors.ts";
import { type OpenedStore, openStore } from "../store/open-store.ts";
import { createTextWork } from "../text-worker/text-work.ts";
import { systemClock, timeAt, watchClock } from "./clock.ts";
import { databaseOf, type EntraApp, entraApp } from "./identity.ts";
import { openFilesKey, openTrail } from "./keys.ts";
import { lookAtPolicyFile, readPolicyFile } from "./policy-file.ts";
import { watchEntra } from "./readiness.ts";
import { createServices } from "./services.ts";
import { type TeamsSide, teamsSide } from "./teams.ts";
import { startWatching } from "./telemetry.ts";
import { jobsOf, startTimers } from "./work.ts";

// What the product listens at: Teams' door, the one for alerts, and what an orchestrator asks.

type Inside = Readonly<{
  services: Services;
  teams: TeamsSide;
  background: Background;
  environment: EntraApp["environment"];
  /** Null when ready, else one sentence. */
  readiness: () => Promise<string | null>;
}>;

/** Both together take fewer than the ten connections, so that one is left for everybody else. */
const ofOnePerson = { atOnce: 4, waiting: 200 };

function openDoors(config: Config, inside: Inside): HttpServer {
  const { services, teams, background, environment, readiness } = inside;
  const { sdk, channel, trusted } = teams;
  const { issuer, metadataUrl } = channel;
  const bot: Bot = {
    services,
    tokens: sdk.tokens,
    connector: sdk.connector,
    background,
    turns: createPersonQueue(ofOnePerson),
    answers: createPersonQueue(ofOnePerson),
    pressedBefore: createDoublePress(services.clock),
    channelIssuer: issuer,
    trusted,
    allowedTenants: config.allowedTenants.map((id) => id.toLowerCase()),
  };
  const alerts = alertRoutes(services, alertKeys(config, environment));
  const check = createChannelTokenCheck({ issuer, metadataUrl, appId: config.app.id });
  const routes = [...teamsRoutes({ check, sdk, bot }, readiness), ...alerts];
  return serve(watchedRoutes(services.telemetry, routes), services.log);
}

/** Null once the port is bound, else one sentence. */
async function listen(
  server: HttpServer | null,
  at: Readonly<{ port: number; host: string }> | null,
  setting: "PORT" | "METRICS_PORT",
): Promise<string | null> {
  if (server === null || at === null) return null;
  const { port, host } = at;
  const error = await server.listen(port, host);
  if (error === null) return null;
  return error.code === "EADDRINUSE"
    ? `Port ${port} is in use: end what listens there, or set another ${setting}.`
    : `Cannot listen on ${host}:${port}: ${error.message}.`;
}

/** Each is closed unless it is configured. */
function alertKeys({ alerts, app }: Config, { authorityHost }: EntraApp["environment"]): AlertKeys {
  const { azureMonitor } = alerts;
  const { tenantId } = app;
  return {
    ...alerts,
    azureMonitor: azureMonitor && {
      ...{ by: "entraToken", appId: azureMonitor.callerAppId, tenantId },
      check: createAlertTokenCheck({ ...azureMonitor, authorityHost, tenantId }),
    },
  };
}

export type Product = Readonly<{
  /** The port that was bound; differs from the configured one when that was 0. */
  port: number;
  /** Of the port that metrics are asked for at; null where there is none. */
  metricsPort: number | null;
  /** Reads the policy's file again; one that is not valid never takes effect. */
  reloadPolicy(): Promise<void>;
  /** Resolves, with a sentence, where a newer release has taken over the database: then this process has to end. */
  overtaken: Promise<string>;
  close(): Promise<void>;
}>;

export type Started = Readonly<{ ok: true; product: Product } | { ok: false; reason: string }>;

/** Starts everything and resolves once the server listens and the queue is worked on. Never throws. */
export async function startProduct(
  config: Config,
  first: LoadedPolicy,
  log: Log,
  timeouts: Timeouts = usualTimeouts,
): Promise<Started> {
  try {
    const app = entraApp(config);
    const appToken = createAppToken(app);
    const trail = await openTrail(config.audit, appToken);
    if (!trail.ok) return trail;
    const filesKey = await openFilesKey(config.filesKey, appToken);
    if (!filesKey.ok) return filesKey;
    const { retention, teamsPerSecond } = config;
    const overtaken = Promise.withResolvers<string>();
    const kept = { retention, trail, filesKey: filesKey.key, overtaken: overtaken.resolve };
    const opened = await openStore({
      ...databaseOf(config.store),
      ...kept,
      clock: systemClock,
      log,
      teamsPerSecond,
    });
    if (!opened.ok) return opened;
    const { signer } = trail.key;
    const parts = await partsOf(config, { app, appToken, first, opened, signer, timeouts, log });
    return await goToWork(config, parts, overtaken.promise);
  } catch (error) {
    return { ok: false, reason: whyNotStarted(error) };
  }
}

const whyNotStarted = (error: unknown): string =>
  `The start failed (${redact(errorMessageOf(error)).text}). What was opened is closed again, and nobody was answered. Check the database and the network, then start it again.`;

type Given = Readonly<{
  app: EntraApp;
  appToken: ReturnType<typeof createAppToken>;
  first: LoadedPolicy;
  opened: OpenedStore;
  signer: Signer;
  timeouts: Timeouts;
  log: Log;
}>;

type Parts = Awaited<ReturnType<typeof partsOf>>;

/** Put together, and nothing goes on yet. */
async function partsOf(config: Config, given: Given) {
  const { app, appToken, first, opened, signer, timeouts, log } = given;
  const clock = systemClock;
  const watching = await startWatching(config.telemetry, opened, log);
  const { telemetry, watched } = watching;
  const store = watched.store(opened.store);
  const read = () => readPolicyFile(config.policyFile);
  const look = () => lookAtPolicyFile(config.policyFile);
  const policy = policyInForce({ first, read, look, store, clock, log });
  const { sdk, ...side } = await teamsSide(config, appToken);
  const teams = { ...side, sdk: { ...sdk, tokens: watched.tokens(sdk.tokens) } };
  const textWork = createTextWork();
  const behind = { app, teams, store, policy, signer, textWork, clock, log, telemetry, timeouts };
  const services = createServices(config, behind);
  const background = createBackground(log);
  return { app, appToken, teams, opened, policy, textWork, services, background, watching };
}

/** From here on something goes on: timers, jobs, and what is asked at the doors. Should it fail, all of it ends. */
async function goToWork(config: Config, parts: Parts, overtaken: Promise<string>): Promise<Started> {
  const { app, appToken, teams, opened, policy, textWork, services, background, watching } = parts;
  const { environment } = app;
  const clock = watchClock({
    now: Date.now,
    steady: () => performance.now(),
    elsewhere: () => timeAt(teams.channel.metadataUrl),
  });
  const entra = watchEntra(config, appToken);
  let stopping = false;
  const readiness = async (): Promise<string | null> => {
    if (stopping) return "The process is stopping.";
    return (await services.store.problem()) ?? clock.problem() ?? entra.problem();
  };
  const server = openDoors(config, { services, teams, background, environment, readiness });
  const stopTimers = startTimers(config, services, policy, background);
  const close = async () => {
    if (stopping) return;
    stopping = true;
    stopTimers();
    clock.stop();
    entra.stop();
    await Promise.all([server.stop(2_000), watching.server?.stop(1_000), background.settle(3_000)]);
    await watching.stop();
    await opened.close();
    // Last: an output that comes while the jobs are ended is still looked through, not withheld.
    await textWork.close();
  };
  const begin = async (): Promise<string | null> => {
    await policy.begin();
    await opened.jobs.start(watching.watched.jobs(jobsOf(services)));
    return (
      (await listen(watching.server, config.telemetry.door, "METRICS_PORT")) ??
      (await listen(server, config, "PORT"))
    );
  };
  const problem = await begin().catch(whyNotStarted);
  if (problem !== null) {
    await close();
    return { ok: false, reason: problem };
  }
  const metricsPort = watching.server?.port() ?? null;
  return {
    ok: true,
    product: { port: server.port(), metricsPort, overtaken, reloadPolicy: policy.reload, close },
  };
}
