// The key that seals sent files: made for its owner alone, and refused where it is something else.
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFileKey, readOrMakeFileKey } from "../../../src/store/run/file-key.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aks-oncall-files-key-"));
});
afterAll(() => rm(folder, { recursive: true }));

const howToMake = "(umask 077; openssl rand -base64 32 > FILE)";

test("is made once, for its owner alone, and the same from then on", async () => {
  const file = join(folder, "data", "files.key");
  const [made, again] = [await readOrMakeFileKey(file), await readOrMakeFileKey(file)];
  expect(made).toEqual(again);
  expect(made.ok && made.key.length).toBe(32);
  expect(await readFileKey(file)).toEqual(made);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readOrMakeFileKey(join(folder, "other.key"))).not.toEqual(made);
});

test("as openssl writes it", async () => {
  const file = join(folder, "openssl.key");
  await writeFile(file, `${Buffer.alloc(32, 1).toString("base64")}\n`, { mode: 0o600 });
  expect(await readFileKey(file)).toEqual({ ok: true, key: Buffer.alloc(32, 1) });
});

test.each([
  ["too short", Buffer.alloc(31, 1).toString("base64")],
  ["too long", Buffer.alloc(33, 1).toString("base64")],
  ["a password", "correct horse battery staple"],
  ["empty", ""],
])("%s: refused, whole and unchanged", async (what, text) => {
  const file = join(folder, `${what}.key`);
  await writeFile(file, text, { mode: 0o600 });
  const reason = `The key of sent files ${file} is not a key of 32 bytes in base64: make one with ${howToMake}.`;
  expect(await readFileKey(file)).toEqual({ ok: false, reason });
  expect(await readOrMakeFileKey(file)).toEqual({ ok: false, reason });
  expect(await readFile(file, "utf8")).toBe(text);
});

test("that others may read, and that is not there", async () => {
  const file = join(folder, "open.key");
  await readOrMakeFileKey(file);
  await chmod(file, 0o640);
  const reason = `The key of sent files ${file} may be read by others than its owner (640): write chmod 600 ${file}.`;
  expect(await readFileKey(file)).toEqual({ ok: false, reason });
  const none = join(folder, "none.key");
  expect(await readFileKey(none)).toEqual({
    ok: false,
    reason: `The key of sent files ${none} is not there: make it with ${howToMake}.`,
  });
});
