// Two replicas, each with its policy in a file of its own: a signal to one of them is enough, and as long as the files
// differ both say so.

import type { ChildProcess } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditVerifyDocument } from "../doors/cli/documents.ts";
import { runHere } from "../doors/cli/terminal.ts";
import { newKeyFile } from "../fixtures/new-keys.ts";
import { type PostgresServer, startPostgres } from "../store/postgres-server.ts";
import { eventually } from "../store/samples.ts";
import { launch, type ProductProcess, settled, startWorld, type World } from "./product-process.ts";

let world: World;
let server: PostgresServer;
let folder: string;
let variables: Readonly<{ DATABASE_URL: string; AUDIT_KEY_FILE: string }>;
const replicas: ProductProcess[] = [];
const fileOf = (name: string) => join(folder, `${name}.yaml`);

beforeAll(async () => {
  world = await startWorld();
  server = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), "aks-oncall-policies-"));
  variables = { DATABASE_URL: await server.newDatabase(), AUDIT_KEY_FILE: await newKeyFile() };
});
afterAll(async () => {
  for (const { child } of replicas) child.kill("SIGKILL");
  await server?.stop();
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(name: string): Promise<ChildProcess> {
  await copyFile("policies/example.yaml", fileOf(name));
  const product = await launch(world, variables, { POLICY_FILE: fileOf(name) });
  replicas.push(product);
  await settled(product);
  return product.child;
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

  const { out } = await runHere(["audit", "verify", "-o", "json"], { variables });
  expect(auditVerifyDocument.parse(JSON.parse(out))).toMatchObject({ ok: true });
});
