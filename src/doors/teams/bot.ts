// The parts that every handler of the Teams edge works with.
import type { Services } from "../../app/ports/services.ts";
import type { Background } from "./background.ts";
import type { PersonQueue } from "./person-queue.ts";
import type { TokenService } from "./token-service.ts";

export type Bot = Readonly<{
  services: Services;
  tokens: TokenService;
  background: Background;
  /** What is done while Teams waits: before any of it takes one of the few connections of the database. */
  turns: PersonQueue;
  /** What is done afterwards. */
  answers: PersonQueue;
  /** Whether this press was made a moment ago. */
  pressedBefore: (key: string) => boolean;
  /** Issuer of the Bot Connector's tokens, for example `https://api.botframework.com`. */
  channelIssuer: string;
  /** Whether a `serviceUrl` is one of Teams': a bearer token goes there. */
  trusted: (serviceUrl: string) => boolean;
  /** Lower-cased ids of the tenants whose people are answered. */
  allowedTenants: readonly string[];
}>;
