// `doctor`: what the product needs, what of it is wrong, and who can mend it.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import type { RequesterCredential } from "../../app/ports/azure.ts";
import { ambientCredential, machineCredential } from "../../azure/entra/ambient-credential.ts";
import { examineProduct } from "../../composition/doctor.ts";
import { entraApp } from "../../composition/identity.ts";
import { lookAtSettings, type SettingsLook, settingsLines } from "../../composition/start-check.ts";
import type { Config, Variables } from "../../config/config.ts";
import { type Settled, settledConfig, type Unsettled } from "../../config/settled.ts";
import { type CheckId, type DoctorLine, notKnown } from "../../core/doctor/line.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { doctorSays, sayLine } from "../../presenters/messages/operator/doctor.ts";
import { lookAtInstalled } from "./install.ts";
import { installFileName } from "./install-answers.ts";
import type { Io, OutputLine } from "./io.ts";
import { answer, doctorText, renderText } from "./print.ts";
import { noArguments, readArgs } from "./read-args.ts";
import { type CliStop, type ExitCode, exitCodes, tell, wrongUse } from "./stop.ts";

const packageFolder = "dist";
const usualFile = ".env";

export async function doctorVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, {
    "as-person": { type: "boolean" },
    "env-file": { type: "string" },
  });
  if (!read.ok) return tell(io, read);
  const extra = noArguments(read);
  if (extra !== null) return tell(io, extra);
  const { "as-person": asPerson = false, "env-file": file } = read.values;
  const variables = await readVariables(io.variables, file);
  if (!variables.ok) return tell(io, variables);
  // Whoever has just installed it has no settings here: what it made is looked at then.
  const isInstalled = file === undefined && !variables.value.MICROSOFT_APP_ID && existsSync(installFileName);
  if (isInstalled) return afterInstall(io);
  const look = await lookAtSettings(variables.value);
  const tellPerson = asPerson ? (message: string) => io.err(message) : null;
  const settled = settledConfig(variables.value);
  const others = settled === null ? [] : await examined(settled, look, tellPerson);
  const lines = [...settingsLines(look), ...others];
  const { settingsFirst, withoutPerson } = doctorSays;
  return said(io, lines, settled === null ? settingsFirst : asPerson ? null : withoutPerson);
}

async function afterInstall(io: Io): Promise<ExitCode> {
  const looked = await lookAtInstalled(io);
  return looked.ok ? said(io, looked.lines, doctorSays.onlyInstalled(installFileName)) : tell(io, looked);
}

function said(io: Io, lines: readonly DoctorLine[], more: string | null): ExitCode {
  answer(io, documentOf(lines), () => renderText(textOf(lines, more), io));
  return exitCodeOf(lines);
}

/** What rests on settings that are wrong: of it nothing is known, whatever was found in its place. */
const restsOn: Readonly<Record<Unsettled, readonly [line: CheckId, all: RegExp]>> = {
  credential: ["credential", /^credential$/],
  connection: ["connection", /^(connection|oauth)/],
  store: ["store", /^(store|audit|filesKey)/],
};

function settledLines(lines: readonly DoctorLine[], unsettled: readonly Unsettled[]): readonly DoctorLine[] {
  const open = unsettled.map((each) => restsOn[each]);
  return [
    ...lines.filter(({ check }) => !open.some(([, all]) => all.test(check))),
    ...open.map(([line]) => notKnown(line, { is: "notHere", said: "setting" })),
  ];
}

/** As `npm start` does: what the environment says already stands above the file. */
async function readVariables(
  variables: Variables,
  file: string | undefined,
): Promise<Readonly<{ ok: true; value: Variables }> | CliStop> {
  try {
    const text = await readFile(file ?? usualFile, "utf8");
    return { ok: true, value: { ...parseEnv(text), ...variables } };
  } catch {
    return file === undefined ? { ok: true, value: variables } : wrongUse(cliStops.noFileHere(file));
  }
}

async function examined(
  { config, unsettled }: Settled,
  { policy }: SettingsLook,
  tellPerson: ((message: string) => void) | null,
): Promise<readonly DoctorLine[]> {
  const lines = await examineProduct(config, {
    ...{ as: await signedIn(config), tell: tellPerson, packageFolder, now: new Date() },
    ...{ policy: policy.ok ? policy.policy : null, hasCredential: !unsettled.includes("credential") },
  });
  return settledLines(lines, unsettled);
}

/** Null where nobody has signed in here: then what only they can read is not known. */
async function signedIn(config: Config): Promise<RequesterCredential | null> {
  const { environment } = entraApp(config);
  const found = await ambientCredential(environment, machineCredential(environment));
  return found.ok ? found.credential : null;
}

const count = (lines: readonly DoctorLine[], state: DoctorLine["state"]): number =>
  lines.filter((line) => line.state === state).length;

function exitCodeOf(lines: readonly DoctorLine[]): ExitCode {
  if (count(lines, "wrong") > 0) return exitCodes.broken;
  return count(lines, "unknown") > 0 ? exitCodes.unknown : exitCodes.good;
}

const documentOf = (lines: readonly DoctorLine[]): object => ({
  schema: "aks-oncall/doctor/v1",
  ...{ right: count(lines, "right"), wrong: count(lines, "wrong"), unknown: count(lines, "unknown") },
  lines: lines.map((line) => {
    const { what, found, expected, who, command } = sayLine(line);
    const more = { ...(who !== "" && { who }), ...(command !== "" && { command }) };
    return { check: line.check, state: line.state, what, found, expected, ...more };
  }),
});

function textOf(lines: readonly DoctorLine[], more: string | null): readonly OutputLine[] {
  const [right, wrong, unknown] = [count(lines, "right"), count(lines, "wrong"), count(lines, "unknown")];
  return [
    ...doctorText(lines),
    [],
    [doctorSays.summary(right, wrong, unknown)],
    ...(more === null ? [] : [[more]]),
  ];
}
