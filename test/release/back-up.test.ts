// Back-up and restore as docs/day-two.md writes them: what was there at the time of the copy is there again, the
// product works on it, and the heads that were kept elsewhere tell that something later is missing.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runHere } from "../doors/cli/terminal.ts";
import { newKeyFile } from "../fixtures/new-keys.ts";
import { wordsOf } from "../flow/harness.ts";
import {
  deliver,
  launch,
  type ProductProcess,
  type StorePlace,
  settled,
  startWorld,
  until,
  type World,
} from "../prove/product-process.ts";
import { type PostgresServer, query, startPostgres } from "../store/postgres-server.ts";

let world: World;
let server: PostgresServer;
let folder: string;
let bot: ProductProcess | undefined;
beforeAll(async () => {
  [world, server] = [await startWorld(), await startPostgres()];
  folder = await mkdtemp(join(tmpdir(), "aks-oncall-back-up-"));
});
afterAll(async () => {
  await bot?.end("SIGKILL", 5);
  await Promise.all([world?.close(), server?.stop()]);
  await rm(folder, { recursive: true, force: true });
});

/** Starts the product, has a cluster diagnosed, and stops it; resolves to the trail that it leaves. */
async function diagnosed(place: StorePlace, more: Record<string, string> = {}): Promise<string> {
  bot = await launch(world, place, more);
  await settled(bot);
  const before = world.teams.shown().length;
  expect(await deliver(world, "diagnose prod-1")).toBe(200);
  const isAnswered = () =>
    world.teams
      .shown()
      .slice(before)
      .some(({ activity }) => wordsOf(activity).includes("Reachable"));
  await until("the verdict", isAnswered, 120);
  await bot.end("SIGTERM", 60);
  return (await runHere(["audit", "export"], { variables: place })).out;
}

const verified = async (place: StorePlace, heads: string) => {
  const { code, out } = await runHere(["audit", "verify", "--head", heads], { variables: place });
  return { isWhole: code === 0, out };
};

test("a folder: stop, copy it, and start on the copy", async () => {
  const [used, copy] = [join(folder, "used"), join(folder, "copy")];
  const heads = { AUDIT_HEAD_FILE: join(folder, "folder-heads.jsonl") };
  const kept = await diagnosed({ DATA_DIR: used }, heads);
  await cp(used, copy, { recursive: true, preserveTimestamps: true });
  const headsThen = join(folder, "folder-heads-then.jsonl");
  await writeFile(headsThen, await readFile(heads.AUDIT_HEAD_FILE));
  await diagnosed({ DATA_DIR: used }, heads);
  await rm(used, { recursive: true });
  const place = { DATA_DIR: copy };
  expect((await runHere(["audit", "export"], { variables: place })).out).toBe(kept);
  expect(await verified(place, headsThen)).toMatchObject({ isWhole: true });
  expect(await verified(place, heads.AUDIT_HEAD_FILE)).toMatchObject({ isWhole: false });
  expect(await diagnosed(place)).toContain(kept);
});

test("PostgreSQL: restored into a database of its own", async () => {
  const [used, key] = [await server.newDatabase(), await newKeyFile()];
  const heads = { AUDIT_HEAD_FILE: join(folder, "server-heads.jsonl") };
  const kept = await diagnosed({ DATABASE_URL: used, AUDIT_KEY_FILE: key }, heads);
  const headsThen = join(folder, "server-heads-then.jsonl");
  await writeFile(headsThen, await readFile(heads.AUDIT_HEAD_FILE));
  await query(
    `${server.url}/postgres`,
    `create database restored template ${new URL(used).pathname.slice(1)}`,
  );
  await diagnosed({ DATABASE_URL: used, AUDIT_KEY_FILE: key }, heads);
  const place = { DATABASE_URL: `${server.url}/restored`, AUDIT_KEY_FILE: key };
  expect((await runHere(["audit", "export"], { variables: place })).out).toBe(kept);
  expect(await verified(place, headsThen)).toMatchObject({ isWhole: true });
  expect(await verified(place, heads.AUDIT_HEAD_FILE)).toMatchObject({ isWhole: false });
  expect(await diagnosed(place)).toContain(kept);
});
