// The app registration and what was consented to, as Microsoft Graph shows them, against what the bot needs.
import {
  asExpected,
  type CheckId,
  type DoctorLine,
  notKnown,
  type Reading,
  right,
  value,
  wrong,
} from "./line.ts";
import { type NeededPermissions, teamsClients } from "./permissions.ts";

/** Fields of a Graph `application`; a list that is not there is empty. */
export type Application = Readonly<{
  signInAudience: string;
  identifierUris: readonly string[];
  /** Enabled ones alone. */
  scopes: readonly Readonly<{ id: string; value: string }>[];
  tokenVersion: number | null;
  preAuthorized: readonly Readonly<{ appId: string; scopeIds: readonly string[] }>[];
  redirectUris: readonly string[];
  /** `hint`: the first three letters of the secret. */
  secrets: readonly Readonly<{ hint: string; ends: string }>[];
}>;

/** Where people come back to from the sign-in page of a cloud's token service. */
export const redirectUris = {
  public: "https://token.botframework.com/.auth/web/redirect",
  usGovernment: "https://token.botframework.azure.us/.auth/web/redirect",
  china: "https://token.botframework.azure.cn/.auth/web/redirect",
} as const;

export type WantedRegistration = Readonly<{
  appId: string;
  redirectUris: readonly string[];
  /** The first three letters of the client secret; null where there is none. */
  secretHint: string | null;
  now: Date;
}>;

const soonMilliseconds = 14 * 86_400_000;

export function judgeRegistration(
  read: Reading<Application | null>,
  wanted: WantedRegistration,
): readonly DoctorLine[] {
  if (!read.ok) return [notKnown("registration", read.why)];
  const { appId, redirectUris } = wanted;
  const app = read.value;
  if (app === null) return [wrong("registration", { is: "nothing" }, { expected: appId })];
  const uri = `api://botid-${appId}`;
  const update = `az ad app update --id ${appId}`;
  const scope = app.scopes.find((each) => each.value === "access_as_user");
  const graphBody = (body: object) =>
    `az rest --method PATCH --url "https://graph.microsoft.com/v1.0/applications(appId='${appId}')" --body '${JSON.stringify(body)}'`;
  return [
    right("registration", value(appId), { expected: appId }),
    asExpected("audience", app.signInAudience, "AzureADMyOrg", `${update} --sign-in-audience AzureADMyOrg`),
    has("apiUri", app.identifierUris, uri, `${update} --identifier-uris ${uri}`),
    scope === undefined
      ? wrong("scope", value(app.scopes.map((each) => each.value).join(", ")), { expected: "access_as_user" })
      : right("scope", value("access_as_user"), { expected: "access_as_user" }),
    asExpected(
      "tokenVersion",
      String(app.tokenVersion ?? ""),
      "2",
      graphBody({ api: { requestedAccessTokenVersion: 2 } }),
    ),
    ...clientLines(app, scope?.id),
    ...redirectUris.map((uri) =>
      has("redirect", app.redirectUris, uri, `${update} --web-redirect-uris ${redirectUris.join(" ")}`),
    ),
    ...secretLines(app, wanted),
  ];
}

const has = (check: CheckId, all: readonly string[], expected: string, command: string): DoctorLine =>
  all.some((each) => each.toLowerCase() === expected.toLowerCase())
    ? right(check, value(expected), { expected })
    : wrong(check, value(all.join(", ")), { expected, command });

/** One that is allowed another scope than ours is asked like any other. Without a scope, that is what is wrong. */
function clientLines({ preAuthorized }: Application, scopeId: string | undefined): readonly DoctorLine[] {
  if (scopeId === undefined) return [];
  return Object.entries(teamsClients).map(([client, name]) => {
    const more = { about: name, expected: client };
    const found = preAuthorized.find(({ appId }) => appId.toLowerCase() === client);
    if (found === undefined) return wrong("teamsClient", { is: "nothing" }, more);
    return found.scopeIds.includes(scopeId)
      ? right("teamsClient", value(client), more)
      : wrong("teamsClient", { is: "lacks", names: ["access_as_user"] }, more);
  });
}

/** The one that the bot has, as far as its first letters tell; of several alike the one that lasts longest. */
function secretLines(
  { secrets }: Application,
  { secretHint, appId, now }: WantedRegistration,
): readonly DoctorLine[] {
  const ours = secrets.filter(({ hint }) => hint === secretHint).map(({ ends }) => ends);
  const last = ours.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  if (last === undefined) return [];
  const on = last.slice(0, 10);
  const left = Date.parse(last) - now.getTime();
  const command = `az ad app credential reset --id ${appId} --append`;
  if (left <= 0) return [wrong("secretEnd", { is: "ended", on }, { command })];
  return [
    left <= soonMilliseconds
      ? wrong("secretEnd", { is: "endsSoon", on }, { command })
      : right("secretEnd", value(on)),
  ];
}

/** What was consented to of one API, for everybody or for some people. */
export type Consent = Readonly<{ apiAppId: string; scopes: readonly string[]; forAll: boolean }>;

/** People are asked where only some of them have consented, and in a channel nobody can be. */
export function judgeConsents(
  read: Reading<readonly Consent[]>,
  needed: readonly NeededPermissions[],
  appId: string,
): readonly DoctorLine[] {
  if (!read.ok) return [notKnown("consent", read.why)];
  return needed.map(({ appId: apiAppId, api, scopes }) => {
    const given = read.value
      .filter((grant) => grant.forAll && grant.apiAppId === apiAppId)
      .flatMap((grant) => grant.scopes.map((scope) => scope.toLowerCase()));
    const names = scopes.filter((scope) => !given.includes(scope.toLowerCase()));
    const more = { about: api, expected: scopes.join(", ") };
    if (names.length === 0) return right("consent", value(scopes.join(", ")), more);
    const command = `az ad app permission admin-consent --id ${appId}`;
    return wrong("consent", { is: "lacks", names }, { ...more, command });
  });
}

/** Azure Monitor may call the secure webhook only where its application has the role. */
export function judgeAlertRole(read: Reading<boolean>, appId: string): DoctorLine {
  const expected = "ActionGroupsSecureWebhook";
  if (!read.ok) return notKnown("alertRole", read.why, { expected });
  return read.value
    ? right("alertRole", value(expected), { expected, about: appId })
    : wrong("alertRole", { is: "nothing" }, { expected, about: appId });
}
