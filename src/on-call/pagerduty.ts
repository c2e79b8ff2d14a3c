// PagerDuty: https://developer.pagerduty.com/api-reference/3a6b910f11050-list-all-of-the-on-calls, with a read-only key of
// the REST API.
import { z } from "zod";
import { type OnCallNow, type OnCallSpan, shiftAt } from "../core/on-call/on-call.ts";
import { failed, getJson, type Limits } from "./http.ts";

export type PagerDutySettings = Readonly<{ origin: string; token: string }> | null;

/** A schedule stands here once for each escalation policy and level that it is on. */
const pageSize = 100;
const mostPages = 4;

const user = z.object({
  summary: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
});
const page = z.object({
  oncalls: z.array(
    z.object({
      user,
      /** Null: always on call. */
      start: z.iso.datetime({ offset: true }).nullish(),
      /** Null: does not go off call. */
      end: z.iso.datetime({ offset: true }).nullish(),
    }),
  ),
  more: z.boolean().nullish(),
});

export async function readPagerDuty(
  settings: PagerDutySettings,
  schedule: string,
  at: Date,
  limits: Limits,
): Promise<OnCallNow> {
  if (settings === null) return failed({ is: "notConfigured", setting: "ON_CALL_PAGERDUTY_TOKEN" });
  const headers = {
    accept: "application/vnd.pagerduty+json;version=2",
    authorization: `Token token=${settings.token}`,
  };
  const spans: OnCallSpan[] = [];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const read = await getJson(pageUrl(settings.origin, schedule, at, pages), headers, page, limits);
    if (!read.ok) return read;
    spans.push(...read.got.oncalls.map(spanOf));
    if (read.got.more !== true) return { ok: true, ...shiftAt(spans, at) };
  }
  return failed({ is: "tooLarge" });
}

function pageUrl(origin: string, schedule: string, at: Date, pages: number): URL {
  const url = new URL(`${origin}/oncalls`);
  const asked: readonly (readonly [string, string])[] = [
    ["schedule_ids[]", schedule],
    ["include[]", "users"],
    ["time_zone", "UTC"],
    ["since", at.toISOString()],
    ["until", at.toISOString()],
    ["limit", String(pageSize)],
    ["offset", String(pages * pageSize)],
  ];
  for (const [name, value] of asked) url.searchParams.append(name, value);
  return url;
}

const spanOf = ({ user: { summary, name, email }, start, end }: z.infer<typeof page>["oncalls"][number]) => ({
  person: { name: name ?? summary ?? email ?? "?", ...(email && { address: email }) },
  start: start ? Date.parse(start) : 0,
  end: end ? Date.parse(end) : null,
});
