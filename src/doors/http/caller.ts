// Who calls: asked before a byte of the body is read.
import type { IncomingMessage } from "node:http";
import { type Reply, refusal, unauthorized } from "./http.ts";

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
