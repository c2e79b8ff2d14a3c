// Asks everything that the product stands on, and judges it. What another answer has settled is not blamed again.
import type { AlertSource } from "../../core/alert/alert.ts";
import { judgeBot, judgeConnection, judgeSubscriptions } from "../../core/doctor/azure-bot.ts";
import { type CheckId, type DoctorLine, type NotRead, notKnown } from "../../core/doctor/line.ts";
import type { NeededPermissions } from "../../core/doctor/permissions.ts";
import {
  judgeAlertRole,
  judgeConsents,
  judgeRegistration,
  type WantedRegistration,
} from "../../core/doctor/registration.ts";
import {
  judgeAlertDoor,
  judgeClock,
  judgeCredential,
  judgeEndpointAnswer,
  judgeExchange,
  judgeHost,
  judgeProblem,
  judgeStore,
  judgeTenant,
} from "../../core/doctor/running.ts";
import type { LocalLooks, NetworkLooks, OperatorLooks, PersonLooks } from "../ports/doctor.ts";

export type Looks = Readonly<{
  operator: OperatorLooks;
  network: NetworkLooks;
  local: LocalLooks;
  /** Null where nobody asked for it. */
  person: PersonLooks | null;
}>;

export type Expected = WantedRegistration &
  Readonly<{
    tenantId: string;
    connection: string;
    /** False where there is none to be tried. */
    hasCredential: boolean;
    permissions: readonly NeededPermissions[];
    /** Hosts that the product calls, each once. */
    hosts: readonly string[];
    /** Sources that prove themselves by a secret. */
    alertSources: readonly AlertSource[];
    azureMonitor: Readonly<{ appId: string; callerAppId: string }> | null;
    /** Where the product listens on this machine. */
    ownOrigin: string;
  }>;

type OfTenant = Pick<
  Expected,
  "appId" | "tenantId" | "connection" | "redirectUris" | "secretHint" | "now" | "permissions" | "azureMonitor"
>;

/** As far as whoever has signed in can read it: the product need not run. */
export async function examineTenant(
  operator: OperatorLooks,
  expected: OfTenant,
): Promise<readonly DoctorLine[]> {
  const [registration, found] = await Promise.all([ofRegistration(operator, expected), operator.bot()]);
  return [...registration, ...judgeSubscriptions(found), ...(await ofFoundBot(operator, found, expected))];
}

async function ofFoundBot(
  operator: OperatorLooks,
  found: Awaited<ReturnType<OperatorLooks["bot"]>>,
  expected: OfTenant,
): Promise<readonly DoctorLine[]> {
  const bot = found.ok ? found.value.bot : null;
  return bot === null ? [] : judgeBot(bot, await operator.botParts(bot), expected);
}

export async function examine(looks: Looks, expected: Expected): Promise<readonly DoctorLine[]> {
  const parts = await Promise.all([
    ofEntra(looks, expected),
    ofRegistration(looks.operator, expected),
    ofBot(looks, expected),
    ofMachine(looks, expected),
  ]);
  return [...withoutEchoes(parts.flat()), ...(looks.person ? await ofPerson(looks.person, expected) : [])];
}

/** What is wrong with the first of them makes the others look wrong too. */
const echoes: Partial<Readonly<Record<CheckId, readonly CheckId[]>>> = {
  tenant: ["botTenant"],
  registration: ["credential"],
  credential: ["secretEnd"],
};

function withoutEchoes(lines: readonly DoctorLine[]): readonly DoctorLine[] {
  const wrong = lines.filter(({ state }) => state === "wrong");
  const explained = wrong.flatMap(({ check }) => echoes[check] ?? []);
  return lines.filter(({ check, state }) => state !== "wrong" || !explained.includes(check));
}

