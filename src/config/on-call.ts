// The settings that say where schedules are read, and with which keys.
import { z } from "zod";

const origin = z
  .url({ protocol: /^https$/, error: "must be an https:// address" })
  .transform((url) => url.replace(/\/+$/, ""));

/** `NAME=https://…`, each behind a space: a space is in no address. */
const calendars = z.string().transform((text, context) => {
  const found = text.trim().split(/\s+/).map(calendarOf);
  if (found.some((each) => each === null) || new Set(found.map((each) => each?.[0])).size < found.length) {
    // The value may hold secrets, so it is not repeated.
    context.addIssue("must be NAME=https://ADDRESS, several with a space between them, each name once");
    return z.NEVER;
  }
  return Object.fromEntries(found.filter((each) => each !== null));
});

function calendarOf(written: string): readonly [string, string] | null {
  const [, name = "", address = ""] = /^([a-z0-9][a-z0-9-]{0,62})=(https:\/\/\S+)$/.exec(written) ?? [];
  return URL.canParse(address) ? [name, address] : null;
}

export const onCallSchema = z.object({
  ON_CALL_PAGERDUTY_TOKEN: z.string().optional(),
  ON_CALL_PAGERDUTY_URL: origin.default("https://api.pagerduty.com"),
  ON_CALL_OPSGENIE_KEY: z.string().optional(),
  ON_CALL_OPSGENIE_URL: origin.default("https://api.opsgenie.com"),
  ON_CALL_CALENDARS: calendars.optional(),
});

/** Null: nobody asks there. */
export type OnCallConfig = Readonly<{
  pagerduty: Readonly<{ origin: string; token: string }> | null;
  opsgenie: Readonly<{ origin: string; key: string }> | null;
  /** Addresses by name; each may hold a secret. */
  calendars: Readonly<Record<string, string>>;
}>;

export const onCallOf = (env: z.infer<typeof onCallSchema>): OnCallConfig => ({
  pagerduty: env.ON_CALL_PAGERDUTY_TOKEN
    ? { origin: env.ON_CALL_PAGERDUTY_URL, token: env.ON_CALL_PAGERDUTY_TOKEN }
    : null,
  opsgenie: env.ON_CALL_OPSGENIE_KEY
    ? { origin: env.ON_CALL_OPSGENIE_URL, key: env.ON_CALL_OPSGENIE_KEY }
    : null,
  calendars: env.ON_CALL_CALENDARS ?? {},
});
