// The HTTP edge: restify with exact paths, JSON answers, and none of its plugins, since those read a request before
// anybody knows who sent it. A body is read by the route that wants one (json-body.ts).
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import restify, { type Next, type Request, type Response, type Server } from "restify";
import type { Log } from "../app/services.ts";
import { redact } from "../core/redact/redact.ts";

export type { Server };

/** Without a body where it is undefined. */
export type Reply = Readonly<{ status: number; body?: unknown }>;
export type Route = Readonly<{
  method: "get" | "post";
  path: string;
  answer: (request: IncomingMessage) => Promise<Reply>;
}>;

export const refusal = (status: number, error: string): Reply => ({ status, body: { error } });
export const unauthorized = refusal(401, "Unauthorized.");

/** A request that is not all there by then is hung up on: nobody has been asked who they are yet. */
const receivedWithin = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };

/** Listens once it is told to. */
export function serve(routes: readonly Route[], log: Log, within = receivedWithin): Server {
  const server = restify.createServer({ name: "aks-oncall" });
  Object.assign(server.server, within);
  server.pre(onlyAddressable);
  server.on("restifyError", (_: Request, response: Response, error: RoutingError, done: () => void) => {
    send(response, written(replyToStray(error)));
    done();
  });
  // Nothing here speaks another protocol, and a socket that nobody holds would end the process with its first error.
  server.on("upgrade", (_: Request, socket: Socket) => socket.destroy());
  for (const route of routes) {
    server[route.method](route.path, async (request: Request, response: Response) => {
      send(response, await answerTo(route, request, log));
    });
  }
  return server;
}

/** Takes no more requests. Whoever is slow to send one, or to read its answer, does not hold up the end. */
export function stopServing(server: Server, milliseconds = 3_000): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.server.closeAllConnections(), milliseconds);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
  });
}

type RoutingError = Readonly<{ statusCode?: number }>;
const unanswered = refusal(500, "The request could not be answered.");

/** restify's own words repeat what was sent. */
function replyToStray({ statusCode }: RoutingError): Reply {
  if (statusCode === 404) return refusal(404, "Not found.");
  return statusCode === 405 ? refusal(405, "Method not allowed.") : unanswered;
}

/** restify asks for the URL outside of every handler, and a Host or target that makes none would end the process. */
function onlyAddressable(request: Request, response: Response, next: Next): void {
  const addressable = hasUrl(request);
  if (!addressable) send(response, written(refusal(400, "The address is not a URL.")));
  next(addressable ? undefined : false);
}

function hasUrl(request: Request): boolean {
  try {
    return request.getUrl() !== undefined;
  } catch {
    return false;
  }
}

type Written = Readonly<{ status: number; text: string | undefined }>;

/** Never fails: what was not foreseen is an answer too. */
async function answerTo(route: Route, request: IncomingMessage, log: Log): Promise<Written> {
  try {
    return written(await route.answer(request));
  } catch (error) {
    log.error("request failed", { path: route.path, error: redact(String(error)).text });
    return written(unanswered);
  }
}

/** Throws where a body is not JSON. */
const written = ({ status, body }: Reply): Written => ({
  status,
  text: body === undefined ? undefined : JSON.stringify(body),
});

/** Raw, since nothing is negotiated: it is JSON, or nothing. */
function send(response: Response, { status, text }: Written): void {
  if (text === undefined) response.sendRaw(status, "");
  else response.sendRaw(status, text, { "content-type": "application/json" });
}
