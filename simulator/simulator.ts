// The local Azure: ARM, Entra, Graph and the bot token service on one https host, and Teams' gateway beside it.
import { setTimeout as sleep } from "node:timers/promises";
import type { Resource } from "./arm/resource-store.ts";
import { handleControl } from "./control/control.ts";
import { createFaults, type Fault, type Faults, faultReply, faultsSchema } from "./control/faults.ts";
import { createRequestLog, type RequestLog, type RequestLogEntry } from "./control/request-log.ts";
import { createWorld } from "./create-world.ts";
import { environmentFor } from "./environment.ts";
import { createGateway, type Gateway } from "./gateway/gateway.ts";
import { bearerToken, type Call, listen, type Reply } from "./http.ts";
import { type KeyMaterial, loadKeyMaterial } from "./key-material.ts";
import type { Write } from "./kubernetes/cluster.ts";
import { routeAzure, routeTeams } from "./routes.ts";
import { loadScenario } from "./scenario/load.ts";
import type { Scenario, ScenarioInput } from "./scenario/schema.ts";
import type { World } from "./world.ts";

export type { Fault, RequestLogEntry, Scenario, ScenarioInput };

export type SimulatorOptions = {
  /** A scenario, or the path of its file. */
  scenario: ScenarioInput | string;
  /** https port; 0 = a free one. */
  port?: number;
  /** http port of the gateway; 0 = a free one. */
  gatewayPort?: number;
  /** Where the gateway forwards to, such as http://127.0.0.1:3978/api/messages. */
  botUrl?: string;
  /** The language of every person's Teams, such as `de-DE`, whatever their client says. */
  locale?: string;
  /** Added to every answer of the https host, as distance would. */
  latencyMs?: number;
  /** Folder of the CA and the keys; `.local`. */
  localDir?: string;
};

export type AzureState = { resources: Resource[]; assignments: World["assignments"]; apps: World["apps"] };

export type Simulator = {
  /** `https://localhost:PORT`. */
  url: string;
  /** `http://127.0.0.1:PORT/api/messages`. */
  gatewayUrl: string;
  caPem: string;
  caFile: string;
  /** Every variable the product needs to run against this simulator. */
  environment: Record<string, string>;
  readonly scenario: Scenario;
  setBotUrl(url: string): void;
  setSender: Gateway["setSender"];
  requests(): RequestLogEntry[];
  clearRequests(): void;
  /** What stands in Azure and Entra now, as a copy: resources, who holds which role where, applications. */
  state(): AzureState;
  setFaults(faults: readonly Fault[]): void;
  /** Whoever waits for a sign-in on another device is this person. */
  signInDevices(oid: string): void;
  /** What the API servers of this scenario were asked to change, oldest first; no dry runs. */
  writes(): Promise<readonly Write[]>;
  loadScenario(scenario: ScenarioInput | string): Promise<void>;
  /** A signed access token of a person, for tests. */
  tokenFor(oid: string, audience: string): Promise<string>;
  /** A Bot Framework channel token for an activity, for tests. */
  signActivity(activity: Record<string, unknown>): Promise<string>;
  close(): Promise<void>;
};

/** What lasts while scenarios come and go. */
type Host = {
  world: World | null;
  gateway: Gateway;
  log: RequestLog;
  faults: Faults;
  latencyMs: number;
  load(source: ScenarioInput | string): Promise<void>;
};

