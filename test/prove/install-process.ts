// `install` as a process of its own before the local Azure, with a front in between that sees each request, and ends the
// process with a real SIGKILL at one of them: before Azure sees it, or after Azure has done it.
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, request as forward } from "node:https";
import { join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import type { Person } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";

/** The `at`-th request that writes. */
export type Kill = Readonly<{ at: number; when: "before" | "after" }>;

export type Ended = Readonly<{ code: number | null; signal: string | null; said: string }>;

const isWrite = ({ method = "", url = "" }: IncomingMessage): boolean =>
  method !== "GET" && !/\/whatIf\?/i.test(url);

type Front = Readonly<{
  url: string;
  /** `METHOD path` of each request that wrote since the process began. */
  writes(): readonly string[];
  /** Where the next process is to end; what ends it. */
  killAt(kill: Kill | null, end: () => void): void;
  close(): Promise<void>;
}>;

export async function startFront(azure: Simulator, tls: { key: string; cert: string }): Promise<Front> {
  let kill: Kill | null = null;
  let end: () => void = () => {};
  let writes: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    if (isWrite(request)) writes.push(`${request.method} ${request.url?.split("?")[0]}`);
    const isHere = isWrite(request) && writes.length === kill?.at;
    // Whatever it sends after the one at which it ends is never taken.
    const isOver = kill !== null && writes.length > kill.at;
    if (isOver || (isHere && kill?.when === "before")) return end();
    const { status, headers, said } = await through(azure, request, body);
    if (isHere) return end();
    // Where restify was loaded in this process, `writeHead` returns nothing.
    response.writeHead(status, headers);
    response.end(said);
  };
  const server = createServer(tls, (request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `https://localhost:${typeof address === "object" && address ? address.port : 0}`,
    writes: () => writes,
    killAt: (next, ending) => {
      [kill, end, writes] = [next, ending, []];
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function through(azure: Simulator, { method, url, headers }: IncomingMessage, body: Buffer) {
  return new Promise<{ status: number; headers: IncomingMessage["headers"]; said: Buffer }>(
    (resolve, reject) => {
      const { host: _host, ...others } = headers;
      // A connection of its own for each: one that was kept may be closed at the very moment it is used again.
      const to = { method, headers: others, ca: azure.caPem, agent: false } as const;
      const sent = forward(`${azure.url}${url}`, to, async (from) =>
        resolve({ status: from.statusCode ?? 0, headers: from.headers, said: await buffer(from) }),
      );
      sent.on("error", reject).end(body);
    },
  );
}

/** Stands for `az`: it prints the tokens of whoever has signed in, and keeps what it was given in its environment. */
export async function fakeAz(azure: Simulator, person: Person, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const expires = Math.floor(Date.now() / 1000) + 86_400;
  for (const [name, audience] of [
    ["arm", "https://management.azure.com"],
    ["graph", "https://graph.microsoft.com"],
  ] as const) {
    const accessToken = await azure.tokenFor(person.oid, audience);
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ accessToken, expires_on: expires }));
  }
  const script = `#!/bin/sh
env >> "${folder}/environment"
case "$*" in
  *management*) cat "${folder}/arm.json" ;;
  *) cat "${folder}/graph.json" ;;
esac
`;
  writeFileSync(join(folder, "az"), script);
  chmodSync(join(folder, "az"), 0o755);
  return folder;
}

/** Runs it to its end, or to its kill. */
export async function runInstall(
  front: Front,
  azure: Simulator,
  {
    words,
    az,
    cwd,
    kill = null,
  }: Readonly<{ words: readonly string[]; az: string; cwd: string; kill?: Kill | null }>,
): Promise<Ended> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [join(process.cwd(), "src/cli.ts"), ...words], {
    cwd,
    env: {
      ...{ PATH: `${az}:${PATH}`, HOME, NODE_EXTRA_CA_CERTS: azure.caFile },
      ...{ ARM_ENDPOINT: front.url, GRAPH_ENDPOINT: front.url, AZURE_AUTHORITY_HOST: azure.url },
      ARM_SCOPE: "https://management.azure.com/.default",
    },
  });
  front.killAt(kill, () => void child.kill("SIGKILL"));
  child.stdin.end();
  const ended = new Promise<Pick<Ended, "code" | "signal">>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal })),
  );
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { ...(await ended), said: `${out}\n${err}` };
}

export const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), "base64")]),
  );
