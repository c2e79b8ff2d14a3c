// `install` and `uninstall`: what the bot needs in Entra and Azure, made and taken back as the person of `az login`.
import { install, plan, planUninstall, uninstall } from "../../app/install/install.ts";
import type { InstallEnd, Step, StepNews } from "../../app/ports/install.ts";
import { ambientCredential, personsCredential } from "../../azure/entra/ambient-credential.ts";
import { type AzureEnvironment, azureEnvironment } from "../../azure/entra/cloud.ts";
import { examineInstalled, installation } from "../../composition/install.ts";
import { readCloud } from "../../config/config.ts";
import type { DoctorLine } from "../../core/doctor/line.ts";
import { type Answers, isOwnHost } from "../../core/install/answers.ts";
import { endpointOf, type Made, type Stays, type StepName } from "../../core/install/made.ts";
import { Refused } from "../../core/install/refused.ts";
import type { Requester } from "../../core/requester.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { messages } from "../../presenters/messages/messages.ts";
import {
  installOpen,
  installRefused,
  installSays,
  installStays,
} from "../../presenters/messages/operator/install.ts";
import {
  type Ask,
  askedAnswers,
  installFile,
  installFileName,
  packageFile,
  policyText,
  settingsText,
  writtenAnswers,
} from "./install-answers.ts";
import { printing } from "./install-print.ts";
import type { Io } from "./io.ts";
import { doctorText, renderText } from "./print.ts";
import { noArguments, readArgs } from "./read-args.ts";
import { type CliStop, type ExitCode, exitCodes, settingsStop, stop, tell, wrongUse } from "./stop.ts";

const english = messages("en");

const flags = {
  plan: { type: "boolean" },
  answers: { type: "string" },
  yes: { type: "boolean" },
} as const;

export async function installVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, flags);
  if (!read.ok) return tell(io, read);
  const extra = noArguments(read);
  if (extra !== null) return tell(io, extra);
  const { plan: planOnly = false, yes = false, answers: file } = read.values;
  return asking(io, async (ask) => {
    const begun = await begin(io, file, (environment) => questioned(io, environment, ask));
    if (!begun.ok) return tell(io, begun);
    const { steps, answers, doctor } = begun;
    // Also where nobody reads it: what would be refused on the way is refused before anything is made.
    const planned = await plan(steps, answers, yes && !planOnly ? () => {} : printing(io));
    if (!planned.ok) return stopped(io, begun, planned, "look");
    if (!yes || planOnly) io.out(installSays.billed(isOwnHost(answers)));
    if (planOnly) return said(io, installSays.planned, exitCodes.good);
    if (!yes && !(await agreed(ask, installSays.goOn)))
      return said(io, installSays.declined, exitCodes.wrongUse);
    const end = await install(steps, answers, installFile, noted(io, "install", begun));
    return end.ok ? installed(io, end.made, await doctor(end.made)) : stopped(io, begun, end, "install");
  });
}

export async function uninstallVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, flags);
  if (!read.ok) return tell(io, read);
  const extra = noArguments(read);
  if (extra !== null) return tell(io, extra);
  const { plan: planOnly = false, yes = false, answers: file } = read.values;
  return asking(io, async (ask) => {
    const nothing = wrongUse(installSays.nothingInstalled(installFileName), "answers");
    const begun = await begin(io, file, async () => nothing);
    if (!begun.ok) return tell(io, begun);
    const { steps, answers } = begun;
    const stays: Stays[] = [];
    const planned = await planUninstall(steps, answers, (news) => {
      if ("stays" in news) stays.push(...news.stays);
      if (!yes || planOnly) printing(io)(news);
    });
    if (!planned.ok) return stopped(io, begun, planned, "look");
    const staying = [installSays.stays, ...stays.map((each) => `  ${say(installStays, each)}`)].join("\n");
    if (!yes || planOnly) {
      io.out(installSays.alsoGone(installFileName, isOwnHost(answers)));
      io.out(staying);
      if (planOnly) return said(io, installSays.plannedGone, exitCodes.good);
      if (!(await agreed(ask, installSays.takeBack(answers.name))))
        return said(io, installSays.untouched, exitCodes.wrongUse);
    }
    const end = await uninstall(steps, answers, installFile, noted(io, "uninstall", begun));
    if (!end.ok) return stopped(io, begun, end, "uninstall");
    return said(io, `${installSays.uninstalled} ${staying}`, exitCodes.good);
  });
}

/** Prints it, and knows at any moment what is done: for Ctrl-C. */
function noted(io: Io, when: "install" | "uninstall", { steps, answers }: Begun) {
  const names = steps
    .filter((step) => step.isFor?.(answers) ?? true)
    .filter(({ takeBack }) => when === "install" || takeBack !== undefined)
    .map(({ name }) => name);
  const done = new Set<StepName>();
  const left = () => names.filter((name) => !done.has(name));
  io.onInterrupt(() => installSays.interrupted(installSays.after[when]([...done], left())));
  const print = printing(io);
  return (news: StepNews) => {
    if (news.is !== "making") done.add(news.step.name);
    print(news);
  };
}

const said = (io: Io, text: string, code: ExitCode): ExitCode => {
  io.out(text);
  return code;
};

const agreed = async (ask: Ask, question: string): Promise<boolean> =>
  /^\s*y(es)?\s*$/i.test((await ask(question)) ?? "");

/** In the end the terminal's lines are closed, which would keep the process waiting. */
async function asking(io: Io, work: (ask: Ask) => Promise<ExitCode>): Promise<ExitCode> {
  io.onInterrupt(() => installSays.interrupted(installSays.after.look()));
  const opened: AsyncIterator<string>[] = [];
  const ask: Ask = async (question) => {
    if (opened.length === 0) opened.push(io.lines()[Symbol.asyncIterator]());
    io.err(question);
    const next = await opened[0]?.next();
    return next === undefined || next.done ? null : next.value;
  };
  try {
    return await work(ask);
  } finally {
    await opened[0]?.return?.();
  }
}

