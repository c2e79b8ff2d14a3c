// Everything that keeps the product from starting and can be seen beforehand, in one list: the settings, the files that
// they name, and the policy.
import { constants } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { LoadedPolicy } from "../app/identity/policy-in-force.ts";
import { type Config, readConfig, type Variables } from "../config/config.ts";
import { readKeyFile } from "../store/audit/trail-key.ts";
import { errorMessageOf } from "../store/kit/database-errors.ts";
import type { KeyResult } from "../store/kit/secret-file.ts";
import { readFileKey } from "../store/run/file-key.ts";
import { readPolicyFile } from "./policy-file.ts";

type Checked = Readonly<
  { ok: true; config: Config; policy: LoadedPolicy } | { ok: false; problems: readonly string[] }
>;

export async function checkStart(variables: Variables): Promise<Checked> {
  const config = readConfig(variables);
  // Read once: its own tests are asked each time.
  const policy = await readPolicyFile(variables.POLICY_FILE ?? "");
  const looks: Looks = { POLICY_FILE: async () => (policy.ok ? [] : policy.problems), ...looksAtOthers };
  const files = await Promise.all(
    Object.entries(looks).map(async ([name, look]) => {
      const file = variables[name] ?? "";
      return file.trim() === "" ? [] : (await look(file)).map((problem) => `${name}: ${problem}`);
    }),
  );
  const problems = [...(config.ok ? [] : config.problems), ...files.flat()];
  return config.ok && policy.ok && problems.length === 0
    ? { ok: true, config: config.config, policy }
    : { ok: false, problems };
}

type Looks = Readonly<Record<string, (file: string) => Promise<readonly string[]>>>;

/** What is wrong with the file that a setting names, besides the policy. */
const looksAtOthers: Looks = {
  MICROSOFT_APP_CERTIFICATE_PATH: (file) =>
    orUnreadable(file, async () => {
      const text = await readFile(file, "utf8");
      const holdsBoth = text.includes("BEGIN CERTIFICATE") && text.includes("PRIVATE KEY");
      return holdsBoth ? [] : [`${file} does not hold a certificate and its private key in PEM.`];
    }),
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
