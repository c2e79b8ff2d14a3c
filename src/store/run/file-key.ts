// The key that seals files which people send: 32 random bytes in base64, in a file that its owner alone may read. What a
// sent file holds is sealed before it reaches the database, by AES-256-GCM, bound to whose file it is and to what is said of
// it, so that whoever has the database alone neither reads it nor puts another one in its place.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type KeyResult, readOrMakeSecretFile, readSecretFile, type SecretFile } from "../kit/secret-file.ts";

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

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** `to`: what it belongs to. In base64: nonce, tag, sealed text. */
export function seal(key: Buffer, to: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(to));
  const sealed = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString("base64");
}

/** Null where it was sealed by another key, or for something else, or was changed. */
export function openSealed(key: Buffer, to: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64");
  if (bytes.length < nonceBytes + tagBytes) return null;
  const nonce = bytes.subarray(0, nonceBytes);
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  try {
    const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes })
      .setAAD(Buffer.from(to))
      .setAuthTag(tag);
    const text = [opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()];
    return Buffer.concat(text).toString("utf8");
  } catch {
    return null;
  }
}
