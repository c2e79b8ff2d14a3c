// The Bot Connector's client for one service URL: one request a call, never repeated by itself, with an end in time.
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
