// What the product's own credential opens, which hosts answer, and what the time is elsewhere.
import { z } from "zod";
import type { Reading } from "../../core/doctor/line.ts";
import type { CredentialAnswer, DoorAnswer, HostAnswer } from "../../core/doctor/running.ts";
import type { AzureEnvironment } from "../entra/cloud.ts";
import { notRead, readDocument, whySilent } from "./read-json.ts";

const withinMilliseconds = 10_000;

/** Entra answers 400 for a tenant that it does not know. */
export async function readTenant(
  { authorityHost }: AzureEnvironment,
  tenantId: string,
): Promise<Reading<boolean>> {
  const url = `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`;
  const read = await readDocument(url, null, z.object({ issuer: z.string() }), "");
  if (read.ok) return { ok: true, value: read.value !== null };
  return read.why.is === "strange" && read.why.said === "400" ? { ok: true, value: false } : read;
}

/** Entra's own code decides; without one nobody refused it, and nobody could be asked. */
export async function readCredential(token: () => Promise<string>): Promise<CredentialAnswer> {
  try {
    await token();
    return { ok: true };
  } catch (error) {
    const code = /AADSTS\d+/.exec(String(error))?.[0];
    return code === undefined ? { ok: false, silent: whySilent(error) } : { ok: false, code };
  }
}

export type TokenServiceAsked = Readonly<{
  oauthUrl: string;
  appId: string;
  connection: string;
  token: () => Promise<string>;
}>;

/** The address of a sign-in page is asked for, which makes nothing: the service refuses a connection that it does not know. */
export async function readConnection({
  oauthUrl,
  appId,
  connection,
  token,
}: TokenServiceAsked): Promise<Reading<boolean>> {
  const conversation = {
    ...{ activityId: "doctor", channelId: "msteams", serviceUrl: "https://smba.trafficmanager.net/teams/" },
    ...{ bot: { id: `28:${appId}` }, user: { id: "29:doctor" }, conversation: { id: "doctor" } },
  };
  const state = Buffer.from(
    JSON.stringify({ connectionName: connection, conversation, msAppId: appId }),
  ).toString("base64");
  const url = `${oauthUrl}/api/botsignin/GetSignInResource?state=${encodeURIComponent(state)}`;
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${await token()}` },
      signal: AbortSignal.timeout(withinMilliseconds),
    });
    if (response.ok) return { ok: true, value: true };
    const said = await response.text();
    if (/connection setting/i.test(said)) return { ok: true, value: false };
    return notRead({ is: "strange", said: String(response.status) });
  } catch (error) {
    return notRead({ is: "silent", said: whySilent(error) });
  }
}

/** Codes of Node for a certificate that this machine does not trust, as where a proxy opens TLS. */
const certificateCode = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/;

/** Any answer will do. */
export async function reachHost(host: string): Promise<HostAnswer> {
  try {
    await fetch(`https://${host}/`, {
      method: "HEAD",
      redirect: "manual",
      signal: AbortSignal.timeout(withinMilliseconds),
    });
    return { ok: true };
  } catch (error) {
    const said = whySilent(error);
    return { ok: false, certificate: certificateCode.test(said), said };
  }
}

const ownAnswer = z.union([z.object({ error: z.string() }), z.object({ status: z.string() })]);

/** Sends JSON to a door of the product's. */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Reading<DoorAnswer>> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(withinMilliseconds),
    });
    const parsed = await response.json().catch(() => null);
    return { ok: true, value: { status: response.status, isOurs: ownAnswer.safeParse(parsed).success } };
  } catch (error) {
    return notRead({ is: "silent", said: whySilent(error) });
  }
}
