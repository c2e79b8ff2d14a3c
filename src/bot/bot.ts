// The parts that every handler of the Teams edge works with.
import type { Services } from "../app/services.ts";
import type { Background } from "./background.ts";
import type { TokenService } from "./token-service.ts";

export type Bot = Readonly<{
  services: Services;
  tokens: TokenService;
  background: Background;
  /** Lower-cased ids of the tenants whose people are answered. */
  allowedTenants: readonly string[];
}>;
