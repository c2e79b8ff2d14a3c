// What is needed to post outside a turn.
import type { ConnectorClient } from "botframework-connector";
import type { Log, Services } from "../../app/ports/services.ts";
import type { Store } from "../../app/ports/store.ts";
import type { TokenService } from "./token-service.ts";

export type MessengerParts = Readonly<{
  /** The connector of a service URL. */
  clients: (serviceUrl: string) => Promise<ConnectorClient>;
  /** Name of the OAuth connection on the Azure Bot resource. */
  connection: string;
  tokens: TokenService;
  store: Pick<Store, "personalConversation" | "saveConversation" | "mode" | "lastCluster">;
  /** Whether a stored `serviceUrl` is one of Teams': a bearer token goes there. */
  trusted: (serviceUrl: string) => boolean;
  log: Log;
}> &
  Pick<Services, "docsUrl">;
