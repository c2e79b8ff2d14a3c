// The Bot Connector's client for one service URL: one request a call, never repeated by itself, with an end in time.

import type { Activity, SignInUrlResponse } from "botbuilder";
import { AuthenticationConstants, ClaimsIdentity, type ConnectorClient } from "botframework-connector";
import { z } from "zod";
import type { BotAuthentication } from "./adapter.ts";

type Pipeline = Readonly<{ removePolicy(by: Readonly<{ name: string }>): unknown }>;

/** The client keeps its pipeline to itself; this shape is that of botframework-connector 4.23, its last release line. */
const withPipeline = z.object({ client: z.object({ pipeline: z.custom<Pipeline>() }) });

/** The connector answers in well under a second; what takes this long will not be answered. */
const callMilliseconds = 10_000;
export const callOptions = () => ({ abortSignal: AbortSignal.timeout(callMilliseconds) });

/** Clients are kept: making one costs more than a request. Throws when the client is built otherwise than we know. */
export function connectorClients(
  authentication: BotAuthentication,
  appId: string,
  audience: string,
): (serviceUrl: string) => Promise<ConnectorClient> {
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
    const known = clients.get(serviceUrl) ?? create(serviceUrl);
    clients.set(serviceUrl, known);
    return known;
  };
}

// The Bot Framework token service: holds each person's sign-in for this bot and hands it out as an assertion.

const channel = "msteams";

/** Undefined where nobody is signed in; throws on an outage. */
export interface TokenService {
  token(userId: string, code?: string): Promise<string | undefined>;
  /** Trades the token that a Teams client sent for silent sign-in; undefined when consent is missing. */
  exchange(userId: string, clientToken: string): Promise<string | undefined>;
  signInResource(activity: Activity): Promise<SignInUrlResponse>;
  signOut(userId: string): Promise<void>;
}

export function createTokenService(
  authentication: BotAuthentication,
  appId: string,
  connection: string,
): TokenService {
  const identity = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: appId }], true);
  const client = () => authentication.createUserTokenClient(identity);
  return {
    token: async (userId, code = "") =>
      (await (await client()).getUserToken(userId, connection, channel, code))?.token,
    exchange: async (userId, clientToken) => {
      const exchanged = await (await client()).exchangeToken(userId, connection, channel, {
        token: clientToken,
      });
      return exchanged?.token;
    },
    signInResource: async (activity) => (await client()).getSignInResource(connection, activity, ""),
    signOut: async (userId) => (await client()).signOutUser(userId, connection, channel),
  };
}

// Which `serviceUrl`s are Teams': the bot's bearer token is sent there, so a stored one is checked before every use.

/** `hosts` are exact names, or `.suffix` for every host below it. Plain http and other ports are for loopback alone. */
export const trustedServiceUrl =
  (hosts: readonly string[]) =>
  (serviceUrl: string): boolean => {
    const url = URL.parse(serviceUrl);
    if (url === null || !isPlain(url, serviceUrl)) return false;
    const { protocol, hostname, port } = url;
    const loopback = hostname === "localhost" || hostname === "127.0.0.1";
    if (!loopback && (protocol !== "https:" || port !== "")) return false;
    return hosts.some((host) => (host.startsWith(".") ? hostname.endsWith(host) : hostname === host));
  };

/**
 * Written as every reader of URLs writes it: whoever reads a backslash, a dot of another script or a name before an
 * `@` in another way than we do would send the token elsewhere. The slash at the end may be left out.
 */
const isPlain = ({ protocol, host, pathname }: URL, text: string): boolean =>
  ["http:", "https:"].includes(protocol) && [text, `${text}/`].includes(`${protocol}//${host}${pathname}`);
