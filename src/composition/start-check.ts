// What the start and `doctor` look at first: the settings, the files that they name, and the policy. All of it at once.
import { constants } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { LoadedPolicy, PolicyRead } from "../app/identity/policy-in-force.ts";
import { type Config, readConfig, type Variables } from "../config/config.ts";
import { type SettingProblem, sentenceOf } from "../config/problem.ts";
import { type DoctorLine, right, wrong } from "../core/doctor/line.ts";
import { readKeyFile } from "../store/audit/trail-key.ts";
import { errorMessageOf } from "../store/kit/database-errors.ts";
import type { KeyResult } from "../store/kit/secret-file.ts";
import { readFileKey } from "../store/run/file-key.ts";
import { readPolicyFile } from "./policy-file.ts";

type Checked = Readonly<
  { ok: true; config: Config; policy: LoadedPolicy } | { ok: false; problems: readonly string[] }
>;

/** What is wrong with one file, in sentences; empty where nothing is. */
type FileLook = Readonly<{ setting: string; problems: readonly string[] }>;

export type SettingsLook = Readonly<{
  /** Null where a setting is missing, wrong or contradictory. */
  config: Config | null;
  problems: readonly SettingProblem[];
  policy: PolicyRead;
  /** Of each setting that names a file. */
  files: readonly FileLook[];
}>;

export async function lookAtSettings(variables: Variables): Promise<SettingsLook> {
  const read = readConfig(variables);
  // Read once: its own tests are asked each time.
  const policy = await readPolicyFile(variables.POLICY_FILE ?? "");
  const looks: Looks = { POLICY_FILE: async () => (policy.ok ? [] : policy.problems), ...looksAtOthers };
  const given = Object.entries(looks).filter(([name]) => (variables[name] ?? "").trim() !== "");
  const files = await Promise.all(
    given.map(async ([setting, look]) => ({ setting, problems: await look(variables[setting] ?? "") })),
  );
  return {
    ...(read.ok ? { config: read.config, problems: [] } : { config: null, problems: read.problems }),
    ...{ policy, files },
  };
}

/** For the start, which goes on with nothing wrong alone. */
export async function checkStart(variables: Variables): Promise<Checked> {
  const { config, problems, policy, files } = await lookAtSettings(variables);
  const all = [
    ...problems.map(sentenceOf),
    ...files.flatMap((file) => file.problems.map((problem) => `${file.setting}: ${problem}`)),
  ];
  return config !== null && policy.ok && all.length === 0
    ? { ok: true, config, policy }
    : { ok: false, problems: all };
}

/** The same as lines of `doctor`. */
export const settingsLines = ({ config, problems, files }: SettingsLook): readonly DoctorLine[] => [
  ...problems.map(({ setting, found, expected }) =>
    wrong("setting", { is: "problem", said: found }, { about: setting, expected }),
  ),
  ...(config === null ? [] : [right("setting")]),
  ...files.map(({ setting, problems: said }) =>
    said.length === 0
      ? right("file", { is: "fine" }, { about: setting })
      : wrong("file", { is: "problem", said: said.join(" ") }, { about: setting }),
  ),
];

type Looks = Readonly<Record<string, (file: string) => Promise<readonly string[]>>>;

const readable: Looks[string] = (file) =>
  orUnreadable(file, async () => {
    await access(file, constants.R_OK);
    return [];
  });

/** What is wrong with the file that a setting names, besides the policy. */
const looksAtOthers: Looks = {
  MICROSOFT_APP_CERTIFICATE_PATH: (file) =>
    orUnreadable(file, async () => {
      const text = await readFile(file, "utf8");
      const holdsBoth = text.includes("BEGIN CERTIFICATE") && text.includes("PRIVATE KEY");
      return holdsBoth ? [] : [`${file} does not hold a certificate and its private key in PEM.`];
    }),
  MICROSOFT_APP_TOKEN_FILE: readable,
  READER_TOKEN_FILE: readable,
  AUDIT_KEY_FILE: async (file) => reasons(await readKeyFile(file)),
  FILES_KEY_FILE: async (file) => reasons(await readFileKey(file)),
  // The file itself is made.
  AUDIT_HEAD_FILE: (file) =>
    orUnreadable(dirname(file), async () => {
      await access(dirname(file), constants.W_OK);
      return [];
    }),
};

const reasons = (read: KeyResult<unknown>): readonly string[] => (read.ok ? [] : [read.reason]);

async function orUnreadable(
  path: string,
  look: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  try {
    return await look();
  } catch (error) {
    return [`${path} cannot be used: ${errorMessageOf(error)}.`];
  }
}
