// The keys that the settings name: of the audit trail, with the book of its heads, and of sent files.
import { createPublicKey } from "node:crypto";
import type { KeyWrap } from "../app/ports/store.ts";
import { blobBook } from "../azure/arm/append-blob.ts";
import { openVaultKey, vaultWrap } from "../azure/arm/vault-key.ts";
import type { AuditConfig, FilesKey } from "../config/storage.ts";
import type { HeadBook } from "../core/audit/anchor.ts";
import {
  ephemeralKey,
  fileBook,
  keyId,
  readKeyFile,
  readOrMakeKeyFile,
  type TrailKey,
} from "../store/audit/trail-key.ts";
import { errorMessageOf } from "../store/kit/database-errors.ts";
import type { KeyResult } from "../store/kit/secret-file.ts";
import { newFileKey, readFileKey, readOrMakeFileKey } from "../store/run/file-key.ts";

type Token = (scope: string) => Promise<string>;
type OpenedTrail =
  | (Extract<KeyResult<TrailKey>, { ok: true }> & Readonly<{ book: HeadBook | null }>)
  | Extract<KeyResult<TrailKey>, { ok: false }>;

/** `token`: of the product's own app registration. `reason` is one sentence for whoever starts the product. */
export async function openTrail(audit: AuditConfig, token: Token): Promise<OpenedTrail> {
  const opened = await openKey(audit.key, token);
  return opened.ok ? { ...opened, book: bookOf(audit.heads, token) } : opened;
}

async function openKey(key: AuditConfig["key"], token: Token): Promise<KeyResult<TrailKey>> {
  switch (key.kind) {
    case "file":
      return readKeyFile(key.file);
    case "made":
      return readOrMakeKeyFile(key.file);
    case "vault":
      return vaultKey(key.id, token);
    case "ephemeral":
      return { ok: true, key: ephemeralKey() };
  }
}

async function vaultKey(id: string, token: Token): Promise<KeyResult<TrailKey>> {
  try {
    const key = await openVaultKey(id, token);
    const publicKey = createPublicKey({ key: key.publicKey, format: "jwk" });
    return { ok: true, key: { publicKey, signer: { key: keyId(publicKey), sign: key.sign } } };
  } catch (error) {
    const said = errorMessageOf(error);
    return {
      ok: false,
      reason: `The audit trail's key ${id} cannot be used (${said}). Give the app registration the role Key Vault Crypto User on it; the key must be on the curve P-256.`,
    };
  }
}

export function bookOf(heads: AuditConfig["heads"], token: Token): HeadBook | null {
  if (heads === null) return null;
  return heads.kind === "blob" ? blobBook(heads.url, token, () => new Date()) : fileBook(heads.file);
}

/** What files that people send are sealed with. `key`: null where none is set: then no file is taken. */
export async function openFilesKey(key: FilesKey, token: Token): Promise<KeyResult<Buffer | KeyWrap | null>> {
  switch (key.kind) {
    case "vault":
      return { ok: true, key: vaultWrap(key.id, token) };
    case "file":
      return readFileKey(key.file);
    case "made":
      return readOrMakeFileKey(key.file);
    case "ephemeral":
      return { ok: true, key: newFileKey() };
    case "none":
      return { ok: true, key: null };
  }
}
