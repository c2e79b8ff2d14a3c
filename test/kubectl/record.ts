// Runs commands with the real kubectl, as the product would send them, and keeps what it asked the API server.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findHelm } from "../../simulator/kubernetes/kubectl.ts";
import type { CommandRequest } from "../../src/core/command/grammar/command-request.ts";
import { parseKubectl } from "../../src/core/command/parse-command.ts";
import { type ApiRead, startRecordingServer, type World } from "./api-server.ts";

/** What of a request is looked at here. */
type Sent = Pick<CommandRequest, "tool" | "argv">;

export type Recorded<Request extends Sent = CommandRequest> = Readonly<{
  text: string;
  request: Request;
  world: World;
  reads: readonly ApiRead[];
  /** What kubectl said and did not print as an answer. */
  errors: string;
}>;

/** `argv`: what is run for it, the tool first. */
export type Run<Request extends Sent = CommandRequest> = Readonly<{
  text: string;
  request: Request;
  argv: readonly string[];
  /** Files that it names, with what they hold. */
  files?: Readonly<Record<string, string>>;
}>;

/** Commands as the product would send them. */
export const recordReads = (
  kubectl: string,
  texts: readonly string[],
  worlds: readonly World[],
): Promise<readonly Recorded[]> => recordRuns(kubectl, texts.map(asSent), worlds);

function asSent(text: string): Run {
  const parsed = parseKubectl(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.reason)}`);
  return { text, request: parsed.request, argv: parsed.request.argv };
}

/** Throws where kubectl asked for what the API server does not know: then nothing can be said of it. */
export async function recordRuns<Request extends Sent>(
  kubectl: string,
  runs: readonly Run<Request>[],
  worlds: readonly World[],
): Promise<readonly Recorded<Request>[]> {
  const lanes = [0, 1].map((lane) => runs.filter((_, index) => index % 2 === lane));
  const recorded = await Promise.all(lanes.map((lane) => recordLane(kubectl, lane, worlds)));
  // In the order of the runs again.
  const [even = [], odd = []] = recorded;
  return even.flatMap((each, index) => [each, ...odd.slice(index, index + 1)]);
}

/** One command after the other against one server: so each request belongs to a command. */
async function recordLane<Request extends Sent>(
  kubectl: string,
  runs: readonly Run<Request>[],
  worlds: readonly World[],
): Promise<Recorded<Request>[]> {
  const server = await startRecordingServer();
  // Discovery is cached in it, so only the first command asks for it.
  const home = await mkdtemp(path.join(tmpdir(), "kubectl-reads-"));
  const recorded: Recorded<Request>[] = [];
  try {
    for (const { text, request, argv, files = {} } of runs) {
      for (const [name, held] of Object.entries(files)) await writeFile(path.join(home, name), held);
      const isHelm = request.tool === "helm";
      const file = isHelm ? await findHelm() : kubectl;
      if (file === null) throw new Error("these tests need Helm");
      for (const world of worlds) {
        server.begin(world);
        const target = isHelm ? "--kube-apiserver" : "--server";
        const errors = await run(file, [...argv.slice(1), `${target}=${server.url}`], home);
        recorded.push({ text, request, world, reads: server.reads(), errors });
      }
    }
    if (server.unknown().length > 0) throw new Error(`Not served: ${server.unknown().join(", ")}`);
  } finally {
    await server.close();
    await rm(home, { recursive: true, force: true });
  }
  return recorded;
}

/** Its exit code says nothing here: in two of the worlds it has to fail. */
const run = (file: string, args: readonly string[], home: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const env = { HOME: home, PATH: "" };
    const child = spawn(file, args, { cwd: home, env, stdio: ["ignore", "ignore", "pipe"] });
    const errors: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.once("error", reject);
    child.once("close", () => resolve(Buffer.concat(errors).toString()));
  });
