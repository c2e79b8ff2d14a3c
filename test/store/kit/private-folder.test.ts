// The folder belongs to the user of the process, and nobody else may look in, whatever was there before.
import { chmod, lchown, lstat, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeFiles, privateFolder } from "../../../src/store/kit/private-folder.ts";
import { fillFolder } from "../new-folder.ts";
import { opened, recordingLog } from "../samples.ts";

const usual = process.umask();
const user = process.geteuid?.() ?? 0;
let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "aks-oncall-private-"));
  folder = join(parent, "data");
  // The worst that a service may be started with.
  process.umask(0);
});
afterEach(async () => {
  process.umask(usual);
  await rm(parent, { recursive: true });
});

const modeOf = async (path: string) => ((await lstat(path)).mode & 0o777).toString(8);

/** Paths below `path` with another mode than 0700 for a folder and 0600 for a file. */
async function openBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const modes = await Promise.all(
    entries.map(async (entry) => {
      const mode = await modeOf(join(entry.parentPath, entry.name));
      return mode === (entry.isDirectory() ? "700" : "600") ? [] : [`${entry.name} ${mode}`];
    }),
  );
  expect(entries.length).toBeGreaterThan(0);
  return modes.flat();
}

/** As the release before left it, started with an umask of 022. */
async function asBefore(): Promise<void> {
  await mkdir(join(folder, "pg", "base"), { recursive: true });
  for (const name of ["owner.1", "pg/PG_VERSION", "pg/base/1"])
    await writeFile(join(folder, name), "released\n");
  for (const name of ["", "pg", "pg/base"]) await chmod(join(folder, name), 0o755);
  for (const name of ["owner.1", "pg/PG_VERSION", "pg/base/1"]) await chmod(join(folder, name), 0o644);
}

test("a new store: every folder 0700 and every file 0600, with an umask of 000 and after work was done in it", async () => {
  const made = process.env.TEST_PGLITE ?? "";
  expect([await modeOf(made), await openBelow(made)]).toEqual(["700", []]);
  await mkdir(folder, { mode: 0o700 });
  fillFolder(folder);
  const store = await opened({ dataDir: folder });
  await store.store.firstTime("x");
  const [mode, open] = [await modeOf(folder), await openBelow(folder)];
  await store.close();
  expect([mode, open.length, open[0]]).toEqual(["700", 0, undefined]);
  expect(await openBelow(folder)).toEqual([]);
});

test("what an earlier release left open is closed, and that is said once", async () => {
  await asBefore();
  const log = recordingLog();
  for (let start = 0; start < 2; start += 1) {
    expect(await privateFolder(folder, log)).toEqual({ ok: true, folder });
    expect(await closeFiles(folder)).toBe(true);
    expect([await modeOf(folder), await openBelow(folder)]).toEqual(["700", []]);
  }
  expect(log.lines).toEqual([expect.stringMatching(/^folder was open to others, closed now /)]);
});

test("an empty folder that somebody made for it is closed", async () => {
  await mkdir(folder, { mode: 0o777 });
  expect((await privateFolder(folder, recordingLog())).ok).toBe(true);
  expect(await modeOf(folder)).toBe("700");
});

test("through a link of ours: the folder that it leads to is closed, and links in it are not followed", async () => {
  await asBefore();
  const outside = join(parent, "outside");
  await writeFile(outside, "", { mode: 0o644 });
  await symlink(outside, join(folder, "pg", "link"));
  const link = join(parent, "link");
  await symlink(folder, link);
  expect(await privateFolder(`${link}/`, recordingLog())).toEqual({ ok: true, folder });
  expect(await closeFiles(folder)).toBe(true);
  expect([await modeOf(folder), await modeOf(outside)]).toEqual(["700", "644"]);
});

describe("refused, with what to do, and nothing is changed", () => {
  const refusal = (because: string) => ({
    ok: false,
    reason:
      `The folder ${folder} is not private to the user of this process: ${because}. ` +
      "Set DATA_DIR to a new folder, which is made private, or close this one: chown it to that user, chmod 700.",
  });

  test("somebody else's folder", async () => {
    await asBefore();
    expect(await privateFolder(folder, recordingLog(), { user: user + 1, chmod })).toEqual(
      refusal("it belongs to somebody else"),
    );
    expect(await modeOf(folder)).toBe("755");
  });

  test("a folder with other things in it, for example somebody's home", async () => {
    await mkdir(folder, { mode: 0o755 });
    await writeFile(join(folder, "photo"), "", { mode: 0o644 });
    expect(await privateFolder(folder, recordingLog())).toEqual(
      refusal("others may read it, and it holds what is not from me"),
    );
    expect([await modeOf(folder), await modeOf(join(folder, "photo"))]).toEqual(["755", "644"]);
  });

  test.each([
    ["that takes a mode and keeps its own", async () => {}],
    ["that has no modes", () => Promise.reject(Object.assign(new Error("EPERM"), { code: "EPERM" }))],
  ])("a file system %s", async (_name, refuse) => {
    await asBefore();
    expect(await privateFolder(folder, recordingLog(), { user, chmod: refuse })).toEqual(
      refusal("others may read it, and that cannot be changed"),
    );
  });

  test("a file inside that stays open: the store says so", async () => {
    await asBefore();
    const butOne = (path: string, mode: number) =>
      path.endsWith("/1") ? Promise.resolve() : chmod(path, mode);
    expect(await closeFiles(folder, { user, chmod: butOne })).toBe(false);
  });

  // Nobody but root can make a link of somebody else.
  test.each(user === 0 ? [65_534] : [])(
    "a link of somebody else, who could lead it elsewhere",
    async (other) => {
      const target = join(parent, "target");
      await mkdir(target, { mode: 0o700 });
      await symlink(target, folder);
      await lchown(folder, other, other);
      expect(await privateFolder(folder, recordingLog())).toEqual(
        refusal("it is a link that belongs to somebody else"),
      );
    },
  );
});

test("an error of the disk is not taken for a folder that is open", async () => {
  await asBefore();
  const broken = () => Promise.reject(Object.assign(new Error("EIO"), { code: "EIO" }));
  await expect(privateFolder(folder, recordingLog(), { user, chmod: broken })).rejects.toThrow("EIO");
});