/** Starts the simulator; rejects with a ScenarioError when the scenario cannot be used. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const scenario = await loadScenario(options.scenario);
  const keys = await loadKeyMaterial(options.localDir ?? ".local");
  const host = await createHost(keys, options);
  // The servers listen before there is a world, since its addresses name their ports.
  const azure = await listen((call) => answerAzure(host, call), options.port ?? 0, keys.tls);
  const teams = await listen(
    (call) => routeTeams(worldOf(host), host.gateway, call),
    options.gatewayPort ?? 0,
  );
  const url = `https://localhost:${azure.port}`;
  const gatewayBase = `http://127.0.0.1:${teams.port}`;
  host.load = async (source) => {
    const next = await loadScenario(source);
    const previous = host.world;
    host.world = await createWorld({ scenario: next, keys, url, gatewayBase, deliver: host.gateway.deliver });
    await previous?.close();
  };
  await host.load(scenario);
  const { appId, tenantId } = scenario;
  return {
    url,
    gatewayUrl: `${gatewayBase}/api/messages`,
    caPem: keys.caPem,
    caFile: keys.caFile,
    environment: environmentFor({ url, appId, tenantId, caFile: keys.caFile }),
    // Read on each use: another scenario may have been loaded.
    get scenario() {
      return worldOf(host).scenario;
    },
    ...controlsOf(host),
    close: async () => {
      await Promise.all([azure.close(), teams.close()]);
      await host.world?.close();
    },
  };
}

async function createHost(
  keys: KeyMaterial,
  { botUrl, locale, latencyMs = 0 }: SimulatorOptions,
): Promise<Host> {
  const host: Omit<Host, "gateway"> = {
    world: null,
    log: createRequestLog(),
    faults: createFaults(),
    latencyMs,
    load: () => Promise.reject(new Error("The simulator has not started.")),
  };
  const gateway = await createGateway({
    key: keys.channel,
    identity: () => worldOf(host).scenario,
    botUrl,
    locale,
  });
  return Object.assign(host, { gateway });
}

function worldOf(host: Pick<Host, "world">): World {
  if (host.world === null) throw new Error("The simulator has not started.");
  return host.world;
}

type Controls = Omit<
  Simulator,
  "url" | "gatewayUrl" | "caPem" | "caFile" | "environment" | "close" | "scenario"
>;

function controlsOf(host: Host): Controls {
  return {
    setBotUrl: host.gateway.setBotUrl,
    setSender: host.gateway.setSender,
    requests: host.log.entries,
    clearRequests: host.log.clear,
    state: () => {
      const { store, assignments, apps } = worldOf(host);
      return structuredClone({ resources: [...store.all()], assignments, apps });
    },
    signInDevices: (oid) => void worldOf(host).deviceCodes.confirm(null, oid),
    setFaults: (faults) => host.faults.set(faultsSchema.parse(faults)),
    writes: () => worldOf(host).kubernetes.writes(),
    loadScenario: (source) => host.load(source),
    tokenFor: (oid, audience) => worldOf(host).tokens.issue(oid, audience),
    signActivity: host.gateway.signActivity,
  };
}

const pause = async (milliseconds: number): Promise<void> => {
  if (milliseconds > 0) await sleep(milliseconds);
};

/** Control first; then every request is delayed, perhaps failed on purpose, answered, and logged. */
async function answerAzure(host: Host, call: Call): Promise<Reply> {
  if (call.path.startsWith("/_sim/")) return handleControl(host, call);
  const startedAt = new Date();
  const world = worldOf(host);
  const verified = await world.tokens.verify(bearerToken(call) ?? "");
  const identity = verified.ok ? verified.identity : null;
  const fault = host.faults.take(call, identity?.oid ?? null);
  const delay = fault?.delay ?? 0;
  const planned = fault === undefined ? null : faultReply(fault);
  await pause(host.latencyMs + (fault?.taken ? 0 : delay));
  const own = planned === null || fault?.taken ? await routeAzure(world, host.gateway, call) : null;
  if (fault?.taken) await pause(delay);
  const reply = planned ?? own ?? { status: 500 };
  host.log.add({
    method: call.method,
    path: call.path,
    apiVersion: call.query.get("api-version"),
    query: call.query.toString(),
    caller: identity?.oid ?? null,
    audience: identity?.audience ?? null,
    startedAt: startedAt.toISOString(),
    endedAt: new Date().toISOString(),
    status: reply.status,
  });
  return reply;
}
