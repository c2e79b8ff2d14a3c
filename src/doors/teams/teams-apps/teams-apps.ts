// Teams by Microsoft's Teams SDK (`@microsoft/teams.apps`): its check of tokens, and its clients of the Bot Connector and the
// token service. Its router, its own sign-in and its HTTP server are left out: our own handlers answer.
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { setImmediate } from "node:timers/promises";
import { CHINA, Client, type CloudEnvironment, PUBLIC, US_GOV, withOverrides } from "@microsoft/teams.api";
import { App } from "@microsoft/teams.apps";
import { decodeJwt } from "jose";
import { z } from "zod";
import {
  type Activity,
  CallError,
  type Caller,
  type Connector,
  noAnswer,
  type SdkSettings,
  type TeamsSdk,
  type TokenService,
} from "../port.ts";

export async function createTeamsApps(settings: SdkSettings): Promise<TeamsSdk> {
  const cloud = cloudOf(settings);
  const gate = await gateOf(settings, cloud);
  return {
    callerOf: (authorization, activity) => callerOf(gate, authorization, activity),
    connector: (serviceUrl) => connectorOf(settings, serviceUrl),
    tokens: tokenService(settings, cloud),
  };
}

const known = { public: PUBLIC, usGovernment: US_GOV, china: CHINA } as const;

function cloudOf({ cloud, endpoints }: SdkSettings): CloudEnvironment {
  if (endpoints === null) return known[cloud];
  return withOverrides(known[cloud], {
    tokenIssuer: endpoints.tokenIssuer,
    tokenServiceUrl: endpoints.oauthUrl,
    openIdMetadataUrl: endpoints.openIdMetadataUrl,
  });
}

// Who speaks.

type Gate = App["server"];

const silent = () => {};
/** What it has to say is an answer of ours too, and its words may repeat what was sent. */
const log: App["log"] = {
  ...{ debug: silent, info: silent, warn: silent, error: silent, trace: silent, log: silent },
  child: () => log,
};

/** All that it would read from the environment is said: one variable would let in requests without a token. */
async function gateOf(
  { appId, tenantId, audience, token }: SdkSettings,
  cloud: CloudEnvironment,
): Promise<Gate> {
  const app = new App({
    ...{ clientId: appId, tenantId, cloud, logger: log, state: false, token: () => token(audience) },
    dangerouslyAllowUnauthenticatedRequests: false,
    telemetry: { agent365: false },
    // In place of its own server.
    httpServerAdapter: { registerRoute: silent },
  });
  await app.initialize();
  app.server.onRequest = async () => ({ status: 200 });
  return app.server;
}

/**
 * It also lets in any Entra token of our own app, from any tenant: its issuer says so. Whom it does not let in, it says
 * nothing else of. The door has checked the token before, so that what is left are another service URL, and keys that
 * could not be had.
 */
async function callerOf(gate: Gate, authorization: string, activity: Activity): Promise<Caller> {
  const { status } = await gate.handleRequest({ body: activity, headers: { authorization } });
  const { iss: issuer, serviceurl: serviceUrl } = claimsIn(authorization);
  if (status === 200) return { ok: true, issuer, serviceUrl };
  return serviceUrl === activity.serviceUrl
    ? { ok: false, code: "unavailable", reason: "the SDK of Teams did not let it in" }
    : { ok: false, code: "refused", reason: "it speaks for another service URL" };
}

function claimsIn(authorization: string): Record<string, unknown> {
  try {
    return decodeJwt(authorization.replace(/^Bearer /i, ""));
  } catch {
    return {};
  }
}

// Calls: a client for each, since its own take no end in time.

/** Not used again once it was idle for so long: who has closed it meanwhile would leave a call without an answer. */
const connections = { keepAlive: true, timeout: 2_000 };
const agents = { httpAgent: new HttpAgent(connections), httpsAgent: new HttpsAgent(connections) };

