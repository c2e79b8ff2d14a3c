// One GET to a service that keeps schedules: bounded in time, size and tries. Redirects are not followed, so that a key goes
// to the address in the settings and nowhere else.
import type { z } from "zod";
import type { OnCallUnread } from "../core/on-call/on-call.ts";

type Failed = Readonly<{ ok: false; unread: OnCallUnread }>;
export type Got<T> = Readonly<{ ok: true; got: T }> | Failed;

/** `ends`: for all that is asked for one answer. */
export type Limits = Readonly<{ ends: AbortSignal; bytes: number; tries: number; pauseMs: number }>;

export const failed = (unread: OnCallUnread): Failed => ({ ok: false, unread });

export async function getText(
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: Limits,
): Promise<Got<string>> {
  const { ends } = limits;
  for (let left = limits.tries; ; left -= 1) {
    const got = await tryOnce(url, headers, limits.bytes, ends);
    if (got.ok || left <= 1 || !mayPass(got.unread) || ends.aborted) return got;
    await new Promise((resolve) => setTimeout(resolve, limits.pauseMs));
  }
}

/** `shape`: what the service documents, as far as it is needed. */
export async function getJson<T>(
  url: URL,
  headers: Readonly<Record<string, string>>,
  shape: z.ZodType<T>,
  limits: Limits,
): Promise<Got<T>> {
  const text = await getText(url, { accept: "application/json", ...headers }, limits);
  if (!text.ok) return text;
  const { data } = shape.safeParse(jsonOf(text.got));
  return data === undefined ? failed({ is: "unreadable" }) : { ok: true, got: data };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A limit of requests a minute is not over in the time that anybody waits here. */
const mayPass = (unread: OnCallUnread): boolean =>
  unread.is === "silent" || (unread.is === "failed" && unread.status >= 500);

async function tryOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  bytes: number,
  ends: AbortSignal,
): Promise<Got<string>> {
  try {
    const response = await fetch(url, { headers, redirect: "manual", signal: ends });
    const unread = whyNot(response.status);
    if (unread !== null) {
      await response.body?.cancel();
      return failed(unread);
    }
    const text = await bodyOf(response, bytes);
    return text === null ? failed({ is: "tooLarge" }) : { ok: true, got: text };
  } catch {
    // What Node says of a failed request may hold the address, and that a secret.
    return failed({ is: "silent" });
  }
}

function whyNot(status: number): OnCallUnread | null {
  if (status === 200) return null;
  if (status === 401 || status === 403) return { is: "refused", status };
  if (status === 404) return { is: "notFound" };
  if (status === 429) return { is: "throttled" };
  return status >= 300 && status < 400 ? { is: "redirected" } : { is: "failed", status };
}

/** Null for what is longer: the rest is not even read. */
async function bodyOf(response: Response, bytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > bytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
