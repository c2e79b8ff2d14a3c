// The door for alerts: `POST /api/alerts/azure-monitor`. Whoever is not Azure Monitor gets 401 and learns nothing.
import restify, { type Next, type Request, type Response, type Server } from "restify";
import { receiveAlert, type Sender } from "../app/receive-alert.ts";
import type { Services } from "../app/services.ts";
import { parseAlert } from "../core/alert/parse-alert.ts";
import { redact } from "../core/command/redact.ts";

const path = "/api/alerts/azure-monitor";
/** Azure Monitor sends at most this much an alert. */
const maxBodyBytes = 256 * 1024;

export type SenderCheck = (
  authorization: string | undefined,
) => Promise<Readonly<{ ok: true } | { ok: false; code: "refused" | "unavailable"; reason: string }>>;

/** Null: nobody may deliver alerts. */
export type AlertDoor = Readonly<{ check: SenderCheck; sender: Sender }> | null;

/** Codes are chosen for Azure Monitor: it delivers again after 408, 429, 503 and 504, and after nothing else. */
export function acceptAlerts(server: Server, services: Services, door: AlertDoor): void {
  server.post(
    path,
    // Before the body is read: nobody else's is.
    (request: Request, response: Response, next: Next) =>
      void authenticated(services, door, request, response).then((passed) =>
        next(passed ? undefined : false),
      ),
    ...[restify.plugins.bodyParser({ mapParams: false, maxBodySize: maxBodyBytes })].flat(),
    async (request: Request, response: Response) => {
      if (door) await receive(services, door.sender, request, response);
    },
  );
}

async function authenticated(
  { log }: Services,
  door: AlertDoor,
  request: Request,
  response: Response,
): Promise<boolean> {
  const result = door
    ? await door.check(request.headers.authorization)
    : ({ ok: false, code: "refused", reason: "ALERTS_APP_ID is not set" } as const);
  if (result.ok) return true;
  log.warn("alert not accepted", { code: result.code, reason: result.reason });
  if (result.code === "unavailable") response.json(503, { error: "Try again later." });
  else response.json(401, { error: "Unauthorized." });
  return false;
}

async function receive(
  services: Services,
  sender: Sender,
  request: Request,
  response: Response,
): Promise<void> {
  const parsed = parseAlert(request.body);
  if (!parsed.ok) {
    services.log.warn("alert not understood", { reason: parsed.reason });
    response.json(400, { error: parsed.reason });
    return;
  }
  try {
    await receiveAlert(services, sender, parsed.alert);
    response.json(200, { status: "received" });
  } catch (error) {
    services.log.error("alert not stored", { error: redact(String(error)).text });
    response.json(503, { error: "The alert could not be stored: deliver it again." });
  }
}