/** Each rests on the one before: of a tenant that is not there no credential can be good. */
async function ofEntra({ network }: Looks, expected: Expected): Promise<readonly DoctorLine[]> {
  const { tenantId, appId, connection } = expected;
  const tenant = judgeTenant(await network.tenant(), tenantId);
  const notAsked = (check: "credential" | "connection", said: string) =>
    notKnown(check, { is: "notHere", said }, { about: check === "connection" ? connection : "" });
  if (tenant.state === "wrong")
    return [tenant, notAsked("credential", "tenant"), notAsked("connection", "credential")];
  if (!expected.hasCredential)
    return [tenant, notAsked("credential", "setting"), notAsked("connection", "credential")];
  const credential = judgeCredential(await network.credential(), appId);
  return [
    tenant,
    credential,
    credential.state === "right"
      ? judgeConnection(await network.connection(), connection)
      : notAsked("connection", "credential"),
  ];
}

async function ofRegistration(operator: OperatorLooks, expected: OfTenant): Promise<readonly DoctorLine[]> {
  const { appId, permissions, azureMonitor } = expected;
  const [app, grants, role] = await Promise.all([
    operator.registration(),
    operator.grants(),
    azureMonitor && operator.alertRole(azureMonitor.appId, azureMonitor.callerAppId),
  ]);
  const isGone = app.ok && app.value === null;
  return [
    ...judgeRegistration(app, expected),
    ...(isGone ? [] : judgeConsents(grants, permissions, appId)),
    ...(role && azureMonitor && !isGone ? [judgeAlertRole(role, azureMonitor.appId)] : []),
  ];
}

async function ofBot(looks: Looks, expected: Expected): Promise<readonly DoctorLine[]> {
  const { operator, network } = looks;
  const found = await operator.bot();
  const bot = found.ok ? found.value.bot : null;
  const own = await ofFoundBot(operator, found, expected);
  const endpoint =
    own.find(({ check }) => check === "endpoint")?.state === "right" ? bot?.endpoint : undefined;
  const answer = endpoint === undefined ? [] : [judgeEndpointAnswer(await network.knock(endpoint), endpoint)];
  const isAnswered = answer.every(({ state }) => state === "right");
  // Where nothing answers at the bot's own address, that is said once.
  const origin = endpoint === undefined ? expected.ownOrigin : new URL(endpoint).origin;
  const doors = isAnswered ? await ofAlertDoors(looks, expected, origin) : [];
  return [...judgeSubscriptions(found), ...own, ...answer, ...doors];
}

const ofAlertDoors = ({ network }: Looks, { alertSources }: Expected, origin: string) =>
  Promise.all(
    alertSources.map(async (source) => judgeAlertDoor(source, origin, await network.dryRun(source, origin))),
  );

async function ofMachine({ network, local }: Looks, { hosts }: Expected): Promise<readonly DoctorLine[]> {
  const [off, reached, store, key, heads, filesKey, built] = await Promise.all([
    network.clockOff(),
    Promise.all(hosts.map(async (host) => judgeHost(host, await network.host(host)))),
    local.store(),
    local.auditKey(),
    local.auditHeads(),
    local.filesKey(),
    local.package(),
  ]);
  return [
    judgeClock(off),
    ...reached,
    ...judgeStore(store),
    orNotAsked("auditKey", key),
    orNotAsked("auditHeads", heads),
    ...(filesKey === undefined ? [] : [orNotAsked("filesKey", filesKey)]),
    ...(built === undefined ? [] : [judgeProblem("package", built)]),
  ];
}

const orNotAsked = (
  check: "auditKey" | "auditHeads" | "filesKey",
  problem: string | null | NotRead,
): DoctorLine =>
  typeof problem === "object" && problem !== null ? notKnown(check, problem) : judgeProblem(check, problem);

async function ofPerson(person: PersonLooks, { appId }: Expected): Promise<readonly DoctorLine[]> {
  const signedIn = await person.signIn();
  if (!signedIn.ok) return [notKnown("signIn", signedIn.why)];
  const exchanges = await person.exchanges();
  return exchanges.map(({ api, answer }) => judgeExchange(api, answer, appId));
}
