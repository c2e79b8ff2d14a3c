// Two releases on one database, each a process of its own: the next one is this one, with a further step of the schema or
// with the same.

import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
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
import { full } from "./stage.ts";

let world: World;
let server: PostgresServer;
let nextRelease: string;
let sameSchema: string;
const started: ProductProcess[] = [];

beforeAll(async () => {
  world = await startWorld();
  server = await startPostgres();
  [nextRelease, sameSchema] = [await copyOfRelease(), await copyOfRelease()];
  await change(
    join(nextRelease, "src/store/kit/migrations.ts"),
    /\n};/,
    '\n  "9999-next": ["create table next_release (id int)"],\n};',
  );
});
afterAll(async () => {
  for (const product of started) await product.end("SIGKILL", 5);
  await server?.stop();
  await world?.close();
  for (const folder of [nextRelease, sameSchema]) await rm(folder, { recursive: true, force: true });
});

/** This release as version 99.0.0. */
async function copyOfRelease(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "aks-oncall-next-release-"));
  for (const part of ["src", "cards", "policies", "package.json"])
    await cp(part, join(folder, part), { recursive: true });
  await symlink(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  await change(join(folder, "package.json"), /"version": "[^"]+"/, '"version": "99.0.0"');
  return folder;
}

async function change(file: string, what: RegExp, by: string): Promise<void> {
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
  const { out } = await runHere(["audit", "verify", "-o", "json"], { variables: place });
  expect(auditVerifyDocument.parse(JSON.parse(out))).toMatchObject({ ok: true });
});

test("with the same schema both work side by side, and this one goes on when the next one is taken back", async () => {
  const place = { DATABASE_URL: await server.newDatabase(), AUDIT_KEY_FILE: await newKeyFile() };
  const first = await start(place);
  await settled(first);
  const next = await start(place, sameSchema);
  await settled(next);
  const end = performance.now() + full(60_000, 3_000);
  while (performance.now() < end) {
    for (const product of [first, next]) expect((await product.look("/readyz")).status).toBe(200);
    expect(await deliver(world, "help")).toBe(200);
    await sleep(200);
  }
  await first.end("SIGTERM", 60);
  expect((await next.look("/readyz")).status).toBe(200);
  await next.end("SIGTERM", 60);
  const again = await start(place);
  await settled(again);
  expect(await deliver(world, "help")).toBe(200);
  const { out } = await runHere(["audit", "verify", "-o", "json"], { variables: place });
  expect(auditVerifyDocument.parse(JSON.parse(out))).toMatchObject({ ok: true });
});
