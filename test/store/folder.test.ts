// A folder whose process is killed while it makes its first database, and a disk that runs full.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { watchFreeSpace } from "../../src/store/free-space.ts";
import { eventually, opened, question } from "./samples.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aks-oncall-folder-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A whole database takes some two thousand. */
test.each([300, 1_000])(
  "killed at file %i of its first database: it opens, and keeps what it is given",
  async (files) => {
    const dataDir = join(folder, String(files));
    const script = join(import.meta.dirname, "killed-at-birth.ts");
    const child = spawn(process.execPath, [script, dataDir, String(files)], { stdio: "inherit" });
    const [, signal] = await once(child, "exit");
    expect(signal).toBe("SIGKILL");
    const { store, close } = await opened({ dataDir });
    const asked = question();
    expect([await store.claimQuestion(asked), await store.claimQuestion(asked)]).toEqual([true, false]);
    await close();
  },
);

describe("the room on a disk", () => {
  const mega = 1_000_000;

  test.each<[number, boolean]>([
    [0, false],
    [31 * mega, false],
    [33 * mega, true],
  ])("%i bytes left: room to write %s", async (bytes, room) => {
    const space = await watchFreeSpace(async () => bytes);
    if (room) expect(space.require).not.toThrow();
    // As PostgreSQL says it, so that whoever waits for room waits for this too.
    else expect(space.require).toThrow(expect.objectContaining({ code: "53100", severity: "ERROR" }));
    space.stop();
  });

  test("is looked at again and again, and a look that fails changes nothing", async () => {
    let left: number | Error = 0;
    const space = await watchFreeSpace(async () => {
      if (left instanceof Error) throw left;
      return left;
    });
    const full = () => {
      try {
        space.require();
        return false;
      } catch {
        return true;
      }
    };
    expect(full()).toBe(true);
    left = 100 * mega;
    await eventually(() => !full());
    left = new Error("no such folder");
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(full()).toBe(false);
    space.stop();
  });
});
