// Two replicas, each with its policy in a file of its own: a signal to one of them is enough, and as long as the files
// differ both say so.

import { type ChildProcess, spawn } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { auditVerifyDocument } from "../doors/cli/documents.ts";
import { runHere } from "../doors/cli/terminal.ts";
import { newKeyFile } from "../fixtures/new-keys.ts";
import { freePort } from "../free-port.ts";
import { type PostgresServer, startPostgres } from "../store/postgres-server.ts";
import { eventually } from "../store/samples.ts";

let azure: Simulator;
let server: PostgresServer;
let folder: string;
let variables: Record<string, string>;
const replicas: ChildProcess[] = [];
const fileOf = (name: string) => join(folder, `${name}.yaml`);

beforeAll(async () => {
  azure = await startSimulator({ scenario: "simulator/scenarios/hub-spoke.json", localDir: ".local/test" });
  server = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), "aks-oncall-policies-"));
  variables = { DATABASE_URL: await server.newDatabase(), AUDIT_KEY_FILE: await newKeyFile() };
});
afterAll(async () => {
  for (const replica of replicas) replica.kill("SIGKILL");
  await server?.stop();
  await azure?.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(name: string): Promise<ChildProcess> {
  await copyFile("policies/example.yaml", fileOf(name));
  const port = String(await freePort());
  const child = spawn(process.execPath, ["src/main.ts"], {
    env: {
      PATH: process.env.PATH,
      ...azure.environment,
      ...variables,
      ...{ PORT: port, HOST: "127.0.0.1", POLICY_FILE: fileOf(name), LOG_LEVEL: "silent" },
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  replicas.push(child);
  const ready = () => fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
  await eventually(async () => (await ready())?.ok === true, 45);
  return child;
}

async function change(name: string, text: string): Promise<void> {
  await writeFile(fileOf(name), `${await readFile("policies/example.yaml", "utf8")}\n${text}\n`);
}

/** What the trail says of policies: occasion or action, outcome, and the versions as letters in the order of their coming. */
async function told(): Promise<readonly string[]> {
  const { out } = await runHere(["audit", "export"], { variables });
  const letters = new Map<string, string>();
  const letter = (version: string) => {
    if (!letters.has(version)) letters.set(version, String.fromCharCode(65 + letters.size));
    return letters.get(version);
  };
  return out
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ action }) => action.startsWith("policy."))
    .map(({ action, outcome, detail }) =>
      [
        detail.occasion ?? action,
        outcome,
        letter(detail.policy),
        ...(detail.others ? [letter(detail.others)] : []),
      ].join(" "),
    );
}

test("a change reaches both by one signal; in between both say that they differ", async () => {
  const one = await start("one");
  await start("other");
  expect(await told()).toEqual(["start succeeded A", "start succeeded A"]);

  await change("one", "# reviewed");
  one.kill("SIGHUP");
  await eventually(
    async () => (await told()).filter((line) => line.startsWith("policy.differs")).length === 2,
    30,
  );
  expect((await told())[2]).toBe("signal succeeded B");
  expect((await told()).slice(3).sort()).toEqual([
    "policy.differs recorded A B",
    "policy.differs recorded B A",
  ]);

  await change("other", "# reviewed");
  await eventually(async () => (await told()).includes("replica succeeded B"), 30);

  await change("one", "rulez: []");
  one.kill("SIGHUP");
  await eventually(async () => (await told()).at(-1) === "signal refused B", 30);

  const { out } = await runHere(["audit", "verify", "--json"], { variables });
  expect(auditVerifyDocument.parse(JSON.parse(out))).toMatchObject({ ok: true });
});
