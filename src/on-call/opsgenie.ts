// Opsgenie: https://docs.opsgenie.com/docs/who-is-on-call-api, with the key of an API integration that may read
// configurations. It names people by their user names, which are mail addresses, and does not say until when.
import { z } from "zod";
import type { OnCallNow } from "../core/on-call/on-call.ts";
import { failed, getJson, type Limits } from "./http.ts";

export type OpsgenieSettings = Readonly<{ origin: string; key: string }> | null;

const answer = z.object({ data: z.object({ onCallRecipients: z.array(z.string().min(1)) }) });

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function readOpsgenie(
  settings: OpsgenieSettings,
  schedule: string,
  at: Date,
  limits: Limits,
): Promise<OnCallNow> {
  if (settings === null) return failed({ is: "notConfigured", setting: "ON_CALL_OPSGENIE_KEY" });
  const url = new URL(`${settings.origin}/v2/schedules/${encodeURIComponent(schedule)}/on-calls`);
  url.searchParams.set("scheduleIdentifierType", id.test(schedule) ? "id" : "name");
  url.searchParams.set("flat", "true");
  // In seconds and with an offset, as it is documented.
  url.searchParams.set("date", at.toISOString().replace(/\.\d+Z$/, "+00:00"));
  const read = await getJson(url, { authorization: `GenieKey ${settings.key}` }, answer, limits);
  if (!read.ok) return read;
  const people = [...new Set(read.got.data.onCallRecipients)].map((address) => ({ name: address, address }));
  return { ok: true, people, until: null };
}
