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

function parsed(bytes: Uint8Array): JsonBody {
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

const refused = (status: number, reason: string): JsonBody => ({ ok: false, reply: refusal(status, reason) });
const notJson = refused(400, "The body is not JSON.");
