// The routes on restify: exact paths, JSON answers, and none of its plugins, since those read a request before anybody
// knows who sent it.
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import restify, { type Next, type Request, type Response, type Server } from "restify";
import type { Log } from "../../../app/ports/services.ts";
import { redact } from "../../../core/redact/redact.ts";
import { createRefusalLog, failed, type HttpRoute, type HttpServer, type Reply, refusal } from "../http.ts";

/** A request that is not all there by then is hung up on: nobody has been asked who they are yet. */
const receivedWithin = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };

/** Listens once it is told to. */
export function serve(routes: readonly HttpRoute[], log: Log, within = receivedWithin): HttpServer {
  const server = restify.createServer({ name: "aks-oncall" });
  Object.assign(server.server, within);
  const note = noteOf(createRefusalLog(log));
  server.pre((request: Request, response: Response, next: Next) => {
    const addressable = hasUrl(request);
    if (!addressable) send(request, response, written(note(request, null, notAddressable)));
    next(addressable ? undefined : false);
  });
  server.on("restifyError", (request: Request, response: Response, error: RoutingError, done: () => void) => {
    send(request, response, written(note(request, null, replyToStray(error))));
    done();
  });
  // Nothing here speaks another protocol, and a socket that nobody holds would end the process with its first error.
  server.on("upgrade", (_: Request, socket: Socket) => socket.destroy());
  for (const route of routes) {
    server[route.method](route.path, async (request: Request, response: Response) => {
      send(request, response, await answerTo(route, request, note, log));
    });
  }
  return {
    listen: (port, host) => listen(server, port, host),
    port: () => server.address().port,
    stop: (milliseconds = 3_000) => stop(server, milliseconds),
  };
}

const listen = (server: Server, port: number, host: string): Promise<NodeJS.ErrnoException | null> =>
  new Promise((resolve) => {
    server.once("error", resolve);
    server.server.once("error", resolve);
    server.listen(port, host, () => resolve(null));
  });

const stop = (server: Server, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const patience = setTimeout(() => server.server.closeAllConnections(), milliseconds);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
  });

type RoutingError = Readonly<{ statusCode?: number }>;
const unanswered = failed(500, "The request could not be answered.");

/** restify's own words repeat what was sent. */
function replyToStray({ statusCode }: RoutingError): Reply {
  if (statusCode === 404) return refusal(404, "Not found.");
  return statusCode === 405 ? refusal(405, "Method not allowed.") : unanswered;
}

/** restify asks for the URL outside of every handler, and a Host or target that makes none would end the process. */
const notAddressable = refusal(400, "The address is not a URL.");

function hasUrl(request: Request): boolean {
  try {
    return request.getUrl() !== undefined;
  } catch {
    return false;
  }
}

type Written = Readonly<{ status: number; text: string | undefined; type: string; more: Reply["headers"] }>;

type Note = (request: IncomingMessage, path: string | null, reply: Reply) => Reply;

/** Notes a refusal, and hands the reply on. */
const noteOf =
  (refused: ReturnType<typeof createRefusalLog>): Note =>
  (request, path, reply) => {
    const from = request.socket.remoteAddress ?? null;
    if (reply.refused !== undefined) refused({ path, status: reply.status, reason: reply.refused, from });
    return reply;
  };

/** Never fails: what was not foreseen is an answer too. */
async function answerTo(route: HttpRoute, request: IncomingMessage, note: Note, log: Log): Promise<Written> {
  try {
    return written(note(request, route.path, await route.answer(request)));
  } catch (error) {
    log.error("request failed", { path: route.path, error: redact(String(error)).text });
    return written(unanswered);
  }
}

/** Throws where a body is not JSON. */
const written = ({ status, body, type, headers }: Reply): Written => ({
  status,
  text: body === undefined ? undefined : type === undefined ? JSON.stringify(body) : String(body),
  type: type ?? "application/json",
  more: headers,
});

/** Raw, since nothing is negotiated. */
function send(request: IncomingMessage, response: Response, { status, text, type, more }: Written): void {
  const headers = { ...more, ...(status === 401 && hasMuchToSay(request) && { connection: "close" }) };
  if (text === undefined) response.sendRaw(status, "", headers);
  else response.sendRaw(status, text, { ...headers, "content-type": type });
}

/** Node reads on, and drops, what a refused sender has still to send: of a stranger no more than this. */
const longestDropped = 65_536;
const hasMuchToSay = ({ complete, headers }: IncomingMessage): boolean =>
  !complete && !(Number(headers["content-length"]) <= longestDropped);
