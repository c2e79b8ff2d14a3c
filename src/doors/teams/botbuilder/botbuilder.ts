// Teams by botbuilder 4.23, the last line of the Bot Framework SDK: its check of tokens, and its clients of the Bot
// Connector and the token service. Authentication cannot be switched off.
import {
  type Activity as BotActivity,
  ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
} from "botbuilder";
import {
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorClient,
  type ServiceClientCredentialsFactory,
  TeamsConnectorClient,
} from "botframework-connector";
import { z } from "zod";
import {
  type Activity,
  type BotEndpoints,
  CallError,
  type Caller,
  type Connector,
  noAnswer,
  type SdkSettings,
  type TeamsSdk,
  type TokenService,
} from "../port.ts";

type Authentication = ConfigurationBotFrameworkAuthentication;

export function createBotbuilder(settings: SdkSettings): TeamsSdk {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: settings.appId,
      MicrosoftAppType: "SingleTenant",
      MicrosoftAppTenantId: settings.tenantId,
      ...placesOf(settings),
    },
    credentials(settings),
  );
  return {
    callerOf: (authorization, activity) => callerOf(authentication, authorization, activity),
    connector: connectors(authentication, settings),
    tokens: tokenService(authentication, settings),
  };
}

/** In its own words for a cloud that it does not know; empty for public Azure. */
function placesOf({ endpoints, cloud }: SdkSettings): Record<string, string | boolean> {
  if (endpoints !== null) return keysOf(endpoints);
  return cloud === "usGovernment" ? { ChannelService: "https://botframework.azure.us" } : {};
}

/** Given whole, since any one of them drops all of its defaults. */
const keysOf = (endpoints: BotEndpoints): Record<string, string | boolean> => ({
  ToChannelFromBotLoginUrl: endpoints.loginUrl,
  ToChannelFromBotOAuthScope: endpoints.oauthScope,
  ToBotFromChannelTokenIssuer: endpoints.tokenIssuer,
  OAuthUrl: endpoints.oauthUrl,
  ToBotFromChannelOpenIdMetadataUrl: endpoints.openIdMetadataUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: endpoints.emulatorOpenIdMetadataUrl,
  CallerId: endpoints.callerId,
  ValidateAuthority: endpoints.validateAuthority,
});

/** One factory for secret, certificate and federated credentials: its own fail outside Microsoft's clouds. */
const credentials = (settings: SdkSettings): ServiceClientCredentialsFactory => ({
  isValidAppId: async (appId) => appId === settings.appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async (_appId, audience) => ({
    signRequest: async (request) => {
      const bearer = await settings.token(audience ?? settings.audience).catch((cause: unknown) => {
        throw new CallError({ is: "notSent", code: "noToken" }, String(cause));
      });
      request.headers.set("authorization", `Bearer ${bearer}`);
      return request;
    },
  }),
});

/** It also lets emulators in: any Entra token of our own app, from any tenant. Its issuer says so. */
async function callerOf(
  authentication: Authentication,
  authorization: string,
  activity: Activity,
): Promise<Caller> {
  try {
    const { claimsIdentity } = await authentication.authenticateRequest(
      activity as unknown as BotActivity,
      authorization,
    );
    const claim = (name: string) => claimsIdentity.getClaimValue(name);
    return { ok: true, issuer: claim("iss"), serviceUrl: claim("serviceurl") };
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error;
    // Its other code is 500: the keys could not be had.
    return {
      ok: false,
      code: error.statusCode === 401 ? "refused" : "unavailable",
      reason: error.message,
    };
  }
}

type Pipeline = Readonly<{ removePolicy(by: Readonly<{ name: string }>): unknown }>;

/** The client keeps its pipeline to itself; this is its shape in 4.23. */
const withPipeline = z.object({ client: z.object({ pipeline: z.custom<Pipeline>() }) });

