// `install` and `uninstall`: what the bot needs in Entra and Azure, made and taken back as the person of `az login`.
import { install, plan, uninstall } from "../../app/install/install.ts";
import type { InstallEnd, Step, StepNews } from "../../app/ports/install.ts";
import { ambientCredential, personsCredential } from "../../azure/entra/ambient-credential.ts";
import { type AzureEnvironment, azureEnvironment } from "../../azure/entra/cloud.ts";
import { createRequests } from "../../azure/install/requests.ts";
import { listSubscriptions } from "../../azure/install/subscriptions.ts";
import { installSteps } from "../../composition/install.ts";
import { readCloud } from "../../config/config.ts";
import type { Answers } from "../../core/install/answers.ts";
import type { Made } from "../../core/install/made.ts";
import { Refused } from "../../core/install/refused.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { installOpen, installRefused, installSays } from "../../presenters/messages/operator/install.ts";
import {
  type Ask,
  askedAnswers,
  installFile,
  installFileName,
  packageFile,
  policyText,
  writtenAnswers,
} from "./install-answers.ts";
import type { Io, OutputLine, OutputStyle } from "./io.ts";
import { renderText } from "./print.ts";
import { noArguments, readArgs } from "./read-args.ts";
import { type CliStop, type ExitCode, exitCodes, settingsStop, stop, tell, wrongUse } from "./stop.ts";

const english = messages("en");

type Given = Readonly<{ plan?: boolean; answers?: string; yes?: boolean }>;
type Work = (begun: Begun, given: Given, ask: Ask) => Promise<ExitCode>;

export const installVerb = (args: readonly string[], io: Io): Promise<ExitCode> =>
  verb(args, io, async ({ steps, answers }, given, ask) => {
    const news = printing(io);
    if (given.plan || !given.yes) {
      const planned = await plan(steps, answers, news);
      if (!planned.ok) return stopped(io, planned);
      if (given.plan) return said(io, installSays.planned, exitCodes.good);
      if (!(await agreed(ask, installSays.goOn))) return said(io, installSays.declined, exitCodes.wrongUse);
    }
    const end = await install(steps, answers, installFile, news);
    return end.ok ? installed(io, end.made) : stopped(io, end);
  });

export const uninstallVerb = (args: readonly string[], io: Io): Promise<ExitCode> =>
  verb(args, io, async ({ steps, answers }, { yes }, ask) => {
    if (!yes && !(await agreed(ask, installSays.takeBack(answers.name))))
      return said(io, installSays.untouched, exitCodes.wrongUse);
    const end = await uninstall(steps, answers, installFile, printing(io));
    return end.ok ? said(io, installSays.uninstalled, exitCodes.good) : stopped(io, end);
  });

const said = (io: Io, text: string, code: ExitCode): ExitCode => {
  io.out(text);
  return code;
};

const agreed = async (ask: Ask, question: string): Promise<boolean> =>
  /^\s*y(es)?\s*$/i.test((await ask(question)) ?? "");

/** Reads the flags, and closes the terminal's lines in the end, which would keep the process waiting. */
async function verb(args: readonly string[], io: Io, work: Work): Promise<ExitCode> {
  const read = readArgs(args, {
    plan: { type: "boolean" },
    answers: { type: "string" },
    yes: { type: "boolean" },
  });
  if (!read.ok) return tell(io, read);
  const extra = noArguments(read);
  if (extra !== null) return tell(io, extra);
  let lines: AsyncIterator<string> | null = null;
  const ask: Ask = async (question) => {
    lines ??= io.lines()[Symbol.asyncIterator]();
    io.err(question);
    const { value, done } = await lines.next();
    return done ? null : value;
  };
  try {
    const begun = await begin(io, read.values.answers, ask);
    return begun.ok ? await work(begun, read.values, ask) : tell(io, begun);
  } finally {
    await (lines as AsyncIterator<string> | null)?.return?.();
  }
}

type Begun = Readonly<{ ok: true; steps: readonly Step[]; answers: Answers }>;

