// The HTTP edge in our own types: what a route is and answers, who is let in, and how a body is read. A body is read by
// the route that wants one, once it is known who sent it.

import type { IncomingMessage } from "node:http";
import type { Log } from "../../app/ports/services.ts";
import type { Telemetry } from "../../app/ports/telemetry.ts";

/** Without a body where it is undefined. `refused`: why, for the log alone. */
export type Reply = Readonly<{
  status: number;
  body?: unknown;
  refused?: string;
  /** Of a body that is text; JSON where nothing is said. */
  type?: string;
  headers?: Readonly<Record<string, string>>;
}>;
export type HttpRoute = Readonly<{
  method: "get" | "post";
  path: string;
  answer: (request: IncomingMessage) => Promise<Reply>;
}>;

/** What failed on our side, and is logged as that. */
export const failed = (status: number, error: string): Reply => ({ status, body: { error } });
export const refusal = (status: number, error: string, why = error): Reply => ({
  ...failed(status, error),
  refused: why,
});
/** The same for everybody. */
export const unauthorized = (why: string): Reply => refusal(401, "Unauthorized.", why);

/** What serves the routes. */
export type HttpServer = Readonly<{
  /** Null once the port is bound, else why not. */
  listen(port: number, host: string): Promise<NodeJS.ErrnoException | null>;
  /** The port that was bound. */
  port(): number;
  /** Takes no more requests. Whoever is slow to send one, or to read its answer, does not hold up the end. */
  stop(milliseconds?: number): Promise<void>;
}>;

/** Each with how long its answer takes. What an orchestrator asks all the time is in no trace. */
export const watchedRoutes = (telemetry: Telemetry, routes: readonly HttpRoute[]): readonly HttpRoute[] =>
  routes.map((route) => ({
    ...route,
    answer: (request) =>
      telemetry.during(
        { name: "http_request_duration_seconds", untraced: route.method === "get" },
        () => route.answer(request),
        (ended) => ({
          method: route.method === "get" ? "GET" : "POST",
          route: route.path,
          status: ended.ok ? String(ended.value.status) : "500",
        }),
      ),
  }));

// One line of the log for each request that is refused; of a flood the first ones, and then a line that counts.

type RequestRefused = Readonly<{
  /** The route, or null for an address that is none of ours: what was asked for is the sender's text. */
  path: string | null;
  status: number;
  reason: string;
  /** Address of the connection: a proxy's, where one stands before us. */
  from: string | null;
}>;

/** Of one path and status, within one window. */
const longestList = 10;
const windowMilliseconds = 60_000;

type After = (milliseconds: number, act: () => void) => void;
/** Does not keep the process alive. */
const later: After = (milliseconds, act) => void setTimeout(act, milliseconds).unref();

export function createRefusalLog(log: Log, after: After = later): (refused: RequestRefused) => void {
  const counts = new Map<string, number>();
  return (refused) => {
    const { path, status } = refused;
    const kind = `${status} ${path}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= longestList) log.warn("request refused", refused);
    if (count > 1) return;
    after(windowMilliseconds, () => {
      const more = (counts.get(kind) ?? 0) - longestList;
      counts.delete(kind);
      if (more > 0) log.warn("more requests refused", { path, status, count: more });
    });
  };
}

// Who calls: asked before a byte of the body is read.

/** Takes the header `Authorization`. `unavailable`: nobody can tell now. `reason` is for the log. */
export type CallerCheck = (
  authorization: string | undefined,
) => Promise<Readonly<{ ok: true } | { ok: false; code: "refused" | "unavailable"; reason: string }>>;

/** Null for a caller who is let in; every other learns nothing. */
export async function whyRefused(check: CallerCheck, { headers }: IncomingMessage): Promise<Reply | null> {
  const result = await check(headers.authorization);
  if (result.ok) return null;
  const { code, reason } = result;
  return code === "unavailable" ? refusal(503, "Try again later.", reason) : unauthorized(reason);
}

// The body of a request as JSON: plain, of limited size, and harmless to work with.

type RequestBody<T = unknown> = Readonly<{ ok: true; value: T } | { ok: false; reply: Reply }>;

/** Everything but uncompressed JSON in UTF-8 is refused unread; what is too much is read and dropped. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<RequestBody> {
  const body = await readBytes(request, maxBytes);
  return body.ok ? parsed(body.value) : body;
}

/** `whyRefused` is asked of the bytes as they were sent, before anything is made of them. */
export async function readSignedJson(
  request: IncomingMessage,
  maxBytes: number,
  whyRefused: (bytes: Uint8Array) => string | null,
): Promise<RequestBody> {
  const body = await readBytes(request, maxBytes);
  if (!body.ok) return body;
  const why = whyRefused(body.value);
  return why === null ? parsed(body.value) : { ok: false, reply: unauthorized(why) };
}

async function readBytes(request: IncomingMessage, maxBytes: number): Promise<RequestBody<Uint8Array>> {
  if (!isPlainJson(request)) return refused(415, "Send application/json, in UTF-8 and not compressed.");
  const tooMuch = refused(413, `The body is larger than ${maxBytes} bytes.`);
  if (Number(request.headers["content-length"]) > maxBytes) return tooMuch;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
    }
  } catch {
    return refused(400, "The body ended early.");
  }
  return size > maxBytes ? tooMuch : { ok: true, value: Buffer.concat(chunks) };
}

const isPlainJson = ({ headers }: IncomingMessage): boolean =>
  headers["content-encoding"] === undefined &&
  /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(headers["content-type"] ?? "");

function parsed(bytes: Uint8Array): RequestBody {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return isHarmless(value) ? { ok: true, value } : notJson;
  } catch {
    return notJson;
  }
}

/** Far more than any message or alert has. */
const mostLevels = 200;

/**
 * Without fields called `__proto__`, so that no copy of an object gets another prototype; false where it is nested so deep
 * that whoever goes over it could run out of stack. A reviver of `JSON.parse` would do the same in thirty times as long.
 */
function isHarmless(value: unknown, level = 0): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (level === mostLevels) return false;
  Reflect.deleteProperty(value, "__proto__");
  return Object.values(value).every((each) => isHarmless(each, level + 1));
}

const refused = (status: number, reason: string) => ({ ok: false, reply: refusal(status, reason) }) as const;
const notJson = refused(400, "The body is not JSON.");
