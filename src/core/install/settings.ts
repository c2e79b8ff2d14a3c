// The settings that `install` writes for a host of one's own, and what of them an edited file lacks.
import { endpointOf, type Made } from "./made.ts";
import { connectionName } from "./trust.ts";

type Settings = Readonly<Record<string, string>>;

/** Where AKS projects the token of the service account that the app registration trusts, as the chart does. */
const tokenFile = "/var/run/secrets/azure/tokens/azure-identity-token";

export function settingsOf(made: Made, policyFile: string): Settings {
  const { answers, registration } = made;
  const appId = registration?.appId ?? "";
  return {
    MICROSOFT_APP_ID: appId,
    MICROSOFT_APP_TENANT_ID: answers.tenantId,
    ...(answers.issuer === undefined ? {} : { MICROSOFT_APP_TOKEN_FILE: tokenFile }),
    OAUTH_CONNECTION_NAME: connectionName,
    ALERTS_APP_ID: appId,
    POLICY_FILE: policyFile,
    PUBLIC_URL: endpointOf(made) ?? "",
  };
}

const lineOf = ([name, value]: readonly [string, string]): string => `${name}=${value}`;

export const firstSettings = (settings: Settings): string =>
  [
    "# made by aks-oncall install, without a secret; each setting: .env.example",
    ...Object.entries(settings).map(lineOf),
    "",
  ].join("\n");

/** `names`: of the settings that the file does not have so. `text`: with them; all else stays as it is. */
export function changedSettings(
  text: string,
  settings: Settings,
): Readonly<{ names: readonly string[]; text: string }> {
  const lines = text.replace(/\n$/, "").split("\n");
  const isOf = (name: string) => (line: string) => line.trimStart().startsWith(`${name}=`);
  const wrong = Object.entries(settings).filter(([name, value]) => {
    const there = lines.filter(isOf(name));
    return there.length !== 1 || there[0]?.trim() !== `${name}=${value}`;
  });
  const kept = lines.filter((line) => !wrong.some(([name]) => isOf(name)(line)));
  return { names: wrong.map(([name]) => name), text: [...kept, ...wrong.map(lineOf), ""].join("\n") };
}
