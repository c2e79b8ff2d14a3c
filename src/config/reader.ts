// The settings of the bot's own read-only identity, which is off until they are there.
import { z } from "zod";
import { problemOf, type SettingProblem } from "./problem.ts";

const guid = z.guid({ error: "must be a GUID like 11111111-2222-3333-4444-555555555555" }).toLowerCase();

export const readerSchema = z.object({
  READER_CLIENT_ID: guid.optional(),
  READER_OBJECT_ID: guid.optional(),
  READER_NAME: z.string().max(100, { error: "must have at most 100 characters" }).optional(),
  READER_TOKEN_FILE: z.string().optional(),
});

type ReaderSettings = z.infer<typeof readerSchema>;

/** `tokenFile`: null where the host's managed identity is asked. */
export type ReaderConfig = Readonly<{
  clientId: string;
  objectId: string;
  name: string;
  tokenFile: string | null;
}>;

const needed = ["READER_CLIENT_ID", "READER_OBJECT_ID", "READER_NAME"] as const;
const all = [...needed, "READER_TOKEN_FILE"] as const satisfies readonly (keyof ReaderSettings)[];

/** Whoever can act as the bot itself, or have it sign people in, is no identity that only reads. */
const bots = ["MICROSOFT_APP_ID", "MICROSOFT_APP_MANAGED_IDENTITY_ID"] as const;

export function readerContradictions(
  given: Readonly<Record<string, string | undefined>>,
): readonly SettingProblem[] {
  if (all.every((name) => given[name] === undefined)) return [];
  const missing = needed.filter((name) => given[name] === undefined);
  if (missing.length > 0) {
    const whole = "the read-only identity is set up whole or not at all";
    return [problemOf(missing[0] ?? "", `${missing.join(", ")} missing`, whole)];
  }
  const same = bots.find((name) => given[name]?.toLowerCase() === given.READER_CLIENT_ID?.toLowerCase());
  return same === undefined
    ? []
    : [
        problemOf(
          "READER_CLIENT_ID",
          `READER_CLIENT_ID is ${same}`,
          "the read-only identity must be one of its own, with nothing but Reader",
        ),
      ];
}

export function readerOf(env: ReaderSettings): ReaderConfig | null {
  const { READER_CLIENT_ID: clientId, READER_OBJECT_ID: objectId, READER_NAME: name } = env;
  if (clientId === undefined || objectId === undefined || name === undefined) return null;
  return { clientId, objectId, name, tokenFile: env.READER_TOKEN_FILE ?? null };
}
