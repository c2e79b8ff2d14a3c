// The door for alerts: `POST /api/alerts/azure-monitor`. Whoever is not Azure Monitor gets 401 and learns nothing.
import type { IncomingMessage } from "node:http";
import { receiveAlert, type Sender } from "../app/receive-alert.ts";
import type { Services } from "../app/services.ts";
import { parseAlert } from "../core/alert/parse-alert.ts";
import { redact } from "../core/redact/redact.ts";
import { type Reply, type Route, refusal, unauthorized } from "./http.ts";
import { readJsonBody } from "./json-body.ts";

/** Azure Monitor sends at most this much an alert. */
const maxBodyBytes = 256 * 1024;

export type SenderCheck = (
  authorization: string | undefined,
) => Promise<Readonly<{ ok: true } | { ok: false; code: "refused" | "unavailable"; reason: string }>>;

/** Null: nobody may deliver alerts. */
export type AlertDoor = Readonly<{ check: SenderCheck; sender: Sender }> | null;

/** Codes are chosen for Azure Monitor: it delivers again after 408, 429, 503 and 504, and after nothing else. */
export const alertRoute = (services: Services, door: AlertDoor): Route => ({
  method: "post",
  path: "/api/alerts/azure-monitor",
  answer: async (request) => {
    // Before the body is read: nobody else's is.
    const refused = await whyRefused(services, door, request);
    if (refused || !door) return refused ?? unauthorized;
    const body = await readJsonBody(request, maxBodyBytes);
    return body.ok ? receive(services, door.sender, body.value) : body.reply;
  },
});

async function whyRefused(
  { log }: Services,
  door: AlertDoor,
  { headers }: IncomingMessage,
): Promise<Reply | null> {
  const result = door
    ? await door.check(headers.authorization)
    : ({ ok: false, code: "refused", reason: "ALERTS_APP_ID is not set" } as const);
  if (result.ok) return null;
  log.warn("alert not accepted", { code: result.code, reason: result.reason });
  return result.code === "unavailable" ? refusal(503, "Try again later.") : unauthorized;
}

async function receive(services: Services, sender: Sender, body: unknown): Promise<Reply> {
  const parsed = parseAlert(body);
  if (!parsed.ok) {
    services.log.warn("alert not understood", { reason: parsed.reason });
    return refusal(400, parsed.reason);
  }
  try {
    await receiveAlert(services, sender, parsed.alert);
    return { status: 200, body: { status: "received" } };
  } catch (error) {
    services.log.error("alert not stored", { error: redact(String(error)).text });
    return refusal(503, "The alert could not be stored: deliver it again.");
  }
}
