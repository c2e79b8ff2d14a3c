// One process owns a folder: who holds the lock, who is gone, and that of many that find a dead owner one wins.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { type FolderLock, lockFolder } from "../../../src/store/kit/folder-lock.ts";
import { eventually, recordingLog } from "../samples.ts";

let folder: string;
const held: FolderLock[] = [];
/** Short, since these tests know what they left in the folder. */
const watchMilliseconds = 150;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aks-oncall-lock-"));
});
afterEach(async () => {
  for (const lock of held.splice(0)) await lock.release();
  await rm(folder, { recursive: true });
});

async function take() {
  const result = await lockFolder(folder, recordingLog(), watchMilliseconds);
  if (result.ok) held.push(result.lock);
  return result;
}

const refused = (pid: number, host = hostname()) => ({
  ok: false,
  reason:
    `The folder ${folder} is in use by process ${pid} on ${host}; a second process would lose rows. ` +
    "Stop that process, choose another DATA_DIR, or set DATABASE_URL to share one PostgreSQL.",
});

test("the second is refused and told who holds the folder", async () => {
  expect((await take()).ok).toBe(true);
  expect(await take()).toEqual(refused(process.pid));
});

test("a released folder can be taken again; one lock file remains", async () => {
  const first = await take();
  if (first.ok) await first.lock.release();
  held.pop();
  expect((await take()).ok).toBe(true);
  expect(await readdir(folder)).toEqual(["owner.2"]);
});

/** No process has this id: Linux stops at 4 194 304. */
const nobody = 4_194_999;
const me = { pid: process.pid, host: hostname(), started: null };

describe("an owner that is gone", () => {
  test.each([
    ["its process is dead", JSON.stringify({ ...me, pid: nobody })],
    ["its pid belongs to a later process", JSON.stringify({ ...me, started: "another boot/1" })],
    ["it died before it wrote its name", ""],
    ["it released the folder", "released\n"],
    ["it is on another machine and shows no sign of life", JSON.stringify({ ...me, host: "elsewhere" })],
  ])("%s", async (_name, content) => {
    await writeFile(join(folder, "owner.7"), content);
    expect((await take()).ok).toBe(true);
    expect(await readdir(folder)).toEqual(["owner.8"]);
  });
});

test("an owner that was killed, and whose parent takes no note of it, is gone", async () => {
  const parent = spawn("sh", ["-c", 'sleep 600 & echo "$!"; exec sleep 600'], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pid = Number(String((await once(parent.stdout, "data"))[0]));
  const [boot, stat] = await Promise.all(
    ["sys/kernel/random/boot_id", `${pid}/stat`].map((name) => readFile(`/proc/${name}`, "utf8")),
  );
  const started = `${boot?.trim()}/${stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  await writeFile(join(folder, "owner.1"), JSON.stringify({ ...me, pid, started }));
  expect(await take()).toEqual(refused(pid));
  process.kill(pid, "SIGKILL");
  await eventually(async () => (await take()).ok);
  parent.kill();
});

describe("an owner that is there", () => {
  test("a live process whose start cannot be told", async () => {
    await writeFile(join(folder, "owner.1"), JSON.stringify(me));
    expect(await take()).toEqual(refused(process.pid));
  });

  test("a process on another machine that touches its lock", async () => {
    const path = join(folder, "owner.1");
    await writeFile(path, JSON.stringify({ ...me, pid: 1, host: "elsewhere" }));
    const touching = setInterval(() => void utimes(path, new Date(), new Date()), 20);
    expect(await take()).toEqual(refused(1, "elsewhere"));
    clearInterval(touching);
  });
});

test("of twenty that find a dead owner, one wins", async () => {
  await writeFile(join(folder, "owner.1"), JSON.stringify({ ...me, pid: nobody }));
  const results = await Promise.all(Array.from({ length: 20 }, take));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(JSON.parse(await readFile(join(folder, "owner.2"), "utf8"))).toMatchObject({ pid: process.pid });
});
