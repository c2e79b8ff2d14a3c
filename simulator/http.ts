// HTTP in plain values: a Call in, a Reply out. Everything behind the two servers is written against these.
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { type Json, type JsonObject, objectOf, parseJson } from "./json.ts";

export type Call = {
  method: string;
  /** Decoded path without a trailing slash. */
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: string;
  remoteAddress: string;
};

/** A text body is sent as it is (HTML unless a content type is given), everything else as JSON. */
export type Reply = {
  status: number;
  headers?: Record<string, string>;
  body?: Json;
  /** The connection ends instead. */
  hungUp?: true;
};

export type Handler = (call: Call) => Promise<Reply>;
export type Listening = { port: number; close(): Promise<void> };

const largestBody = 4 * 1024 * 1024;

/** The body as a JSON object; `{}` where it is none. */
export function jsonBody(call: Call): JsonObject {
  return objectOf(parseJson(call.body));
}

export function bearerToken(call: Call): string | null {
  const match = /^Bearer\s+(\S+)$/i.exec(call.headers.authorization ?? "");
  return match?.[1] ?? null;
}

/** Serves `handler` on loopback; https when a key and certificate are given. Port 0 takes a free one. */
export async function listen(
  handler: Handler,
  port: number,
  tls?: { key: string; cert: string },
): Promise<Listening> {
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    void serve(handler, request, response);
  };
  const server = tls ? createHttpsServer(tls, onRequest) : createHttpServer(onRequest);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return { port: portOf(server), close: () => closeServer(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return (address satisfies AddressInfo).port;
}

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let reply: Reply;
  try {
    reply = await handler(await readCall(request));
  } catch (error) {
    console.error("The simulator failed on", request.method, request.url, error);
    reply = { status: 500, body: { error: { code: "InternalServerError", message: String(error) } } };
  }
  send(reply, request, response);
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw new Error("The request body is larger than 4 MB.");
    chunks.push(chunk);
  }
  const url = new URL(request.url ?? "/", "http://localhost");
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  return {
    method: request.method ?? "GET",
    path: decodeURIComponent(url.pathname).replace(/\/+$/, "") || "/",
    query: url.searchParams,
    headers,
    body: Buffer.concat(chunks).toString("utf8"),
    remoteAddress: request.socket.remoteAddress ?? "",
  };
}

function send(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (reply.hungUp) return void request.socket.destroy();
  const isText = typeof reply.body === "string";
  const body = reply.body === undefined ? "" : isText ? String(reply.body) : JSON.stringify(reply.body);
  const type = isText ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
  response.writeHead(reply.status, {
    ...(body === "" ? {} : { "content-type": type }),
    ...(reply.status === 204 ? {} : { "content-length": String(Buffer.byteLength(body)) }),
    ...reply.headers,
  });
  response.end(request.method === "HEAD" || reply.status === 204 ? undefined : body);
}