function clientOf(
  { token, audience }: SdkSettings,
  serviceUrl: string,
  ends: AbortSignal,
  oauthUrl?: string,
): Client {
  const options = {
    token: async () => {
      // First it is heard who has closed a connection while this process was busy.
      await setImmediate();
      return token(audience).catch((cause: unknown) => {
        throw new CallError({ is: "notSent", code: "noToken" }, String(cause));
      });
    },
    logger: log,
    interceptors: [
      {
        // The token goes nowhere else.
        request: ({ config }: { config: object }) =>
          Object.assign(config, { ...agents, signal: ends, maxRedirects: 0 }) as never,
      },
    ],
  };
  return new Client(serviceUrl, options, oauthUrl === undefined ? {} : { oauthUrl });
}

const answered = z.object({
  code: z.string().optional(),
  response: z
    .object({
      status: z.number(),
      data: z.unknown(),
      headers: z.custom<Readonly<{ get(name: string): unknown }>>(),
    })
    .optional(),
});

function callError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  const { code, response } = answered.safeParse(error).data ?? {};
  if (response === undefined) return new CallError(noAnswer(code), String(error));
  const { status, data, headers } = response;
  const retryAfter = headers.get("retry-after");
  return new CallError(
    { is: "answered", status, ...(typeof retryAfter === "string" && { retryAfter }) },
    `${String(error)} ${JSON.stringify(data) ?? ""}`,
  );
}

const call = <T>(act: () => Promise<T>): Promise<T> =>
  act().catch((error: unknown) => Promise.reject(callError(error)));

type Sent = Parameters<Client["conversations"]["createActivity"]>[1];

/** Its addresses are put together as they are. */
const part = encodeURIComponent;

function connectorOf(settings: SdkSettings, serviceUrl: string): Connector {
  const on = (ends: AbortSignal) => clientOf(settings, serviceUrl, ends).conversations;
  const teams = (ends: AbortSignal) => clientOf(settings, serviceUrl, ends).teams;
  return {
    // A reply is one by its `replyToId`.
    post: (activity, ends) =>
      call(
        async () =>
          (await on(ends).createActivity(part(activity.conversation.id), activity as unknown as Sent))?.id,
      ),
    edit: async (activity, ends) => {
      const { conversation, id } = activity;
      await call(() => on(ends).updateActivity(part(conversation.id), part(id), activity as unknown as Sent));
    },
    member: async (conversationId, userId, ends) => {
      await call(() => on(ends).getMemberById(part(conversationId), part(userId)));
    },
    members: (conversationId, { pageSize, continuationToken }, ends) =>
      call(() => on(ends).getPagedMembers(part(conversationId), pageSize, continuationToken)),
    team: (teamId, ends) => call(() => teams(ends).getById(part(teamId))),
    channels: (teamId, ends) => call(() => teams(ends).getConversations(part(teamId))),
    openChat: ({ bot, member, tenantId }, ends) => {
      const chat = {
        isGroup: false,
        bot,
        members: [member],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      };
      return call(async () => (await on(ends).create(chat as never))?.id);
    },
  };
}

const channelId = "msteams";
/** As long as the slowest answer that is any use to who waits. */
const tokenMilliseconds = 30_000;

function tokenService(settings: SdkSettings, cloud: CloudEnvironment): TokenService {
  const { appId: msAppId, connection: connectionName } = settings;
  const client = () => clientOf(settings, "", AbortSignal.timeout(tokenMilliseconds), cloud.tokenServiceUrl);
  /** Undefined where it answers that there is none. */
  const found = async (
    none: readonly number[],
    act: () => Promise<Readonly<{ token?: string }> | undefined>,
  ): Promise<string | undefined> => {
    try {
      return (await call(act))?.token;
    } catch (error) {
      const failure = error instanceof CallError ? error.failure : undefined;
      if (failure?.is === "answered" && none.includes(failure.status)) return undefined;
      throw error;
    }
  };
  return {
    token: (userId, code) =>
      found([404], () =>
        client().users.getToken({ userId, connectionName, channelId, ...(code !== undefined && { code }) }),
      ),
    exchange: (userId, token) =>
      found([400, 404], () =>
        client().users.exchangeToken({ userId, connectionName, channelId, exchangeRequest: { token } }),
      ),
    signInResource: (conversation) => {
      const state = Buffer.from(JSON.stringify({ connectionName, conversation, msAppId })).toString("base64");
      return call(() => client().bots.signIn.getResource({ state }));
    },
    signOut: async (userId) => {
      await call(() => client().users.signOut({ userId, connectionName, channelId }));
    },
  };
}
