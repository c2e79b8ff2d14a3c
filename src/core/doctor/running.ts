// What the running product stands on: Entra's answer to its own credential, clock, hosts, store, keys and doors.
import {
  type CheckId,
  type DoctorFound,
  type DoctorLine,
  notKnown,
  type Reading,
  right,
  value,
  wrong,
} from "./line.ts";

/** `code`: Entra's, such as AADSTS7000215. */
export type CredentialAnswer = Readonly<
  { ok: true } | { ok: false; code: string } | { ok: false; silent: string }
>;

export function judgeCredential(answer: CredentialAnswer, appId: string): DoctorLine {
  if (answer.ok) return right("credential");
  if ("silent" in answer) return notKnown("credential", { is: "silent", said: answer.silent });
  const command = credentialCommand[answer.code]?.(appId) ?? null;
  return wrong("credential", { is: "refused", code: answer.code }, { command });
}

const renewed = (appId: string) => `az ad app credential reset --id ${appId} --append`;
const trusted = (appId: string) => `az ad app federated-credential list --id ${appId}`;

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const credentialCommand: Readonly<Record<string, (appId: string) => string>> = {
  AADSTS7000215: renewed,
  AADSTS7000222: renewed,
  AADSTS700016: (appId) => `az ad app show --id ${appId}`,
  AADSTS700027: renewed,
  AADSTS70021: trusted,
  AADSTS700211: trusted,
  AADSTS700213: trusted,
};

/** Whether there is such a tenant. */
export function judgeTenant(read: Reading<boolean>, tenantId: string): DoctorLine {
  if (!read.ok) return notKnown("tenant", read.why, { expected: tenantId });
  return read.value
    ? right("tenant", value(tenantId))
    : wrong("tenant", value(tenantId), { command: "az account show --query tenantId" });
}

/** What Microsoft's services allow between two clocks. */
const toleratedMilliseconds = 300_000;

/** `off`: how far this machine is ahead, in milliseconds; null where nobody told the time. */
export function judgeClock(off: number | null): DoctorLine {
  if (off === null) return notKnown("clock", { is: "silent", said: "Date" });
  const minutes = Math.round(off / 60_000);
  return Math.abs(off) < toleratedMilliseconds
    ? right("clock")
    : wrong("clock", { is: "minutesOff", minutes }, { command: "timedatectl set-ntp true" });
}

/** An answer of any kind says that the host can be reached. */
export type HostAnswer = Readonly<{ ok: true } | { ok: false; certificate: boolean; said: string }>;

export function judgeHost(host: string, answer: HostAnswer): DoctorLine {
  if (answer.ok) return right("host", { is: "fine" }, { about: host });
  return answer.certificate
    ? wrong("host", { is: "certificate", said: answer.said }, { about: host, who: "operator" })
    : wrong(
        "host",
        { is: "problem", said: answer.said },
        { about: host, command: `curl -v https://${host}/` },
      );
}

/** `problem`: a sentence of the store. */
export type StoreReading = Readonly<{
  /** Null where it opens. */
  problem: string | null;
  /** Null where the schema is this release's, or is made at the start; undefined where there is none to read. */
  schema: string | null | undefined;
  /** Undefined where there are no rights to read. */
  missingRights: readonly string[] | undefined;
  /** Bytes that are left; null where the server does not tell. */
  freeBytes: number | null;
}>;

/** As much as the product keeps free, several times over. */
const leastBytes = 256_000_000;

export function judgeStore({
  problem,
  schema,
  missingRights,
  freeBytes,
}: StoreReading): readonly DoctorLine[] {
  if (problem !== null) return [wrong("store", { is: "problem", said: problem })];
  const megabytes = `${Math.round((freeBytes ?? 0) / 1_000_000)} MB`;
  return [
    right("store"),
    ...(schema === undefined ? [] : [schemaLine(schema)]),
    ...(missingRights === undefined ? [] : [rightsLine(missingRights)]),
    ...(freeBytes === null
      ? []
      : [
          freeBytes < leastBytes
            ? wrong("storeSpace", value(megabytes))
            : right("storeSpace", value(megabytes)),
        ]),
  ];
}

const schemaLine = (problem: string | null): DoctorLine =>
  problem === null
    ? right("storeSchema")
    : wrong("storeSchema", { is: "problem", said: problem }, { command: "npx aks-oncall store prepare" });

const rightsLine = (names: readonly string[]): DoctorLine =>
  names.length === 0 ? right("storeRights") : wrong("storeRights", { is: "lacks", names });

/** Of a key, a book of heads, or a package: null where nothing is wrong. */
export const judgeProblem = (check: CheckId, problem: string | null, about = ""): DoctorLine =>
  problem === null
    ? right(check, { is: "fine" }, { about })
    : wrong(check, { is: "problem", said: problem }, { about });

/** What a door answered to what was sent; `body` begins as the product's own answers do. */
export type DoorAnswer = Readonly<{ status: number; isOurs: boolean }>;

/** Without a token the bot's door answers 401, in the product's own words: whatever else answers is not the bot. */
export function judgeEndpointAnswer(read: Reading<DoorAnswer>, url: string): DoctorLine {
  const more = { about: url, expected: "401" };
  if (!read.ok) return wrong("endpointAnswer", foundOf(read.why), more);
  const { status, isOurs } = read.value;
  return status === 401 && isOurs
    ? right("endpointAnswer", { is: "answered", status }, more)
    : wrong("endpointAnswer", { is: "answered", status }, more);
}

const foundOf = (why: Extract<Reading<never>, { ok: false }>["why"]): DoctorFound =>
  why.is === "silent" ? { is: "problem", said: why.said } : why;

/** A dry run: understood, and nothing kept or shown. */
export function judgeAlertDoor(source: string, url: string, read: Reading<DoorAnswer>): DoctorLine {
  const more = { about: `${source} ${url}`, expected: "200" };
  if (!read.ok) return notKnown("alertDoor", read.why, { ...more, who: "operator" });
  const found: DoctorFound = { is: "answered", status: read.value.status };
  return read.value.status < 300 && read.value.isOurs
    ? right("alertDoor", found, more)
    : wrong("alertDoor", found, more);
}

export type ExchangeAnswer = Readonly<
  { ok: true } | { ok: false; is: "consent" | "conditionalAccess" | "refused"; code: string }
>;

/** One token of a person's sign-in for one API. Conditional Access says by Entra's code what it asks for. */
export function judgeExchange(api: string, answer: ExchangeAnswer, appId: string): DoctorLine {
  const about = api;
  if (answer.ok) return right("exchange", { is: "fine" }, { about });
  const { code } = answer;
  if (answer.is === "conditionalAccess")
    return wrong("exchange", { is: "challenged", code }, { about, who: "accessAdmin" });
  const command = `az ad app permission admin-consent --id ${appId}`;
  return answer.is === "consent"
    ? wrong("exchange", { is: "refused", code }, { about, command })
    : wrong("exchange", { is: "refused", code }, { about, who: "appOwner" });
}
