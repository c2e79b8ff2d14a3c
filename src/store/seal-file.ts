// What a sent file holds, sealed before it reaches the database: AES-256-GCM, bound to whose file it is and to what is said of it, so
// that whoever has the database alone neither reads it nor puts another one in its place.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** `to`: what it belongs to. In base64: nonce, tag, sealed text. */
export function sealText(key: Buffer, to: string, text: string): string {
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
