// The manifest of manifest/ and the files of its languages, with the settings in their places.
import { z } from "zod";
import packageJson from "../../package.json" with { type: "json" };
import type { PackageSettings } from "./settings.ts";

/** `${NAME}` anywhere in a text; a name that nobody fills stays, and is refused as left over. */
const placeholder = /\$\{([A-Z_]+)\}/g;

/** The template with every known placeholder replaced, as an object of JSON values. */
export function fill(template: string, settings: PackageSettings): Record<string, unknown> {
  const values: Readonly<Record<string, string>> = {
    MICROSOFT_APP_ID: settings.appId,
    TEAMS_APP_NAME: settings.appName,
    TEAMS_DEVELOPER_NAME: settings.developerName,
    TEAMS_WEBSITE_URL: settings.websiteUrl,
    TEAMS_PRIVACY_URL: settings.privacyUrl,
    TEAMS_TERMS_URL: settings.termsUrl,
    VERSION: packageJson.version,
  };
  // Filled value by value: a quotation mark in a name can never change the JSON around it.
  const filled: unknown = JSON.parse(template, (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll(placeholder, (whole, name) => values[name] ?? whole) : value,
  );
  return z.record(z.string(), z.unknown()).parse(filled);
}

/** The one setting that is a list takes the place of its placeholder's array. */
export const fillManifest = (template: string, settings: PackageSettings): Record<string, unknown> => ({
  ...fill(template, settings),
  validDomains: settings.validDomains,
});