/** Clients are kept: making one costs more than a request. Throws when a client is built otherwise than we know. */
function connectors(
  authentication: Authentication,
  { appId, audience }: SdkSettings,
): (serviceUrl: string) => Connector {
  const clients = new Map<string, Promise<ConnectorClient>>();
  const identity = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
  const create = async (serviceUrl: string): Promise<ConnectorClient> => {
    const client = await authentication.createConnectorFactory(identity).create(serviceUrl, audience);
    // A request whose answer was lost may have been taken: whether it is made again is not the client's to decide.
    withPipeline.parse(client).client.pipeline.removePolicy({ name: "defaultRetryPolicy" });
    return client;
  };
  return (serviceUrl) => {
    const client = clients.get(serviceUrl) ?? create(serviceUrl);
    clients.set(serviceUrl, client);
    return connectorOf(client, serviceUrl);
  };
}

function connectorOf(client: Promise<ConnectorClient>, baseUri: string): Connector {
  const call = async <T>(act: (of: ConnectorClient["conversations"]) => Promise<T>): Promise<T> => {
    const { conversations } = await client;
    return act(conversations).catch((error: unknown) => Promise.reject(callError(error)));
  };
  const read = async <T>(act: (of: TeamsConnectorClient["teams"]) => Promise<T>): Promise<T> => {
    const { credentials } = await client;
    const { teams } = new TeamsConnectorClient(credentials, { baseUri });
    return act(teams).catch((error: unknown) => Promise.reject(callError(error)));
  };
  return {
    team: (teamId, abortSignal) => read((of) => of.fetchTeamDetails(teamId, { abortSignal })),
    channels: async (teamId, abortSignal) =>
      (await read((of) => of.fetchChannelList(teamId, { abortSignal }))).conversations,
    post: (activity, abortSignal) => {
      const { conversation, replyToId } = activity;
      const sent = activity as BotActivity;
      return call(async (of) =>
        replyToId === undefined
          ? (await of.sendToConversation(conversation.id, sent, { abortSignal })).id
          : (await of.replyToActivity(conversation.id, replyToId, sent, { abortSignal })).id,
      );
    },
    edit: async (activity, abortSignal) => {
      const { conversation, id } = activity;
      await call((of) => of.updateActivity(conversation.id, id, activity as BotActivity, { abortSignal }));
    },
    member: async (conversationId, userId, abortSignal) => {
      await call((of) => of.getConversationMember(conversationId, userId, { abortSignal }));
    },
    members: async (conversationId, page, abortSignal) => {
      // Its type wants both, and it leaves out of the request what is not there.
      const options = { ...page, abortSignal } as { pageSize: number; continuationToken: string };
      const read = await call((of) => of.getConversationPagedMembers(conversationId, options));
      return { members: read.members ?? [], continuationToken: read.continuationToken };
    },
    openChat: ({ bot, member, tenantId }, abortSignal) => {
      const parameters = {
        ...{ isGroup: false, bot, members: [member], tenantId },
        channelData: { tenant: { id: tenantId } },
      } as ConversationParameters;
      return call(async (of) => (await of.createConversation(parameters, { abortSignal })).id);
    },
  };
}

const answered = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  response: z.object({ headers: z.custom<Readonly<{ get(name: string): string | undefined }>>() }).optional(),
});

function callError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  const { statusCode, code, response } = answered.safeParse(error).data ?? {};
  if (statusCode === undefined) return new CallError(noAnswer(code), String(error));
  const retryAfter = response?.headers.get("retry-after");
  return new CallError(
    { is: "answered", status: statusCode, ...(retryAfter !== undefined && { retryAfter }) },
    String(error),
  );
}

const channel = "msteams";

function tokenService(authentication: Authentication, { appId, connection }: SdkSettings): TokenService {
  const identity = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: appId }], true);
  const client = () => authentication.createUserTokenClient(identity);
  return {
    token: async (userId, code = "") =>
      (await (await client()).getUserToken(userId, connection, channel, code))?.token,
    exchange: async (userId, token) =>
      (await (await client()).exchangeToken(userId, connection, channel, { token }))?.token,
    signInResource: async ({ bot, user, ...place }) => {
      const asIfSaid = { type: "event", ...place, from: user, recipient: bot };
      return (await client()).getSignInResource(connection, asIfSaid as unknown as BotActivity, "");
    },
    signOut: async (userId) => (await client()).signOutUser(userId, connection, channel),
  };
}
