// A key in a file that its owner alone may read: refused where others may, and made where there is none yet.
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCodeOf, errorMessageOf } from "./database-errors.ts";

/** `reason` is one sentence for whoever starts the product. */
export type KeyResult<Key> = Readonly<{ ok: true; key: Key } | { ok: false; reason: string }>;

export type SecretFile<Key> = Readonly<{
  /** As its sentences begin. */
  name: string;
  /** What the file must hold. */
  holds: string;
  howToMake: string;
  /** What a new file holds. */
  make(): string;
  /** Null where it holds something else. */
  read(text: string): Key | null;
}>;

/**
 * What nobody may do with a file of root's that the product reads as another user: its group may read it, as Kubernetes
 * and systemd hand secrets over. PostgreSQL asks the same of its key.
 */
const ofRoot = 0o037;

export async function readSecretFile<Key>(kind: SecretFile<Key>, file: string): Promise<KeyResult<Key>> {
  const { name, holds, howToMake } = kind;
  const refuse = (reason: string) => ({ ok: false, reason: `${name} ${file} ${reason}` }) as const;
  try {
    const { uid, mode: bits } = await stat(file);
    const mode = bits & 0o777;
    if ((mode & (uid === 0 && process.getuid?.() !== 0 ? ofRoot : 0o077)) !== 0)
      return refuse(`may be read by others than its owner (${mode.toString(8)}): write chmod 600 ${file}.`);
    const key = kind.read(await readFile(file, "utf8"));
    return key === null ? refuse(`is not ${holds}: make one with ${howToMake}.`) : { ok: true, key };
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return refuse(`is not there: make it with ${howToMake}.`);
    return refuse(`cannot be read (${errorMessageOf(error)}).`);
  }
}

/** The key at this place, made when there is none yet. */
export async function readOrMakeSecretFile<Key>(
  kind: SecretFile<Key>,
  file: string,
): Promise<KeyResult<Key>> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, kind.make(), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (errorCodeOf(error) !== "EEXIST")
      return { ok: false, reason: `${kind.name} ${file} cannot be made (${errorMessageOf(error)}).` };
  }
  return readSecretFile(kind, file);
}
