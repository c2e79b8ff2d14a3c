// The settings that say where the Bot Framework of a cloud is that no SDK knows, and the hosts of Teams by cloud.
import { z } from "zod";
import type { BotEndpoints } from "../doors/teams/port.ts";
import { problemOf, type SettingProblem } from "./problem.ts";

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

const botVariables = [
  "BOT_LOGIN_URL",
  "BOT_OAUTH_SCOPE",
  "BOT_TOKEN_ISSUER",
  "BOT_OAUTH_URL",
  "BOT_OPENID_METADATA_URL",
  "BOT_EMULATOR_OPENID_METADATA_URL",
  "BOT_CALLER_ID",
  "BOT_VALIDATE_AUTHORITY",
] as const satisfies readonly (keyof BotSettings)[];

export function botContradictions(
  given: Readonly<Record<string, string | undefined>>,
): readonly SettingProblem[] {
  const has = (name: string) => given[name] !== undefined;
  const problems: SettingProblem[] = [];
  const bot = botVariables.filter(has);
  if (bot.length > 0 && bot.length < botVariables.length) {
    const missing = botVariables.filter((name) => !has(name));
    const whole = "the BOT_… endpoints are set together or not at all";
    problems.push(problemOf(missing[0] ?? "", `${missing.join(", ")} missing`, whole));
  }
  const keys = given.BOT_OPENID_METADATA_URL ?? "";
  if (given.TEAMS_SDK === "teams-apps" && keys !== "" && !keys.endsWith("/openidconfiguration"))
    problems.push(
      problemOf(
        "BOT_OPENID_METADATA_URL",
        "BOT_OPENID_METADATA_URL has to end in /openidconfiguration for TEAMS_SDK=teams-apps",
      ),
    );
  const inChina = (expected: string) =>
    problems.push(problemOf("AZURE_CLOUD", "AZURE_CLOUD is china", expected));
  if (given.AZURE_CLOUD === "china" && bot.length === 0)
    inChina("set every BOT_… endpoint, the Bot Framework has no defaults for it");
  if (given.AZURE_CLOUD === "china" && !has("TEAMS_SERVICE_HOSTS"))
    inChina("set TEAMS_SERVICE_HOSTS, no host of Teams is known there");
  return problems;
}

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
