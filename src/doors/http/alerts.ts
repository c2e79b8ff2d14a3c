// The doors for alerts, one for each source: who is let in, what is read of them, and which code they get. Whoever cannot
// prove to be the source gets 401 and learns nothing.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { receiveAlerts } from "../../app/delivery/receive-alert.ts";
import type { Sender } from "../../app/ports/incidents.ts";
import type { Services } from "../../app/ports/services.ts";
import { type AlertSource, alertSources } from "../../core/alert/alert.ts";
import { dryRunHeader, type Proof } from "../../core/alert/sources/contract.ts";
import { sources } from "../../core/alert/sources/sources.ts";
import { redact } from "../../core/redact/redact.ts";
import { messages } from "../../presenters/messages/messages.ts";
import {
  type CallerCheck,
  failed,
  type HttpRoute,
  type Reply,
  readJsonBody,
  readSignedJson,
  refusal,
  unauthorized,
  whyRefused,
} from "./http.ts";

/** What a source proves itself by; of several secrets any will do, so that one can be replaced. */
export type AlertKey = Readonly<
  | { by: "entraToken"; check: CallerCheck; appId: string; tenantId: string }
  | { by: "password" | "signature"; secrets: readonly string[] }
>;

/** Null: nobody may deliver alerts as this source. */
export type AlertKeys = Readonly<Record<AlertSource, AlertKey | null>>;

export const alertRoutes = (services: Services, keys: AlertKeys): readonly HttpRoute[] =>
  alertSources.map((source) => ({
    method: "post",
    path: sources[source].path,
    answer: async (request) => {
      const key = keys[source];
      if (key === null) return unauthorized("this source is not set up");
      const body = await read(services, source, key, request);
      const dryRun = request.headers[dryRunHeader] !== undefined;
      return body.ok
        ? receive(services, source, { ...senderOf(source, key), dryRun }, body.value)
        : body.reply;
    },
  }));

type Body = Awaited<ReturnType<typeof readJsonBody>>;

const closed = (why: string): Body => ({ ok: false, reply: unauthorized(why) });

/** Before a byte of the body is read, where the headers alone are the proof. */
async function read(
  services: Services,
  source: AlertSource,
  key: AlertKey,
  request: IncomingMessage,
): Promise<Body> {
  const { authenticate, maxBodyBytes } = sources[source];
  const proof = authenticate.find(({ by }) => by === key.by);
  if (proof === undefined) return closed("this source proves itself in another way");
  if (key.by === "entraToken") {
    const reply = await whyRefused(key.check, request);
    return reply ? { ok: false, reply } : readJsonBody(request, maxBodyBytes);
  }
  if (proof.by !== "signature") {
    return hasSecret(request, key.secrets)
      ? readJsonBody(request, maxBodyBytes)
      : closed("its secret is missing or wrong");
  }
  const signed = signatureIn(request.headers, proof, services.clock.now());
  if (typeof signed === "string") return closed(signed);
  return readSignedJson(request, maxBodyBytes, (bytes) =>
    key.secrets.some((secret) => isSignedWith(secret, signed, bytes)) ? null : "its signature is wrong",
  );
}

/** Of several secrets any will do. */
export const hasSecret = ({ headers }: IncomingMessage, secrets: readonly string[]): boolean =>
  secrets.some((secret) => isSame(passwordIn(headers), secret));

/** Of a bearer token or of basic authentication, whose user may have any name. */
function passwordIn({ authorization = "" }: IncomingHttpHeaders): string {
  const [, scheme = "", credentials = ""] = /^(bearer|basic) +(\S+)$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() === "bearer") return credentials;
  const pair = Buffer.from(credentials, "base64").toString("utf8");
  return pair.slice(pair.indexOf(":") + 1);
}

type Signed = Readonly<{ signatures: readonly string[]; before: string }>;

/** Nobody needs more while a secret is replaced. */
const mostSignatures = 10;
/** How far the clocks may differ, and how long a signed body may be sent again by somebody who took it down. */
const longestMilliseconds = 5 * 60_000;

/** A sentence where the headers show already that it is not signed. */
function signatureIn(
  headers: IncomingHttpHeaders,
  { header, prefix, timeHeader }: Extract<Proof, { by: "signature" }>,
  now: Date,
): Signed | string {
  const signatures = String(headers[header] ?? "")
    .split(",", mostSignatures)
    .map((each) => each.trim())
    .filter((each) => each.startsWith(prefix))
    .map((each) => each.slice(prefix.length))
    .filter((each) => /^[0-9a-f]{64}$/.test(each));
  if (signatures.length === 0) return "it is not signed";
  const seconds = timeHeader === null ? undefined : headers[timeHeader];
  if (seconds === undefined) return { signatures, before: "" };
  const isRecent = Math.abs(now.getTime() - Number(seconds) * 1_000) <= longestMilliseconds;
  return isRecent ? { signatures, before: `${seconds}:` } : "it was signed at another time";
}

function isSignedWith(secret: string, { signatures, before }: Signed, bytes: Uint8Array): boolean {
  const right = createHmac("sha256", secret).update(before).update(bytes).digest("hex");
  return signatures.some((signature) => isSame(signature, right));
}

/** In the same time, whatever they have in common. */
const isSame = (given: string, secret: string): boolean => timingSafeEqual(hashOf(given), hashOf(secret));
const hashOf = (text: string) => createHash("sha256").update(text).digest();

const senderOf = (source: AlertSource, key: AlertKey): Sender =>
  key.by === "entraToken"
    ? { by: "token", appId: key.appId, tenantId: key.tenantId }
    : { by: "secret", source };

/** `dryRun`: the delivery is proved and read, and that is all. */
async function receive(
  services: Services,
  source: AlertSource,
  { dryRun, ...sender }: Sender & Readonly<{ dryRun: boolean }>,
  body: unknown,
): Promise<Reply> {
  const { parse, statuses } = sources[source];
  const parsed = parse(body);
  if (!parsed.ok) {
    const say = messages("en").notAnAlert[source];
    return refusal(statuses.unreadable, say({ field: parsed.field }));
  }
  if (dryRun) return { status: 200, body: { status: "understood" } };
  try {
    await receiveAlerts(services, sender, parsed.alerts);
    return { status: statuses.taken, body: { status: "received" } };
  } catch (error) {
    services.log.error("alert not stored", { source, error: redact(String(error)).text });
    return failed(statuses.notStored, "The alert could not be stored: deliver it again.");
  }
}
