// The key that seals files which people send: 32 random bytes in base64, in a file that its owner alone may read.
import { randomBytes } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf, messageOf } from "./error-text.ts";

/** `reason` is one sentence for whoever starts the product. */
export type FileKeyResult = Readonly<{ ok: true; key: Buffer } | { ok: false; reason: string }>;

const length = 32;
const howToMake = "(umask 077; openssl rand -base64 32 > FILE)";

export async function readFileKey(file: string): Promise<FileKeyResult> {
  const refuse = (reason: string): FileKeyResult => ({
    ok: false,
    reason: `The key of sent files ${file} ${reason}`,
  });
  try {
    const mode = (await stat(file)).mode & 0o777;
    if ((mode & 0o077) !== 0)
      return refuse(`may be read by others than its owner (${mode.toString(8)}): write chmod 600 ${file}.`);
    const text = (await readFile(file, "utf8")).trim();
    const key = Buffer.from(text, "base64");
    const isWhole = key.length === length && key.toString("base64") === text;
    return isWhole ? { ok: true, key } : refuse(`is not 32 bytes in base64: make it with ${howToMake}.`);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return refuse(`is not there: make it with ${howToMake}.`);
    return refuse(`cannot be read (${messageOf(error)}).`);
  }
}

/** The key at this place, made when there is none yet. */
export async function readOrMakeFileKey(file: string): Promise<FileKeyResult> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, `${newFileKey().toString("base64")}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== "EEXIST")
      return { ok: false, reason: `The key of sent files ${file} cannot be made (${messageOf(error)}).` };
  }
  return readFileKey(file);
}

export const newFileKey = (): Buffer => randomBytes(length);
