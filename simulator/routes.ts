// Which service a request is for: one host, told apart by path.
import { handleArm } from "./arm/arm.ts";
import { handleEntra } from "./entra/entra.ts";
import { type Gateway, isLoopback } from "./gateway/gateway.ts";
import { handleGraph } from "./graph/graph.ts";
import type { Call, Reply } from "./http.ts";
import { signInPage } from "./token-service/sign-in-page.ts";
import { handleTokenService } from "./token-service/token-service.ts";
import type { World } from "./world.ts";

/** What an https front before the bot passes on, as it came. */
const isFront = /^\/(api\/messages|api\/alerts\/[\w-]+|healthz|readyz)$/;

/** The https host: Entra, Graph, the token service, the channel's keys, and ARM for everything else. */
export async function routeAzure(world: World, gateway: Gateway, call: Call): Promise<Reply> {
  const [, first = ""] = call.path.split("/");
  if (isFront.test(call.path)) return gateway.pass(call);
  if (call.path.startsWith("/v1/.well-known/")) return channelMetadata(world, gateway, call);
  if (first === "v1.0") return handleGraph(world, call);
  if (first === "api") return (await handleTokenService(world, call)) ?? notHere(call);
  if (["subscriptions", "providers", "tenants", "metadata"].includes(first.toLowerCase()))
    return handleArm(world, call);
  return (await handleEntra(world, call)) ?? notHere(call);
}

/** The http host, for this machine only: the gateway, and the sign-in page that browsers open. */
export async function routeTeams(world: World, gateway: Gateway, call: Call): Promise<Reply> {
  const host = (call.headers.host ?? "").replace(/:\d+$/, "");
  // The name is checked too, so that no web page reaches this port under a name of its own.
  if (!isLoopback(call.remoteAddress) || !isLoopback(host)) return { status: 403 };
  return call.path === "/signin" ? signInPage(world, call) : gateway.handle(call);
}

function channelMetadata(world: World, gateway: Gateway, call: Call): Reply {
  if (call.path === "/v1/.well-known/keys") return { status: 200, body: gateway.keySet() };
  const body = {
    issuer: "https://api.botframework.com",
    jwks_uri: `${world.url}/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ["RS256"],
  };
  return { status: 200, body };
}

function notHere(call: Call): Reply {
  return {
    status: 404,
    body: { error: { code: "NotFound", message: `The local Azure has no ${call.path}.` } },
  };
}
