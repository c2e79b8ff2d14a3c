// ExpressRoute: every check of it. A new one is a file beside this and a line here.
import { erBgpRoutes } from "./er.bgp-routes.ts";
import { erCircuitProvisioned } from "./er.circuit-provisioned.ts";
import { erEncryption } from "./er.encryption.ts";
import { erFastpath } from "./er.fastpath.ts";
import { erGatewayConnection } from "./er.gateway-connection.ts";
import { erPrivatePeering } from "./er.private-peering.ts";

export const erChecks = [
  erCircuitProvisioned,
  erPrivatePeering,
  erGatewayConnection,
  erBgpRoutes,
  erFastpath,
  erEncryption,
] as const;
