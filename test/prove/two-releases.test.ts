// Two releases on one database, each a process of its own: the next one is this one with a further step of the schema.

import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditVerifyDocument } from "../doors/cli/documents.ts";
import { runHere } from "../doors/cli/terminal.ts";
import { newKeyFile } from "../fixtures/new-keys.ts";
import { type PostgresServer, startPostgres } from "../store/postgres-server.ts";
import {
  alive,
  deliver,
  launch,
  type ProductProcess,
  settled,
  startWorld,
  until,
  type World,
} from "./product-process.ts";

let world: World;
let server: PostgresServer;
let nextRelease: string;
const started: ProductProcess[] = [];

beforeAll(async () => {
  world = await startWorld();
  server = await startPostgres();
  nextRelease = await mkdtemp(join(tmpdir(), "aks-oncall-next-release-"));
  for (const part of ["src", "cards", "policies", "package.json"])
    await cp(part, join(nextRelease, part), { recursive: true });
  await symlink(join(process.cwd(), "node_modules"), join(nextRelease, "node_modules"));
  await change("package.json", /"version": "[^"]+"/, '"version": "99.0.0"');
  await change(
    "src/store/kit/migrations.ts",
    /\n};/,
    '\n  "9999-next": ["create table next_release (id int)"],\n};',
  );
});
afterAll(async () => {
  for (const product of started) await product.end("SIGKILL", 5);
  await server?.stop();
  await world?.close();
  await rm(nextRelease, { recursive: true, force: true });
});

async function change(name: string, what: RegExp, by: string): Promise<void> {
  const file = join(nextRelease, name);
  const text = await readFile(file, "utf8");
  expect(text).toMatch(what);
  await writeFile(file, text.replace(what, by));
}

async function start(place: Readonly<{ DATABASE_URL: string; AUDIT_KEY_FILE: string }>, folder = ".") {
  const product = await launch(world, place, { LOG_LEVEL: "info" }, folder);
  started.push(product);
  return product;
}

test("the next one waits, goes to work when this one has ended, and this one does not start again", async () => {
  const place = { DATABASE_URL: await server.newDatabase(), AUDIT_KEY_FILE: await newKeyFile() };
  const first = await start(place);
  await settled(first);
  const next = await start(place, nextRelease);
  await until("it says that it waits", () => next.said().includes("waits for the processes of another"), 120);
  expect((await first.look("/readyz")).status).toBe(200);
  expect((await next.look("/readyz")).status).toBe(0);
  await first.end("SIGTERM", 60);
  await settled(next);
  expect(alive(next)).toBe(true);
  expect(await deliver(world, "help")).toBe(200);

  const again = await start(place);
  await settled(again);
  expect([again.child.exitCode, again.said()]).toEqual([
    1,
    expect.stringMatching(/newer than this release: release 99\.0\.0 .* Nothing was changed\./),
  ]);
  const { out } = await runHere(["audit", "verify", "--json"], { variables: place });
  expect(auditVerifyDocument.parse(JSON.parse(out))).toMatchObject({ ok: true });
});
