// The key that seals files which people send: 32 random bytes in base64, in a file that its owner alone may read.
import { randomBytes } from "node:crypto";
import { type KeyResult, readOrMakeSecretFile, readSecretFile, type SecretFile } from "./secret-file.ts";

const length = 32;

export const newFileKey = (): Buffer => randomBytes(length);

const fileKey: SecretFile<Buffer> = {
  name: "The key of sent files",
  holds: `a key of ${length} bytes in base64`,
  howToMake: `(umask 077; openssl rand -base64 ${length} > FILE)`,
  make: () => `${newFileKey().toString("base64")}\n`,
  read: (text) => {
    const key = Buffer.from(text.trim(), "base64");
    return key.length === length && key.toString("base64") === text.trim() ? key : null;
  },
};

export const readFileKey = (file: string): Promise<KeyResult<Buffer>> => readSecretFile(fileKey, file);

/** The key at this place, made when there is none yet. */
export const readOrMakeFileKey = (file: string): Promise<KeyResult<Buffer>> =>
  readOrMakeSecretFile(fileKey, file);
