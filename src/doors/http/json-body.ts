// The body of a request as JSON: plain, of limited size, and harmless to work with.
import type { IncomingMessage } from "node:http";
import { type Reply, refusal } from "./http.ts";

export type JsonBody = Readonly<{ ok: true; value: unknown } | { ok: false; reply: Reply }>;

/** Everything but uncompressed JSON in UTF-8 is refused unread; what is too much is read and dropped. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<JsonBody> {
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
  return size > maxBytes ? tooMuch : parsed(Buffer.concat(chunks));
}

const isPlainJson = ({ headers }: IncomingMessage): boolean =>
  headers["content-encoding"] === undefined &&
  /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(headers["content-type"] ?? "");

/** JSON nested deeper than the stack allows is not JSON to us: the reviver visits every level. */
function parsed(bytes: Uint8Array): JsonBody {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text, withoutPrototype) };
  } catch {
    return refused(400, "The body is not JSON.");
  }
}

/** So that no copy of an object gets another prototype. */
const withoutPrototype = (key: string, value: unknown): unknown => (key === "__proto__" ? undefined : value);

const refused = (status: number, reason: string): JsonBody => ({ ok: false, reply: refusal(status, reason) });
