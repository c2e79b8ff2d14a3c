// The door for alerts: `POST /api/alerts/azure-monitor`. Whoever is not Azure Monitor gets 401 and learns nothing.

import { receiveAlert } from "../../app/delivery/receive-alert.ts";
import type { Sender } from "../../app/ports/incidents.ts";
import type { Services } from "../../app/ports/services.ts";
import { parseAlert } from "../../core/alert/parse-alert.ts";
import { redact } from "../../core/redact/redact.ts";
import { messages } from "../../presenters/messages/messages.ts";
import {
  type CallerCheck,
  failed,
  type HttpRoute,
  type Reply,
  readJsonBody,
  refusal,
  unauthorized,
  whyRefused,
} from "./http.ts";

/** Azure Monitor sends at most this much an alert. */
const maxBodyBytes = 256 * 1024;

/** Null: nobody may deliver alerts. */
export type AlertDoor = Readonly<{ check: CallerCheck; sender: Sender }> | null;

/** Codes are chosen for Azure Monitor: it delivers again after 408, 429, 503 and 504, and after nothing else. */
export const alertRoute = (services: Services, door: AlertDoor): HttpRoute => ({
  method: "post",
  path: "/api/alerts/azure-monitor",
  answer: async (request) => {
    if (!door) return unauthorized("ALERTS_APP_ID is not set");
    // Before the body is read: nobody else's is.
    const refused = await whyRefused(door.check, request);
    if (refused) return refused;
    const body = await readJsonBody(request, maxBodyBytes);
    return body.ok ? receive(services, door.sender, body.value) : body.reply;
  },
});

async function receive(services: Services, sender: Sender, body: unknown): Promise<Reply> {
  const parsed = parseAlert(body);
  if (!parsed.ok) return refusal(400, messages("en").notAnAlert({ field: parsed.field }));
  try {
    await receiveAlert(services, sender, parsed.alert);
    return { status: 200, body: { status: "received" } };
  } catch (error) {
    services.log.error("alert not stored", { error: redact(String(error)).text });
    return failed(503, "The alert could not be stored: deliver it again.");
  }
}
