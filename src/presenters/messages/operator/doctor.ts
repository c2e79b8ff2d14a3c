// The words of `doctor`, of the start and of readiness: what is looked at, what was found and expected, who can mend it.
import type { CheckId, DoctorFound, DoctorLine, Mender } from "../../../core/doctor/line.ts";
import { type Says, say } from "../catalogue/says.ts";
import { list } from "./words.ts";

type Check = Readonly<{
  what: string;
  /** What is expected, where no value says all of it. */
  expects?: (value: string) => string;
}>;

export const doctorChecks: Readonly<Record<CheckId, Check>> = {
  setting: { what: "Settings", expects: (value) => value || "as .env.example explains it" },
  file: { what: "File of a setting", expects: () => "a file that can be used" },
  clock: { what: "Clock of this machine", expects: () => "at most 5 minutes from the time elsewhere" },
  host: { what: "Host that is called", expects: () => "an answer over https" },
  tenant: { what: "Tenant", expects: () => "a tenant that Entra knows" },
  credential: { what: "The bot's own credential", expects: () => "Entra gives it a token" },
  secretEnd: { what: "End of the client secret", expects: () => "more than 14 days ahead" },
  registration: { what: "App registration" },
  audience: { what: "Who may sign in, signInAudience" },
  apiUri: { what: "Application ID URI" },
  scope: { what: "Exposed scope" },
  tokenVersion: { what: "Version of access tokens, requestedAccessTokenVersion" },
  teamsClient: { what: "Pre-authorised client", expects: (value) => `${value} with access_as_user` },
  redirect: { what: "Redirect URI" },
  consent: {
    what: "Admin consent",
    expects: (value) => (value === "" ? "for everybody" : `${value}, for everybody`),
  },
  connection: { what: "OAuth connection, asked of the token service" },
  bot: { what: "Azure Bot, msaAppType", expects: (value) => value || "one with the app registration's id" },
  botTenant: { what: "Tenant of the Azure Bot, msaAppTenantId" },
  channel: { what: "Channel Microsoft Teams", expects: () => "isEnabled: true" },
  oauthClient: { what: "Client id of the OAuth connection" },
  oauthExchange: { what: "Token exchange URL of the OAuth connection" },
  oauthScope: { what: "Scopes of the OAuth connection" },
  endpoint: { what: "Messaging endpoint", expects: () => "https://HOST/api/messages" },
  endpointAnswer: {
    what: "What answers at the messaging endpoint",
    expects: (value) => `the bot, with ${value} to a message without a token`,
  },
  alertRole: { what: "Role of Azure Monitor's application" },
  alertDoor: {
    what: "Signed test alert, as a dry run",
    expects: (value) => `the bot answers ${value}, and posts nothing`,
  },
  package: { what: "Teams package", expects: () => "built for the app registration of the settings" },
  subscriptions: { what: "Subscriptions that you can read", expects: () => "at least one" },
  store: { what: "Store", expects: () => "it opens, and takes rows" },
  storeSchema: {
    what: "Schema of the store",
    expects: () => "this release's, or one that its role may bring up to date",
  },
  storeRights: { what: "Rights of the store's role", expects: () => "as docs/hosting.md grants them" },
  storeSpace: { what: "Free space of the store", expects: () => "at least 256 MB" },
  auditKey: { what: "Key of the audit trail", expects: () => "it signs" },
  filesKey: { what: "Key of sent files", expects: () => "it wraps" },
  auditHeads: { what: "Heads of the audit trail", expects: () => "they can be read" },
  signIn: { what: "Sign-in of a person by device code", expects: () => "a token for the bot" },
  exchange: { what: "Exchange of a person's sign-in", expects: () => "a token for the API" },
};

export const whoMends: Readonly<Record<Mender, string>> = {
  operator: "whoever runs the bot",
  network: "whoever keeps the firewall, proxy and DNS of this machine",
  appOwner: "an owner of the app registration, or an Application Administrator",
  consentAdmin: "a Privileged Role Administrator or Global Administrator",
  accessAdmin: "a Conditional Access Administrator",
  azureContributor: "a Contributor on the Azure Bot's resource group",
  databaseOwner: "the owner of the database or of its folder",
  keyOwner: "the owner of the audit trail's key and of the place of its heads",
};

const notHere: Readonly<Record<string, string>> = {
  tenant: "not asked: there is no such tenant",
  credential: "not asked: it takes the bot's own credential",
  file: "not asked: its file cannot be used",
  setting: "not asked: its settings are wrong",
};

export const doctorFound: Says<DoctorFound> = {
  fine: "as expected",
  nothing: "none",
  value: ({ value }) => value,
  lacks: ({ names }) => `${list(names)} missing`,
  problem: ({ said }) => said.replace(/\.$/, ""),
  refused: ({ code }) => `Entra refuses it (${code})`,
  challenged: ({ code }) => `Conditional Access asks for more (${code})`,
  ended: ({ on }) => `it ended on ${on}`,
  endsSoon: ({ on }) => `it ends on ${on}`,
  minutesOff: ({ minutes }) => `${Math.abs(minutes)} minutes ${minutes > 0 ? "ahead" : "behind"}`,
  answered: ({ status }) => `answered with ${status}`,
  certificate: ({ said }) =>
    `its certificate is not trusted here (${said}): a proxy may open TLS, set NODE_EXTRA_CA_CERTS to its authority`,
  notSignedIn: "not read: nobody has signed in here, run az login",
  notAllowed: ({ right }) => `not read: whoever has signed in here lacks ${right}`,
  silent: ({ said }) => `not read: no answer (${said})`,
  strange: ({ said }) => `not read: an answer that is not known (${said})`,
  notHere: ({ said }) => notHere[said] ?? `not asked: ${said}`,
};

export type SaidLine = Readonly<{
  state: DoctorLine["state"];
  what: string;
  found: string;
  expected: string;
  /** Empty where nothing has to be done. */
  who: string;
  command: string;
}>;

export function sayLine({ check, about, state, found, expected, who, command }: DoctorLine): SaidLine {
  const { what, expects } = doctorChecks[check];
  return {
    state,
    what: about === "" ? what : `${what} (${about})`,
    found: say(doctorFound, found),
    expected: expects?.(expected) ?? expected,
    who: state === "right" ? "" : whoMends[who],
    command: command ?? "",
  };
}

/** One sentence for a list or a log. */
export const lineSentence = (line: DoctorLine): string => {
  const { what, found, expected, who } = sayLine(line);
  return `${what}: ${found}; expected: ${expected}. It can be mended by ${who}.`;
};

export const doctorSays = {
  signs: { right: "✔", wrong: "✖", unknown: "?" },
  found: "found",
  expected: "expected",
  mends: { right: "", wrong: "can mend it", unknown: "can tell" },
  command: "command",
  settingsFirst: "All else is asked once the settings say which bot is meant, and in which cloud.",
  onlyInstalled: (file: string) =>
    `This is what ${file} is about, read as you. The bot's own settings, store and keys are asked where it runs: docs/hosting.md, A command on the host.`,
  withoutPerson: "A person's sign-in and Conditional Access are asked with --as-person.",
  summary: (right: number, wrong: number, unknown: number) =>
    `${right} right, ${wrong} wrong, ${unknown} not known.`,
};
