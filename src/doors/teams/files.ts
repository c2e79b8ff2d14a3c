// Puts a file where Teams said that it may be put: an upload session of OneDrive or SharePoint, whose address is all that
// it takes. No token goes there.
import type { Files } from "../../app/ports-files.ts";

const uploadMilliseconds = 30_000;

/** `hosts` as for service URLs: exact names, or `.suffix` for every host below it. None: Teams takes no files. */
export const createFiles = (hosts: readonly string[]): Files => ({
  possible: hosts.length > 0,
  isTrusted: (url) => isOf(hosts, url),
  async put(uploadUrl, text) {
    const body = new TextEncoder().encode(text);
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
      const isLate = error instanceof Error && error.name === "TimeoutError";
      return { ok: false, code: isLate ? "no answer in 30 s" : "no connection" };
    }
  },
});

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
