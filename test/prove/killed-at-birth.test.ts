// A folder whose process is killed while it makes its first database.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { opened, question } from "../store/samples.ts";

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
