// A Kubernetes API server of a scenario's objects over HTTPS: authenticate, authorize, answer.

import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { type Call, readRequest } from "./api-request.ts";
import type { Attributes, Authorize, KubernetesUser } from "./attributes.ts";
import { type Authorizer, createAuthorizer } from "./authorizer.ts";
import { bootstrapRoles } from "./bootstrap-roles.ts";
import { discoveryDocument } from "./discovery.ts";
import { actingUser } from "./impersonation.ts";
import { createObjectStore, type ObjectStore } from "./object-store.ts";
import { probeAnswer } from "./probes.ts";
import { isDryRun } from "./request-body.ts";
import { answerResource, typeOfRequest, type Watching } from "./resource-handlers.ts";
import { accessReview, readReview, rulesReview, selfReview } from "./reviews.ts";
import {
  type Answer,
  badRequest,
  failure,
  forbidden,
  forbiddenPath,
  noSuchPath,
  unauthorized,
} from "./status.ts";
import { streamChanges } from "./watch.ts";

export type { KubernetesUser };

export type KubernetesOptions = {
  /** Kubernetes objects (apiVersion, kind, metadata, …), RBAC objects among them. */
  objects: unknown[];
  /** The user of a bearer token; null answers 401. */
  authenticate: (bearerToken: string) => Promise<KubernetesUser | null>;
  /** Given when the cluster uses Azure RBAC for Kubernetes; else the RBAC objects decide. */
  authorize?: Authorize;
  /** PEM; the certificate is valid for localhost and 127.0.0.1. */
  tls: { key: string; cert: string; ca: string };
  /** `1.33.5` where nothing is said. */
  version?: string;
  /** Checks of its own health that fail, such as `etcd`. */
  failingChecks?: readonly string[];
};

/** A request that changes something: no dry run, no question about rights. `at`: ISO time. */
export type Write = Readonly<{ method: string; path: string; status: number; at: string }>;

export type KubernetesCluster = {
  url: string;
  objects(): unknown[];
  writes(): readonly Write[];
  close(): Promise<void>;
};

type Server = { store: ObjectStore; authorizer: Authorizer; options: KubernetesOptions; writes: Write[] };

const bodyLimit = 3 * 1024 * 1024;

/** Starts the API server on a free loopback port. Throws a sentence where a scenario's object cannot be used. */
export async function startKubernetes(options: KubernetesOptions): Promise<KubernetesCluster> {
  const store = createObjectStore([...bootstrapRoles(), ...options.objects]);
  const authorizer = createAuthorizer(store, options.authorize);
  const server: Server = { store, authorizer, options, writes: [] };
  const listener = createServer({ key: options.tls.key, cert: options.tls.cert }, (request, response) => {
    handle(server, request, response).catch((error: unknown) => {
      const hasHungUp = request.destroyed && !request.complete;
      if (hasHungUp) return;
      console.error("Kubernetes API server:", error);
      if (!response.headersSent) send(response, failure(500, "InternalError", "Internal error occurred"));
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    listener.once("error", reject);
    listener.listen(0, "127.0.0.1", resolve);
  });
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("the API server has no port");
  return {
    url: `https://127.0.0.1:${address.port}`,
    objects: () => store.all(),
    writes: () => server.writes,
    close: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        listener.closeAllConnections();
      }),
  };
}

async function handle(server: Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const caller = token === undefined ? null : await server.options.authenticate(token);
  if (caller === null) return send(response, unauthorized());
  const acting = await actingUser(caller, request.headers, server.authorizer);
  if (!acting.ok) return send(response, acting.answer);
  const call = await readCall(request);
  if (call === null) return send(response, failure(413, "RequestEntityTooLarge", "the body is too large"));
  const answer = await respond(server, acting.user, call);
  if ("watch" in answer) return streamChanges(server.store, answer.watch, response);
  if (isWrite(call)) {
    const { method, path } = call;
    server.writes.push({ method, path, status: answer.status, at: new Date().toISOString() });
  }
  send(response, answer);
}

const isWrite = (call: Call): boolean =>
  call.method !== "GET" && !/\/(selfsubject\w+|subjectaccess\w+)$/.test(call.path) && !isDryRun(call);

async function respond(server: Server, user: KubernetesUser, call: Call): Promise<Answer | Watching> {
  const request = parsed(() => readRequest(call));
  if (request === null) return badRequest("the path is not valid");
  if (request.kind === "path") return respondToPath(server, user, request.verb, call);
  const { attributes, version } = request;
  if (attributes.verb === "create" && attributes.resource.startsWith("selfsubject")) {
    return respondToReview(server, user, attributes, call.body);
  }
  if (!(await server.authorizer.allows(user, attributes))) {
    return forbidden(user, attributes, server.authorizer.refusalReason);
  }
  const type = typeOfRequest(version, attributes);
  return type === undefined ? noSuchPath() : answerResource({ store: server.store, call, attributes, type });
}

/** Discovery and probes are open to everyone who is authenticated, as by the default role `system:discovery`. */
function respondToPath(server: Server, user: KubernetesUser, verb: string, { path, query }: Call): Answer {
  const { version, failingChecks = [] } = server.options;
  const probe = verb === "get" ? probeAnswer(path, query.has("verbose"), failingChecks) : null;
  if (probe !== null) return probe;
  const document = verb === "get" ? discoveryDocument(path, version) : undefined;
  if (document !== undefined) return { status: 200, body: document };
  return server.authorizer.allowsPath(user, verb, path) ? noSuchPath() : forbiddenPath(user, verb, path);
}

/** Everyone may ask about their own rights, as by the default role `system:basic-user`. */
async function respondToReview(
  server: Server,
  user: KubernetesUser,
  { resource }: Attributes,
  body: Buffer,
): Promise<Answer> {
  if (resource === "selfsubjectreviews") return { status: 201, body: selfReview(user) };
  const review = parsed(() => readReview(resource, body));
  if (review === null) return badRequest("the review is neither JSON nor protobuf");
  const { authorizer } = server;
  switch (review.kind) {
    case "rules":
      return { status: 201, body: rulesReview(authorizer.rules(user, review.namespace)) };
    case "path":
      return { status: 201, body: accessReview(authorizer.allowsPath(user, review.verb, review.path)) };
    case "resource":
      return { status: 201, body: accessReview(await authorizer.allows(user, review.attributes)) };
  }
}

/** The call with its whole body; null where the body is larger than an API server takes. */
async function readCall(request: IncomingMessage): Promise<Call | null> {
  const url = new URL(request.url ?? "/", "https://localhost");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > bodyLimit) return null;
    chunks.push(chunk);
  }
  return {
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    accept: request.headers.accept ?? "",
    contentType: request.headers["content-type"] ?? "",
    body: Buffer.concat(chunks),
  };
}

function parsed<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof URIError || error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const isText = typeof body === "string";
  response.writeHead(status, { "content-type": isText ? "text/plain; charset=utf-8" : "application/json" });
  response.end(isText ? body : JSON.stringify(body));
}
