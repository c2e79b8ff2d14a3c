// The settings that say where the Bot Framework of a cloud is that no SDK knows, and the hosts of Teams by cloud.
import { z } from "zod";
import type { BotEndpoints } from "../doors/teams/port.ts";

const flag = z.enum(["true", "false"]).transform((text) => text === "true");

export const botSchema = z.object({
  BOT_LOGIN_URL: z.string().optional(),
  BOT_OAUTH_SCOPE: z.string().optional(),
  BOT_TOKEN_ISSUER: z.string().optional(),
  BOT_OAUTH_URL: z.string().optional(),
  BOT_OPENID_METADATA_URL: z.string().optional(),
  BOT_EMULATOR_OPENID_METADATA_URL: z.string().optional(),
  BOT_CALLER_ID: z.string().optional(),
  BOT_VALIDATE_AUTHORITY: flag.optional(),
});

type BotSettings = z.infer<typeof botSchema>;

export const botVariables = [
  "BOT_LOGIN_URL",
  "BOT_OAUTH_SCOPE",
  "BOT_TOKEN_ISSUER",
  "BOT_OAUTH_URL",
  "BOT_OPENID_METADATA_URL",
  "BOT_EMULATOR_OPENID_METADATA_URL",
  "BOT_CALLER_ID",
  "BOT_VALIDATE_AUTHORITY",
] as const satisfies readonly (keyof BotSettings)[];

/** All or none. */
export function botEndpoints(env: BotSettings): BotEndpoints | null {
  if (env.BOT_LOGIN_URL === undefined) return null;
  return {
    loginUrl: env.BOT_LOGIN_URL,
    oauthScope: env.BOT_OAUTH_SCOPE ?? "",
    tokenIssuer: env.BOT_TOKEN_ISSUER ?? "",
    oauthUrl: env.BOT_OAUTH_URL ?? "",
    openIdMetadataUrl: env.BOT_OPENID_METADATA_URL ?? "",
    emulatorOpenIdMetadataUrl: env.BOT_EMULATOR_OPENID_METADATA_URL ?? "",
    callerId: env.BOT_CALLER_ID ?? "",
    validateAuthority: env.BOT_VALIDATE_AUTHORITY ?? true,
  };
}

/** By Microsoft's lists of service URLs. */
export const serviceHosts = {
  public: ["smba.trafficmanager.net", ".teams.microsoft.com"],
  usGovernment: [".teams.microsoft.us"],
  china: [],
} as const;

/** Where files of Teams are kept. Bots send no files in the government's clouds and in China. */
export const fileHosts = { public: [".sharepoint.com"], usGovernment: [], china: [] } as const;
