// The command `npm run package`: arguments and settings in, one zip or a list of what to mend out.
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs, parseEnv } from "node:util";
import packageJson from "../../package.json" with { type: "json" };
import { buildPackage } from "./build-package.ts";
import type { Variables } from "./settings.ts";

export type Surroundings = Readonly<{
  variables: Variables;
  /** Where the zip is written; made when it does not exist. */
  folder: string;
  /** Read where it exists and no other is named. */
  envFile: string;
  out(line: string): void;
  err(line: string): void;
}>;

const usage = "Usage: npm run package -- [--env-file FILE]";

/** Resolves to the exit code: 0 with the zip written, 2 with every problem said and the zip of an earlier run left as it was. */
export async function packageApp(args: readonly string[], around: Surroundings): Promise<0 | 2> {
  const target = join(around.folder, `aks-oncall-${packageJson.version}.zip`);
  const read = await readVariables(args, around);
  const built = read.ok ? await buildPackage(read.variables) : read;
  if (!built.ok) {
    const earlier = existsSync(target) ? [`${target} is still the one of an earlier run.`] : [];
    const problems = built.problems.map((problem) => `  - ${problem}`);
    around.err(["No package was written:", ...problems, ...earlier].join("\n"));
    return 2;
  }
  await mkdir(around.folder, { recursive: true });
  // Written beside it first: whatever goes wrong, the name stands for a whole package.
  const unfinished = `${target}.new`;
  await writeFile(unfinished, built.zip);
  await rename(unfinished, target);
  around.out(`${target} (${built.zip.length} bytes), for the app ${built.appId}. Next: docs/install.md.`);
  return 0;
}

type Read = Readonly<{ ok: true; variables: Variables } | { ok: false; problems: readonly string[] }>;

/** As `node --env-file` does: what the environment already says stands above the file. */
async function readVariables(args: readonly string[], { variables, envFile }: Surroundings): Promise<Read> {
  let file: string | undefined;
  try {
    file = parseArgs({ args: [...args], options: { "env-file": { type: "string" } } }).values["env-file"];
  } catch (error) {
    return { ok: false, problems: [`${messageOf(error).split(". ")[0]}. ${usage}`] };
  }
  if (file === undefined && !existsSync(envFile)) return { ok: true, variables };
  const path = file ?? envFile;
  try {
    return { ok: true, variables: { ...parseEnv(await readFile(path, "utf8")), ...variables } };
  } catch (error) {
    return { ok: false, problems: [`The settings file ${path} cannot be read: ${messageOf(error)}.`] };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
