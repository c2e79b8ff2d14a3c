// Runs commands with the real kubectl, as the product would send them, and keeps what it asked the API server.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findHelm } from "../../simulator/kubernetes/kubectl.ts";
import type { CommandRequest } from "../../src/core/command/command-request.ts";
import { parseKubectl } from "../../src/core/command/parse-kubectl.ts";
import { type ApiRead, startRecordingServer, type World } from "./api-server.ts";

export type Recorded = Readonly<{
  text: string;
  request: CommandRequest;
  world: World;
  reads: readonly ApiRead[];
  /** What kubectl said and did not print as an answer. */
  errors: string;
}>;

/** Throws where kubectl asked for what the API server does not know: then nothing can be said of it. */
export async function recordReads(
  kubectl: string,
  texts: readonly string[],
  worlds: readonly World[],
): Promise<readonly Recorded[]> {
  const lanes = [0, 1].map((lane) => texts.filter((_, index) => index % 2 === lane));
  const recorded = await Promise.all(lanes.map((lane) => recordLane(kubectl, lane, worlds)));
  return recorded.flat();
}

/** One command after the other against one server: so each request belongs to a command. */
async function recordLane(
  kubectl: string,
  texts: readonly string[],
  worlds: readonly World[],
): Promise<Recorded[]> {
  const server = await startRecordingServer();
  // Discovery is cached in it, so only the first command asks for it.
  const home = await mkdtemp(path.join(tmpdir(), "kubectl-reads-"));
  const recorded: Recorded[] = [];
  try {
    for (const text of texts) {
      const parsed = parseKubectl(text);
      if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.reason)}`);
      const { argv, tool } = parsed.request;
      const file = tool === "helm" ? await findHelm() : kubectl;
      if (file === null) throw new Error("these tests need Helm");
      for (const world of worlds) {
        server.begin(world);
        const target = tool === "helm" ? "--kube-apiserver" : "--server";
        const errors = await run(file, [...argv.slice(1), `${target}=${server.url}`], home);
        recorded.push({ text, request: parsed.request, world, reads: server.reads(), errors });
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
    const child = spawn(file, args, { env: { HOME: home, PATH: "" }, stdio: ["ignore", "ignore", "pipe"] });
    const errors: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.once("error", reject);
    child.once("close", () => resolve(Buffer.concat(errors).toString()));
  });
