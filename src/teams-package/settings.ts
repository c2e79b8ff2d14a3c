// Settings of the Teams app package: what each may be, and what to write where it is not.
import { z } from "zod";

/** The environment, as `process.env` has it. Empty counts as not set. */
export type Variables = Readonly<Record<string, string | undefined>>;

export type PackageSettings = Readonly<{
  appId: string;
  appName: string;
  developerName: string;
  websiteUrl: string;
  privacyUrl: string;
  termsUrl: string;
  validDomains: readonly string[];
}>;

export type SettingsRead = Readonly<
  { ok: true; settings: PackageSettings } | { ok: false; problems: readonly string[] }
>;

const cloudNames = ["public", "usGovernment", "china"] as const;

/** Host of the Bot Framework's sign-in page (Microsoft's list of OAuth redirect URLs). */
const signInDomain = {
  public: "token.botframework.com",
  usGovernment: "token.botframework.azure.us",
  china: "token.botframework.azure.cn",
} as const satisfies Record<(typeof cloudNames)[number], string>;

/** Lengths are the manifest schema's. `${` would look like a setting that was forgotten. */
const name = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes("${"));
const page = name(2048).pipe(z.url({ protocol: /^https$/, hostname: z.regexes.domain }));
/** One wildcard at the front, and never over a whole top-level domain. */
const domain = z
  .string()
  .max(253)
  .regex(/^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i)
  .refine((text) => !/^\*\.[^.]+$/.test(text));
const domains = z
  .string()
  .transform((text) => text.split(",").map((item) => item.trim()))
  .pipe(z.array(domain).max(100));

const schema = z.object({
  MICROSOFT_APP_ID: z.guid(),
  TEAMS_APP_NAME: name(30).default("AKS On-Call"),
  TEAMS_DEVELOPER_NAME: name(32),
  TEAMS_WEBSITE_URL: page,
  TEAMS_PRIVACY_URL: page.optional(),
  TEAMS_TERMS_URL: page.optional(),
  TEAMS_VALID_DOMAINS: domains.optional(),
  AZURE_CLOUD: z.enum(cloudNames).default("public"),
});

type Name = keyof z.infer<typeof schema>;

const whatToWrite: Readonly<Record<Name, string>> = {
  MICROSOFT_APP_ID:
    "the Application (client) id of the bot's app registration, a GUID such as 11111111-2222-3333-4444-555555555555",
  TEAMS_APP_NAME: "the name that Teams shows, at most 30 characters",
  TEAMS_DEVELOPER_NAME: "who offers the bot, such as your platform team, at most 32 characters",
  TEAMS_WEBSITE_URL: "the full https:// address of a page about the bot, such as one of your intranet",
  TEAMS_PRIVACY_URL: "the full https:// address of your privacy statement, or leave it out",
  TEAMS_TERMS_URL: "the full https:// address of your terms of use, or leave it out",
  TEAMS_VALID_DOMAINS:
    "host names alone, comma separated, without https:// or a path, such as europe.token.botframework.com",
  AZURE_CLOUD: `one of ${cloudNames.join(", ")}`,
};

/** Reads and checks them; `problems` holds one sentence for each setting that is missing or wrong. */
export function readSettings(variables: Variables): SettingsRead {
  const given = Object.fromEntries(
    Object.entries(variables).flatMap(([key, value]) => {
      const text = value?.trim() ?? "";
      return text === "" ? [] : [[key, text]];
    }),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, settings: toSettings(parsed.data) };
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const problems = schema
    .keyof()
    .options.filter((key) => wrong.has(key))
    .map((key) => `${key} is ${quote(given[key])}: write ${whatToWrite[key]}.`);
  return { ok: false, problems };
}

function toSettings(env: z.infer<typeof schema>): PackageSettings {
  return {
    // Lower case, as Entra writes it: Teams compares the Application ID URI letter by letter.
    appId: env.MICROSOFT_APP_ID.toLowerCase(),
    appName: env.TEAMS_APP_NAME,
    developerName: env.TEAMS_DEVELOPER_NAME,
    websiteUrl: env.TEAMS_WEBSITE_URL,
    privacyUrl: env.TEAMS_PRIVACY_URL ?? env.TEAMS_WEBSITE_URL,
    termsUrl: env.TEAMS_TERMS_URL ?? env.TEAMS_WEBSITE_URL,
    validDomains: env.TEAMS_VALID_DOMAINS ?? [signInDomain[env.AZURE_CLOUD]],
  };
}

const quote = (value: string | undefined): string =>
  value === undefined ? "not set" : `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
