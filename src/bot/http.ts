// The HTTP edge: restify with exact paths, JSON answers, and none of its plugins, since those read a request before
// anybody knows who sent it. A body is read by the route that wants one (json-body.ts).
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import restify, { type Next, type Request, type Response, type Server } from "restify";
import type { Log } from "../app/services.ts";
import { redact } from "../core/command/redact.ts";

export type { Server };

/** Without a body where it is undefined. */
export type Reply = Readonly<{ status: number; body?: unknown }>;
export type Route = Readonly<{
  method: "get" | "post";
  path: string;
  answer: (request: IncomingMessage) => Promise<Reply>;
}>;

export const refusal = (status: number, error: string): Reply => ({ status, body: { error } });
const unanswered = refusal(500, "The request could not be answered.");
export const unauthorized = refusal(401, "Unauthorized.");

/** Listens once it is told to. */
export function serve(routes: readonly Route[], log: Log): Server {
  const server = restify.createServer({ name: "aks-oncall" });
  server.pre(onlyAddressable);
  server.on("restifyError", (_: Request, response: Response, error: RoutingError, done: () => void) => {
    send(response, replyToStray(error));
    done();
  });
  // Nothing here speaks another protocol, and a socket that nobody holds would end the process with its first error.
  server.on("upgrade", (_: Request, socket: Socket) => socket.destroy());
  for (const route of routes) {
    server[route.method](route.path, async (request: Request, response: Response) => {
      send(response, await replyTo(route, request, log));
    });
  }
  return server;
}

type RoutingError = Readonly<{ statusCode?: number }>;

/** restify's own words repeat what was sent. */
function replyToStray({ statusCode }: RoutingError): Reply {
  if (statusCode === 404) return refusal(404, "Not found.");
  return statusCode === 405 ? refusal(405, "Method not allowed.") : unanswered;
}

/** restify asks for the URL outside of every handler, and a Host or target that makes none would end the process. */
function onlyAddressable(request: Request, response: Response, next: Next): void {
  const addressable = hasUrl(request);
  if (!addressable) send(response, refusal(400, "The address is not a URL."));
  next(addressable ? undefined : false);
}

function hasUrl(request: Request): boolean {
  try {
    return request.getUrl() !== undefined;
  } catch {
    return false;
  }
}

/** Never fails: what was not foreseen is an answer too. */
async function replyTo(route: Route, request: IncomingMessage, log: Log): Promise<Reply> {
  try {
    return await route.answer(request);
  } catch (error) {
    log.error("request failed", { path: route.path, error: redact(String(error)).text });
    return unanswered;
  }
}

/** Raw, since nothing is negotiated: it is JSON, or nothing. */
function send(response: Response, { status, body }: Reply): void {
  if (body === undefined) response.sendRaw(status, "");
  else response.sendRaw(status, JSON.stringify(body), { "content-type": "application/json" });
}