/** The answers, and whoever has signed in to their tenant. */
async function begin(io: Io, file: string | undefined, ask: Ask): Promise<Begun | CliStop> {
  const cloud = readCloud(io.variables);
  if (!cloud.ok) return settingsStop(cloud.problems);
  if (cloud.settings.name !== "public") return wrongUse(installSays.publicOnly);
  const environment = azureEnvironment({ ...cloud.settings, cloud: cloud.settings.name });
  const written = await writtenAnswers(file);
  if (!written.ok) return written;
  const given =
    written.answers === null
      ? await asked(environment, ask)
      : ({ ok: true, answers: written.answers } as const);
  if (!given.ok) return given;
  const { answers } = given;
  const signedIn = await ambientCredential(environment, personsCredential(answers.tenantId));
  if (!signedIn.ok || signedIn.credential.requester.tenantId !== answers.tenantId)
    return stop(exitCodes.failure, "signInNeeded", installSays.otherTenant(answers.tenantId));
  const requests = createRequests({ environment, as: signedIn.credential });
  const files = { policy: policyText, teamsPackage: packageFile(io.variables) };
  return { ok: true, steps: installSteps(requests, environment, files), answers };
}

/** What the sign-in on this machine says already is proposed. */
async function asked(
  environment: AzureEnvironment,
  ask: Ask,
): Promise<Readonly<{ ok: true; answers: Answers }> | CliStop> {
  const signedIn = await ambientCredential(environment, personsCredential());
  if (!signedIn.ok)
    return stop(exitCodes.failure, signedIn.failure.code, english.saySignIn(signedIn.failure));
  const { credential } = signedIn;
  const seen = await listSubscriptions(createRequests({ environment, as: credential })).catch((error) => {
    if (error instanceof Refused) return [];
    throw error;
  });
  const [only, ...others] = seen;
  return askedAnswers(ask, {
    tenantId: credential.requester.tenantId,
    runsAt: "container-apps",
    ...(only !== undefined && others.length === 0 && { subscriptionId: only }),
  });
}

const signs = { there: "✔", made: "+", planned: "·", making: "…", takenBack: "-" } as const;
const styles = {
  there: "green",
  made: "green",
  planned: "bold",
  making: "dim",
  takenBack: "yellow",
} as const satisfies Readonly<Record<StepNews["is"], OutputStyle>>;

/** One step a block: what it makes, and how it is taken back. */
const printing = (io: Io) => (news: StepNews) => io.out(renderText(linesOf(news), io));

function linesOf(news: StepNews): readonly OutputLine[] {
  const { is, step } = news;
  const head: OutputLine = [
    [styles[is], signs[is]],
    ` ${installSays.step(step.name, is === "planned" || is === "making" ? news.looked : null)}`,
  ];
  if (is === "takenBack" || is === "making" || is === "there") return [head];
  const undo = is === "made" ? step.undo(news.made) : null;
  return [
    head,
    ...(foreseen(news) ?? step.makes(news.made)).map((line): OutputLine => [`    ${line}`]),
    ...(is === "planned" ? [[["dim", `    ${installSays.needs(step.needs)}`]] satisfies OutputLine] : []),
    ...(undo === null ? [] : [[["dim", `    ${installSays.undo(undo)}`]] satisfies OutputLine]),
  ];
}

/** What Azure itself says will be there. */
const foreseen = (news: StepNews): readonly string[] | null =>
  news.is === "planned" && news.looked.is === "missing" ? (news.looked.how ?? null) : null;

function installed(io: Io, { open }: Made): ExitCode {
  if (open.length === 0) return said(io, installSays.installed(installFileName), exitCodes.good);
  io.out([installSays.open, ...open.map((each) => `  ${say(installOpen, each)}`)].join("\n"));
  return said(io, installSays.installedOpen(installFileName), exitCodes.broken);
}

function stopped(io: Io, { refused, at, done, left }: Extract<InstallEnd, { ok: false }>): ExitCode {
  const why = say(installRefused, refused.why);
  const names = (steps: readonly Step[]) => steps.map(({ name }) => name);
  const needs = refused.why.is === "service" && refused.why.status === 403 ? at.needs : [];
  const reason = installSays.stopped(why, needs, names(done), names(left));
  return tell(io, stop(exitCodes.failure, refused.why.is, reason));
}
