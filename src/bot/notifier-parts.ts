// What is needed to post outside a turn.
import type { CloudAdapter } from "botbuilder";
import type { Store } from "../app/ports.ts";
import type { Log } from "../app/services.ts";
import type { TokenService } from "./token-service.ts";

export type NotifierParts = Readonly<{
  adapter: CloudAdapter;
  appId: string;
  /** Name of the OAuth connection on the Azure Bot resource. */
  connection: string;
  /** Audience of Bot Connector tokens, for example `https://api.botframework.com`. */
  connectorAudience: string;
  tokens: TokenService;
  store: Pick<Store, "personalConversation" | "saveConversation" | "mode">;
  /** Whether a stored `serviceUrl` is one of Teams': a bearer token goes there. */
  trusted: (serviceUrl: string) => boolean;
  log: Log;
}>;