type Answered = Readonly<{ ok: true; answers: Answers }> | CliStop;
type Begun = Readonly<{
  ok: true;
  steps: readonly Step[];
  answers: Answers;
  requester: Requester;
  doctor(made: Made): Promise<readonly DoctorLine[]>;
}>;

/** The answers, and whoever has signed in to their tenant. `otherwise`: where no file has answers. */
async function begin(
  io: Io,
  file: string | undefined,
  otherwise: (environment: AzureEnvironment) => Promise<Answered>,
): Promise<Begun | CliStop> {
  const cloud = readCloud(io.variables);
  if (!cloud.ok) return settingsStop(cloud.problems);
  if (cloud.settings.name !== "public") return wrongUse(installSays.publicOnly);
  const environment = azureEnvironment({ ...cloud.settings, cloud: cloud.settings.name });
  const written = await writtenAnswers(file);
  if (!written.ok) return written;
  const given: Answered =
    written.answers === null ? await otherwise(environment) : { ok: true, answers: written.answers };
  if (!given.ok) return given;
  const { answers } = given;
  const signedIn = await ambientCredential(environment, personsCredential(answers.tenantId));
  if (!signedIn.ok || signedIn.credential.requester.tenantId !== answers.tenantId)
    return stop(exitCodes.failure, "signInNeeded", installSays.otherTenant(answers.tenantId));
  const { credential } = signedIn;
  const files = { policy: policyText, settings: settingsText, teamsPackage: packageFile(io.variables) };
  const steps = installation(environment, credential).steps(files);
  const { requester } = credential;
  return {
    ok: true,
    steps,
    answers,
    requester,
    doctor: (made) => examineInstalled(environment, credential, made),
  };
}

/** What `doctor` finds of the installation of this folder. It changes nothing, and goes by what could be read. */
export async function lookAtInstalled(
  io: Io,
): Promise<Readonly<{ ok: true; lines: readonly DoctorLine[] }> | CliStop> {
  const begun = await begin(io, undefined, async () =>
    wrongUse(installSays.nothingInstalled(installFileName)),
  );
  if (!begun.ok) return begun;
  const { made } = await plan(begun.steps, begun.answers, () => {});
  return { ok: true, lines: await begun.doctor(made) };
}

/** Knows of whoever has signed in on this machine what need not be looked up. */
async function questioned(io: Io, environment: AzureEnvironment, ask: Ask): Promise<Answered> {
  const signedIn = await ambientCredential(environment, personsCredential());
  if (!signedIn.ok)
    return stop(exitCodes.failure, signedIn.failure.code, english.saySignIn(signedIn.failure));
  const { credential } = signedIn;
  const { tenants, subscriptions, problemOf } = installation(environment, credential);
  const [reached, seen] = await Promise.all([tenants(), subscriptions()]);
  return askedAnswers(ask, {
    ...{ tenantId: credential.requester.tenantId, tenants: reached instanceof Refused ? [] : reached },
    ...{ subscriptions: seen instanceof Refused ? [] : seen, problemOf },
    ...{ tell: io.err, again: io.isTyped ? io.err : null },
  });
}

/** Where something was left open it is known what is missing; else what `doctor` finds wrong is said. */
function installed(io: Io, made: Made, lines: readonly DoctorLine[]): ExitCode {
  const { open, answers } = made;
  const settings = isOwnHost(answers) ? settingsText.name : null;
  const next = installSays.next(packageFile({}).name, policyText.name, settings, endpointOf(made) ?? "");
  if (open.length > 0) {
    io.out([installSays.open, ...open.map((each) => `  ${say(installOpen, each)}`)].join("\n"));
    return said(io, `${installSays.installedOpen(installFileName)}\n${next}`, exitCodes.broken);
  }
  const others = lines.filter(({ state }) => state !== "right");
  io.out(renderText([[installSays.doctor(lines.length - others.length)], ...doctorText(others)], io));
  if (others.length > 0)
    return said(io, `${installSays.installedOpen(installFileName)}\n${next}`, exitCodes.broken);
  return said(io, `${installSays.installed(installFileName)}\n${next}`, exitCodes.good);
}

function stopped(
  io: Io,
  { answers, requester }: Pick<Begun, "answers" | "requester">,
  { refused, at, made, done, left }: Extract<InstallEnd, { ok: false }>,
  when: keyof typeof installSays.after,
): ExitCode {
  const why = say(installRefused, refused.why);
  const names = (steps: readonly Step[]) => steps.map(({ name }) => name);
  const has = (kind: "graph" | "azure") => at.needs.some((need) => kind in need);
  const grant = isForbidden(refused)
    ? [
        ...(has("graph") ? [installSays.grantInEntra(requester.displayName)] : []),
        ...(has("azure") ? [installSays.grantInAzure(requester.objectId, answers.subscriptionId)] : []),
      ]
    : [];
  const open = made.open.map((each) => say(installOpen, each));
  const after = installSays.after[when](names(done), names(left));
  const reason = installSays.stopped(why, [...grant, ...open], after);
  return tell(io, stop(exitCodes.failure, refused.why.is, reason));
}

/** A template is refused for a right that is missing like for anything else in it: its words say which it is. */
const isForbidden = ({ why }: Refused): boolean =>
  ["roleMissing", "rightsMissing"].includes(why.is) ||
  (why.is === "service" &&
    (why.status === 403 ||
      /authorization failed|does not have (permission|authorization)/i.test(why.message)));
