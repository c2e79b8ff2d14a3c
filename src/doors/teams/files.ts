// Puts a file where Teams said that it may be put, and gets one that somebody sent: from OneDrive or SharePoint, whose
// address is all that it takes. No token goes there.
import type { Files } from "../../app/ports/files.ts";
import { mostBytes } from "../../core/command/change/read-sent-file.ts";

const uploadMilliseconds = 30_000;
const downloadMilliseconds = 10_000;

/** `hosts` as for service URLs: exact names, or `.suffix` for every host below it. None: Teams takes no files. */
export const createFiles = (hosts: readonly string[]): Files => ({
  possible: hosts.length > 0,
  isTrusted: (url) => isOf(hosts, url),
  async get(downloadUrl) {
    try {
      // An address that is not checked is not gone to.
      const signal = AbortSignal.timeout(downloadMilliseconds);
      const response = await fetch(downloadUrl, { redirect: "error", signal });
      if (!response.ok) {
        await response.body?.cancel();
        return notGot(`HTTP ${response.status}`);
      }
      const bytes = await firstBytes(response, mostBytes + 1);
      if (bytes.length > mostBytes) return { ok: false, why: { is: "fileTooLong", most: mostBytes } };
      return textIn(bytes);
    } catch (error) {
      return notGot(whyNoAnswer(error, downloadMilliseconds));
    }
  },
  async put(uploadUrl, content) {
    const body = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
    const last = body.length - 1;
    try {
      const response = await fetch(uploadUrl, {
        method: "PUT",
        body,
        headers: {
          "content-type": "application/octet-stream",
          "content-range": `bytes 0-${last}/${body.length}`,
        },
        // An address that is not checked is not gone to.
        redirect: "error",
        signal: AbortSignal.timeout(uploadMilliseconds),
      });
      await response.body?.cancel();
      return response.ok ? { ok: true } : { ok: false, code: `HTTP ${response.status}` };
    } catch (error) {
      return { ok: false, code: whyNoAnswer(error, uploadMilliseconds) };
    }
  },
});

const notGot = (code: string) => ({ ok: false, why: { is: "fileNotGot", code } }) as const;

const whyNoAnswer = (error: unknown, milliseconds: number): string =>
  error instanceof Error && error.name === "TimeoutError"
    ? `no answer in ${milliseconds / 1_000} s`
    : "no connection";

/** Whatever the length that is promised: what is longer is not read to its end. */
async function firstBytes({ body }: Response, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    length += part.length;
    if (length >= most) break;
  }
  return Buffer.concat(parts).subarray(0, most);
}

function textIn(bytes: Buffer): Awaited<ReturnType<Files["get"]>> {
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, why: { is: "fileNoText" } };
  }
}

/** Plain http and other ports are for loopback alone. */
function isOf(hosts: readonly string[], text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== "" || url.password !== "") return false;
  const { protocol, hostname, port } = url;
  const isLoopback = hostname === "localhost" || hostname === "127.0.0.1";
  const isPlain = isLoopback ? ["http:", "https:"].includes(protocol) : protocol === "https:" && port === "";
  return (
    isPlain && hosts.some((host) => (host.startsWith(".") ? hostname.endsWith(host) : hostname === host))
  );
}
