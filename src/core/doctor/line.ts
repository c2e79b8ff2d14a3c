// What `doctor`, the start and readiness say of one thing: found and expected, and who can mend it.

/** Who can mend what is wrong, or let it be read. */
export type Mender =
  | "operator"
  | "network"
  | "appOwner"
  | "consentAdmin"
  | "accessAdmin"
  | "azureContributor"
  | "databaseOwner"
  | "keyOwner";

/** Why something could not be read. `said` is the other side's own code or words. */
export type NotRead = Readonly<
  | { is: "notSignedIn" }
  | { is: "notAllowed"; right: string }
  | { is: "silent"; said: string }
  | { is: "strange"; said: string }
  | { is: "notHere"; said: string }
>;

export type Reading<T> = Readonly<{ ok: true; value: T } | { ok: false; why: NotRead }>;

export type DoctorFound =
  | NotRead
  | Readonly<
      /** As it is written there. */
      | { is: "value"; value: string }
      | { is: "nothing" }
      /** What is not there of what is expected. */
      | { is: "lacks"; names: readonly string[] }
      /** A sentence of whoever looked. */
      | { is: "problem"; said: string }
      | { is: "refused"; code: string }
      | { is: "challenged"; code: string }
      | { is: "ended"; on: string }
      | { is: "endsSoon"; on: string }
      | { is: "minutesOff"; minutes: number }
      | { is: "answered"; status: number }
      | { is: "certificate"; said: string }
      | { is: "fine" }
    >;

/** One check: who mends what it finds wrong. */
export const checks = {
  setting: "operator",
  file: "operator",
  clock: "operator",
  host: "network",
  tenant: "operator",
  credential: "appOwner",
  secretEnd: "appOwner",
  registration: "appOwner",
  audience: "appOwner",
  apiUri: "appOwner",
  scope: "appOwner",
  tokenVersion: "appOwner",
  teamsClient: "appOwner",
  redirect: "appOwner",
  consent: "consentAdmin",
  connection: "azureContributor",
  bot: "azureContributor",
  botTenant: "azureContributor",
  channel: "azureContributor",
  oauthClient: "azureContributor",
  oauthExchange: "azureContributor",
  oauthScope: "azureContributor",
  endpoint: "azureContributor",
  endpointAnswer: "operator",
  alertRole: "consentAdmin",
  alertDoor: "operator",
  package: "operator",
  subscriptions: "azureContributor",
  store: "databaseOwner",
  storeSchema: "databaseOwner",
  storeRights: "databaseOwner",
  storeSpace: "databaseOwner",
  auditKey: "keyOwner",
  auditHeads: "keyOwner",
  filesKey: "keyOwner",
  signIn: "appOwner",
  exchange: "consentAdmin",
} as const satisfies Readonly<Record<string, Mender>>;

export type CheckId = keyof typeof checks;

export type DoctorLine = Readonly<{
  check: CheckId;
  /** Which one, where a check is asked of several; else empty. */
  about: string;
  state: "right" | "wrong" | "unknown";
  found: DoctorFound;
  /** As Azure or a setting writes it; empty where the words of the check say all of it. */
  expected: string;
  who: Mender;
  command: string | null;
}>;

type More = Partial<Pick<DoctorLine, "about" | "expected" | "command" | "who">>;

const line = (check: CheckId, state: DoctorLine["state"], found: DoctorFound, more: More): DoctorLine => ({
  ...{ check, state, found, about: "", expected: "", command: null, who: checks[check] },
  ...more,
});

export const right = (check: CheckId, found: DoctorFound = { is: "fine" }, more: More = {}): DoctorLine =>
  line(check, "right", found, { ...more, command: null });
export const wrong = (check: CheckId, found: DoctorFound, more: More = {}): DoctorLine =>
  line(check, "wrong", found, more);
/** Never a pass: what was not read is not known. */
export const notKnown = (check: CheckId, why: NotRead, more: More = {}): DoctorLine =>
  line(check, "unknown", why, { ...more, who: more.who ?? whoLets(why, checks[check]) });

/** Nobody has signed in, or nothing was asked: that is for whoever runs it. */
const whoLets = (why: NotRead, otherwise: Mender): Mender =>
  why.is === "silent" ? "network" : why.is === "notAllowed" ? otherwise : "operator";

export const value = (text: string): DoctorFound =>
  text === "" ? { is: "nothing" } : { is: "value", value: text };

/** Right where it is as expected, whatever the case of its letters. */
export const asExpected = (
  check: CheckId,
  found: string,
  expected: string,
  command: string | null,
): DoctorLine =>
  found.toLowerCase() === expected.toLowerCase()
    ? right(check, value(found), { expected })
    : wrong(check, value(found), { expected, command });
