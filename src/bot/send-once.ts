// Keeps botbuilder's client from repeating a request by itself: one whose answer was lost may have been taken.
import type { TurnContext } from "botbuilder";
import { z } from "zod";

type Pipeline = Readonly<{ removePolicy(by: Readonly<{ name: string }>): unknown }>;

/** The client of a turn keeps its pipeline to itself; this shape is that of botbuilder 4.23, its last release line. */
const connectorClient = z.object({ client: z.object({ pipeline: z.custom<Pipeline>() }) });

/** For this turn alone. Throws when the client is built otherwise: better no post than one that may stand there twice. */
export function sendOnce({ turnState, adapter }: TurnContext): void {
  const { client } = connectorClient.parse(turnState.get(adapter.ConnectorClientKey));
  client.pipeline.removePolicy({ name: "defaultRetryPolicy" });
}
