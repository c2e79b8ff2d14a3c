// The one way in which `install` asks Microsoft Graph and Azure Resource Manager: as whoever has signed in by `az login`.
// What is not done is a `Refused`, with the words of the service.
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { RequesterCredential } from "../../app/ports/azure.ts";
import { Refused } from "../../core/install/refused.ts";
import type { AzureEnvironment } from "../entra/cloud.ts";

export type Sent = Readonly<{
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Behind the host, with its query. */
  path: string;
  body?: object;
  /** Makes what a PATCH by an alternate key does not find: https://learn.microsoft.com/graph/api/application-upsert */
  createIfMissing?: true;
}>;

export type Answer<T> = Readonly<{ status: number; headers: Headers; body: T }>;

export type Requests = Readonly<{
  graph<T>(shape: z.ZodType<T>, sent: Sent): Promise<Answer<T>>;
  arm<T>(shape: z.ZodType<T>, sent: Sent): Promise<Answer<T>>;
}>;

/** Where nothing of the answer is read. */
export const nothing = z.unknown();

type Options = Readonly<{
  environment: AzureEnvironment;
  as: Pick<RequesterCredential, "exchange">;
  wait?: (milliseconds: number) => Promise<unknown>;
}>;

const withinMilliseconds = 60_000;
/** After a connection that broke without an answer. One that says nothing for a minute is not asked again. */
const pausesWhenSilent = [1_000, 4_000];
/** What was just made is not known everywhere at once, and a service may be busy. */
const pauses = [1_000, 2_000, 4_000, 8_000, 15_000];

export function createRequests({ environment, as, wait = pause }: Options): Requests {
  const through =
    (resource: "graph" | "arm", origin: string) =>
    async <T>(shape: z.ZodType<T>, sent: Sent): Promise<Answer<T>> => {
      const token = await as.exchange(resource);
      if (!token.ok) throw new Refused({ is: "signIn", why: token.failure.detail ?? token.failure.why });
      for (const left of [...pauses, null]) {
        const response = await sendAgain(`${origin}${sent.path}`, sent, token.token, wait);
        const text = await response.text();
        if (response.ok)
          return { status: response.status, headers: response.headers, body: parse(shape, sent, text) };
        const delay = left === null ? null : delayOf(response, sent, left);
        if (delay === null) throw refusedBy(sent, response.status, errorIn(text));
        await wait(delay);
      }
      throw new Error("The last try ends by itself.");
    };
  return {
    graph: through("graph", `${environment.graphEndpoint}/v1.0`),
    arm: through("arm", environment.armEndpoint),
  };
}

async function sendAgain(
  url: string,
  sent: Sent,
  token: string,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<Response> {
  for (const delay of isRepeatable(sent) ? [...pausesWhenSilent, null] : [null]) {
    try {
      return await send(url, sent, token);
    } catch (error) {
      const isBroken = error instanceof TypeError;
      if (!isBroken && !(error instanceof DOMException)) throw error;
      if (!isBroken || delay === null) throw silenceOf(sent, error);
      await wait(delay);
    }
  }
  throw new Error("The last try ends by itself.");
}

const send = (url: string, { method, body, createIfMissing }: Sent, token: string): Promise<Response> =>
  fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { "content-type": "application/json" }),
      ...(createIfMissing && { prefer: "create-if-missing" }),
    },
    ...(body && { body: JSON.stringify(body) }),
    redirect: "error",
    signal: AbortSignal.timeout(withinMilliseconds),
  });

function silenceOf(sent: Sent, { cause, message }: TypeError | DOMException): Refused {
  const said = cause instanceof Error ? cause.message : message;
  return new Refused({ is: "silent", request: requestOf(sent), message: said });
}

/** A POST that was perhaps taken is not sent twice. */
const isRepeatable = ({ method }: Sent): boolean => method !== "POST";

/** How long to wait before the same is sent again; null: never. */
function delayOf({ status, headers }: Response, sent: Sent, usual: number): number | null {
  const { method } = sent;
  if (status === 429) return 1000 * Number(headers.get("retry-after") ?? usual / 1000);
  if (status >= 500 && isRepeatable(sent)) return usual;
  // Written to what was made a moment ago.
  return status === 404 && method !== "GET" && method !== "DELETE" ? usual : null;
}

function parse<T>(shape: z.ZodType<T>, sent: Sent, text: string): T {
  const parsed = shape.safeParse(text === "" ? null : JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw refusedBy(sent, 200, { code: "", message: z.prettifyError(parsed.error) });
}

const errorShape = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

function errorIn(text: string): Readonly<{ code: string; message: string }> {
  try {
    return errorShape.parse(JSON.parse(text)).error;
  } catch {
    return { code: "", message: text.slice(0, 200) };
  }
}

const requestOf = ({ method, path }: Sent): string => `${method} ${path.split("?")[0]}`;

const refusedBy = (sent: Sent, status: number, said: Readonly<{ code: string; message: string }>): Refused =>
  new Refused({ is: "service", request: requestOf(sent), status, ...said });
